//! What a bucket may be called.

use crate::rule::Rule;
use crate::text::{Letters, is_longer};

/// The shortest and longest name (page `UpdateTracker`, CTS.0231).
const LENGTH: core::ops::RangeInclusive<usize> = 3..=63;

const ALLOWED: u8 = Letters::LOWER_CASE | Letters::DIGIT | Letters::HYPHEN | Letters::FULL_STOP;

/// Adds the breaches of a transfer bucket's name that is not empty. CTS rules are errors, the
/// stricter ones of OBS warnings.
pub(super) fn judge(name: &str, add: &mut dyn FnMut(Rule)) {
    let is_short = !is_longer(name, *LENGTH.start() - 1);
    if is_short || is_longer(name, *LENGTH.end()) {
        add(Rule::ObsBucketNameLength);
    }
    if is_short {
        return;
    }
    let letters = Letters::of(name);
    if begins_badly(name) {
        add(Rule::ObsBucketNameStart);
    }
    if !letters.are_only(ALLOWED) {
        add(Rule::ObsBucketNameCharset);
    }
    if matches!(name.as_bytes().last(), Some(b'-' | b'.')) {
        add(Rule::ObsBucketNameEnd);
    }
    if letters.have(Letters::FULL_STOP) {
        judge_full_stops(name, add);
    }
}

/// What is said of a name with a full stop only.
#[cold]
fn judge_full_stops(name: &str, add: &mut dyn FnMut(Rule)) {
    if name
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, b".." | b".-" | b"-."))
    {
        add(Rule::ObsBucketNameDots);
    }
    if is_ip_address(name) {
        add(Rule::ObsBucketNameIp);
    }
    add(Rule::ObsBucketNameDotTls);
}

/// Whether a name keeps the CTS rules: `^[a-z0-9][a-z0-9.-]{2,62}$`.
pub(super) fn is_valid(name: &str) -> bool {
    LENGTH.contains(&name.len()) && Letters::of(name).are_only(ALLOWED) && !begins_badly(name)
}

fn begins_badly(name: &str) -> bool {
    matches!(name.as_bytes().first(), Some(b'-' | b'.'))
}

/// Four decimal numbers from 0 to 255, joined by full stops.
fn is_ip_address(name: &str) -> bool {
    let mut parts = 0;
    name.split('.').all(|part| {
        parts += 1;
        part.len() <= 3
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok()
    }) && parts == 4
}
