//! The storage of the browser. Where it is denied, the page forgets everything at a reload and
//! works all the same.

use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::JsCast;
use web_sys::Storage;

use crate::state::{Entry, Kept, State, read_drafts, read_history, write_drafts, write_history};
use crate::stored::Stored;

/// Where the draft and the settings of the person are.
const KEY: &str = "cts-tracker-form";

/// Where the list of what was sent is.
const HISTORY: &str = "cts-tracker-form-history";

/// Where the drafts with a name are.
const DRAFTS: &str = "cts-tracker-form-drafts";

/// Puts what was kept from the last visit into the state.
pub(crate) fn restore(state: &mut State) {
    if let Some(stored) = read(KEY).and_then(|text| Stored::parse(&text)) {
        stored.restore(state);
    }
    if let Some(text) = read(DRAFTS) {
        state.drafts = Rc::new(read_drafts(&text));
    }
    if let Some(text) = read(HISTORY) {
        state.history = Rc::new(read_history(&text));
    }
}

/// Keeps the draft, the target and the settings of the person.
pub(crate) fn keep(state: &State) {
    if let Some(text) = json(&Stored::of(state)) {
        write(KEY, Some(&text));
    }
}

/// Keeps the list of what was sent. An empty one is not kept at all.
pub(crate) fn keep_history(history: &[Entry]) {
    let text = write_history(history);
    write(HISTORY, (!history.is_empty()).then_some(text.as_str()));
}

/// Keeps the drafts with a name.
pub(crate) fn keep_drafts(drafts: &[Kept]) {
    let text = write_drafts(drafts);
    write(DRAFTS, (!drafts.is_empty()).then_some(text.as_str()));
}

/// The JSON text of a value, as the browser writes it.
fn json(value: &impl Serialize) -> Option<String> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = value.serialize(&serializer).ok()?;
    js_sys::JSON::stringify(&value)
        .ok()?
        .unchecked_ref::<js_sys::JsString>()
        .as_string()
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text, or with `None` nothing. A storage that is full keeps what it has.
fn write(key: &str, text: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
