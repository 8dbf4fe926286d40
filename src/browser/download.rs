//! Saving a file.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::page;

/// Offers a text as a JSON file. Answers whether the browser took it.
pub(crate) fn save(name: &str, text: &str) -> bool {
    save_as(name, text, "application/json")
}

/// Offers a text as a file of this type. Answers whether the browser took it.
pub(crate) fn save_as(name: &str, text: &str, kind: &str) -> bool {
    try_save(name, text, kind).is_ok()
}

fn try_save(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = page::document().ok_or(JsValue::NULL)?.create_element("a")?;
    let link: HtmlAnchorElement = link.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
