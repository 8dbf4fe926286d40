//! The storage of the browser. Where it is denied, the page forgets everything at a reload and
//! works all the same.

use serde::Serialize;
use wasm_bindgen::JsCast;
use web_sys::Storage;

use crate::state::State;
use crate::stored::Stored;

/// The one key the page uses.
const KEY: &str = "cts-tracker-form";

/// Puts what was kept from the last visit into the state.
pub(crate) fn restore(state: &mut State) {
    if let Some(stored) = read() {
        stored.restore(state);
    }
}

/// Keeps the draft, the target and the settings of the person.
pub(crate) fn keep(state: &State) {
    let _ = write(&Stored::of(state));
}

fn read() -> Option<Stored> {
    Stored::parse(&storage()?.get_item(KEY).ok()??)
}

fn write(stored: &Stored) -> Option<()> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let value = stored.serialize(&serializer).ok()?;
    let text = js_sys::JSON::stringify(&value).ok()?;
    let text = text.unchecked_ref::<js_sys::JsString>().as_string()?;
    storage()?.set_item(KEY, &text).ok()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
