//! Answers, in the body shapes that the cloud uses.

use std::time::{Duration, UNIX_EPOCH};

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::codes;

/// The header with the id of the request, 32 characters `0-9 a-f`.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The end of the year 9999 in milliseconds since 1970: the last time that a `Date` can show.
const DATES_END: u64 = 253_402_300_800_000;

/// Marks an answer that a fault asked for: it goes out as it is.
#[derive(Clone, Copy)]
pub(crate) struct AskedFor;

/// An error answer. Its body is written by [`finish`], once the request id is known.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    shape: Shape,
}

#[derive(Clone, Debug)]
enum Shape {
    /// `error_code` and `error_msg`: the service.
    Service {
        code: &'static str,
        message: &'static str,
    },
    /// The same with `request_id`: the gateway in front of the service.
    Gateway { code: &'static str, message: String },
    /// Nested, with an integer code: the identity service.
    Identity { message: &'static str },
}

impl Refusal {
    /// A code of CTS. One that the table does not have, or none, becomes CTS.0003: the cloud does not say
    /// what it answers to mistakes without a code of their own.
    pub(crate) fn service(code: Option<&str>) -> Self {
        let (code, status, message) = code
            .and_then(codes::cts)
            .or_else(|| codes::cts("CTS.0003"))
            .expect("CTS.0003 is in the table");
        Self {
            status: status_code(status),
            shape: Shape::Service { code, message },
        }
    }

    /// A code of the tables of CTS or of the gateway; anything else is taken for a fault inside the cloud.
    pub(crate) fn listed(code: &str, status: Option<u16>) -> Self {
        if codes::cts(code).is_some() {
            return Self::service(Some(code));
        }
        let (code, status, message) = codes::gateway(code, status)
            .or_else(|| codes::gateway("APIGW.0601", None))
            .expect("APIGW.0601 is in the table");
        Self::gateway(status, code, message)
    }

    /// A code of the gateway.
    pub(crate) fn gateway(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        let shape = Shape::Gateway {
            code,
            message: message.into(),
        };
        Self {
            status: status_code(status),
            shape,
        }
    }

    /// 401 with APIGW.0301 and the cause after a colon.
    pub(crate) fn authentication(cause: impl AsRef<str>) -> Self {
        let text = format!(
            "Incorrect IAM authentication information: {}",
            cause.as_ref()
        );
        Self::gateway(401, "APIGW.0301", text)
    }

    /// An answer of the identity service.
    pub(crate) fn identity(status: u16, message: &'static str) -> Self {
        Self {
            status: status_code(status),
            shape: Shape::Identity { message },
        }
    }

    fn body(&self, request_id: &str) -> Value {
        match &self.shape {
            Shape::Service { code, message } => json!({"error_code": code, "error_msg": message}),
            Shape::Gateway { code, message } => {
                json!({"error_code": code, "error_msg": message, "request_id": request_id})
            }
            Shape::Identity { message } => json!({"error": {
                "code": self.status.as_u16(),
                "message": message,
                "title": self.status.canonical_reason(),
            }}),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A successful answer with a JSON body.
pub(crate) fn json_answer(status: u16, body: &Value) -> Response {
    let kind = HeaderValue::from_static("application/json;charset=UTF-8");
    (
        status_code(status),
        [(header::CONTENT_TYPE, kind)],
        body.to_string(),
    )
        .into_response()
}

/// Writes the body of a refusal and the headers that every answer has. `now` is in milliseconds since 1970.
pub(crate) fn finish(mut response: Response, request_id: &str, now: u64) -> Response {
    let mut refusal = response.extensions_mut().remove::<Refusal>();
    let is_asked_for = response.extensions_mut().remove::<AskedFor>().is_some();
    if refusal.is_none() && !is_asked_for && response.status().is_client_error() {
        // The router refused by itself, for instance a path that is not UTF-8.
        refusal = Some(Refusal::gateway(400, "APIGW.0201", "API request error."));
    }
    if let Some(refusal) = refusal {
        response = json_answer(refusal.status.as_u16(), &refusal.body(request_id));
    }
    let headers = response.headers_mut();
    headers.insert(header::SERVER, HeaderValue::from_static("api-gateway"));
    // What a fault brought along stays.
    if let (false, Ok(value)) = (
        headers.contains_key(REQUEST_ID),
        HeaderValue::from_str(request_id),
    ) {
        headers.insert(REQUEST_ID, value);
    }
    let date = (now < DATES_END)
        .then(|| UNIX_EPOCH.checked_add(Duration::from_millis(now)))
        .flatten()
        .map(httpdate::fmt_http_date);
    if let Some(date) = date.and_then(|date| HeaderValue::from_str(&date).ok()) {
        headers.insert(header::DATE, date);
    }
    response
}

/// The statuses used here are all valid.
fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
