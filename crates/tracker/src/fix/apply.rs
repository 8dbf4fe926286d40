//! Mends everything that can be mended.

use alloc::vec::Vec;

use crate::check::check_with;
use crate::context::Context;
use crate::options::Options;

/// How many fixes are applied at most. Each removes a diagnostic, so this many are never needed by
/// a body that a person wrote.
const MOST: usize = 256;

/// Applies every safe fix, one after the other, until none is left. Returns the text and how many
/// were applied. Every byte outside the mended places stays as it is. Text without a fix comes
/// back unchanged, bytes that are not UTF-8 included.
#[must_use]
pub fn apply_fixes(text: &[u8], context: &Context<'_>) -> (Vec<u8>, usize) {
    let options = Options::default().fixes(true);
    let mut text = text.to_vec();
    for applied in 0..MOST {
        let report = check_with(&text, context, &options);
        let fix = report
            .diagnostics()
            .iter()
            .filter_map(|found| found.fix())
            .find(|fix| fix.is_safe());
        let mended = fix.and_then(|fix| fix.apply(core::str::from_utf8(&text).ok()?));
        match mended {
            Some(mended) => text = mended.into_bytes(),
            None => return (text, applied),
        }
    }
    (text, MOST)
}
