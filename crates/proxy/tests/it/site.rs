//! A proxy in front of a stand-in, called without a socket.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use cts_proxy::{Proxy, Settings, StandIn, app};
use http_body_util::BodyExt as _;
use sdk_hmac_sha256::Credentials;
use serde_json::Value;
use tower::ServiceExt as _;

pub(crate) const PROJECT: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const REGION: &str = "cn-north-4";
/// A body that the stand-in accepts.
pub(crate) const BODY: &str =
    r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#;

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.text()).expect("JSON")
    }

    pub(crate) fn code(&self) -> Value {
        self.json()["error_code"].clone()
    }

    pub(crate) fn message(&self) -> String {
        self.json()["error_msg"]
            .as_str()
            .expect("a message")
            .to_owned()
    }

    /// The value of a header, or an empty text.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("text"))
    }
}

/// A proxy with its stand-in.
pub(crate) struct Site {
    pub(crate) routes: Router,
    pub(crate) stand_in: StandIn,
}

impl Site {
    /// A proxy with the default settings of the stand-in.
    pub(crate) async fn new() -> Self {
        Self::with("").await
    }

    /// A proxy with these settings.
    pub(crate) async fn with(text: &str) -> Self {
        let stand_in = StandIn::start().await.expect("a stand-in");
        let mut settings = Settings::read(text, true).expect("good settings");
        stand_in.redirect(&mut settings);
        let proxy = Proxy::new(settings, stand_in.credentials().clone()).expect("a proxy");
        Self {
            routes: app(proxy),
            stand_in,
        }
    }

    pub(crate) fn received(&self) -> u64 {
        self.stand_in.emulator().received()
    }

    pub(crate) async fn call(&self, request: Request<Body>) -> Answer {
        call(&self.routes, request).await
    }

    pub(crate) async fn get(&self, target: &str) -> Answer {
        self.call(request("GET", target, &[], "")).await
    }
}

/// A proxy whose only region leads to this endpoint.
pub(crate) fn proxy_to(endpoint: &str, seconds: u64, credentials: Credentials) -> Router {
    let text = format!(
        "[upstream]\ntimeout_seconds = {seconds}\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"{endpoint}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
    );
    let settings = Settings::read(&text, false).expect("good settings");
    app(Proxy::new(settings, credentials).expect("a proxy"))
}

pub(crate) async fn call(routes: &Router, request: Request<Body>) -> Answer {
    let response = routes.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes().to_vec();
    Answer {
        status: parts.status.as_u16(),
        headers: parts.headers,
        body,
    }
}

/// A request under the name of loopback, with these headers more.
pub(crate) fn request(
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(target);
    if headers.iter().all(|(name, _)| *name != "host") {
        request = request.header("host", "127.0.0.1:8080");
    }
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request = request.header(*name, *value);
    }
    request
        .body(Body::from(body.to_owned()))
        .expect("a request")
}

/// The address of an update through the proxy.
pub(crate) fn update_target() -> String {
    format!("/api/{REGION}/v3/{PROJECT}/tracker")
}

/// The address of the list through the proxy.
pub(crate) fn list_target() -> String {
    format!("/api/{REGION}/v3/{PROJECT}/trackers")
}

/// An update as the page sends it.
pub(crate) fn update(body: &str) -> Request<Body> {
    let headers = [
        ("x-cts-tracker-form", "1"),
        ("content-type", "application/json"),
        ("sec-fetch-site", "same-origin"),
        ("origin", "http://127.0.0.1:8080"),
    ];
    request("PUT", &update_target(), &headers, body)
}

/// A list as the page asks for it.
pub(crate) fn list(query: &str) -> Request<Body> {
    let headers = [
        ("x-cts-tracker-form", "1"),
        ("sec-fetch-site", "same-origin"),
    ];
    request("GET", &format!("{}{query}", list_target()), &headers, "")
}
