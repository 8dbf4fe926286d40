//! Answers of the cloud, as a client meets them, and what must hold for any answer at all.

use cts_tracker::answer::{Answer, Explanation, Outcome, Retry, Shape, explain, explain_listing};
use cts_tracker::{Context, Diagnostic, Locale, Member, Severity, check};
use proptest::prelude::{any, proptest};

#[path = "answers/cases.rs"]
mod cases;

use cases::CASES;

const ID: &str = "0f00000000000000000000000000000a";

fn answer(status: u16, body: &str) -> Explanation {
    explain(&Answer {
        status,
        headers: &[("X-Request-Id", ID)],
        body: body.as_bytes(),
    })
}

#[test]
fn observed_answers_are_read_as_the_sdk_reads_them() {
    for case in &CASES {
        let name = case.name;
        let found = explain(&Answer {
            status: case.status,
            headers: case.headers,
            body: case.body.as_bytes(),
        });
        assert_eq!(found.status, case.status, "{name}");
        assert_eq!(found.code.as_deref(), case.code, "{name}");
        assert_eq!(found.message.as_deref(), case.message, "{name}");
        assert_eq!(found.request_id.as_deref(), case.request_id, "{name}");
        assert_eq!(
            found.encoded_authorization_message.as_deref(),
            case.authorization,
            "{name}"
        );
        assert_eq!(found.shape, case.shape, "{name}");
        assert_eq!(found.outcome, case.outcome, "{name}");
        assert_eq!(found.success, case.outcome == Outcome::Taken, "{name}");
    }
}

#[test]
fn the_request_id_of_the_body_is_used_when_the_header_is_missing() {
    let body = br#"{"error_code": "A", "error_msg": "a", "request_id": "of the body"}"#;
    let read = |headers| {
        explain(&Answer {
            status: 400,
            headers,
            body,
        })
        .request_id
    };
    assert_eq!(read(&[]).as_deref(), Some("of the body"));
    assert_eq!(
        read(&[("X-Request-Id", " ")]).as_deref(),
        Some("of the body")
    );
    assert_eq!(
        read(&[("X-REQUEST-ID", "of the header")]).as_deref(),
        Some("of the header")
    );
}

#[test]
fn members_come_from_the_code_else_from_the_message() {
    let members = |status, code: &str, message: &str| {
        answer(
            status,
            &format!(r#"{{"error_code":"{code}","error_msg":"{message}"}}"#),
        )
        .members
    };
    assert_eq!(members(400, "CTS.0221", "kms"), [Member::KmsId]);
    assert_eq!(members(400, "CTS.0221", "bucket_name"), [Member::KmsId]);
    assert_eq!(
        members(400, "CTS.0215", "x"),
        [Member::BucketName, Member::IsObsCreated]
    );
    assert_eq!(
        members(400, "CTS.0003", "wrong data_event"),
        [Member::DataEvent]
    );
    assert_eq!(
        members(400, "CTS.0003", "The message body is empty or invalid."),
        []
    );
    assert_eq!(members(400, "X.1", "kms_id"), [Member::KmsId]);
    // A refusal and a fault of the service name no member, whatever their message says.
    for (status, code) in [
        (400, "CTS.0001"),
        (400, "CTS.0300"),
        (500, "CTS.0004"),
        (401, "APIGW.0301"),
        (403, "CTS.0013"),
        (429, "APIGW.0308"),
        (500, "X.1"),
    ] {
        assert_eq!(
            members(status, code, "about kms_id and bucket_name"),
            [],
            "{code}"
        );
    }
}

#[test]
fn a_400_can_be_the_fault_of_the_service() {
    for code in ["CTS.0001", "CTS.0300"] {
        let found = answer(
            400,
            &format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#),
        );
        assert_eq!(found.retry, Retry::AfterWaiting, "{code}");
        assert_eq!(found.outcome, Outcome::NotTaken, "{code}");
        assert!(found.may_retry_unasked(), "{code}");
    }
}

#[test]
fn advice_on_trying_again() {
    let cases = [
        (400, "", Retry::AfterMending, Outcome::NotTaken),
        (401, "", Retry::AfterAccess, Outcome::NotTaken),
        (403, "", Retry::AfterAccess, Outcome::NotTaken),
        (404, "", Retry::AfterMending, Outcome::NotTaken),
        (413, "", Retry::AfterMending, Outcome::NotTaken),
        (429, "", Retry::AfterWaiting, Outcome::NotTaken),
        (500, "", Retry::ReadBackFirst, Outcome::Unknown),
        (502, "", Retry::AfterWaiting, Outcome::Unknown),
        (503, "", Retry::OnRequest, Outcome::NotTaken),
        (504, "", Retry::ReadBackFirst, Outcome::Unknown),
        (301, "", Retry::ReadBackFirst, Outcome::Unknown),
        (0, "", Retry::ReadBackFirst, Outcome::Unknown),
        (500, "CTS.0004", Retry::ReadBackFirst, Outcome::Unknown),
        (502, "APIGW.0201", Retry::AfterWaiting, Outcome::NotTaken),
        (504, "APIGW.0201", Retry::ReadBackFirst, Outcome::Unknown),
        (503, "APIGW.0613", Retry::OnRequest, Outcome::NotTaken),
        (503, "CTS.0001", Retry::OnRequest, Outcome::NotTaken),
        (401, "CTS.0001", Retry::AfterAccess, Outcome::NotTaken),
    ];
    for (status, code, retry, outcome) in cases {
        let body = if code.is_empty() {
            String::new()
        } else {
            format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#)
        };
        let found = answer(status, &body);
        assert_eq!(
            (found.retry, found.outcome),
            (retry, outcome),
            "{status} {code}"
        );
    }
}

#[test]
fn retry_after_is_read_when_it_counts_seconds() {
    let read = |value| {
        let headers = [("retry-after", value)];
        explain(&Answer {
            status: 429,
            headers: &headers,
            body: b"",
        })
        .retry_after
    };
    assert_eq!(read("30"), Some(30));
    assert_eq!(read(" 7 "), Some(7));
    for value in [
        "",
        "soon",
        "-1",
        "99999999999",
        "Wed, 21 Oct 2026 07:28:00 GMT",
    ] {
        assert_eq!(read(value), None, "{value}");
    }
}

#[test]
fn an_authentication_failure_is_explained_by_its_message() {
    let found = answer(
        401,
        r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: signature expired, 20241108T120000Z"}"#,
    );
    let (meaning, _) = found.detail.expect("a closer explanation");
    assert!(meaning.en.contains("15 minutes"));
    assert!(
        answer(401, r#"{"error_code":"APIGW.0301","error_msg":"other"}"#)
            .detail
            .is_none()
    );
}

#[test]
fn a_status_of_success_is_not_believed_blindly() {
    for body in [
        r#"{"error_code":"CTS.0214","error_msg":"The tracker does not exist."}"#,
        r#"{"error_code":"CTS.0214"}"#,
        r#"{"error":{"code":403,"message":"no"}}"#,
        r#"{"code":"X","message":"m"}"#,
        "<html>Please log in</html>",
        "OK",
        "[]",
        "\"done\"",
        "7",
        "{",
        "{}{}",
    ] {
        for status in [200, 201, 204] {
            let found = answer(status, body);
            assert!(!found.success, "{status} {body}");
            assert_eq!(found.outcome, Outcome::Unknown, "{status} {body}");
            assert_eq!(found.retry, Retry::ReadBackFirst, "{status} {body}");
        }
    }
    let contradiction = answer(200, r#"{"error_code":"CTS.0214","error_msg":"x"}"#);
    let (meaning, _) = contradiction.detail.expect("what the code means");
    assert!(meaning.en.contains("no tracker of this name"));
    assert_eq!(contradiction.members, [Member::TrackerName]);
    // An object that names no error is a success, as newer editions may say more than nothing.
    let more = answer(200, r#"{"id":"1","obs_info":{"bucket_name":"b"}}"#);
    assert!(more.success);
    assert_eq!(more.outcome, Outcome::Taken);
}

#[test]
fn a_listing_needs_its_list_and_changes_nothing() {
    let list = |status, body: &str| {
        explain_listing(&Answer {
            status,
            headers: &[],
            body: body.as_bytes(),
        })
    };
    assert!(list(200, r#"{"trackers":[]}"#).success);
    for body in [
        "",
        "{}",
        "null",
        "[]",
        r#"{"trackers":{}}"#,
        "<html>",
        r#"{"code":"X","message":"m"}"#,
    ] {
        let found = list(200, body);
        assert!(!found.success, "{body}");
        assert_eq!(found.outcome, Outcome::NotTaken, "{body}");
        assert!(found.may_retry_unasked(), "{body}");
    }
    assert!(list(504, "").may_retry_unasked());
    for status in [401, 503] {
        assert!(!list(status, "").may_retry_unasked(), "{status}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is one table")]
fn refusals_of_the_proxy_are_told_from_answers_of_the_cloud() {
    use Outcome::{NotTaken, Unknown};
    let cases = [
        (
            400,
            "Errors in the body: 2; nothing was sent. x",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            400,
            "The body ended early; nothing was sent.",
            Retry::AfterWaiting,
            NotTaken,
        ),
        (
            403,
            "The request comes from another site; nothing was sent.",
            Retry::AfterAccess,
            NotTaken,
        ),
        (
            404,
            "The proxy has no such call; nothing was sent.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            405,
            "The proxy does not offer this method here.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            413,
            "The body is larger than 65536 bytes; nothing was sent.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            415,
            "Send the header Content-Type; nothing was sent.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            401,
            "The proxy does not know who is calling; nothing was sent.",
            Retry::AfterAccess,
            NotTaken,
        ),
        (
            403,
            "The policy does not allow this; nothing was changed.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            429,
            "There were too many requests of this caller; nothing was sent.",
            Retry::AfterWaiting,
            NotTaken,
        ),
        (
            503,
            "A policy limits the members that may change, and the tracker as it is now could not be read",
            Retry::OnRequest,
            NotTaken,
        ),
        (
            503,
            "The proxy has as many requests in flight as it may; nothing was sent.",
            Retry::OnRequest,
            NotTaken,
        ),
        (
            421,
            "The proxy does not go by this host name.",
            Retry::AfterMending,
            NotTaken,
        ),
        (
            500,
            "The proxy failed; nothing was sent.",
            Retry::AfterSupport,
            NotTaken,
        ),
        (
            502,
            "h cannot be reached; nothing was sent.",
            Retry::AfterWaiting,
            NotTaken,
        ),
        (
            502,
            "h answered 302 with a redirect, which is not followed",
            Retry::AfterSupport,
            Unknown,
        ),
        (
            502,
            "The connection to h broke.",
            Retry::ReadBackFirst,
            Unknown,
        ),
        (
            503,
            "The audit log cannot be written, so nothing was sent.",
            Retry::OnRequest,
            NotTaken,
        ),
        (
            504,
            "h did not answer within 30 s.",
            Retry::ReadBackFirst,
            Unknown,
        ),
    ];
    let mut meanings = Vec::new();
    for (status, message, retry, outcome) in cases {
        let found = answer(
            status,
            &format!(
                r#"{{"error_code":"PROXY.0{status}","error_msg":"{message}","request_id":"r"}}"#
            ),
        );
        assert!(found.known, "{message}");
        assert_eq!((found.retry, found.outcome), (retry, outcome), "{message}");
        assert!(!meanings.contains(&found.meaning.en), "{message}");
        meanings.push(found.meaning.en);
    }
}

#[test]
fn members_with_an_error_are_taken_from_the_report_of_the_proxy() {
    let text = br#"{"tracker_type":"data","tracker_name":"d","data_bucket":{"data_event":["X"]},"compress_type":"zip"}"#;
    let report = check(text, &Context::default());
    let wrong: Vec<Member> = report
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .filter_map(Diagnostic::member)
        .collect();
    assert!(wrong.contains(&Member::DataEvent));
    assert!(
        report.has_errors() && report.diagnostics().len() > wrong.len(),
        "also warnings"
    );
    let body = format!(
        r#"{{"error_code":"PROXY.0400","error_msg":"about kms_id","diagnostics":{}}}"#,
        report.to_json(Locale::English)
    );
    assert_eq!(answer(400, &body).members, wrong);
    for diagnostics in ["[]", "{}", "[7,{\"severity\":\"error\"}]"] {
        let body = format!(
            r#"{{"error_code":"PROXY.0400","error_msg":"about kms_id","diagnostics":{diagnostics}}}"#
        );
        assert_eq!(answer(400, &body).members, [Member::KmsId]);
    }
}

#[test]
fn the_deprecated_version_is_not_mistaken_for_the_current_one() {
    let body = |code| format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
    let old = answer(400, &body("cts.0003"));
    assert_eq!(old.shape, Shape::LegacyV1);
    assert_eq!(old.members, [Member::ProjectId]);
    let unknown = answer(400, &body("Cts.0221"));
    assert!(!unknown.known);
    assert_eq!(unknown.members, []);
}

proptest! {
    #[test]
    fn any_answer_is_explained(
        status in any::<u16>(),
        body in any::<Vec<u8>>(),
        name in "[A-Za-z-]{0,12}",
        value in any::<String>(),
    ) {
        let headers = [(name.as_str(), value.as_str()), ("Retry-After", value.as_str())];
        let answer = Answer { status, headers: &headers, body: &body };
        holds(&explain(&answer));
        holds(&explain_listing(&answer));
    }

    #[test]
    fn any_pair_is_explained(
        status in 100_u16..600,
        code in "(CTS|cts|APIGW|APIG|IAM|PROXY|X)\\.[0-9]{4}",
        message in "[ -!#-\\[\\]-~]{1,40}",
    ) {
        let found = answer(status, &format!(r#"{{"error_code":"{code}","error_msg":"{message}"}}"#));
        assert_eq!(found.code.as_deref(), Some(code.as_str()));
        assert!(!found.success);
        holds(&found);
    }
}

/// What must hold for every explanation.
fn holds(found: &Explanation) {
    for locale in Locale::ALL {
        assert!(!found.meaning.get(locale).is_empty());
        assert!(!found.remedy.get(locale).is_empty());
    }
    assert_eq!(found.success, found.retry == Retry::NotNeeded);
    if found.success {
        assert!((200..300).contains(&found.status));
    }
    if matches!(found.status, 401 | 503) {
        assert!(!found.may_retry_unasked());
        assert_ne!(found.retry, Retry::AfterWaiting);
    }
    if found.code.as_deref() == Some("CTS.0001") {
        assert!(found.members.is_empty());
    }
}
