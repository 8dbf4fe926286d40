//! Who is let in, and what the others are told.

use cts_emulator::{Emulator, Project, Settings};
use sdk_hmac_sha256::Credentials;

use crate::call::{PROJECT, call, clock, emulator, key, send, settings, signed, update};

const BODY: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;

fn target() -> String {
    format!("/v3/{PROJECT}/tracker")
}

#[tokio::test]
async fn every_answer_has_the_headers_of_the_gateway() {
    let emulator = emulator();
    let good = update(&emulator, BODY).await;
    let bad = send(&emulator, "PUT", &target(), &[], BODY).await;
    for answer in [&good, &bad] {
        assert_eq!(answer.header("server"), "api-gateway");
        let id = answer.header("x-request-id");
        assert!(
            id.len() == 32 && id.bytes().all(|b| b.is_ascii_hexdigit()),
            "{id}"
        );
    }
    assert_ne!(good.header("x-request-id"), bad.header("x-request-id"));
    assert_eq!(bad.json()["request_id"], bad.header("x-request-id"));
    assert_eq!(emulator.received(), 2);
}

#[tokio::test]
async fn refuses_with_the_text_of_the_gateway() {
    let emulator = emulator();
    let other_secret = signed(
        &Credentials::new(key().access_key(), "other"),
        "PUT",
        &target(),
        BODY,
    );
    let other_key = signed(&Credentials::new("NOBODY", "other"), "PUT", &target(), BODY);
    let other_scheme = vec![("Authorization".to_owned(), "Bearer abc".to_owned())];
    let other_token = vec![("X-Auth-Token".to_owned(), "abc".to_owned())];
    for (headers, cause) in [
        (vec![], "x-auth-token not found"),
        (
            other_secret,
            "verify aksk signature fail, canonicalRequest:PUT|/v3/0123",
        ),
        (other_key, "Get secretKey failed"),
        (
            other_scheme,
            "the Authorization header names another algorithm",
        ),
        (other_token, "decrypt token fail"),
    ] {
        let answer = send(&emulator, "PUT", &target(), &headers, BODY).await;
        assert_eq!(answer.status, 401, "{cause}");
        assert_eq!(answer.code(), "APIGW.0301");
        let message = answer.json()["error_msg"].to_string();
        let start = format!("\"Incorrect IAM authentication information: {cause}");
        assert!(message.starts_with(&start), "{message}");
    }
}

#[tokio::test]
async fn the_signature_covers_the_body() {
    let emulator = emulator();
    let headers = signed(&key(), "PUT", &target(), BODY);
    let answer = send(
        &emulator,
        "PUT",
        &target(),
        &headers,
        &BODY.replace("enabled", "disabled"),
    )
    .await;
    assert_eq!((answer.status, answer.code()), (401, "APIGW.0301".into()));
    assert_eq!(
        send(&emulator, "PUT", &target(), &headers, BODY)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_signature_expires() {
    let late = Emulator::new(Settings {
        clock: clock(901),
        ..settings()
    });
    let answer = update(&late, BODY).await;
    assert_eq!(answer.status, 401);
    assert!(answer.text.contains("signature expired"), "{}", answer.text);
}

#[tokio::test]
async fn a_temporary_key_needs_its_token() {
    let temporary = key().with_security_token("the-token");
    let emulator = Emulator::new(Settings {
        keys: vec![temporary.clone()],
        ..settings()
    });
    let wrong = key().with_security_token("another");
    for credentials in [key(), wrong] {
        let headers = signed(&credentials, "PUT", &target(), BODY);
        let answer = send(&emulator, "PUT", &target(), &headers, BODY).await;
        assert_eq!((answer.status, answer.code()), (401, "APIGW.0301".into()));
    }
    let headers = signed(&temporary, "PUT", &target(), BODY);
    assert_eq!(
        send(&emulator, "PUT", &target(), &headers, BODY)
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_project_must_be_one_of_the_caller() {
    let project = Project {
        id: PROJECT.into(),
        name: "cn-north-4".into(),
    };
    let closed = Emulator::new(Settings {
        projects: vec![project],
        ..settings()
    });
    let other = "fedcba9876543210fedcba9876543210";
    for (emulator, id) in [
        (&closed, other),
        (&emulator(), "{project_id}"),
        (&emulator(), "0123"),
    ] {
        let id = id.replace('{', "%7B").replace('}', "%7D");
        let answer = call(emulator, "GET", &format!("/v3/{id}/trackers"), "").await;
        assert_eq!(
            (answer.status, answer.code()),
            (403, "CTS.0012".into()),
            "{id}"
        );
    }
    assert_eq!(
        call(&closed, "GET", &format!("/v3/{PROJECT}/trackers"), "")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn other_calls_do_not_exist() {
    let emulator = emulator();
    for (method, target) in [
        ("GET", "/".to_owned()),
        ("POST", target()),
        ("DELETE", format!("/v3/{PROJECT}/trackers")),
        ("PUT", format!("/v1.0/{PROJECT}/tracker/system")),
        ("PUT", format!("/v3/{PROJECT}/tracker/")),
    ] {
        let answer = call(&emulator, method, &target, "").await;
        assert_eq!(
            (answer.status, answer.code()),
            (404, "APIGW.0101".into()),
            "{method} {target}"
        );
        assert_eq!(answer.json()["request_id"], answer.header("x-request-id"));
    }
}
