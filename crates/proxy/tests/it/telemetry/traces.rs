//! Traces, with a collector and a cloud of the test.
#![cfg(unix)]

use std::fs;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::cloud::Cloud;
use crate::program::{Running, command, update_head};
use crate::site::{BODY, PROJECT, REGION};

/// A trace of somebody else: its id, and that of the span that asks.
const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const PARENT: &str = "b7ad6b7169203331";

type Received = Arc<Mutex<Vec<Bytes>>>;

/// Keeps what arrives.
async fn collector() -> (String, Received) {
    let received = Received::default();
    let list = received.clone();
    let routes = Router::new().route(
        "/v1/traces",
        post(async move |body: Bytes| list.lock().expect("no panic").push(body)),
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(axum::serve(listener, routes).into_future());
    (format!("http://{address}/v1/traces"), received)
}

fn spans(received: &Received) -> Vec<Span> {
    let bodies = received.lock().expect("no panic");
    bodies
        .iter()
        .map(|body| ExportTraceServiceRequest::decode(body.clone()).expect("OTLP"))
        .flat_map(|request| request.resource_spans)
        .flat_map(|resource| resource.scope_spans)
        .flat_map(|scope| scope.spans)
        .collect()
}

/// Makes an update as a caller with a trace, through a proxy with these lines in its table.
async fn traced(lines: &str) -> (Vec<Span>, Cloud, Received) {
    let (endpoint, received) = collector().await;
    let cloud =
        Cloud::new(|_| "HTTP/1.1 200 OK\r\nX-Request-Id: PLANTED\r\nContent-Length: 0\r\n\r\n")
            .await;
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("proxy.toml");
    let text = format!(
        "{}[telemetry]\ntraces = {endpoint:?}\n{lines}\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"{}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"PLANTED\"\nregion = \"{REGION}\"\n",
        crate::audit::settings(folder.path()),
        cloud.endpoint
    );
    fs::write(&file, text).expect("a file");
    let head = format!(
        "{}\r\ntraceparent: 00-{TRACE}-{PARENT}-01\r\ntracestate: a=PLANTED\r\nbaggage: b=PLANTED",
        update_head()
    );
    let log = tokio::task::spawn_blocking(move || {
        let running = Running::start(
            command(&[
                "--config",
                &file.display().to_string(),
                "--listen",
                "127.0.0.1:0",
            ])
            .env("CLOUD_SDK_AK", "PLANTED-AK")
            .env("CLOUD_SDK_SK", "PLANTED-SK"),
        );
        let info = r#","obs_info":{"bucket_name":"a-bucket","file_prefix_name":"PLANTED"}}"#;
        let body = BODY.replace('}', info);
        let answer = running.send(&head, &body);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        running.stop("-TERM")
    })
    .await
    .expect("no panic");
    drop(folder);
    assert!(
        !log.contains("cts_proxy::span") && !log.contains("otel."),
        "spans are no log: {log}"
    );
    (spans(&received), cloud, received)
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn named<'a>(spans: &'a [Span], name: &str) -> &'a Span {
    spans
        .iter()
        .find(|span| span.name == name)
        .unwrap_or_else(|| panic!("{name}: {spans:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_one_trace_without_secrets_and_the_cloud_does_not_see_it() {
    let (spans, cloud, received) = traced("").await;
    let request = named(&spans, "PUT tracker");
    assert!(request.parent_span_id.is_empty());
    assert_ne!(
        hexadecimal(&request.trace_id),
        TRACE,
        "nobody said that callers are trusted"
    );
    for name in ["list trackers", "write intent", "update tracker"] {
        let span = named(&spans, name);
        assert_eq!(span.trace_id, request.trace_id);
        assert_eq!(span.parent_span_id, request.span_id, "{name}");
    }
    let call = named(&spans, "update tracker");
    let attributes = format!("{:?}", call.attributes);
    assert!(
        attributes.contains("server.address") && attributes.contains("http.response.status_code"),
        "{attributes}"
    );
    for body in received.lock().expect("no panic").iter() {
        let text = String::from_utf8_lossy(body);
        for secret in ["PLANTED", PROJECT, BODY] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }
    assert_eq!(cloud.seen(), ["GET", "PUT"]);
    assert!(
        cloud
            .heads()
            .iter()
            .all(|head| !head.contains("traceparent")),
        "{:?}",
        cloud.heads()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trusted_trace_goes_on_and_reaches_the_cloud_when_that_is_said() {
    let (spans, cloud, _) = traced("trust_traceparent = true\nforward_traceparent = true").await;
    let request = named(&spans, "PUT tracker");
    assert_eq!(hexadecimal(&request.trace_id), TRACE);
    assert_eq!(hexadecimal(&request.parent_span_id), PARENT);
    let call = named(&spans, "update tracker");
    let expected = format!("traceparent: 00-{TRACE}-{}-01", hexadecimal(&call.span_id));
    let heads = cloud.heads();
    assert!(heads[1].contains(&expected), "{expected}: {heads:?}");
    assert!(
        heads
            .iter()
            .all(|head| !head.contains("tracestate") && !head.contains("baggage")),
        "{heads:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_can_be_traced() {
    let (spans, _, _) = traced("ratio = 0.0").await;
    assert!(spans.is_empty(), "{spans:?}");
}
