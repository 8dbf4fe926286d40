//! Lines that depend on each other.
//!
//! A line is a JSON object whose last member is `hash`. The hash is SHA-256, in lower-case hexadecimal, over the hash
//! of the line before (64 characters) and everything of this line that stands before `,"hash":"`. Members keep the
//! order in which they were written, so a line can be checked without writing it anew.

use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest as _, Sha256};

/// What stands between the text that is hashed and the hash.
const SEAM: &str = ",\"hash\":\"";

/// What stands behind the hash.
const END: &str = "\"}";

/// The characters of a hash.
const HASH_LENGTH: usize = 64;

/// The end of a chain: the number of its last line, and the hash of that line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) number: u64,
    pub(crate) hash: String,
}

impl Link {
    /// What stands before the very first line.
    pub(crate) fn origin() -> Self {
        Self {
            number: 0,
            hash: "0".repeat(HASH_LENGTH),
        }
    }

    /// Whether this is where a chain begins.
    pub(super) fn is_origin(&self) -> bool {
        *self == Self::origin()
    }

    /// The next line, without a line break; the chain ends with it then. `members` is the text of a JSON object that
    /// has at least one member.
    pub(super) fn seal(&mut self, time: &str, members: &str) -> String {
        self.number += 1;
        let members = members
            .strip_prefix('{')
            .and_then(|members| members.strip_suffix('}'))
            .unwrap_or_default();
        let mut line = format!("{{\"number\":{},\"time\":\"{time}\",{members}", self.number);
        self.hash = sha256(&[self.hash.as_bytes(), line.as_bytes()]);
        line.extend([SEAM, &self.hash, END]);
        line
    }
}

/// SHA-256 in lower-case hexadecimal over these parts.
pub(super) fn sha256(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    let digest = hasher.finalize();
    digest
        .iter()
        .fold(String::with_capacity(HASH_LENGTH), |mut out, byte| {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "{byte:02x}");
            out
        })
}

/// The text that is hashed and the hash, when a line ends as ours do.
fn parts(line: &[u8]) -> Option<(&str, &str)> {
    let (text, rest) = std::str::from_utf8(line).ok()?.rsplit_once(SEAM)?;
    let hash = rest.strip_suffix(END)?;
    let is_hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    (hash.len() == HASH_LENGTH && hash.bytes().all(is_hexadecimal)).then_some((text, hash))
}

/// Whether a line was written to its end, whatever happened to it since.
pub(super) fn is_whole(line: &[u8]) -> bool {
    // What stands before need not even be text any more.
    let mut ends = line.rsplit(|byte| *byte == b',');
    ends.next()
        .is_some_and(|end| parts(&[b",", end].concat()).is_some())
}

/// A line that has the form of one of ours. Whether it is in its place has to be looked at.
#[derive(Debug)]
pub(super) struct Sealed<'a> {
    /// What the hash is over.
    text: &'a str,
    /// The hash that stands in the line.
    pub(super) hash: &'a str,
    /// The members that matter for the chain.
    pub(super) members: Members,
}

/// Members of a line that matter for the chain, or tell which change it is about.
#[derive(Debug, Deserialize)]
pub(super) struct Members {
    pub(super) number: u64,
    pub(super) event: String,
    pub(super) id: Option<String>,
    pub(super) previous: Option<String>,
    pub(super) torn: Option<Torn>,
    #[serde(rename = "hash")]
    _hash: IgnoredAny,
}

/// A piece of a file that was not written to its end. It stays where it is; the line behind it says so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
pub(crate) struct Torn {
    /// Where it begins, in bytes from the beginning of the file.
    pub(crate) offset: u64,
    /// How many bytes it has, without the line break that was put behind it.
    pub(crate) length: u64,
    /// The SHA-256 of these bytes.
    pub(crate) sha256: String,
}

impl<'a> Sealed<'a> {
    /// Reads a line, without its line break.
    pub(super) fn read(line: &'a [u8]) -> Option<Self> {
        let (text, hash) = parts(line)?;
        let members = serde_json::from_slice(line).ok()?;
        Some(Self {
            text,
            hash,
            members,
        })
    }

    /// Whether it follows this line and is as it was written.
    pub(super) fn follows(&self, link: &Link) -> bool {
        self.members.number == link.number + 1 && self.is_sealed_after(&link.hash)
    }

    /// Whether it is as it was written behind a line with this hash.
    pub(super) fn is_sealed_after(&self, previous: &str) -> bool {
        sha256(&[previous.as_bytes(), self.text.as_bytes()]) == self.hash
    }

    /// The end of a chain that ends with this line.
    pub(super) fn link(&self) -> Link {
        Link {
            number: self.members.number,
            hash: self.hash.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let mut end = Link::origin();
        let line = end.seal(
            "2026-01-01T00:00:00.000Z",
            r#"{"event":"start","torn":null}"#,
        );
        assert!(line.starts_with(
            r#"{"number":1,"time":"2026-01-01T00:00:00.000Z","event":"start","torn":null,"hash":""#
        ));
        let sealed = Sealed::read(line.as_bytes()).expect("a line");
        assert!(sealed.follows(&Link::origin()));
        assert!(!sealed.follows(&end));
        assert_eq!(sealed.link(), end);
    }

    /// The recipe of the documentation, with a value that another program computed.
    #[test]
    fn the_hash_is_that_of_other_programs() {
        let text = format!("{}abc", "0".repeat(64));
        assert_eq!(
            sha256(&[text.as_bytes()]),
            sha256(&["0".repeat(64).as_bytes(), b"abc"])
        );
        assert_eq!(
            sha256(&[b"abc"]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn other_texts_are_no_lines() {
        for text in [
            "",
            "{}",
            "null",
            r#"{"number":1,"hash":"00"}"#,
            "\0\0\0",
            "{\"number\":1,\"time\":\"\",\"event\":\"x\"",
        ] {
            assert!(Sealed::read(text.as_bytes()).is_none(), "{text:?}");
        }
    }
}
