//! The editor of the request as text, and the changes that mend it: a module of its own, which the
//! page loads when somebody opens the text or could mend something.

use cts_tracker_form::fixes::{self, Known};
use wasm_bindgen::prelude::wasm_bindgen;

/// Finds the changes that mend a text; see [`cts_tracker_form::fixes::find`].
#[wasm_bindgen]
#[must_use]
pub fn find_fixes(
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) -> String {
    fixes::find(
        text,
        &Known {
            project_id,
            region,
            current,
        },
    )
}

/// Applies every safe fix; see [`cts_tracker_form::fixes::mend_all`].
#[wasm_bindgen]
#[must_use]
pub fn mend_all(
    text: &str,
    project_id: Option<String>,
    region: Option<String>,
    current: Option<String>,
) -> String {
    fixes::mend_all(
        text,
        &Known {
            project_id,
            region,
            current,
        },
    )
}

fn main() {}
