//! The addresses of the proxy.

use axum::Router;
use axum::middleware::{from_fn_with_state, map_response};
use axum::routing::{any, get, put};

use crate::answer::Refusal;
use crate::{BASE, Proxy, caller, forward, guard, headers, page, probe, telemetry};

pub(crate) fn router(proxy: Proxy) -> Router {
    let files = page::files(proxy.settings().page.as_deref());
    let calls = Router::new()
        .route("/{region}/v3/{project_id}/tracker", put(forward::update))
        .route("/{region}/v3/{project_id}/trackers", get(forward::list))
        .fallback(any(unknown))
        .method_not_allowed_fallback(method);
    Router::new()
        .route("/config.json", get(page::config))
        .method_not_allowed_fallback(method)
        .nest(BASE, calls)
        // The files of the page say nothing of the settings, and nobody sends a name with them.
        .route_layer(from_fn_with_state(proxy.clone(), caller::identify))
        .fallback_service(files)
        .layer(from_fn_with_state(proxy.clone(), guard::host))
        // A probe asks under the address of the machine; the answer says nothing about it.
        .route("/healthz", get(probe::health))
        .route("/readyz", get(probe::ready))
        .layer(map_response(headers::secure))
        .layer(from_fn_with_state(proxy.clone(), telemetry::observe))
        .with_state(proxy)
}

async fn unknown() -> Refusal {
    Refusal::not_found("The proxy has no such call; nothing was sent.")
}

async fn method() -> Refusal {
    Refusal::method()
}
