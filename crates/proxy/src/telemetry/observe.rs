//! Counts requests, and tells what was counted.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use super::metrics::{Answerer, RouteKind};
use crate::{ANSWER_FROM, BASE, Proxy, guard, headers, probe};

/// The type of the text that Prometheus reads.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The code of an answer of the proxy's own; goes with the answer as far as the count.
#[derive(Clone)]
pub(crate) struct Refused(pub(crate) String);

/// Counts a request and its answer.
pub(crate) async fn observe(State(proxy): State<Proxy>, request: Request, next: Next) -> Response {
    let metrics = proxy.lasting().metrics();
    let route = route(&request);
    let start = Instant::now();
    let in_flight = metrics.begin();
    let mut response = next.run(request).await;
    drop(in_flight);
    let from = match response.headers().get(ANSWER_FROM) {
        Some(from) if from == "upstream" => Answerer::Upstream,
        _ => Answerer::Proxy,
    };
    metrics.end(route, response.status(), from, start.elapsed());
    if let Some(Refused(code)) = response.extensions_mut().remove() {
        metrics.refused(code);
    }
    response
}

/// The kind of an address. What a path holds besides is nobody's label.
fn route(request: &Request) -> RouteKind {
    let matched = request.extensions().get::<MatchedPath>();
    match matched.map(MatchedPath::as_str) {
        Some("/healthz" | "/readyz") => RouteKind::Probe,
        Some("/config.json") => RouteKind::Config,
        Some(path) if path.ends_with("/tracker") => RouteKind::Update,
        Some(path) if path.ends_with("/trackers") => RouteKind::List,
        _ if request.uri().path().starts_with(BASE) => RouteKind::Unknown,
        _ => RouteKind::Page,
    }
}

/// The routes of the listener for metrics.
pub(crate) fn router(proxy: Proxy) -> Router {
    let mut routes = Router::new().route("/metrics", get(metrics));
    if proxy.settings().telemetry.is_on_loopback() {
        // As for the page: a site that points its own name here must not read it.
        routes = routes.layer(from_fn_with_state(proxy.clone(), guard::host));
    }
    routes
        .route("/healthz", get(probe::health))
        .route("/readyz", get(probe::ready))
        .layer(map_response(headers::secure))
        .with_state(proxy)
}

/// Seconds since 1970.
fn seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// `GET /metrics`.
async fn metrics(State(proxy): State<Proxy>) -> Response {
    let metrics = proxy.lasting().metrics();
    metrics.forget_credentials();
    for state in proxy.upstream().credential().state() {
        match state.issued {
            // A lasting credential has no end to tell.
            Some(issued) => {
                if let Some(end) = issued.end {
                    metrics.credential(state.name, seconds(end));
                }
            }
            None => metrics.credential(state.name, 0),
        }
    }
    if let Some(audit) = proxy.lasting().audit() {
        metrics.audit(audit.is_writable().await);
    }
    let mut response = metrics.text().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(OPEN_METRICS));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
