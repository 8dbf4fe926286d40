//! Refuses requests that another site could have made with the user's browser.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::answer::Refusal;
use crate::{FORM_HEADER, Proxy};

/// Names that always mean this machine.
const LOOPBACK_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Takes only requests made under a name of the proxy. A site that lets its own name point to 127.0.0.1
/// (DNS rebinding) is same-origin for the browser, and only the `Host` header gives it away.
pub(crate) async fn host(
    State(proxy): State<Proxy>,
    request: Request,
    next: Next,
) -> Result<Response, Refusal> {
    let mut given = request.headers().get_all(header::HOST).iter();
    let named = match (
        given.next().and_then(|value| value.to_str().ok()),
        given.next(),
    ) {
        (Some(value), None) => {
            let name = name(value);
            LOOPBACK_NAMES.contains(&name.as_str()) || proxy.settings().hosts.contains(&name)
        }
        _ => false,
    };
    // A request target with a host of its own would contradict the header.
    if named && request.uri().authority().is_none() {
        Ok(next.run(request).await)
    } else {
        Err(Refusal::host())
    }
}

/// The name in `name:port`, in lower case.
fn name(authority: &str) -> String {
    let end = match authority.rfind(':') {
        Some(colon) if !authority[colon..].contains(']') => colon,
        _ => authority.len(),
    };
    authority[..end].to_ascii_lowercase()
}

/// Whether a request for a call comes from the page that the proxy serves, or from a program.
pub(crate) fn same_origin(headers: &HeaderMap) -> Result<(), Refusal> {
    if headers.get(FORM_HEADER).is_none_or(|value| value != "1") {
        return Err(Refusal::forged(
            "The header X-CTS-Tracker-Form: 1 is missing; nothing was sent.",
        ));
    }
    // Browsers send these and no script can change them. Programs send neither.
    if headers
        .get("sec-fetch-site")
        .is_some_and(|site| site != "same-origin")
    {
        return Err(Refusal::forged(
            "The request comes from another site; nothing was sent.",
        ));
    }
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Ok(());
    };
    let authority = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.split_once("://"));
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    match (authority, host) {
        (Some((_, authority)), Some(host)) if authority.eq_ignore_ascii_case(host) => Ok(()),
        _ => Err(Refusal::forged(
            "The request comes from another origin; nothing was sent.",
        )),
    }
}

/// Whether the body is declared as JSON, with or without parameters.
pub(crate) fn json(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let essence = kind
        .and_then(|kind| kind.split(';').next())
        .unwrap_or_default()
        .trim();
    if essence.eq_ignore_ascii_case("application/json") {
        Ok(())
    } else {
        Err(Refusal::media_type())
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn names_of_authorities() {
        for (authority, expected) in [
            ("localhost", "localhost"),
            ("LocalHost:8080", "localhost"),
            ("127.0.0.1:1", "127.0.0.1"),
            ("[::1]", "[::1]"),
            ("[::1]:8080", "[::1]"),
            ("", ""),
        ] {
            assert_eq!(name(authority), expected);
        }
    }
}
