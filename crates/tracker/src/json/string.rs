//! The text that a JSON string stands for.

use alloc::string::String;

use alloc::borrow::Cow;

use super::{SyntaxError, SyntaxErrorKind};

/// Decodes what stands between the quotes of a string. Offsets of errors count from its start.
pub(crate) fn decode(inner: &str) -> Result<Cow<'_, str>, SyntaxError> {
    let Some(first) = inner.find('\\') else {
        return Ok(Cow::Borrowed(inner));
    };
    let mut decoded = String::with_capacity(inner.len());
    let mut at = first;
    let mut copied = 0;
    while let Some(found) = inner[at..].find('\\') {
        at += found;
        decoded.push_str(&inner[copied..at]);
        let (character, length) =
            escape(&inner[at..]).map_err(|kind| SyntaxError { kind, offset: at })?;
        decoded.push(character);
        at += length;
        copied = at;
    }
    decoded.push_str(&inner[copied..]);
    Ok(Cow::Owned(decoded))
}

/// Reads the escape at the start of a text: the character, and how many bytes it took.
fn escape(text: &str) -> Result<(char, usize), SyntaxErrorKind> {
    let character = match text.as_bytes().get(1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(text),
        _ => return Err(SyntaxErrorKind::InvalidEscape),
    };
    Ok((character, 2))
}

/// Reads `\uXXXX`, or two of them that make a surrogate pair.
fn unicode(text: &str) -> Result<(char, usize), SyntaxErrorKind> {
    let high = unit(text)?;
    if let Some(character) = char::from_u32(high) {
        return Ok((character, 6));
    }
    let low = text
        .get(6..)
        .filter(|rest| rest.starts_with("\\u"))
        .map(unit)
        .transpose()?;
    match (high, low) {
        (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) => {
            char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
                .map(|character| (character, 12))
                .ok_or(SyntaxErrorKind::LoneSurrogate)
        }
        _ => Err(SyntaxErrorKind::LoneSurrogate),
    }
}

/// The code unit of the `\uXXXX` at the start of a text.
fn unit(text: &str) -> Result<u32, SyntaxErrorKind> {
    text.get(2..6)
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .ok_or(SyntaxErrorKind::InvalidEscape)
}
