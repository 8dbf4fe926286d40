//! The request for other tools: a module of its own, which the page loads when somebody opens the
//! panel.

use cts_tracker_form::fixes::Known;
use wasm_bindgen::prelude::wasm_bindgen;

/// Fills the panel; see [`cts_tracker_form::samples::show`].
#[wasm_bindgen]
pub fn show(
    locale: &str,
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) {
    let known = Known::new(project_id, region, current);
    cts_tracker_form::samples::show(locale, text, known);
}

fn main() {}
