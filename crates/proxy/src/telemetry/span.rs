//! The spans of a request. They hold kinds, numbers and names of the settings, and nothing that a caller sent.

use axum::http::{HeaderMap, HeaderValue};
use opentelemetry::propagation::TextMapPropagator as _;
use opentelemetry_http::{HeaderExtractor, HeaderInjector};
use opentelemetry_sdk::propagation::TraceContextPropagator;
use tracing::field::Empty;
use tracing::{Span, info_span};
use tracing_opentelemetry::OpenTelemetrySpanExt as _;

use crate::settings::TraceSettings;
use crate::upstream::Call;

/// What spans are told from the lines of the log by.
pub const SPANS: &str = "cts_proxy::span";

/// The header of the W3C recommendation on trace context.
const TRACEPARENT: &str = "traceparent";

/// A request of a caller who is known. The trace of the caller goes on when the settings say so.
pub(crate) fn request(
    traces: Option<&TraceSettings>,
    name: &'static str,
    id: &str,
    headers: &HeaderMap,
) -> Span {
    let Some(traces) = traces else {
        return Span::none();
    };
    let span = info_span!(
        target: SPANS,
        "request",
        otel.name = name,
        otel.kind = "server",
        cts_proxy.request_id = id,
        http.response.status_code = Empty,
        cts_proxy.code = Empty,
    );
    if traces.is_parent_trusted && headers.contains_key(TRACEPARENT) {
        let parent = TraceContextPropagator::new().extract(&HeaderExtractor(headers));
        // It fails for a span that nobody records.
        let _ = span.set_parent(parent);
    }
    span
}

/// A call to the cloud within the span of a request.
pub(crate) fn call(traces: Option<&TraceSettings>, call: &Call<'_>) -> Span {
    if traces.is_none() {
        return Span::none();
    }
    info_span!(
        target: SPANS,
        "call",
        otel.name = if call.method == axum::http::Method::GET { "list trackers" } else { "update tracker" },
        otel.kind = "client",
        server.address = call.region.authority(),
        cloud.region = call.region.id,
        http.request.method = call.method.as_str(),
        http.response.status_code = Empty,
        cts_proxy.code = Empty,
    )
}

/// The intent on its way to the audit log.
pub(crate) fn audit(traces: Option<&TraceSettings>) -> Span {
    if traces.is_none() {
        return Span::none();
    }
    info_span!(target: SPANS, "audit", otel.name = "write intent", otel.kind = "internal")
}

/// How something ended: with the status of the cloud, or with a code of the proxy's own.
pub(crate) fn ended(span: &Span, outcome: Result<u16, String>) {
    match outcome {
        Ok(status) => span.record("http.response.status_code", status),
        Err(code) => span.record("cts_proxy.code", code),
    };
}

/// The header with which the cloud can go on with the trace; only when the settings say so.
pub(crate) fn traceparent(traces: Option<&TraceSettings>, span: &Span) -> Option<HeaderValue> {
    traces.filter(|traces| traces.is_forwarded)?;
    let mut headers = HeaderMap::new();
    let context = span.context();
    TraceContextPropagator::new().inject_context(&context, &mut HeaderInjector(&mut headers));
    headers.remove(TRACEPARENT)
}
