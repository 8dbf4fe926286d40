//! Explains a signature that the cloud does not accept.
//!
//! The gateway then repeats the canonical request that it made of what arrived, with `|` in place of each line
//! break. The first line that is not ours tells what was changed on the way, or that only the secret key can be
//! wrong.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use cts_tracker::json::{self, Tree};
use sdk_hmac_sha256::{CanonicalRequest, header};

/// The header of an answer that tells the first line that differs, or `none`.
pub(super) const HEADER: HeaderName = HeaderName::from_static("x-cts-signature-difference");

/// What stands before the canonical request in the message of the gateway.
const MARK: &str = "canonicalRequest:";

/// Longer lines are cut.
const LINE: usize = 200;

/// What the header says about this answer; `None` when the answer holds no canonical request.
pub(super) fn difference(ours: &CanonicalRequest, body: &[u8]) -> Option<String> {
    let answer = json::parse(body).ok()?;
    let message = answer.get("error_msg").and_then(Tree::as_text)?;
    let (_, theirs) = message.split_once(MARK)?;
    // Lines of ours may hold the sign as well, so both are cut in the same way.
    let ours = ours.as_str().replace('\n', "|");
    let (ours, theirs): (Vec<_>, Vec<_>) = (ours.split('|').collect(), theirs.split('|').collect());
    let count = ours.len().max(theirs.len());
    let line = (0..count).find(|&line| ours.get(line) != theirs.get(line));
    Some(line.map_or_else(
        || "none".to_owned(),
        |line| {
            let (sent, seen) = (show(ours.get(line)), show(theirs.get(line)));
            format!("line {}: sent {sent}, the cloud saw {seen}", line + 1)
        },
    ))
}

/// A line in quotes, in ASCII, without the value of a security token.
fn show(line: Option<&&str>) -> String {
    let Some(line) = line else {
        return "nothing".to_owned();
    };
    let (name, value) = line.split_once(':').unwrap_or((line, ""));
    if name.eq_ignore_ascii_case(header::SECURITY_TOKEN) && !value.is_empty() {
        return format!("\"{name}:***\"");
    }
    let short: String = line.chars().take(LINE).collect();
    let more = if short.len() < line.len() { "..." } else { "" };
    format!("\"{}{more}\"", short.escape_default())
}

/// Adds the header to an answer.
pub(super) fn note(headers: &mut HeaderMap, difference: &str) {
    if let Ok(value) = HeaderValue::from_str(difference) {
        headers.insert(HEADER, value);
    }
}

#[cfg(test)]
mod tests {
    use sdk_hmac_sha256::{Credentials, Request, SdkDate, sign};
    use serde_json::json;

    use super::*;

    fn ours() -> CanonicalRequest {
        let headers = [
            ("Host".to_owned(), "cts.example.com".to_owned()),
            ("X-Pipe".to_owned(), "a|b".to_owned()),
        ];
        let request = Request {
            method: "PUT",
            path: "/v3/p/tracker",
            query: "",
            headers: &headers,
            body: b"{}",
        };
        let credentials = Credentials::new("AK", "SK").with_security_token("PLANTED-TOKEN");
        let date = SdkDate::parse("20241108T120000Z").expect("a date");
        let signed = sign(&request, &credentials, date).expect("signed");
        signed.canonical_request().clone()
    }

    fn told(theirs: &str) -> Option<String> {
        let message = format!(
            "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:{theirs}"
        );
        let body = json!({"error_code": "APIGW.0301", "error_msg": message}).to_string();
        let told = difference(&ours(), body.as_bytes());
        if let Some(told) = &told {
            assert!(!told.contains("PLANTED"), "{told}");
            assert!(HeaderValue::from_str(told).is_ok(), "{told}");
        }
        told
    }

    #[test]
    fn the_first_line_that_differs_is_told() {
        let same = ours().as_str().replace('\n', "|");
        assert_eq!(told(&same).as_deref(), Some("none"));
        for (from, to, expected) in [
            ("PUT", "GET", r#"line 1: sent "PUT", the cloud saw "GET""#),
            (
                "/tracker/|",
                "/trackers/|",
                r#"line 2: sent "/v3/p/tracker/", the cloud saw "/v3/p/trackers/""#,
            ),
            (
                "host:cts.example.com",
                "host:inside\u{e9}",
                r#"line 4: sent "host:cts.example.com", the cloud saw "host:inside\u{e9}""#,
            ),
            (
                "PLANTED-TOKEN",
                "PLANTED-OTHER",
                r#"line 8: sent "x-security-token:***", the cloud saw "x-security-token:***""#,
            ),
        ] {
            let told = told(&same.replacen(from, to, 1));
            assert_eq!(told.as_deref(), Some(expected));
        }
        let cut = &same[..same.rfind('|').expect("lines")];
        assert!(told(cut).expect("told").ends_with("the cloud saw nothing"));
        let long = same.replacen("PUT", &"é".repeat(500), 1);
        assert!(told(&long).expect("told").len() < 2_000);
    }

    #[test]
    fn other_answers_tell_nothing() {
        for body in [
            &b""[..],
            b"<html>",
            br#"{"error_msg":"signature expired"}"#,
            br#"{"error_msg":7}"#,
        ] {
            assert_eq!(difference(&ours(), body), None);
        }
    }
}
