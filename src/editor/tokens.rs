//! The words of JSON on one line, for their colours. Text that is no JSON has some all the same.

use core::ops::Range;

/// What a part of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// White space, brackets, and what is no JSON.
    Plain,
    /// The name of a member.
    Name,
    /// Another string.
    Text,
    /// A number, `true`, `false` or `null`.
    Value,
}

impl Token {
    /// Its class in the style sheet; empty for what has none.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Name => "json-name",
            Self::Text => "json-text",
            Self::Value => "json-value",
        }
    }
}

/// The parts of a line, one behind the other from its beginning to its end, in bytes. No string of
/// JSON goes on over the end of a line, so a line can be read by itself.
pub(super) fn of_line(line: &str) -> Vec<(Token, Range<usize>)> {
    let bytes = line.as_bytes();
    let mut parts: Vec<(Token, Range<usize>)> = Vec::new();
    let mut start = 0;
    while let Some(first) = bytes.get(start) {
        let (token, end) = match first {
            b'"' => {
                let end = end_of_string(bytes, start + 1);
                let is_name = line
                    .get(end..)
                    .is_some_and(|rest| rest.trim_start().starts_with(':'));
                (if is_name { Token::Name } else { Token::Text }, end)
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' => (Token::Value, end_of(bytes, start, is_in_word)),
            _ => (Token::Plain, end_of(bytes, start, is_plain)),
        };
        parts.push((token, start..end));
        start = end;
    }
    parts
}

fn end_of_string(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The end of what begins here with one byte at least.
fn end_of(bytes: &[u8], start: usize, goes_on: fn(u8) -> bool) -> usize {
    let rest = bytes.get(start + 1..).unwrap_or_default();
    let length = rest.iter().position(|byte| !goes_on(*byte));
    length.map_or(bytes.len(), |length| start + 1 + length)
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_')
}

fn is_plain(byte: u8) -> bool {
    !matches!(byte, b'"' | b'-' | b'0'..=b'9' | b'a'..=b'z')
}

#[cfg(test)]
mod tests {
    use super::{Token, of_line};

    fn read(line: &str) -> Vec<(Token, &str)> {
        let parts = of_line(line);
        let mut end = 0;
        for (_, part) in &parts {
            assert_eq!(part.start, end, "{line}");
            end = part.end;
        }
        assert_eq!(end, line.len(), "{line}");
        parts
            .into_iter()
            .map(|(token, part)| (token, line.get(part).expect("whole characters")))
            .collect()
    }

    #[test]
    fn a_line_of_json_has_names_and_values() {
        assert_eq!(
            read(r#"  "a\"b" : ["审计", -1e4, true],"#),
            [
                (Token::Plain, "  "),
                (Token::Name, r#""a\"b""#),
                (Token::Plain, " : ["),
                (Token::Text, "\"审计\""),
                (Token::Plain, ", "),
                (Token::Value, "-1e4"),
                (Token::Plain, ", "),
                (Token::Value, "true"),
                (Token::Plain, "],"),
            ]
        );
    }

    #[test]
    fn what_is_no_json_is_read_to_its_end() {
        for line in [
            "",
            "\"",
            "\"a\\",
            "\"a",
            "审计😀",
            "{审:\"计\\😀",
            "'x'",
            "\u{0}-",
        ] {
            read(line);
        }
        assert_eq!(read("\"open")[0], (Token::Text, "\"open"));
    }
}
