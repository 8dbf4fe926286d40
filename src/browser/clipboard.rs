//! The clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::page;
use crate::components::text_editor;

/// Where the preview keeps its text.
pub(crate) const PREVIEW_ID: &str = "preview-text";

/// Copies a text. Where the browser does not allow that, the text of the preview is selected and
/// copied the old way. Answers whether the text is in the clipboard.
pub(crate) async fn copy(text: &str) -> bool {
    match write(text).await {
        Ok(()) => true,
        Err(_) => copy_selected(),
    }
}

/// Copies a text the way that needs a secure page and the leave of the browser.
pub(crate) async fn write(text: &str) -> Result<(), JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    // In a page without a secure origin there is no clipboard object, whatever the type says.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await.map(|_| ())
}

/// Selects the preview, or the text while it is edited, so that a keystroke copies it, and tries to do
/// that keystroke's work.
fn copy_selected() -> bool {
    select_preview().is_some()
        && page::document()
            .and_then(|document| document.dyn_into::<HtmlDocument>().ok())
            .is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

fn select_preview() -> Option<()> {
    let Some(preview) = page::element(PREVIEW_ID) else {
        let text: HtmlTextAreaElement = page::element(text_editor::ID)?.dyn_into().ok()?;
        let _ = text.focus();
        text.select();
        return Some(());
    };
    let selection = web_sys::window()?.get_selection().ok()??;
    selection.select_all_children(&preview).ok()
}
