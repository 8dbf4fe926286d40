//! What answers mean: a module of its own, which the page loads when it needs it. The explanations
//! of all known codes are a tenth of the page, and most visits never see one.

use wasm_bindgen::prelude::wasm_bindgen;

/// Explains an answer; see [`cts_tracker_form::answers::explain`].
#[wasm_bindgen]
#[must_use]
pub fn explain(status: u16, headers: &str, body: &[u8], listing: bool) -> String {
    cts_tracker_form::answers::explain(status, headers, body, listing)
}

fn main() {}
