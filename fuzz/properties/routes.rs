//! Whatever is asked of the proxy, nobody unknown gets anything, and every answer is one of its own.

use std::cell::RefCell;
use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::Request;
use cts_proxy::{Proxy, Settings, app};
use sdk_hmac_sha256::Credentials;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

/// Nobody listens at the discard port, so what would be sent ends as 502.
const SETTINGS: &str = "read_only = true\n[limits]\nrequests_per_minute = 1000000\n\
    [callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n\
    [[region]]\nid = \"r-1\"\nendpoint = \"http://127.0.0.1:9\"\n\
    [[project]]\nid = \"0123456789abcdef0123456789abcdef\"\nname = \"p\"\nregion = \"r-1\"\n";

thread_local! {
    static SITE: RefCell<Option<(Runtime, Router)>> = const { RefCell::new(None) };
}

/// Takes a request as it stands on the wire, more or less.
pub(crate) fn hold(data: &[u8]) {
    let Some(request) = request(data) else {
        return;
    };
    let is_call = request.uri().path().starts_with("/api/");
    let is_probe = matches!(request.uri().path(), "/healthz" | "/readyz");
    let headers = request.headers();
    let users = headers
        .keys()
        .filter(|name| name.as_str().replace('_', "-") == "x-user")
        .count();
    let is_named = users == 1
        && headers.get_all("x-user").iter().count() == 1
        && headers.contains_key("x-user");
    let is_marked = headers
        .get("x-cts-tracker-form")
        .is_some_and(|value| value == "1");
    let (status, from, body) = SITE.with_borrow_mut(|site| {
        let (runtime, routes) = site.get_or_insert_with(|| {
            let settings = Settings::read(SETTINGS, false).expect("good settings");
            let proxy = Proxy::new(settings, Credentials::new("AK", "SK")).expect("a proxy");
            let runtime = Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            (runtime, app(proxy))
        });
        runtime.block_on(async {
            let answer = routes.clone().oneshot(request).await.expect("an answer");
            assert!(answer.headers().contains_key("content-security-policy"));
            assert!(
                !answer
                    .headers()
                    .keys()
                    .any(|name| name.as_str().starts_with("access-control-"))
            );
            let from = answer.headers().get("x-cts-answer-from").cloned();
            let status = answer.status().as_u16();
            let body = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
            (status, from, body)
        })
    });
    if is_probe {
        return;
    }
    if is_call {
        assert_ne!(status / 100, 2, "nothing can come from the cloud");
        assert_ne!(status, 500, "{}", String::from_utf8_lossy(&body));
    }
    if status >= 400 && from.is_some() && !body.is_empty() {
        let code = format!("\"error_code\":\"PROXY.{status:04}\"");
        assert!(String::from_utf8_lossy(&body).contains(&code), "{status}");
    }
    // Only a known caller, from the page or a program, comes as far as the cloud.
    if status == 502 {
        assert!(is_call && is_named && is_marked);
    }
}

fn request(data: &[u8]) -> Option<Request<Body>> {
    let end = data
        .windows(2)
        .position(|two| two == b"\n\n")
        .unwrap_or(data.len());
    let head = std::str::from_utf8(&data[..end]).ok()?;
    let body = data.get(end + 2..).unwrap_or_default();
    let mut lines = head.lines();
    let (method, target) = lines.next()?.split_once(' ')?;
    let mut request = Request::builder().method(method).uri(target);
    for line in lines {
        let (name, value) = line.split_once(':')?;
        request = request.header(name, value.trim());
    }
    let mut request = request.body(Body::from(body.to_vec())).ok()?;
    let peer: SocketAddr = "10.0.0.1:1".parse().ok()?;
    request.extensions_mut().insert(ConnectInfo(peer));
    Some(request)
}
