//! The control calls.

use cts_emulator::Settings;

use crate::call::{PROJECT, key, settings, signed};
use crate::faults::Served;

async fn served(control: bool) -> Served {
    Served::new(Settings {
        control,
        ..settings()
    })
    .await
}

async fn control(served: &Served, method: &str, path: &str, body: &str) -> String {
    let host = [("Host".to_owned(), "localhost".to_owned())];
    let target = format!("/cts-emulator/{path}");
    served.exchange(method, &target, &host, body).await.0
}

async fn list(served: &Served) -> String {
    let target = format!("/v3/{PROJECT}/trackers");
    let headers = signed(&key(), "GET", &target, "");
    served.exchange("GET", &target, &headers, "").await.0
}

#[tokio::test]
async fn there_are_none_by_default() {
    let served = served(false).await;
    for (method, path) in [
        ("POST", "faults"),
        ("DELETE", "faults"),
        ("PUT", "clock"),
        ("DELETE", "tokens"),
        ("POST", "signature"),
        ("GET", "state"),
    ] {
        let answer = control(&served, method, path, r#"{"fault":"reset"}"#).await;
        assert!(answer.contains("APIGW.0101"), "{answer}");
    }
    assert_eq!(served.emulator.pending_faults(), 0);
}

#[tokio::test]
async fn each_fault_can_be_asked_for() {
    let served = served(true).await;
    for (fault, wanted) in [
        (r#"{"fault":"delay","milliseconds":1}"#, "HTTP/1.1 200 "),
        (r#"{"fault":"reset"}"#, ""),
        (r#"{"fault":"half-answer"}"#, "HTTP/1.1 200 "),
        (
            r#"{"fault":"wrong-length","method":"GET"}"#,
            "HTTP/1.1 200 ",
        ),
        (r#"{"fault":"html-page"}"#, "HTTP/1.1 502 "),
        (r#"{"fault":"code","code":"CTS.0005"}"#, "HTTP/1.1 500 "),
        (
            r#"{"fault":"code","code":"APIGW.0201","status":504,"after_change":true}"#,
            "HTTP/1.1 504 ",
        ),
        (
            r#"{"fault":"answer","status":418,"headers":[["X-A","b"]],"body":"tea"}"#,
            "HTTP/1.1 418 ",
        ),
    ] {
        let added = control(&served, "POST", "faults", fault).await;
        assert!(added.starts_with("HTTP/1.1 204 "), "{fault}: {added}");
        assert_eq!(served.emulator.pending_faults(), 1, "{fault}");
        let answer = list(&served).await;
        assert!(answer.starts_with(wanted), "{fault}: {answer}");
        assert_eq!(served.emulator.pending_faults(), 0, "{fault}");
    }
    let added = control(
        &served,
        "POST",
        "faults",
        r#"{"fault":"late-timeout","times":3}"#,
    )
    .await;
    assert!(added.starts_with("HTTP/1.1 204 "), "{added}");
    let state = control(&served, "GET", "state", "").await;
    assert!(state.ends_with(r#"{"pending":3,"received":8}"#), "{state}");
    control(&served, "DELETE", "faults", "").await;
    assert_eq!(served.emulator.pending_faults(), 0);
}

#[tokio::test]
async fn mistakes_are_named() {
    let served = served(true).await;
    for (method, path, body) in [
        ("POST", "faults", ""),
        ("POST", "faults", r#"{"fault":"flood"}"#),
        ("POST", "faults", r#"{"fault":"delay"}"#),
        ("POST", "faults", r#"{"fault":"reset","time":2}"#),
        ("POST", "faults", r#"{"fault":"code","code":"CTS.9999"}"#),
        (
            "POST",
            "faults",
            r#"{"fault":"code","code":"APIGW.0201","status":200}"#,
        ),
        ("PUT", "clock", r#"{"seconds":1}"#),
        (
            "POST",
            "signature",
            r#"{"method":"GET","path":"/","headers":[["Host","a"]]}"#,
        ),
        (
            "POST",
            "signature",
            r#"{"method":"GET","path":"/","headers":[["X-Sdk-Date","20241108T120000Z"]]}"#,
        ),
    ] {
        let answer = control(&served, method, path, body).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{body}: {answer}");
        assert!(answer.contains("\"mistake\":"), "{body}: {answer}");
    }
    assert_eq!(served.emulator.pending_faults(), 0);
}

#[tokio::test]
async fn clock_and_tokens() {
    let served = served(true).await;
    let answer = control(&served, "PUT", "clock", r#"{"offset_seconds":-1000}"#).await;
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
    let answer = list(&served).await;
    assert!(answer.contains("signature expired"), "{answer}");
    assert!(
        answer.contains("date: Fri, 08 Nov 2024 11:43:20 GMT\r\n"),
        "{answer}"
    );
    let answer = control(&served, "DELETE", "tokens", "").await;
    assert!(answer.starts_with("HTTP/1.1 204 "), "{answer}");
}

#[tokio::test]
async fn our_signature_of_a_request() {
    let served = served(true).await;
    let body = r#"{"method":"GET","path":"/v3","query":"a=b","headers":[["Host","a"],["X-Sdk-Date","20241108T120000Z"]]}"#;
    let answer = control(&served, "POST", "signature", body).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let start =
        "SDK-HMAC-SHA256 Access=EXAMPLEACCESSKEY0001, SignedHeaders=host;x-sdk-date, Signature=";
    assert!(answer.contains(start), "{answer}");
    assert!(answer.contains(r"GET\n/v3/\na=b\nhost:a\n"), "{answer}");
}
