//! Where the keyboard is.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::page;
use crate::components::preview::EDIT;
use crate::dom::join;
use crate::state::Focus;
use crate::steps::target::drafts;

/// The id of the heading of the step that is open.
const HEADING: &str = "step-heading";

/// Moves the focus. A group of controls gives it to the line to type into, else to what is chosen,
/// else to its first.
pub(crate) fn move_to(target: Focus) {
    let element = match target {
        // A field may be out of sight because its object is not sent: then what decides about
        // that stands for it.
        Focus::Field(field) => page::element(&field.id())
            .or_else(|| page::element(&field.holder()?.id()))
            .or_else(|| page::element(HEADING)),
        Focus::Heading => page::element(HEADING),
        Focus::Summary => page::element("error-summary"),
        Focus::EditText => page::element(EDIT),
        Focus::Answer => page::element("answer-heading"),
        Focus::Verdict => page::element("verdict-title"),
        Focus::Danger(number) => page::element(&join("danger-", &number.to_string())),
        Focus::Draft(number) => page::element(&join(drafts::DROP, &number.to_string()))
            .or_else(|| page::element(drafts::NAME)),
    };
    let Some(element) = element else {
        return;
    };
    let control = if element.tag_name() == "FIELDSET" {
        ["input[type='text']", "input:checked", "input"]
            .iter()
            .find_map(|selector| element.query_selector(selector).ok().flatten())
    } else {
        None
    };
    // A dialog shows its controls by itself, and keeps its heading where it can.
    if !matches!(target, Focus::Danger(_)) {
        element.scroll_into_view();
    }
    if let Some(target) = control.unwrap_or(element).dyn_ref::<HtmlElement>() {
        let _ = target.focus();
    }
}
