//! Taking a request over from elsewhere: a module of its own, which the page loads when somebody
//! imports something.

use cts_tracker_form::import::{self, Page};
use js_sys::{Array, Function};
use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the dialog; see [`cts_tracker_form::import::open`]. `system` and `data` are the bodies of
/// both types of tracker.
#[wasm_bindgen]
pub fn open(
    locale: &str,
    system: &str,
    data: &str,
    tracker_type: &str,
    files: &Array,
    text: Option<String>,
    done: Function,
) {
    let page = Page {
        locale,
        bodies: [system, data],
        tracker_type,
    };
    import::open(&page, files, text, done);
}

fn main() {}
