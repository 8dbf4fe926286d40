//! What answers mean: a module of its own, which the page loads when it needs it. The explanations
//! of all known codes are a tenth of the page, and most visits never see one.

use wasm_bindgen::prelude::wasm_bindgen;

/// Explains an answer; see [`cts_tracker_form::answers::explain`]. Without a header its value is
/// empty.
#[wasm_bindgen]
#[must_use]
pub fn explain(
    status: u16,
    request_id: &str,
    retry_after: &str,
    body: &[u8],
    listing: bool,
) -> String {
    cts_tracker_form::answers::explain(status, request_id, retry_after, body, listing)
}

fn main() {}
