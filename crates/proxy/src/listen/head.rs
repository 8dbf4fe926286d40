//! Reads the head of a request only to find out whether it can be read in one way only.
//!
//! The parser behind it forgives some things that other servers read differently: it takes LF for a line end, drops
//! `Content-Length` beside `Transfer-Encoding`, folds equal lengths into one, and cuts a fragment off. Whoever stands in
//! front may have seen another request then. Nothing of that kind comes as far as the parser.

use super::flaw::Flaw;

/// The longest head, in bytes. A token of a front proxy and some cookies fit well.
pub(super) const MAX_HEAD: usize = 32 * 1024;

/// The longest target, in bytes.
const MAX_TARGET: usize = 8 * 1024;

/// The most header lines.
pub(super) const MAX_HEADERS: usize = 100;

/// The methods that the routes may see; each of them is answered there.
const METHODS: [&[u8]; 7] = [
    b"GET", b"HEAD", b"PUT", b"POST", b"DELETE", b"OPTIONS", b"PATCH",
];

/// Headers that decide something here; which of two would count is not told anywhere.
const ONCE: [&str; 9] = [
    "host",
    "content-length",
    "content-type",
    "content-encoding",
    "authorization",
    "origin",
    "sec-fetch-site",
    "transfer-encoding",
    crate::FORM_HEADER,
];

/// Looks for the end of a head among bytes of which `seen` were looked at before.
///
/// # Errors
/// As soon as a byte cannot belong to a head, so that a caller who ends lines in another way need not wait.
pub(super) fn end(bytes: &[u8], seen: usize) -> Result<Option<usize>, Flaw> {
    for index in seen..bytes.len() {
        let after_return = index > 0 && bytes[index - 1] == b'\r';
        match bytes[index] {
            b'\n' if !after_return || index == 1 => return Err(Flaw::LineEnd),
            b'\n' if bytes[..index].ends_with(b"\r\n\r") => return Ok(Some(index + 1)),
            b'\n' => {}
            _ if after_return => return Err(Flaw::LineEnd),
            b'\r' | b'\t' => {}
            0..=0x1f | 0x7f => return Err(Flaw::Control),
            _ => {}
        }
    }
    if bytes.len() > MAX_HEAD {
        let is_target = !bytes.contains(&b'\r');
        return Err(if is_target {
            Flaw::TargetTooLong
        } else {
            Flaw::HeadTooLong
        });
    }
    Ok(None)
}

/// The length of the body that follows a head, which ends with an empty line.
///
/// # Errors
/// The first flaw.
pub(super) fn check(head: &[u8]) -> Result<u64, Flaw> {
    let text = head.strip_suffix(b"\r\n\r\n").ok_or(Flaw::LineEnd)?;
    // Every LF has its CR; `end` has seen to that.
    let mut lines = text
        .split(|byte| *byte == b'\n')
        .map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let first = lines.next().unwrap_or_default();
    let method = request_line(first)?;
    if head.len() > MAX_HEAD {
        return Err(Flaw::HeadTooLong);
    }
    let mut headers = Headers::default();
    for line in lines {
        headers.add(line)?;
    }
    headers.body(method)
}

/// The method of the first line.
fn request_line(line: &[u8]) -> Result<&[u8], Flaw> {
    let mut words = line.split(|byte| *byte == b' ');
    let (Some(method), Some(target), Some(version), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(Flaw::RequestLine);
    };
    if version != b"HTTP/1.1" {
        let other = version.starts_with(b"HTTP/");
        return Err(if other {
            Flaw::Version
        } else {
            Flaw::RequestLine
        });
    }
    if !METHODS.contains(&method) {
        return Err(Flaw::Method);
    }
    if target.len() > MAX_TARGET {
        return Err(Flaw::TargetTooLong);
    }
    if is_plain(target) {
        Ok(method)
    } else {
        Err(Flaw::Target)
    }
}

/// Whether a target is a path, with or without a query, that cannot be read in two ways.
fn is_plain(target: &[u8]) -> bool {
    let path = target
        .split(|byte| *byte == b'?')
        .next()
        .unwrap_or_default();
    let printable = |byte: &u8| matches!(byte, 0x21..=0x7e) && !matches!(byte, b'#' | b'\\');
    path.starts_with(b"/")
        && target.iter().all(printable)
        && path[1..]
            .split(|byte| *byte == b'/')
            .rev()
            .enumerate()
            .all(segment)
}

/// Whether a part of a path is plain. Only the last one may be empty.
fn segment((index, text): (usize, &[u8])) -> bool {
    let is_last = index == 0;
    (is_last || !text.is_empty()) && text != b"." && text != b".." && escapes(text)
}

/// Whether all escapes are complete and none hides a slash, a backslash, a dot, a percent sign or a control character.
fn escapes(text: &[u8]) -> bool {
    let hex = |byte: Option<&u8>| {
        let digit = char::from(*byte?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    text.iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'%')
        .all(|(index, _)| {
            let pair = hex(text.get(index + 1)).zip(hex(text.get(index + 2)));
            pair.is_some_and(|(high, low)| {
                !matches!(
                    high * 16 + low,
                    0..=0x1f | 0x7f | b'/' | b'\\' | b'.' | b'%'
                )
            })
        })
}

/// What the headers say about the body, and which were there.
#[derive(Default)]
struct Headers {
    count: usize,
    seen: u16,
    length: Option<u64>,
    has_host: bool,
    has_encoding: bool,
}

impl Headers {
    fn add(&mut self, line: &[u8]) -> Result<(), Flaw> {
        self.count += 1;
        if self.count > MAX_HEADERS {
            return Err(Flaw::HeadTooLong);
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            return Err(Flaw::Folded);
        }
        let colon = line.iter().position(|byte| *byte == b':');
        let colon = colon.ok_or(Flaw::HeaderName)?;
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        if name.is_empty() || !name.iter().copied().all(is_of_a_name) {
            return Err(Flaw::HeaderName);
        }
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        if let Some(index) = ONCE.iter().position(|known| is(known)) {
            let bit = 1 << index;
            let first = self.seen & bit == 0;
            self.seen |= bit;
            if !first {
                return Err(Flaw::Repeated);
            }
        }
        if is("content-length") {
            self.length = Some(number(value).ok_or(Flaw::Length)?);
        } else if is("transfer-encoding") {
            self.has_encoding = true;
        } else if is("host") {
            self.has_host = !value.is_empty() && value.iter().copied().all(is_of_a_host);
            if !self.has_host {
                return Err(Flaw::Host);
            }
        } else if is("expect") {
            return Err(Flaw::Expect);
        } else if is("upgrade") {
            return Err(Flaw::Upgrade);
        }
        Ok(())
    }

    fn body(self, method: &[u8]) -> Result<u64, Flaw> {
        let length = self.length.unwrap_or_default();
        match (self.has_encoding, self.length) {
            (true, Some(_)) => Err(Flaw::TwoLengths),
            (true, None) => Err(Flaw::TransferEncoding),
            _ if !self.has_host => Err(Flaw::Host),
            _ if length > 0 && matches!(method, b"GET" | b"HEAD") => Err(Flaw::UnexpectedBody),
            _ => Ok(length),
        }
    }
}

/// The characters of a header name (RFC 9110, section 5.6.2), without the underscore.
fn is_of_a_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^`|~".contains(&byte)
}

/// The characters of `name:port` and `[address]:port`.
fn is_of_a_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte)
}

/// A number of up to 18 digits and nothing else.
fn number(value: &[u8]) -> Option<u64> {
    let plain = (1..=18).contains(&value.len()) && value.iter().all(u8::is_ascii_digit);
    let text = std::str::from_utf8(value).ok().filter(|_| plain)?;
    text.parse().ok()
}

#[cfg(test)]
mod tests;
