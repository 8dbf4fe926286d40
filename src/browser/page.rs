//! The document: its language, colours and title.

use cts_tracker::Locale;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlDialogElement};

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
