//! What is left to say when the module fails by a fault of its own.

use std::sync::Mutex;

use wasm_bindgen::prelude::wasm_bindgen;

static LAST: Mutex<String> = Mutex::new(String::new());

/// Keeps the text of a panic, because the trap that follows has none.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = LAST.try_lock() {
            *last = info.to_string();
        }
    }));
}

/// The text of the last panic.
#[wasm_bindgen]
#[must_use]
pub fn last_panic() -> String {
    LAST.try_lock()
        .map(|mut last| std::mem::take(&mut *last))
        .unwrap_or_default()
}
