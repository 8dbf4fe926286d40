//! The files of the page, and the `config.json` that they read at start.

use std::path::Path;

use axum::Router;
use axum::extract::{Extension, Request, State};
use axum::handler::HandlerWithoutStateExt as _;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use serde_json::{Value, json};
use tower_http::services::ServeDir;

use crate::answer::{Refusal, json_answer};
use crate::caller::Caller;
use crate::settings::Settings;
use crate::{BASE, Proxy};

/// The files of a folder. A file is sent in the compressed form that stands beside it (`.br`, `.gz`) when
/// the browser takes it.
pub(crate) fn files(folder: Option<&Path>) -> Router {
    let Some(folder) = folder else {
        return Router::new().fallback(missing);
    };
    let files = ServeDir::new(folder)
        .precompressed_br()
        .precompressed_gzip()
        .call_fallback_on_method_not_allowed(true)
        .fallback(missing.into_service());
    Router::new()
        .fallback_service(files)
        .layer(from_fn(caching))
}

/// There is no such file.
async fn missing(request: Request) -> Refusal {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        Refusal::not_found("There is nothing at this address.")
    } else {
        Refusal::method()
    }
}

/// Files with a hash in the name never change; the others are asked for again, which costs little thanks to
/// the entity tag.
async fn caching(request: Request, next: Next) -> Response {
    let value = if is_hashed(request.uri().path()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = next.run(request).await;
    let status = response.status();
    if status.is_success() || status == StatusCode::NOT_MODIFIED {
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}

/// Whether a file name ends, before its extension, with a hyphen and 8 to 16 hexadecimal digits, as in
/// `style-0123456789abcdef.css` and `app-0123456789abcdef_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.split_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else {
        return false;
    };
    (8..=16).contains(&hash.len())
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// `GET /config.json`: what the page has to know.
pub(crate) async fn config(
    State(proxy): State<Proxy>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let mut response = json_answer(StatusCode::OK, &describe(proxy.settings(), &caller));
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// The settings as the page reads them: what this caller may see. Nothing in here is a secret.
fn describe(settings: &Settings, caller: &Caller) -> Value {
    let shown: Vec<_> = settings
        .projects
        .iter()
        .filter(|project| settings.policies.shows(caller, project))
        .collect();
    let all = shown.len() == settings.projects.len();
    let regions: Vec<_> = settings
        .regions
        .iter()
        .map(|region| &region.id)
        .filter(|id| all || shown.iter().any(|project| project.region == **id))
        .collect();
    let projects: Vec<_> = shown
        .iter()
        .map(|project| json!({"id": project.id, "name": project.name, "region": project.region}))
        .collect();
    let mut config = json!({
        "proxy": {"base": BASE},
        "regions": regions,
        "projects": projects,
        "standIn": settings.stand_in,
    });
    if let Some(language) = settings.language {
        config["language"] = json!(language.tag());
    }
    config
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn names_with_a_hash() {
        for (path, expected) in [
            ("/app-0123456789abcdef.js", true),
            ("/app-01234567.js", true),
            ("/app-0123456789abcdef_bg.wasm", true),
            ("/snippets/x-y-89abcdef/inline0.js", false),
            ("/style-0123456789abcdef.css.br", true),
            ("/app-0123456.js", false),
            ("/app-0123456789abcdef0.js", false),
            ("/app-0123456g.js", false),
            ("/app-01234567", false),
            ("/index.html", false),
            ("/", false),
        ] {
            assert_eq!(is_hashed(path), expected, "{path}");
        }
    }
}
