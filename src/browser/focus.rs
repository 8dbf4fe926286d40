//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::page;
use crate::state::Focus;

/// Moves the focus. A group of controls gives it to the line to type into, else to what is chosen,
/// else to its first.
pub(crate) fn move_to(target: Focus) {
    let id = match target {
        Focus::Field(field) => field.id(),
        Focus::Heading => "step-heading".to_owned(),
        Focus::Summary => "error-summary".to_owned(),
        Focus::Answer => "answer-heading".to_owned(),
    };
    let Some(element) = page::element(&id) else {
        return;
    };
    let control = if element.tag_name() == "FIELDSET" {
        ["input[type='text']", "input:checked", "input"]
            .iter()
            .find_map(|selector| element.query_selector(selector).ok().flatten())
    } else {
        None
    };
    element.scroll_into_view();
    if let Some(target) = control.unwrap_or(element).dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
}
