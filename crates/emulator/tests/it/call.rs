//! Calls the routes without a socket, signed like a client does.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::http::{HeaderMap, Request as HttpRequest};
use cts_emulator::{Emulator, Settings, app};
use http_body_util::BodyExt as _;
use sdk_hmac_sha256::{Credentials, Request, SdkDate, sign};
use serde_json::Value;
use tower::ServiceExt as _;

pub(crate) const PROJECT: &str = "0123456789abcdef0123456789abcdef";
/// The time of every test, 2024-11-08T12:00:00Z.
pub(crate) const NOW: u64 = 1_731_067_200;

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).expect("the body is JSON")
    }

    pub(crate) fn code(&self) -> Value {
        self.json()["error_code"].clone()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).expect(name).to_str().expect("text")
    }
}

pub(crate) fn key() -> Credentials {
    Credentials::new("EXAMPLEACCESSKEY0001", "ExampleSecretKey")
}

pub(crate) fn settings() -> Settings {
    Settings {
        keys: vec![key()],
        clock: clock(0),
        ..Settings::default()
    }
}

/// A clock that stands still, some seconds after the time of the tests.
pub(crate) fn clock(offset: u64) -> cts_emulator::Clock {
    let time: SystemTime = UNIX_EPOCH + Duration::from_secs(NOW + offset);
    Arc::new(move || time)
}

pub(crate) fn emulator() -> Emulator {
    Emulator::new(settings())
}

/// Sends a request with exactly these headers.
pub(crate) async fn send(
    emulator: &Emulator,
    method: &str,
    target: &str,
    headers: &[(String, String)],
    body: &str,
) -> Answer {
    let mut request = HttpRequest::builder().method(method).uri(target);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request = request
        .body(Body::from(body.to_owned()))
        .expect("a request");
    let response = app(emulator.clone())
        .oneshot(request)
        .await
        .expect("an answer");
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        text,
    }
}

/// The headers of a signed request.
pub(crate) fn signed(
    credentials: &Credentials,
    method: &str,
    target: &str,
    body: &str,
) -> Vec<(String, String)> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut headers = vec![
        ("Host".to_owned(), "127.0.0.1".to_owned()),
        ("Content-Type".to_owned(), "application/json".to_owned()),
    ];
    let request = Request {
        method,
        path,
        query,
        headers: &headers,
        body: body.as_bytes(),
    };
    let date = SdkDate::from_unix(i64::try_from(NOW).expect("small")).expect("a date");
    let added = sign(&request, credentials, date)
        .expect("can be signed")
        .into_headers();
    headers.extend(added);
    headers
}

pub(crate) async fn call(emulator: &Emulator, method: &str, target: &str, body: &str) -> Answer {
    let headers = signed(&key(), method, target, body);
    send(emulator, method, target, &headers, body).await
}

pub(crate) async fn update(emulator: &Emulator, body: &str) -> Answer {
    call(emulator, "PUT", &format!("/v3/{PROJECT}/tracker"), body).await
}

/// The stored tracker of that name.
pub(crate) async fn stored(emulator: &Emulator, name: &str) -> Value {
    let target = format!("/v3/{PROJECT}/trackers?tracker_name={name}");
    let answer = call(emulator, "GET", &target, "").await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let list = answer.json()["trackers"].clone();
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
    list[0].clone()
}
