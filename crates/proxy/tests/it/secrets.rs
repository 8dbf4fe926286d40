//! No part of a credential comes out: not in an answer, not in the log.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use cts_emulator::{Emulator, serve};
use sdk_hmac_sha256::Credentials;
use tokio::net::TcpListener;
use tracing::Level;
use tracing::instrument::WithSubscriber as _;

use crate::site::{BODY, call, list, proxy_to, request, update, update_target};

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("no panic")).into_owned()
    }
}

/// A stand-in that knows the access key with another secret, so that it repeats the canonical request, which
/// holds the security token.
async fn suspicious_cloud() -> String {
    let settings = cts_emulator::Settings {
        keys: vec![Credentials::new("PLANTED-AK", "another secret")],
        ..cts_emulator::Settings::default()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    // Ends with the runtime of the test.
    tokio::spawn(serve(
        listener,
        Emulator::new(settings),
        std::future::pending(),
    ));
    endpoint
}

#[tokio::test]
async fn answers_and_log_are_free_of_planted_secrets() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    async {
        let credentials =
            Credentials::new("PLANTED-AK", "PLANTED-SK").with_security_token("PLANTED/ST==");
        let routes = proxy_to(&suspicious_cloud().await, 5, credentials);
        let refused = call(&routes, update(BODY)).await;
        assert_eq!(refused.status, 401);
        assert!(
            refused.text().contains("x-security-token:***|"),
            "{}",
            refused.text()
        );
        let wrong = update(r#"{"tracker_type":"x"}"#);
        let forged = request(
            "PUT",
            &update_target(),
            &[("content-type", "application/json")],
            BODY,
        );
        for asked in [
            update(BODY),
            list(""),
            wrong,
            forged,
            request("GET", "/config.json", &[], ""),
            request("GET", "/healthz", &[], ""),
            request("GET", "/nothing", &[], ""),
        ] {
            let answer = call(&routes, asked).await;
            let shown = format!("{:?} {}", answer.headers, answer.text());
            assert!(!shown.contains("PLANTED"), "{shown}");
        }
        // Nobody listens on this port.
        let unreachable = proxy_to(
            "http://127.0.0.1:9",
            5,
            Credentials::new("PLANTED-AK", "PLANTED-SK"),
        );
        let answer = call(&unreachable, update(BODY)).await;
        assert!(!answer.text().contains("PLANTED"), "{}", answer.text());
    }
    .with_subscriber(subscriber)
    .await;
    let text = log.text();
    assert!(
        text.contains("forwarded") && text.contains("refused"),
        "the log was read: {text}"
    );
    assert!(!text.contains("PLANTED"), "{text}");
}

#[tokio::test]
async fn a_path_cannot_forge_a_line_of_the_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .with_ansi(false)
        .finish();
    async {
        let routes = proxy_to("http://127.0.0.1:9", 5, Credentials::new("AK", "SK"));
        let target = "/api/x%0A2026-01-01T00:00:00Z%20INFO%20forged/v3/%1B[31mred/tracker";
        let headers = [
            ("x-cts-tracker-form", "1"),
            ("content-type", "application/json"),
        ];
        assert_eq!(
            call(&routes, request("PUT", target, &headers, BODY))
                .await
                .status,
            404
        );
    }
    .with_subscriber(subscriber)
    .await;
    let text = log.text();
    assert!(text.contains("forged"), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}
