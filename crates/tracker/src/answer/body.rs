//! Reads the body of an answer, whatever its shape.

use alloc::string::String;

use super::redact::redact;
use crate::json::{self, Tree};

/// The shapes in which bodies of answers come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `{"error_code", "error_msg"}`, as CTS writes it.
    Service,
    /// The same from the gateway, which adds `request_id` and has a prefix of its own.
    Gateway,
    /// A pair inside another object, as the identity service writes it. Its code may be a number.
    Identity,
    /// `{"errorCode", "errorMsg"}`.
    CamelCase,
    /// `{"code", "message"}`.
    CodeMessage,
    /// A refusal that carries `encoded_authorization_message`.
    AuthorizationDetail,
    /// The deprecated version 1: codes that begin with `cts.` in lower case.
    LegacyV1,
    /// JSON without any of these pairs.
    Json,
    /// HTML or XML, as something between here and the cloud may send.
    Html,
    /// Any other text.
    PlainText,
    /// Nothing, or nothing but white space.
    Empty,
}

impl Shape {
    /// A word for programs, for instance `code-message`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Gateway => "gateway",
            Self::Identity => "identity",
            Self::CamelCase => "camel-case",
            Self::CodeMessage => "code-message",
            Self::AuthorizationDetail => "with-authorization-detail",
            Self::LegacyV1 => "legacy-v1",
            Self::Json => "json",
            Self::Html => "html",
            Self::PlainText => "text",
            Self::Empty => "empty",
        }
    }

    /// Whether the body names an error in one of the known ways.
    #[must_use]
    pub const fn is_error(self) -> bool {
        !matches!(
            self,
            Self::Json | Self::Html | Self::PlainText | Self::Empty
        )
    }
}

/// Bodies above this size are shown as text and not read as JSON. The longest answer that makes
/// sense, a list of all trackers that the quota allows, stays far below it.
const READ_AT_MOST: usize = 1 << 20;

/// Longer raw texts are cut.
const SHOW_AT_MOST: usize = 4096;

/// What was found in a body.
pub(super) struct Reading {
    pub(super) shape: Shape,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) encoded_authorization_message: Option<String>,
    /// The body, if it is JSON.
    pub(super) tree: Option<Tree>,
}

/// Reads a body in the order of the official SDKs: the three pairs at the top, the three pairs in
/// nested objects, then the raw text.
///
/// The one difference: a known member `error_code` without its message still counts, with the raw
/// text as message. The SDKs then fall back to the status and lose the code.
pub(super) fn read(body: &[u8]) -> Reading {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let body = body.trim_ascii();
    let tree = if body.len() <= READ_AT_MOST {
        json::parse(body).ok()
    } else {
        None
    };
    let mut reading = Reading {
        shape: raw_shape(body, tree.as_ref()),
        code: None,
        message: None,
        request_id: None,
        encoded_authorization_message: None,
        tree: None,
    };
    if let Some(top @ Tree::Object(_)) = &tree {
        reading.request_id = text_of(top, "request_id");
        reading.encoded_authorization_message = deep(top, &authorization_message);
        if let Some(found) = deep(top, &pair) {
            reading.shape = found.shape(top, &reading);
            reading.message = Some(redact(&found.message));
            reading.code = Some(found.code);
        } else if let Some(code) = text_of(top, "error_code") {
            reading.shape = Shape::Service;
            reading.code = Some(code);
        }
    }
    if reading.message.is_none() && !body.is_empty() {
        reading.message = Some(redact(&shown(body)));
    }
    reading.tree = tree;
    reading
}

/// A code and its message.
struct Pair {
    code: String,
    message: String,
    shape: Shape,
}

impl Pair {
    fn shape(&self, top: &Tree, reading: &Reading) -> Shape {
        if reading.encoded_authorization_message.is_some() {
            Shape::AuthorizationDetail
        } else if self.code.starts_with("cts.") {
            Shape::LegacyV1
        } else if pair(top).is_none() {
            Shape::Identity
        } else if matches!(self.shape, Shape::Service)
            && (reading.request_id.is_some() || self.code.starts_with("APIG"))
        {
            Shape::Gateway
        } else {
            self.shape
        }
    }
}

const PAIRS: [(&str, &str, Shape); 3] = [
    ("error_code", "error_msg", Shape::Service),
    ("errorCode", "errorMsg", Shape::CamelCase),
    ("code", "message", Shape::CodeMessage),
];

/// The first pair of one object. Both parts must be there and must not be empty.
fn pair(object: &Tree) -> Option<Pair> {
    PAIRS.iter().find_map(|&(code, message, shape)| {
        let code = text_of(object, code)?;
        Some(Pair {
            code,
            message: text_of(object, message)?,
            shape,
        })
    })
}

fn authorization_message(object: &Tree) -> Option<String> {
    text_of(object, "encoded_authorization_message")
}

/// Looks into an object, then into the objects in it, in order. Arrays are passed over, as the
/// SDKs do. The depth is bounded by the reader of JSON.
fn deep<T>(object: &Tree, look: &impl Fn(&Tree) -> Option<T>) -> Option<T> {
    let Tree::Object(members) = object else {
        return None;
    };
    look(object).or_else(|| members.iter().find_map(|(_, value)| deep(value, look)))
}

/// A member that is a string or a number, and not empty.
fn text_of(object: &Tree, name: &str) -> Option<String> {
    match object.get(name)? {
        Tree::Text(text) | Tree::Number(text) if !text.is_empty() => Some(text.clone()),
        _ => None,
    }
}

fn raw_shape(body: &[u8], tree: Option<&Tree>) -> Shape {
    match (body.first(), tree) {
        (None, _) => Shape::Empty,
        (_, Some(_)) => Shape::Json,
        (Some(b'<'), None) => Shape::Html,
        _ => Shape::PlainText,
    }
}

/// The beginning of a body as text. What is not UTF-8 becomes a replacement character.
fn shown(body: &[u8]) -> String {
    if body.len() <= SHOW_AT_MOST {
        return String::from_utf8_lossy(body).into_owned();
    }
    // One character may be cut in two at the end, which must not leave a trace.
    let mut end = SHOW_AT_MOST;
    while end > SHOW_AT_MOST - 3 && body[end] & 0xC0 == 0x80 {
        end -= 1;
    }
    let mut text = String::from_utf8_lossy(&body[..end]).into_owned();
    text.push('…');
    text
}

#[cfg(test)]
mod tests;
