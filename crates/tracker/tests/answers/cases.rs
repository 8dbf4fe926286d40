//! The answers of the observation, each with what a client reads out of it.

use cts_tracker::answer::{Outcome, Shape};

use crate::ID;

/// An answer with what the official Python SDK 3.1.219 reads out of it, observed by running it
/// against a local server. Where the SDK reports the status as code, `code` is `None` here.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) status: u16,
    pub(crate) headers: &'static [(&'static str, &'static str)],
    pub(crate) body: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) message: Option<&'static str>,
    pub(crate) request_id: Option<&'static str>,
    pub(crate) authorization: Option<&'static str>,
    pub(crate) shape: Shape,
    pub(crate) outcome: Outcome,
}

const PLAIN: Case = Case {
    name: "",
    status: 200,
    headers: &[("X-Request-Id", ID)],
    body: "",
    code: None,
    message: None,
    request_id: Some(ID),
    authorization: None,
    shape: Shape::Service,
    outcome: Outcome::NotTaken,
};

pub(crate) const CASES: [Case; 22] = [
    Case {
        name: "cts_400",
        status: 400,
        body: r#"{"error_code": "CTS.0003", "error_msg": "The message body is empty or invalid."}"#,
        code: Some("CTS.0003"),
        message: Some("The message body is empty or invalid."),
        ..PLAIN
    },
    Case {
        name: "apigw_401",
        status: 401,
        body: r#"{"error_msg": "Incorrect IAM authentication information: verify aksk signature fail", "error_code": "APIGW.0301", "request_id": "0f00000000000000000000000000000a"}"#,
        code: Some("APIGW.0301"),
        message: Some("Incorrect IAM authentication information: verify aksk signature fail"),
        shape: Shape::Gateway,
        ..PLAIN
    },
    Case {
        name: "iam_nested",
        status: 401,
        body: r#"{"error": {"code": 401, "message": "The token must be updated.", "title": "Unauthorized"}}"#,
        code: Some("401"),
        message: Some("The token must be updated."),
        shape: Shape::Identity,
        ..PLAIN
    },
    Case {
        name: "nested_string_keys",
        status: 403,
        body: r#"{"error": {"error_code": "IAM.0001", "error_msg": "nested"}}"#,
        code: Some("IAM.0001"),
        message: Some("nested"),
        shape: Shape::Identity,
        ..PLAIN
    },
    Case {
        name: "code_message",
        status: 403,
        body: r#"{"code": "CTS.0002", "message": "no permission"}"#,
        code: Some("CTS.0002"),
        message: Some("no permission"),
        shape: Shape::CodeMessage,
        ..PLAIN
    },
    Case {
        name: "camel",
        status: 400,
        body: r#"{"errorCode": "X.1", "errorMsg": "camel"}"#,
        code: Some("X.1"),
        message: Some("camel"),
        shape: Shape::CamelCase,
        ..PLAIN
    },
    Case {
        name: "encoded_auth",
        status: 403,
        body: r#"{"error_code": "CTS.0013", "error_msg": "No permission, Please check roles.", "encoded_authorization_message": "ENCODED"}"#,
        code: Some("CTS.0013"),
        message: Some("No permission, Please check roles."),
        authorization: Some("ENCODED"),
        shape: Shape::AuthorizationDetail,
        ..PLAIN
    },
    Case {
        name: "nested_encoded_auth",
        status: 403,
        body: r#"{"forbidden": {"code": "X", "message": "m", "encoded_authorization_message": "ENC2"}}"#,
        code: Some("X"),
        message: Some("m"),
        authorization: Some("ENC2"),
        shape: Shape::AuthorizationDetail,
        ..PLAIN
    },
    Case {
        // The one difference: the SDK loses the code here and reports 400.
        name: "details_only",
        status: 400,
        body: r#"{"error_code": "CTS.0003"}"#,
        code: Some("CTS.0003"),
        message: Some(r#"{"error_code": "CTS.0003"}"#),
        ..PLAIN
    },
    Case {
        name: "empty_body",
        status: 503,
        shape: Shape::Empty,
        ..PLAIN
    },
    Case {
        name: "html_502",
        status: 502,
        headers: &[("Content-Type", "text/html"), ("X-Request-Id", ID)],
        body: "<html>Bad Gateway</html>",
        message: Some("<html>Bad Gateway</html>"),
        shape: Shape::Html,
        outcome: Outcome::Unknown,
        ..PLAIN
    },
    Case {
        name: "json_array",
        status: 400,
        body: r#"[{"error_code": "A", "error_msg": "b"}]"#,
        message: Some(r#"[{"error_code": "A", "error_msg": "b"}]"#),
        shape: Shape::Json,
        ..PLAIN
    },
    Case {
        name: "json_string",
        status: 500,
        body: r#""oops""#,
        message: Some(r#""oops""#),
        shape: Shape::Json,
        outcome: Outcome::Unknown,
        ..PLAIN
    },
    Case {
        name: "lower_request_id",
        status: 404,
        headers: &[("x-request-id", "abc")],
        body: r#"{"error_code": "CTS.0214", "error_msg": "The tracker does not exist."}"#,
        code: Some("CTS.0214"),
        message: Some("The tracker does not exist."),
        request_id: Some("abc"),
        ..PLAIN
    },
    Case {
        name: "no_request_id",
        status: 404,
        headers: &[("X-Other", "1")],
        body: r#"{"error_code": "CTS.0214", "error_msg": "The tracker does not exist."}"#,
        code: Some("CTS.0214"),
        message: Some("The tracker does not exist."),
        request_id: None,
        ..PLAIN
    },
    Case {
        name: "both_formats",
        status: 400,
        body: r#"{"error_code": "A", "error_msg": "a", "code": "B", "message": "b"}"#,
        code: Some("A"),
        message: Some("a"),
        ..PLAIN
    },
    Case {
        // The SDK turns 429 into an error of its own and loses body and request id.
        name: "retry_429",
        status: 429,
        body: r#"{"error_code": "APIGW.0308", "error_msg": "The throttling threshold has been reached"}"#,
        code: Some("APIGW.0308"),
        message: Some("The throttling threshold has been reached"),
        shape: Shape::Gateway,
        ..PLAIN
    },
    Case {
        name: "ok_200_empty",
        shape: Shape::Empty,
        outcome: Outcome::Taken,
        ..PLAIN
    },
    Case {
        name: "ok_200_obj",
        body: "{}",
        shape: Shape::Json,
        outcome: Outcome::Taken,
        ..PLAIN
    },
    Case {
        name: "ok_204",
        status: 204,
        shape: Shape::Empty,
        outcome: Outcome::Taken,
        ..PLAIN
    },
    Case {
        name: "ok_200_null",
        body: "null",
        shape: Shape::Json,
        outcome: Outcome::Taken,
        ..PLAIN
    },
    Case {
        // The SDK takes a redirect for a success.
        name: "redirect_302",
        status: 302,
        headers: &[("Location", "http://127.0.0.1:1/"), ("X-Request-Id", "x")],
        request_id: Some("x"),
        shape: Shape::Empty,
        outcome: Outcome::Unknown,
        ..PLAIN
    },
];
