//! The way of a request to the cloud and back.

use std::rc::Rc;

use cts_tracker::answer::Outcome;
use cts_tracker::{Draft, TrackerType};

use super::history::Changed;
use super::{Explanation, Field};

/// A request as it is shown before it is sent, and as it is sent then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The address of the proxy.
    pub(crate) address: String,
    /// Exactly the bytes of the preview.
    pub(crate) body: String,
}

/// A request that was sent, with what was known then.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sent {
    pub(crate) request: Rc<Request>,
    pub(crate) draft: Draft,
    /// The tracker as it was, when it was listed.
    pub(crate) base: Option<Draft>,
    /// What was to be changed of it.
    pub(crate) changes: Vec<Changed>,
    pub(crate) region: String,
    pub(crate) project_id: String,
    /// UTC, after ISO 8601.
    pub(crate) departed: String,
}

/// How far a request has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Sending {
    #[default]
    Idle,
    /// On its way.
    Waiting(Rc<Request>),
    /// Something came back.
    Answered(Rc<Reply>),
    /// Nothing came back.
    Failed(Failure),
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reply {
    /// The status of HTTP.
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    /// The body as text. JSON is broken into lines; nothing else about it is changed.
    pub(crate) body: String,
    /// Whether the body is JSON.
    pub(crate) is_json: bool,
    /// From sending to the last byte, in milliseconds.
    pub(crate) duration: u32,
    /// `None` when what explains answers could not be loaded.
    pub(crate) explanation: Option<Explanation>,
}

impl Reply {
    pub(crate) fn new(
        status: u16,
        headers: Vec<(String, String)>,
        bytes: &[u8],
        duration: u32,
        explanation: Option<Explanation>,
    ) -> Self {
        let is_json = cts_tracker::json::parse(bytes).is_ok();
        let body = String::from_utf8_lossy(bytes);
        Self {
            status,
            body: if is_json {
                indent(&body)
            } else {
                body.into_owned()
            },
            is_json,
            headers,
            duration,
            explanation,
        }
    }
}

impl Reply {
    /// Whether the change was made. Open when nobody could say what the answer means.
    pub(crate) fn outcome(&self) -> Outcome {
        let explanation = self.explanation.as_ref();
        explanation.map_or(Outcome::Unknown, |explanation| explanation.outcome)
    }

    /// The request id to quote in a service ticket.
    pub(crate) fn request_id(&self) -> Option<&str> {
        let explanation = self.explanation.as_ref();
        let said = explanation.and_then(|explanation| explanation.request_id.as_deref());
        said.or_else(|| {
            let header = self.headers.iter().find(|(name, _)| name == "x-request-id");
            header.map(|(_, value)| value.as_str())
        })
    }

    /// The fields that the answer speaks of. A member that the tracker type does not have stands
    /// nowhere in the form.
    pub(crate) fn concerned(&self, tracker_type: TrackerType) -> impl Iterator<Item = Field> {
        let explanation = self.explanation.iter();
        explanation
            .flat_map(|explanation| explanation.members.iter().copied())
            .filter(move |member| member.belongs_to(tracker_type))
            .map(|member| Field::Member(member).visible())
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The connection could not be made, or it broke.
    Lost,
    /// The page waited as long as it does.
    TimedOut,
    /// The person stopped waiting.
    Stopped,
    /// The answer began, with this status, and its body broke off.
    Cut(u16),
}

/// The address of the update at the proxy. What people typed is encoded, so that it cannot lead
/// to another path.
pub(crate) fn address(base: &str, region: &str, project_id: &str) -> String {
    let base = base.trim_end_matches('/');
    [
        base,
        "/",
        &encode(region),
        "/v3/",
        &encode(project_id),
        "/tracker",
    ]
    .concat()
}

/// The address of the list of trackers at the proxy.
pub(super) fn trackers_address(base: &str, region: &str, project_id: &str) -> String {
    [&address(base, region, project_id), "s"].concat()
}

/// Breaks JSON text into lines. Only white space between values is changed, so that each value is
/// seen as the cloud wrote it, long numbers and escapes included.
fn indent(json: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    let (mut in_string, mut escaped) = (false, false);
    let mut before = ' ';
    for character in json.chars() {
        if in_string {
            text.push(character);
            in_string = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        if character.is_ascii_whitespace() {
            continue;
        }
        let closes = matches!(character, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
        }
        let is_empty = closes && matches!(before, '{' | '[');
        if (closes || matches!(before, '{' | '[' | ',')) && !is_empty {
            text.push('\n');
            text.push_str(&"  ".repeat(depth));
        }
        text.push(character);
        match character {
            '{' | '[' => depth += 1,
            ':' => text.push(' '),
            '"' => in_string = true,
            _ => {}
        }
        before = character;
    }
    text
}

/// Percent-encodes one segment of a path (RFC 3986, unreserved characters stay).
fn encode(segment: &str) -> String {
    let mut encoded = String::with_capacity(segment.len());
    for byte in segment.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            const DIGITS: [char; 16] = [
                '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
            ];
            encoded.push('%');
            encoded.push(DIGITS[usize::from(byte >> 4)]);
            encoded.push(DIGITS[usize::from(byte & 15)]);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{address, indent};

    #[test]
    fn what_is_typed_cannot_leave_its_segment() {
        assert_eq!(
            address("/api/", "cn-north-4", "0123"),
            "/api/cn-north-4/v3/0123/tracker"
        );
        assert_eq!(
            address("/api", "a/b", "?x=1#é"),
            "/api/a%2Fb/v3/%3Fx%3D1%23%C3%A9/tracker"
        );
    }

    #[test]
    fn an_answer_is_broken_into_lines_and_not_changed() {
        let json = r#"{"a" : [1e400,{}], "b":"x:,{\"\\","c":[ ],"d":12345678901234567890}"#;
        assert_eq!(
            indent(json),
            r#"{
  "a": [
    1e400,
    {}
  ],
  "b": "x:,{\"\\",
  "c": [],
  "d": 12345678901234567890
}"#
        );
        assert_eq!(indent(" \"\" "), "\"\"");
    }
}
