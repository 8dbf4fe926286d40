//! Percent-encoding as the signature wants it, and small hexadecimal helpers.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Appends `text` with everything but `A-Z a-z 0-9 - _ . ~` percent-encoded in capitals.
fn push_encoded(out: &mut String, text: &str) {
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Takes percent-encoding off. A percent sign that no two hexadecimal digits follow stays; bytes that are
/// not UTF-8 become the replacement character, as in the reference implementation.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = (
            bytes.get(at + 1).copied().and_then(digit),
            bytes.get(at + 2).copied().and_then(digit),
        );
        if let (b'%', (Some(high), Some(low))) = (bytes[at], pair) {
            out.push(high << 4 | low);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

/// The canonical path: decoded, each segment encoded again, with a slash at the end.
pub(crate) fn canonical_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len() + 1);
    for (index, segment) in decode(path).split('/').enumerate() {
        if index > 0 {
            out.push('/');
        }
        push_encoded(&mut out, segment);
    }
    if !out.ends_with('/') {
        out.push('/');
    }
    out
}

/// The query string of these names and values as the signature wants it: sorted by name, then value, both
/// percent-encoded, without a question mark. A request sent with exactly this text is signed as sent.
///
/// ```
/// use sdk_hmac_sha256::query_string;
///
/// assert_eq!(query_string(&[("tracker_type", "data"), ("tracker_name", "a b")]),
///     "tracker_name=a%20b&tracker_type=data");
/// ```
#[must_use]
pub fn query_string(pairs: &[(impl AsRef<str>, impl AsRef<str>)]) -> String {
    let mut pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| (name.as_ref(), value.as_ref()))
        .collect();
    // Strings compare by byte, which for UTF-8 is the order of code points.
    pairs.sort_unstable();
    let mut out = String::new();
    for (name, value) in pairs {
        if !out.is_empty() {
            out.push('&');
        }
        push_encoded(&mut out, name);
        out.push('=');
        push_encoded(&mut out, value);
    }
    out
}

/// The canonical form of a query as it stands on the wire. A plus sign is a plus sign, not a space.
pub(crate) fn canonical_query(query: &str) -> String {
    let pairs: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decode(name), decode(value)))
        .collect();
    query_string(&pairs)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |value: u8| DIGITS[usize::from(value & 15)];
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(*byte)])
        .collect()
}

/// The bytes that hexadecimal digits stand for; `None` for an odd count or another character.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs
        .iter()
        .map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?))
        .collect()
}

fn digit(byte: u8) -> Option<u8> {
    let value = char::from(byte).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        for (path, canonical) in [
            ("", "/"),
            ("/", "/"),
            ("/a", "/a/"),
            ("/a/", "/a/"),
            ("/a b/%7Bx%7D", "/a%20b/%7Bx%7D/"),
            ("/100%", "/100%25/"),
            ("/%zz/%4", "/%25zz/%254/"),
            ("/%FF", "/%EF%BF%BD/"),
            ("/a%2Fb", "/a/b/"),
        ] {
            assert_eq!(canonical_path(path), canonical, "{path}");
        }
    }

    #[test]
    fn queries_on_the_wire() {
        for (query, canonical) in [
            ("", ""),
            ("b=2&a=1", "a=1&b=2"),
            ("a", "a="),
            ("a=", "a="),
            ("a=1=2", "a=1%3D2"),
            ("a=x+y", "a=x%2By"),
            ("&&a=1&", "a=1"),
            ("a=%e5%ae%a1", "a=%E5%AE%A1"),
            ("b=1&a=2&a=1", "a=1&a=2&b=1"),
        ] {
            assert_eq!(canonical_query(query), canonical, "{query}");
        }
    }

    #[test]
    fn hexadecimal_both_ways() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
        assert_eq!(unhex("000aFF"), Some(vec![0, 10, 255]));
        assert_eq!(unhex("0"), None);
        assert_eq!(unhex("0g"), None);
        assert_eq!(unhex("é"), None);
    }
}
