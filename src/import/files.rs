//! The text of a file.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::read::{Fault, MOST, decode};

/// Reads the one file that was given.
pub(super) async fn text(files: Vec<File>) -> Result<String, Fault> {
    let [file] = files.as_slice() else {
        return Err(Fault::Files(files.len()));
    };
    #[expect(
        clippy::cast_precision_loss,
        reason = "the bound is far below what a number of JavaScript holds exactly"
    )]
    if file.size() > MOST as f64 {
        return Err(Fault::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| Fault::Unreadable(file.name()))?;
    decode(&Uint8Array::new(&bytes).to_vec(), &file.name())
}
