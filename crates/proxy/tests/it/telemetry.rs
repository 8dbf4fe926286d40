//! What the proxy tells about itself, and to whom.

mod traces;

use std::collections::BTreeSet;
use std::fs;

use axum::Router;
use cts_proxy::{Proxy, Settings, Source, StandIn, app, metrics_app};
use tempfile::TempDir;

use crate::cloud::Cloud;
use crate::site::{BODY, call, list, request, update};

/// A proxy with a stand-in, and its metrics.
struct Observed {
    routes: Router,
    metrics: Router,
    _stand_in: StandIn,
}

impl Observed {
    async fn new(text: &str) -> Self {
        let stand_in = StandIn::start().await.expect("a stand-in");
        let mut settings = Settings::read(text, true).expect("good settings");
        stand_in.redirect(&mut settings);
        let proxy = Proxy::new(settings, stand_in.credentials().clone()).expect("a proxy");
        Self {
            routes: app(proxy.clone()),
            metrics: metrics_app(proxy),
            _stand_in: stand_in,
        }
    }

    async fn text(&self) -> String {
        let answer = call(&self.metrics, request("GET", "/metrics", &[], "")).await;
        assert_eq!(answer.status, 200);
        assert!(
            answer
                .header("content-type")
                .starts_with("application/openmetrics-text")
        );
        assert!(answer.text().ends_with("# EOF\n"));
        answer.text().to_owned()
    }

    /// The value of a metric with these labels.
    async fn value(&self, name: &str) -> Option<f64> {
        let text = self.text().await;
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|value| value.parse().ok())
    }
}

#[tokio::test]
async fn requests_are_counted_by_what_they_are() {
    let site = Observed::new("").await;
    let missing = r#"{"tracker_type":"data","tracker_name":"nobody","is_lts_enabled":true}"#;
    for asked in [
        update(BODY),
        update(BODY),
        update(missing),
        update("{}"),
        list(""),
    ] {
        call(&site.routes, asked).await;
    }
    for path in [
        "/config.json",
        "/healthz",
        "/readyz",
        "/nothing",
        "/api/nothing",
    ] {
        call(&site.routes, request("GET", path, &[], "")).await;
    }
    for (name, expected) in [
        (
            r#"requests_total{route="update",status="200",answer_from="upstream"}"#,
            2.0,
        ),
        (
            r#"requests_total{route="update",status="404",answer_from="upstream"}"#,
            1.0,
        ),
        (
            r#"requests_total{route="update",status="400",answer_from="proxy"}"#,
            1.0,
        ),
        (
            r#"requests_total{route="list",status="200",answer_from="upstream"}"#,
            1.0,
        ),
        (
            r#"requests_total{route="config",status="200",answer_from="proxy"}"#,
            1.0,
        ),
        (
            r#"requests_total{route="probe",status="200",answer_from="proxy"}"#,
            2.0,
        ),
        (
            r#"requests_total{route="page",status="404",answer_from="proxy"}"#,
            1.0,
        ),
        (
            r#"requests_total{route="unknown",status="404",answer_from="proxy"}"#,
            1.0,
        ),
        (r#"refused_total{code="PROXY.0400"}"#, 1.0),
        (r#"refused_total{code="PROXY.0404"}"#, 2.0),
        (r#"request_duration_seconds_count{route="update"}"#, 4.0),
        (
            r#"upstream_duration_seconds_count{call="update",end="answered"}"#,
            3.0,
        ),
        (
            r#"upstream_duration_seconds_count{call="list",end="answered"}"#,
            1.0,
        ),
        ("requests_in_flight", 0.0),
        (
            concat!("build_info{version=\"", env!("CARGO_PKG_VERSION"), "\"}"),
            1.0,
        ),
    ] {
        assert_eq!(
            site.value(&format!("cts_proxy_{name}")).await,
            Some(expected),
            "{name}: {}",
            site.text().await
        );
    }
}

/// Whatever is asked, the number of series stays small, and no word of a caller is among them.
#[tokio::test]
async fn nobody_can_fill_the_memory_with_labels() {
    let site = Observed::new("").await;
    for number in 0..300 {
        let paths = [
            format!("/PLANTED{number}"),
            format!("/api/PLANTED{number}"),
            format!("/api/PLANTED{number}/v3/PLANTED{number}/tracker"),
        ];
        for path in paths {
            let headers = [("x-cts-tracker-form", "1"), ("x-planted", "PLANTED")];
            call(&site.routes, request("PUT", &path, &headers, "PLANTED")).await;
            call(&site.routes, request("GET", &path, &headers, "")).await;
        }
    }
    let text = site.text().await;
    let series: BTreeSet<_> = text.lines().map(|line| line.split(' ').next()).collect();
    assert!(series.len() < 150, "{text}");
    assert!(!text.contains("PLANTED"), "{text}");
}

#[tokio::test]
async fn metrics_have_a_listener_of_their_own() {
    let site = Observed::new("").await;
    let answer = call(&site.routes, request("GET", "/metrics", &[], "")).await;
    assert_eq!(answer.status, 404);
    let rebound = [("host", "attacker.example")];
    let answer = call(&site.metrics, request("GET", "/metrics", &rebound, "")).await;
    assert_eq!(answer.status, 421, "another site cannot read them");
    let answer = call(&site.metrics, request("GET", "/config.json", &[], "")).await;
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn the_audit_log_is_among_them() {
    let folder = TempDir::new().expect("a folder");
    let site = Observed::new(&crate::audit::settings(folder.path())).await;
    call(&site.routes, update(BODY)).await;
    assert_eq!(site.value("cts_proxy_audit_writable").await, Some(1.0));
    assert_eq!(
        site.value("cts_proxy_audit_failures_total").await,
        Some(0.0)
    );
    assert!(site.value("cts_proxy_audit_lines_total").await >= Some(3.0));
    let none = Observed::new("").await;
    assert_eq!(none.value("cts_proxy_audit_writable").await, None);
}

/// Temporary keys of a file.
#[cfg(unix)]
#[tokio::test]
async fn the_end_of_a_credential_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("keys.json");
    let keys = r#"{"access":"PLANTED","secret":"PLANTED","securitytoken":"PLANTED","expires_at":"2100-01-01T00:00:00.000000Z"}"#;
    fs::write(&file, keys).expect("a file");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("rights");
    let cloud = Cloud::new(|_| "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    let table = format!("[credential]\nfile = {:?}\n", file.display().to_string());
    let settings = cloud.settings(&table);
    let source =
        Source::open(settings.credential.as_ref().expect("a table"), |_| None).expect("a source");
    let proxy = Proxy::new(settings, source).expect("a proxy");
    call(&app(proxy.clone()), update(BODY)).await;
    let answer = call(&metrics_app(proxy), request("GET", "/metrics", &[], "")).await;
    let line = r#"cts_proxy_credential_expiry_timestamp_seconds{credential="keys"} 4102444800"#;
    assert!(answer.text().contains(line), "{}", answer.text());
    assert!(!answer.text().contains("PLANTED"), "{}", answer.text());
}

#[test]
fn the_table_is_checked() {
    for (text, part) in [
        (
            "metrics = \"0.0.0.0:9464\"",
            "can be reached from other machines",
        ),
        ("metrics = \"9464\"", "not an address"),
        ("traces = \"http://collector:4318/v1/traces\"", "https://"),
        (
            "traces = \"https://a:PLANTED@collector/v1/traces\"",
            "user name",
        ),
        (
            "traces = \"http://127.0.0.1:1\"\nratio = 2.0",
            "between 0 and 1",
        ),
        ("tracing = true", "tracing"),
    ] {
        let error = Settings::read(&format!("[telemetry]\n{text}\n"), true)
            .expect_err(text)
            .to_string();
        assert!(error.contains(part), "{error}");
    }
    let beyond = "[telemetry]\nmetrics = \"0.0.0.0:9464\"\nmetrics_beyond_loopback = true\n";
    assert!(Settings::read(beyond, true).is_ok());
}
