//! What is dragged onto the page or pasted into it, and the way to the dialog that imports it.

use std::cell::RefCell;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DragEvent, Element, Event, window};
use yew::Callback;

use super::{later, page};
use crate::state::{Action, Said, State};

/// What is dragged onto the page, until it is dropped.
const DRAG: &str = "data-drag";

thread_local! {
    /// The files that were dropped or the text that was pasted, until the dialog takes it.
    static GIVEN: RefCell<(Array, Option<String>)> = RefCell::default();
}

/// Follows what is dragged and pasted.
pub(crate) fn listen(act: &Callback<Action>) -> Vec<EventListener> {
    let names = ["dragenter", "dragover", "dragleave", "drop", "paste"];
    let listener = |name| {
        let act = act.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let follow = move |event: &Event| {
            let taken = match event.dyn_ref::<DragEvent>() {
                Some(dragged) => drag(dragged),
                None => event.dyn_ref().and_then(paste),
            };
            if let Some(given) = taken {
                GIVEN.set(given);
                act.emit(Action::Import);
            }
        };
        let window = window()?;
        Some(EventListener::new_with_options(
            &window, name, options, follow,
        ))
    };
    names.into_iter().filter_map(listener).collect()
}

/// Shows where files may be dropped, and takes those that were. Anything else that is dragged, a
/// text into a field for one, is left to the browser.
fn drag(event: &DragEvent) -> Option<(Array, Option<String>)> {
    let transfer = event.data_transfer()?;
    let has_files = transfer.types().includes(&"Files".into(), 0);
    if !has_files {
        return None;
    }
    // Without this the browser would leave the page and show the file.
    event.prevent_default();
    let kind = event.type_();
    let leaves = kind == "drop" || kind == "dragleave" && event.related_target().is_none();
    if let Some(root) = page::document().and_then(|document| document.document_element()) {
        let _ = match &*kind {
            _ if leaves => root.remove_attribute(DRAG),
            // Nothing is taken before a question of the page is answered, so no place is shown.
            "dragenter" if !page::is_questioned() => root.set_attribute(DRAG, "files"),
            _ => Ok(()),
        };
    }
    let files = transfer
        .files()
        .filter(|_| kind == "drop" && !page::is_questioned())?;
    // The list of files is emptied when the event is over.
    Some((Array::from(&files), None))
}

/// Takes a text that looks like something to import, unless it is pasted into a line of text. Not
/// inlined, so that the build can load it later.
#[inline(never)]
fn paste(event: &ClipboardEvent) -> Option<(Array, Option<String>)> {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let lines = "textarea, input[type='text']";
    let is_typed = target.is_some_and(|target| target.matches(lines).unwrap_or(true));
    if is_typed || page::is_questioned() {
        return None;
    }
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    let looks = text.trim_start().starts_with(['{', '[']) || cts_samples::is_for_tool(&text);
    looks.then(|| (Array::new(), Some(text)))
}

/// Opens the dialog. What is agreed to there comes back as an action.
pub(super) fn open(state: &State, act: &Callback<Action>) {
    let (files, text) = GIVEN.take();
    let bodies = state.bodies();
    let locale = state.locale.tag();
    let kind = state.tracker_type().as_str();
    let act = act.clone();
    spawn_local(async move {
        let told = act.clone();
        let done = move |fragment: String| told.emit(Action::Imported(fragment));
        if !later::import(locale, &bodies, kind, &files, text, done).await {
            act.emit(Action::Say(Said::NotLoaded));
        }
    });
}
