//! What the cloud answers, and what that means.
//!
//! [`explain`] takes an answer to the update of a tracker apart: what it says, whether the change
//! was made, what to do, which members it concerns, and when to try again. It reads every shape of
//! body that CTS, the gateway, the identity service and the proxy of this project are known to
//! send, and it never calls an answer a success that does not look like one of the service.

use alloc::string::String;
use alloc::vec::Vec;

use crate::table::Member;
use crate::text::Text;

mod body;
mod catalogue;
mod explanation;
mod json;
mod mention;
mod redact;
mod verdict;

pub use body::Shape;
pub use catalogue::{FAMILIES, Family, Row};
pub use explanation::{explain, explain_listing};
pub use redact::redact;
pub use verdict::{Outcome, Retry};

/// An answer as it came over the wire.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The status of HTTP.
    pub status: u16,
    /// Names and values of the headers. Names are compared without regard to case. `X-Request-Id`
    /// and `Retry-After` are read, and the two with which the proxy of this project explains a
    /// refused signature: `X-CTS-Signature-Difference` and `X-CTS-Clock-Difference`.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body, decoded from any transfer or content coding.
    pub body: &'a [u8],
}

/// An answer explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The status of HTTP.
    pub status: u16,
    /// Whether the answer is what the service sends when it did what it was asked for.
    pub success: bool,
    /// The shape of the body.
    pub shape: Shape,
    /// The code, as it was written. `None` when the body names none; the SDKs report the status in
    /// its place.
    pub code: Option<String>,
    /// The message, or the beginning of the raw body when there is none. Values of headers that
    /// hold a credential are masked. `None` for an empty body and for a success.
    pub message: Option<String>,
    /// The request id to quote in a service ticket: of the header `X-Request-Id`, else of the body.
    pub request_id: Option<String>,
    /// The opaque reason for a refusal, which the identity service can decode.
    pub encoded_authorization_message: Option<String>,
    /// Whether the catalogue knows the code.
    pub known: bool,
    /// What the answer means.
    pub meaning: Text,
    /// What to do about it.
    pub remedy: Text,
    /// A closer meaning and remedy, where the message or a header of the proxy gives more away
    /// than the code: for authentication failures, and for errors that came with a status of
    /// success.
    pub detail: Option<(Text, Text)>,
    /// The members that the answer concerns: those of the code, else those that the message names.
    /// Empty when the fault is not in the request.
    pub members: Vec<Member>,
    /// When to send the request again.
    pub retry: Retry,
    /// How many seconds the header `Retry-After` asks to wait. A date in that header is not read,
    /// as there is no clock here.
    pub retry_after: Option<u32>,
    /// Whether the change was made.
    pub outcome: Outcome,
}

impl Explanation {
    /// Whether a program may send the same request again without asking, after a pause: the cause
    /// passes by itself and nothing was changed. Never true for a 401 or a 503.
    #[must_use]
    pub fn may_retry_unasked(&self) -> bool {
        self.retry == Retry::AfterWaiting && self.outcome == Outcome::NotTaken
    }
}
