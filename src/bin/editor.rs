//! The editor of the request as text, and the changes that mend it: a module of its own, which the
//! page loads when somebody opens the text or could mend something.

use cts_tracker::Locale;
use cts_tracker_form::editor::Desk;
use cts_tracker_form::fixes::{self, Known};
use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Finds the changes that mend a text; see [`cts_tracker_form::fixes::find`].
#[wasm_bindgen]
#[must_use]
pub fn find_fixes(
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) -> String {
    fixes::find(text, &Known::new(project_id, region, current))
}

/// Applies every safe fix; see [`cts_tracker_form::fixes::mend_all`].
#[wasm_bindgen]
#[must_use]
pub fn mend_all(
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) -> String {
    fixes::mend_all(text, &Known::new(project_id, region, current))
}

/// An open editor; see [`cts_tracker_form::editor::Desk`].
#[wasm_bindgen]
pub struct TextEditor(Desk);

/// Opens an editor in an empty element. `tell` is called with the number of what happened, in the
/// order of [`cts_tracker_form::editor::Told`], and with the text when that changed.
#[wasm_bindgen]
#[must_use]
pub fn open_text(root: &Element, tell: Function) -> Option<TextEditor> {
    let desk = Desk::open(root, move |told, text| {
        // What the page does with it is no matter of the editor.
        let _ = tell.call2(&JsValue::NULL, &JsValue::from(told as u32), &text.into());
    });
    desk.map(TextEditor)
}

#[wasm_bindgen]
impl TextEditor {
    /// Shows a text in a language, and what is wrong with it given what is known besides.
    pub fn show(
        &self,
        text: &str,
        locale: &str,
        project_id: Option<String>,
        region: Option<String>,
        current: Option<String>,
    ) {
        let locale = Locale::from_tag(locale).unwrap_or(Locale::English);
        let known = Known::new(project_id, region, current);
        self.0.show(text, locale, known);
    }

    /// Goes to a place, in UTF-16 code units, or only to the text.
    pub fn go_to(&self, offset: Option<u32>) {
        self.0.go_to(offset);
    }
}

fn main() {}
