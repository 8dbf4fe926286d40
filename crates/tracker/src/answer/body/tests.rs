//! Shapes of bodies, one by one.

use super::{SHOW_AT_MOST, Shape, read};

/// A body with its shape, code and message.
type Case = (
    &'static str,
    Shape,
    Option<&'static str>,
    Option<&'static str>,
);

const SHAPES: [Case; 24] = [
    (
        r#"{"error_code":"CTS.0003","error_msg":"m"}"#,
        Shape::Service,
        Some("CTS.0003"),
        Some("m"),
    ),
    (
        r#"{"error_code":"X","error_msg":"m","request_id":"r"}"#,
        Shape::Gateway,
        Some("X"),
        Some("m"),
    ),
    (
        r#"{"error_code":"APIGW.0308","error_msg":"m"}"#,
        Shape::Gateway,
        Some("APIGW.0308"),
        Some("m"),
    ),
    (
        r#"{"error":{"code":401,"message":"m"}}"#,
        Shape::Identity,
        Some("401"),
        Some("m"),
    ),
    (
        r#"{"a":{"b":{"errorCode":"X","errorMsg":"m"}}}"#,
        Shape::Identity,
        Some("X"),
        Some("m"),
    ),
    (
        r#"{"errorCode":"X","errorMsg":"m"}"#,
        Shape::CamelCase,
        Some("X"),
        Some("m"),
    ),
    (
        r#"{"code":"X","message":"m"}"#,
        Shape::CodeMessage,
        Some("X"),
        Some("m"),
    ),
    (
        r#"{"code":7,"message":"m"}"#,
        Shape::CodeMessage,
        Some("7"),
        Some("m"),
    ),
    (
        r#"{"code":"X","message":"m","encoded_authorization_message":"e"}"#,
        Shape::AuthorizationDetail,
        Some("X"),
        Some("m"),
    ),
    (
        r#"{"error_code":"cts.0007","error_msg":"m"}"#,
        Shape::LegacyV1,
        Some("cts.0007"),
        Some("m"),
    ),
    // A pair at the top goes before one inside, wherever it stands.
    (
        r#"{"in":{"error_code":"I","error_msg":"i"},"code":"T","message":"t"}"#,
        Shape::CodeMessage,
        Some("T"),
        Some("t"),
    ),
    // Both parts of a pair are needed, and neither may be empty or of another type.
    (
        r#"{"code":"X"}"#,
        Shape::Json,
        None,
        Some(r#"{"code":"X"}"#),
    ),
    (
        r#"{"message":"m"}"#,
        Shape::Json,
        None,
        Some(r#"{"message":"m"}"#),
    ),
    (
        r#"{"code":"","message":"m"}"#,
        Shape::Json,
        None,
        Some(r#"{"code":"","message":"m"}"#),
    ),
    (
        r#"{"code":[],"message":{}}"#,
        Shape::Json,
        None,
        Some(r#"{"code":[],"message":{}}"#),
    ),
    // Objects in arrays are not searched.
    (
        r#"{"a":[{"code":"X","message":"m"}]}"#,
        Shape::Json,
        None,
        Some(r#"{"a":[{"code":"X","message":"m"}]}"#),
    ),
    ("{}", Shape::Json, None, Some("{}")),
    ("null", Shape::Json, None, Some("null")),
    ("  \r\n\t", Shape::Empty, None, None),
    ("\u{feff}", Shape::Empty, None, None),
    (
        "\u{feff} {\"code\":\"X\",\"message\":\"m\"}",
        Shape::CodeMessage,
        Some("X"),
        Some("m"),
    ),
    (
        "\n<!DOCTYPE html><p>x",
        Shape::Html,
        None,
        Some("<!DOCTYPE html><p>x"),
    ),
    (
        "upstream connect error",
        Shape::PlainText,
        None,
        Some("upstream connect error"),
    ),
    (
        r#"{"code":"X","message":"m""#,
        Shape::PlainText,
        None,
        Some(r#"{"code":"X","message":"m""#),
    ),
];

#[test]
fn each_shape_is_recognised() {
    for (body, shape, code, message) in SHAPES {
        let reading = read(body.as_bytes());
        assert_eq!(reading.shape, shape, "{body}");
        assert_eq!(reading.code.as_deref(), code, "{body}");
        assert_eq!(reading.message.as_deref(), message, "{body}");
    }
}

#[test]
fn a_long_text_is_cut_between_characters() {
    for start in 0..4 {
        let body = "x".repeat(start) + &"追".repeat(SHOW_AT_MOST);
        let message = read(body.as_bytes()).message.expect("not empty");
        assert!(message.ends_with("追…"), "{start}");
        assert!(message.len() <= SHOW_AT_MOST + "…".len());
    }
    let whole = "x".repeat(SHOW_AT_MOST);
    assert_eq!(read(whole.as_bytes()).message, Some(whole));
}

#[test]
fn bytes_that_are_not_utf8_are_shown_as_such() {
    let reading = read(b"\xff\xfe oops");
    assert_eq!(reading.shape, Shape::PlainText);
    assert_eq!(reading.message.as_deref(), Some("\u{fffd}\u{fffd} oops"));
}

#[test]
fn an_oversized_body_is_not_read_as_json() {
    let filler = "x".repeat(1 << 20);
    let body = format!(r#"{{"code":"X","message":"{filler}"}}"#);
    let reading = read(body.as_bytes());
    assert_eq!((reading.shape, reading.code), (Shape::PlainText, None));
    assert!(reading.message.expect("the beginning").len() < 5000);
}

#[test]
fn nesting_beyond_all_bounds_is_text() {
    let body = "{\"a\":".repeat(100_000);
    assert_eq!(read(body.as_bytes()).shape, Shape::PlainText);
}

#[test]
fn a_security_token_in_a_message_is_masked() {
    let body = r#"{"error_code":"APIGW.0301","error_msg":"verify aksk signature fail: PUT|x-security-token:SECRET|end"}"#;
    let message = read(body.as_bytes()).message.expect("a message");
    assert_eq!(
        message,
        "verify aksk signature fail: PUT|x-security-token:***|end"
    );
    let raw = read(b"x-auth-token:SECRET").message.expect("a message");
    assert_eq!(raw, "x-auth-token:***");
}
