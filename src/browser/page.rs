//! The document: its language, colours and title.

use cts_tracker::Locale;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement, HtmlInputElement, HtmlSelectElement, window};

use crate::components::dialog::ID as DIALOG;
use crate::state::{Step, Theme};
use crate::texts::shell;

/// The document, if there is one.
pub(crate) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with an id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The address of this page with another fragment.
pub(super) fn link(fragment: &str) -> String {
    let address = window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    [page, fragment].concat()
}

/// The fragment of the address, with its `#`.
pub(crate) fn fragment() -> Option<String> {
    window()?.location().hash().ok()
}

/// Puts a fragment into the address bar without going anywhere; an empty one leaves none.
pub(crate) fn set_fragment(fragment: &str) {
    let history = window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let address = link(fragment);
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Chooses in each select the entry that its `data-value` names.
pub(crate) fn choose_selected() {
    let Some(document) = document() else {
        return;
    };
    let selects = document.get_elements_by_tag_name("select");
    for number in 0..selects.length() {
        let select = selects.item(number);
        let select = select.and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = select
            && let Some(value) = select.get_attribute("data-value")
        {
            select.set_value(&value);
        }
    }
}

/// What stands in a line of text.
pub(crate) fn value(id: &str) -> String {
    let line = element(id).and_then(|line| line.dyn_into::<HtmlInputElement>().ok());
    line.map(|line| line.value()).unwrap_or_default()
}

/// Whether the element with an id has the focus.
pub(crate) fn has_focus(id: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.id() == id)
}

/// Opens the dialog that is in the document, unless it is open already.
pub(crate) fn open_dialog() {
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog, so that the focus goes back to where it was.
pub(crate) fn close_dialog() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Whether a dialog is open.
pub(crate) fn is_asking() -> bool {
    let document = document();
    document.is_some_and(|document| matches!(document.query_selector("dialog[open]"), Ok(Some(_))))
}

/// Whether a question of the page itself is open.
pub(super) fn is_questioned() -> bool {
    dialog().is_some()
}

fn dialog() -> Option<HtmlDialogElement> {
    element(DIALOG)?.dyn_into().ok()
}

/// Sets the language and the colours of the document. Failing to is no reason to stop.
pub(crate) fn dress(locale: Locale, theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", locale.tag());
        let _ = root.set_attribute("data-theme", theme.as_str());
    }
}

/// Sets the title: the step and the name of the page, after a word for errors when the summary
/// shows some.
pub(crate) fn title(locale: Locale, step: Step, errors: bool) {
    let prefix = if errors {
        shell::ERROR_PREFIX.get(locale)
    } else {
        ""
    };
    let title = [
        prefix,
        step.title().get(locale),
        " – ",
        shell::TITLE.get(locale),
    ]
    .concat();
    if let Some(document) = document() {
        document.set_title(&title);
    }
}
