//! What the proxy answers by itself: errors in the shape of the cloud, with codes of their own prefix.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::policy::Denial;
use crate::random;
use crate::telemetry::Refused;

/// An error of the proxy. The code is `PROXY.` with the status in four digits.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    message: String,
    diagnostics: Option<Box<RawValue>>,
    header: Option<Box<(HeaderName, HeaderValue)>>,
    /// Whether it is open if the change was made.
    open: bool,
    /// Where the tracker can be read back.
    read_back: Option<Box<str>>,
    /// The policies of the caller, none of which allows the request.
    policies: Box<[String]>,
}

impl Refusal {
    fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self {
            status,
            message: message.into(),
            diagnostics: None,
            header: None,
            open: false,
            read_back: None,
            policies: Box::default(),
        }
    }

    fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.header = Some(Box::new((name, value)));
        self
    }

    /// It is not known who calls. All that is wrong about it gets the same words.
    pub(crate) fn unknown(challenge: &'static str) -> Self {
        let message = "The proxy does not know who is calling; nothing was sent.";
        Self::new(StatusCode::UNAUTHORIZED, message).with(
            header::WWW_AUTHENTICATE,
            HeaderValue::from_static(challenge),
        )
    }

    /// The body was judged and has errors; `diagnostics` is the report as JSON text. It goes out as it is, so
    /// that it is the same, byte for byte, as everywhere else.
    pub(crate) fn judged(message: impl Into<String>, diagnostics: String) -> Self {
        Self {
            diagnostics: RawValue::from_string(diagnostics).ok(),
            ..Self::new(StatusCode::BAD_REQUEST, message)
        }
    }

    /// The caller has made too many requests; `wait` is how long until the next one is taken.
    pub(crate) fn too_often(wait: Duration) -> Self {
        let message = "There were too many requests of this caller; nothing was sent.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, message).after(wait)
    }

    /// The proxy has too much to do, or lacks what it needs for the moment.
    pub(crate) fn busy(message: impl Into<String>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).after(Duration::from_secs(1))
    }

    /// Says when to come again, in whole seconds. Rounded up: who comes a moment too early would be sent away again.
    fn after(self, wait: Duration) -> Self {
        let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
        self.with(header::RETRY_AFTER, HeaderValue::from(seconds))
    }

    /// The request could have been forged by another site.
    pub(crate) fn forged(message: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    /// No policy allows it. The answer names those that are about the caller.
    pub(crate) fn denied(denial: &Denial) -> Self {
        Self {
            policies: denial.names().into(),
            ..Self::new(StatusCode::FORBIDDEN, denial.message())
        }
    }

    /// A policy is about members, and what they are now is not known.
    pub(crate) fn unread(why: &str) -> Self {
        Self::busy(format!(
            "A policy limits the members that may change, and the tracker as it is now could not be read: {why}. \
             Nothing was changed."
        ))
    }

    /// No such address, region or project.
    pub(crate) fn not_found(message: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    /// Another method is needed.
    pub(crate) fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "The proxy does not offer this method here.",
        )
    }

    /// The body is too large.
    pub(crate) fn too_large() -> Self {
        let message = "The body is larger than 65536 bytes; nothing was sent.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, message)
    }

    /// The body could not be read.
    pub(crate) fn broken_body() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "The body ended early or did not arrive in time; nothing was sent.",
        )
    }

    /// The body is not declared as JSON.
    pub(crate) fn media_type() -> Self {
        let message = "Send the header Content-Type: application/json; nothing was sent.";
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
    }

    /// The request was made under a name that is not the proxy's.
    pub(crate) fn host() -> Self {
        let message = "The proxy does not go by this host name. Open the address it printed when it \
                       started, or add the name to hosts in its settings.";
        Self::new(StatusCode::MISDIRECTED_REQUEST, message)
    }

    /// The head of the request cannot be read in one way only.
    pub(crate) fn malformed(status: StatusCode, message: &str) -> Self {
        Self::new(status, message)
    }

    /// A fault in the proxy.
    pub(crate) fn internal() -> Self {
        let message = "The proxy failed; nothing was sent. Its log has the request id.";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message)
    }

    /// There is no credential to send the request with. `problem` is a sentence without its full stop.
    pub(crate) fn no_credential(problem: &str, wait: Duration) -> Self {
        let message = format!(
            "The proxy has no valid credential, so nothing was sent: {problem}. Whoever runs the proxy has to look."
        );
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).after(wait.max(Duration::from_secs(1)))
    }

    /// The cloud gave no proper answer.
    pub(crate) fn bad_gateway(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_GATEWAY, message)
    }

    /// The cloud gave no answer in time.
    pub(crate) fn timeout(message: impl Into<String>) -> Self {
        Self::new(StatusCode::GATEWAY_TIMEOUT, message)
    }

    /// Says what to do when it is not known whether the cloud acted; a request that changes nothing needs no word.
    #[must_use]
    pub(crate) fn unsure(mut self, changes: bool) -> Self {
        if changes {
            self.open = true;
            self.message.push_str(
                " The change may have been made: read the tracker back before you try again.",
            );
        }
        self
    }

    /// Whether it is open if the change was made.
    pub(crate) fn is_unsure(&self) -> bool {
        self.open
    }

    /// The same with the address, below that of the proxy, under which the tracker can be read back.
    #[must_use]
    pub(crate) fn reading_back(mut self, address: String) -> Self {
        self.read_back = Some(address.into());
        self
    }

    /// The update cannot be written into the audit log.
    pub(crate) fn unaudited() -> Self {
        let message =
            "The audit log cannot be written, so nothing was sent. The log of the proxy tells why.";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message)
    }

    /// Whether it is certain that the cloud got nothing of the request.
    pub(crate) fn says_nothing_was_sent(&self) -> bool {
        !self.open && self.message.contains("nothing was sent")
    }

    /// The code, for instance `PROXY.0404`.
    pub(crate) fn code(&self) -> String {
        format!("PROXY.{:04}", self.status.as_u16())
    }

    /// The status.
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// The answer, under a request id that also stands in the log.
    pub(crate) fn answer(self, request_id: &str) -> Response {
        let code = self.code();
        let body = Body {
            error_code: code.clone(),
            error_msg: &self.message,
            request_id,
            diagnostics: self.diagnostics.as_deref(),
            read_back: self.read_back.as_deref(),
            policies: &self.policies,
        };
        let mut response = json_answer(self.status, &body);
        let headers = response.headers_mut();
        headers.insert(crate::ANSWER_FROM, HeaderValue::from_static("proxy"));
        if let Ok(id) = HeaderValue::from_str(request_id) {
            headers.insert("x-request-id", id);
        }
        if let Some(header) = self.header {
            headers.insert(header.0, header.1);
        }
        response.extensions_mut().insert(Refused(code));
        response
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.answer(&random::hex(16))
    }
}

/// The body of an error of the proxy.
#[derive(Serialize)]
struct Body<'a> {
    error_code: String,
    error_msg: &'a str,
    request_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnostics: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_back: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    policies: &'a [String],
}

/// A JSON body that must not be kept.
pub(crate) fn json_answer(status: StatusCode, body: &impl Serialize) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    // Texts and texts of JSON are always written.
    let text = serde_json::to_string(body).unwrap_or_default();
    (status, headers, text).into_response()
}
