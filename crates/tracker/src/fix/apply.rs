//! Mends everything that can be mended.

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use super::{Fix, tried};
use crate::check::check;
use crate::context::Context;

/// How many fixes are applied at most. Each removes a diagnostic, so this many are never needed by
/// a body that a person wrote.
const MOST: usize = 256;

/// Applies every safe fix, one after the other, until none is left. Returns the text and how many
/// were applied. Every byte outside the mended places stays as it is. Text without a fix comes
/// back unchanged, bytes that are not UTF-8 included.
#[must_use]
pub fn apply_fixes(text: &[u8], context: &Context<'_>) -> (Vec<u8>, usize) {
    let Ok(before) = core::str::from_utf8(text) else {
        return (text.to_vec(), 0);
    };
    let mut text = before.to_owned();
    for applied in 0..MOST {
        let report = check(text.as_bytes(), context);
        let fix = tried(&text, context, &report, Fix::is_safe)
            .flatten()
            .next();
        match fix.and_then(|fix| fix.apply(&text)) {
            Some(mended) => text = mended,
            None => return (text.into_bytes(), applied),
        }
    }
    (text.into_bytes(), MOST)
}
