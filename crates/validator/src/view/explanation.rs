//! The shapes of an answer of the cloud and of what it means.

use serde::Deserialize;
use ts_rs::TS;

/// An answer to `PUT /v3/{project_id}/tracker` as it came over the wire.
#[derive(Clone, Debug, PartialEq, TS)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The headers: a `Headers` object, a list of pairs, or an object.
    #[ts(
        type = "Iterable<readonly [string, string]> | { forEach(take: (value: string, name: string) => void): void } | Readonly<Record<string, string>>",
        optional
    )]
    pub headers: Option<()>,
    /// The body, decoded from any transfer or content coding. Empty when left out.
    #[ts(optional)]
    pub body: Option<String>,
}

/// An answer explained.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// The status of HTTP.
    pub status: u16,
    /// Whether it is what the service sends when it did what it was asked for.
    pub success: bool,
    /// Whether the change was made: `taken`, `not-taken` or `unknown`.
    pub outcome: String,
    /// The code, as it was written, or `null` when the body names none.
    pub code: Option<String>,
    /// The message of the answer, or the beginning of its raw body.
    pub message: Option<String>,
    /// The request id to quote in a service ticket.
    pub request_id: Option<String>,
    /// The opaque reason for a refusal, which the identity service can decode.
    pub encoded_authorization_message: Option<String>,
    /// The shape of the body, for instance `service` or `gateway`.
    pub shape: String,
    /// Whether the code is a known one.
    pub known: bool,
    /// What the answer means.
    pub meaning: String,
    /// What to do about it.
    pub remedy: String,
    /// A closer meaning and remedy, where the message gives more away than the code.
    pub detail: Option<MeaningAndRemedy>,
    /// The JSON Pointers of the members that it concerns.
    pub members: Vec<String>,
    /// When to send the request again, for instance `after-waiting`.
    pub retry: String,
    /// How many seconds the answer asks to wait.
    pub retry_after: Option<u32>,
}

/// What something means and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeaningAndRemedy {
    /// What it means.
    pub meaning: String,
    /// What to do about it.
    pub remedy: String,
}

#[cfg(test)]
mod tests {
    use cts_tracker::Locale;
    use cts_tracker::answer::{Answer, explain};

    use super::Explanation;

    #[test]
    fn explanations_have_this_shape() {
        let body = br#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: x"}"#;
        let answer = Answer {
            status: 401,
            headers: &[("Retry-After", "7")],
            body,
        };
        for locale in Locale::ALL {
            let json = explain(&answer).to_json(locale);
            let shape: Explanation = serde_json::from_str(&json).expect("the shape");
            assert_eq!(shape.code.as_deref(), Some("APIGW.0301"));
            assert_eq!(shape.status, 401);
        }
    }
}
