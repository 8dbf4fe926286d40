//! What a bucket may be called.

use alloc::vec::Vec;

use crate::rule::Rule;
use crate::text::count_characters;

/// The shortest and longest name (page `UpdateTracker`, CTS.0231).
const LENGTH: core::ops::RangeInclusive<usize> = 3..=63;

/// The breaches of a transfer bucket's name that is not empty. CTS rules are errors, the stricter
/// ones of OBS warnings.
pub(super) fn breaches(name: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let length = count_characters(name);
    if !LENGTH.contains(&length) {
        rules.push(Rule::ObsBucketNameLength);
        if length < *LENGTH.start() {
            return rules;
        }
    }
    if matches!(name.bytes().next(), Some(b'-' | b'.')) {
        rules.push(Rule::ObsBucketNameStart);
    }
    if !name.bytes().all(is_allowed) {
        rules.push(Rule::ObsBucketNameCharset);
    }
    if matches!(name.bytes().next_back(), Some(b'-' | b'.')) {
        rules.push(Rule::ObsBucketNameEnd);
    }
    if name
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, b".." | b".-" | b"-."))
    {
        rules.push(Rule::ObsBucketNameDots);
    }
    if is_ip_address(name) {
        rules.push(Rule::ObsBucketNameIp);
    }
    if name.bytes().any(|byte| byte == b'.') {
        rules.push(Rule::ObsBucketNameDotTls);
    }
    rules
}

/// Whether a name keeps the CTS rules: `^[a-z0-9][a-z0-9.-]{2,62}$`.
pub(super) fn is_valid(name: &str) -> bool {
    LENGTH.contains(&name.len())
        && name.bytes().all(is_allowed)
        && !matches!(name.bytes().next(), Some(b'-' | b'.'))
}

fn is_allowed(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.')
}

/// Four decimal numbers from 0 to 255, joined by full stops.
fn is_ip_address(name: &str) -> bool {
    // Nearly every name has a letter.
    if !name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.')) {
        return false;
    }
    let mut parts = 0;
    name.split('.').all(|part| {
        parts += 1;
        part.len() <= 3
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok()
    }) && parts == 4
}
