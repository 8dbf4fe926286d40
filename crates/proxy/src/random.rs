//! Unpredictable identifiers.

use std::fmt::Write as _;

/// `count` random bytes in lower-case hexadecimal.
pub(crate) fn hex(count: usize) -> String {
    let mut bytes = vec![0; count];
    fill(&mut bytes);
    bytes
        .iter()
        .fold(String::with_capacity(count * 2), |mut out, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// Fills the bytes with random ones, fit for keys.
pub(crate) fn fill(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}
