//! The audit log outlives a reload of the settings.

use std::fs;
use std::path::Path;

use cts_proxy::{Live, Proxy, Settings, metrics_app};
use sdk_hmac_sha256::Credentials;
use tempfile::TempDir;

use crate::cloud::Cloud;
use crate::site::{BODY, call, request, update};

const DONE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

fn keys() -> Credentials {
    Credentials::new("AK", "SK")
}

fn with(folder: &Path, more: &str) -> String {
    format!("{more}\n{}", super::settings(folder))
}

#[tokio::test]
async fn a_reload_goes_on_with_the_same_chain() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let cloud = Cloud::new(|_| DONE).await;
    let settings = |text: &str| -> Settings { cloud.settings(text) };
    let proxy = Proxy::new(settings(&with(folder, "")), keys()).expect("a proxy");
    let live = Live::new(proxy);
    let routes = live.routes();
    call(&routes, update(BODY)).await;
    let renewed = settings(&with(folder, "language = \"en\""));
    live.reload(renewed, keys()).expect("good settings");
    call(&routes, update(BODY)).await;
    for (text, key) in [
        (String::new(), "audit"),
        (
            with(folder, "").replace("audit.jsonl", "other.jsonl"),
            "audit",
        ),
        (
            with(folder, "") + "[telemetry]\nmetrics = \"127.0.0.1:0\"\n",
            "telemetry",
        ),
    ] {
        let error = live.reload(settings(&text), keys()).expect_err(&text);
        assert_eq!(error.key(), key, "{error}");
    }
    call(&routes, update(BODY)).await;
    live.proxy().finished().await;
    live.proxy().close().await;
    let text = fs::read_to_string(folder.join("audit.jsonl")).expect("a log");
    assert_eq!(text.matches("\"event\":\"start\"").count(), 1, "{text}");
    assert_eq!(text.matches("\"event\":\"intent\"").count(), 3, "{text}");
    assert_eq!(text.matches("\"event\":\"outcome\"").count(), 3, "{text}");
}

#[tokio::test]
async fn a_proxy_that_stops_is_not_ready_but_healthy() {
    let cloud = Cloud::new(|_| DONE).await;
    let live = Live::new(Proxy::new(cloud.settings(""), keys()).expect("a proxy"));
    let ask = async |path: &str| {
        let mut answers = Vec::new();
        for routes in [live.routes(), metrics_app(live.proxy())] {
            // As a probe asks, under the address of the machine.
            let headers = [("host", "10.1.2.3:8080")];
            let answer = call(&routes, request("GET", path, &headers, "")).await;
            answers.push((answer.status, answer.text().to_owned()));
        }
        assert_eq!(answers[0], answers[1]);
        answers.remove(0)
    };
    assert_eq!(
        ask("/readyz").await,
        (200, r#"{"status":"ready"}"#.to_owned())
    );
    live.stop();
    let (status, text) = ask("/readyz").await;
    assert_eq!(
        (status, text.contains("the proxy is stopping")),
        (503, true),
        "{text}"
    );
    assert_eq!(ask("/healthz").await.0, 200);
}
