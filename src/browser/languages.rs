//! The languages of the person.

use cts_tracker::Locale;
use wasm_bindgen::JsValue;

/// The first of the languages the browser asks for that the page speaks.
pub(crate) fn preferred() -> Option<Locale> {
    let languages = web_sys::window()?.navigator().languages();
    languages
        .iter()
        .filter_map(|language: JsValue| language.as_string())
        .find_map(|tag| Locale::from_tag(&tag))
}
