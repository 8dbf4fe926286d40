//! Limits of the gateway: sizes, failures in a row, calls.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use cts_emulator::{
    BODY_LIMIT, Emulator, FAILURES, HEADER_LIMIT, HEADERS_LIMIT, LOCK, Settings, Throttle,
    URI_LIMIT,
};
use sdk_hmac_sha256::Credentials;

use crate::call::{Answer, PROJECT, call, clock, emulator, key, send, settings, signed, update};

const BODY: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;

fn list() -> String {
    format!("/v3/{PROJECT}/trackers")
}

/// A stand-in with a clock that a test puts forward, in seconds.
fn with_clock(settings: Settings) -> (Emulator, Arc<AtomicU64>) {
    let time = Arc::new(AtomicU64::new(0));
    let shared = time.clone();
    let clock: cts_emulator::Clock = Arc::new(move || clock(shared.load(Ordering::SeqCst))());
    (Emulator::new(Settings { clock, ..settings }), time)
}

#[tokio::test]
async fn the_uri_is_limited() {
    let emulator = emulator();
    let target = |size: usize| {
        let start = format!("{}?tracker_name=", list());
        format!("{start}{}", "a".repeat(size - start.len()))
    };
    assert_eq!(
        call(&emulator, "GET", &target(URI_LIMIT), "").await.status,
        200
    );
    let answer = call(&emulator, "GET", &target(URI_LIMIT + 1), "").await;
    assert_eq!((answer.status, answer.code()), (414, "APIGW.0201".into()));
    assert_eq!(answer.json()["error_msg"], "Request URI too large.");
}

#[tokio::test]
async fn headers_are_limited() {
    let emulator = emulator();
    let with = async |fill: &[(String, usize)]| {
        let mut headers = signed(&key(), "GET", &list(), "");
        for (name, size) in fill {
            headers.push((name.clone(), "a".repeat(size - name.len())));
        }
        send(&emulator, "GET", &list(), &headers, "").await
    };
    let one = |size: usize| [("x-long".to_owned(), size)];
    assert_eq!(with(&one(HEADER_LIMIT)).await.status, 200);
    let answer = with(&one(HEADER_LIMIT + 1)).await;
    assert_eq!((answer.status, answer.code()), (494, "APIGW.0201".into()));
    assert_eq!(answer.json()["error_msg"], "Request headers too large.");
    let many = |count: usize| -> Vec<_> {
        (0..count)
            .map(|index| (format!("x-{index}"), 30_000))
            .collect()
    };
    assert_eq!(with(&many(HEADERS_LIMIT / 30_000)).await.status, 200);
    assert_eq!(with(&many(HEADERS_LIMIT / 30_000 + 1)).await.status, 494);
}

#[tokio::test]
async fn the_body_is_limited() {
    let emulator = emulator();
    let fill = |size: usize| format!("{}{}", BODY, " ".repeat(size - BODY.len()));
    assert_eq!(update(&emulator, &fill(BODY_LIMIT)).await.status, 200);
    let answer = update(&emulator, &fill(BODY_LIMIT + 1)).await;
    assert_eq!((answer.status, answer.code()), (413, "APIGW.0201".into()));
    assert_eq!(answer.json()["error_msg"], "Request entity too large.");
}

async fn with_secret(emulator: &Emulator, secret: &str) -> Answer {
    let credentials = Credentials::new(key().access_key(), secret);
    let headers = signed(&credentials, "GET", &list(), "");
    send(emulator, "GET", &list(), &headers, "").await
}

#[tokio::test]
async fn failures_in_a_row_lock_the_key() {
    let (emulator, time) = with_clock(settings());
    let good = "ExampleSecretKey";
    let locked =
        "Incorrect IAM authentication information: AK access failed to reach the limit,forbidden";
    // A good signature ends a row.
    for _ in 1..FAILURES {
        assert_eq!(with_secret(&emulator, "wrong").await.status, 401);
    }
    assert_eq!(with_secret(&emulator, good).await.status, 200);
    for _ in 0..FAILURES {
        let answer = with_secret(&emulator, "wrong").await;
        let text = answer.json()["error_msg"].to_string();
        assert!(text.contains("verify aksk signature fail"), "{text}");
    }
    for secret in [good, "wrong"] {
        let answer = with_secret(&emulator, secret).await;
        assert_eq!((answer.status, answer.code()), (401, "APIGW.0301".into()));
        assert_eq!(answer.json()["error_msg"], locked);
    }
    time.store(LOCK.as_secs() - 1, Ordering::SeqCst);
    assert_eq!(
        with_secret(&emulator, good).await.json()["error_msg"],
        locked
    );
    time.store(LOCK.as_secs(), Ordering::SeqCst);
    assert_eq!(with_secret(&emulator, "wrong").await.status, 401);
    assert_eq!(with_secret(&emulator, good).await.status, 200);
}

#[tokio::test]
async fn another_key_is_not_locked_with_it() {
    let mut known = settings();
    known.keys.push(Credentials::new("ANOTHERKEY", "another"));
    let emulator = Emulator::new(known);
    for _ in 0..=FAILURES {
        with_secret(&emulator, "wrong").await;
    }
    let headers = signed(
        &Credentials::new("ANOTHERKEY", "another"),
        "GET",
        &list(),
        "",
    );
    assert_eq!(
        send(&emulator, "GET", &list(), &headers, "").await.status,
        200
    );
}

#[tokio::test]
async fn calls_are_limited_for_a_span() {
    let throttle = Some(Throttle {
        calls: 3,
        per: Duration::from_secs(10),
    });
    let (emulator, time) = with_clock(Settings {
        throttle,
        ..settings()
    });
    for seconds in [0, 10] {
        time.store(seconds, Ordering::SeqCst);
        for _ in 0..3 {
            assert_eq!(call(&emulator, "GET", &list(), "").await.status, 200);
        }
        let answer = update(&emulator, BODY).await;
        assert_eq!((answer.status, answer.code()), (429, "APIGW.0308".into()));
        let message = "The throttling threshold has been reached.";
        assert_eq!(answer.json()["error_msg"], message);
    }
}

#[tokio::test]
async fn a_wrong_method_has_a_message_of_its_own() {
    let emulator = emulator();
    let answer = call(&emulator, "POST", &list(), "").await;
    assert_eq!((answer.status, answer.code()), (404, "APIGW.0101".into()));
    assert_eq!(answer.json()["error_msg"], "The API does not exist.");
}

/// Its clock is what the header `Date` shows.
#[tokio::test]
async fn the_clock_can_be_put_forward() {
    let emulator = emulator();
    let answer = call(&emulator, "GET", &list(), "").await;
    assert_eq!(answer.header("date"), "Fri, 08 Nov 2024 12:00:00 GMT");
    emulator.set_clock_offset(901);
    let answer = call(&emulator, "GET", &list(), "").await;
    assert_eq!(answer.status, 401);
    assert!(answer.text.contains("signature expired"), "{}", answer.text);
    assert_eq!(answer.header("date"), "Fri, 08 Nov 2024 12:15:01 GMT");
    emulator.set_clock_offset(-900);
    assert_eq!(call(&emulator, "GET", &list(), "").await.status, 200);
}
