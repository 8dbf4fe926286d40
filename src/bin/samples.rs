//! The request for other tools: a module of its own, which the page loads when somebody opens the
//! panel.

use wasm_bindgen::prelude::wasm_bindgen;

/// Fills the panel; see [`cts_tracker_form::samples::show`].
#[wasm_bindgen]
pub fn show(
    locale: &str,
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) {
    cts_tracker_form::samples::show(locale, text, project_id, region, current);
}

fn main() {}
