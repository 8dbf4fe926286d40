//! What probes ask. The answers say nothing about callers or the machine.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use crate::Proxy;
use crate::answer::json_answer;

/// `GET /healthz`: the process serves requests.
pub(crate) async fn health() -> Response {
    json_answer(StatusCode::OK, &json!({"status": "ok"}))
}

/// `GET /readyz`: updates can be served now, as far as that can be told without the cloud.
pub(crate) async fn ready(State(proxy): State<Proxy>) -> Response {
    // What follows the colon is in the log as well, and not for everybody.
    let problem = proxy.ready().err();
    let problem = problem.as_deref().and_then(|text| text.split(':').next());
    let mut missing: Vec<String> = problem.map(str::to_owned).into_iter().collect();
    if let Some(audit) = proxy.lasting().audit()
        && !audit.is_writable().await
    {
        missing.push("the audit log cannot be written".to_owned());
    }
    if missing.is_empty() {
        json_answer(StatusCode::OK, &json!({"status": "ready"}))
    } else {
        let body = json!({"status": "not ready", "missing": missing});
        json_answer(StatusCode::SERVICE_UNAVAILABLE, &body)
    }
}
