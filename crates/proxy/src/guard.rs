//! Refuses requests that another site could have made with the user's browser.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
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

/// The name in `name:port`, in lower case. What is no port is left where it is, so that the whole is no known name.
fn name(authority: &str) -> String {
    let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        _ => authority,
    };
    name.to_ascii_lowercase()
}

/// Whether a request for a call comes from the page that the proxy serves, or from a program.
pub(crate) fn same_origin(headers: &HeaderMap) -> Result<(), Refusal> {
    let twice = || {
        Refusal::forged(
            "A header that tells where the request comes from is there twice; nothing was sent.",
        )
    };
    let form = only(headers, FORM_HEADER).map_err(|()| twice())?;
    if form.is_none_or(|value| value != "1") {
        return Err(Refusal::forged(
            "The header X-CTS-Tracker-Form: 1 is missing; nothing was sent.",
        ));
    }
    // Browsers send these and no script can change them. Programs send none of them.
    let other_site = || Refusal::forged("The request comes from another site; nothing was sent.");
    let site = only(headers, "sec-fetch-site").map_err(|()| twice())?;
    if site.is_some_and(|site| site != "same-origin") {
        return Err(other_site());
    }
    // The page calls with `fetch`; forms, links, images and the like have other modes.
    let mode = only(headers, "sec-fetch-mode").map_err(|()| twice())?;
    if mode.is_some_and(|mode| mode != "cors" && mode != "same-origin") {
        return Err(other_site());
    }
    let Some(origin) = only(headers, "origin").map_err(|()| twice())? else {
        return Ok(());
    };
    let origin = origin.to_str().ok();
    let authority = origin.and_then(|origin| {
        origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"))
    });
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    match (authority, host) {
        (Some(authority), Some(host)) if authority.eq_ignore_ascii_case(host) => Ok(()),
        _ => Err(Refusal::forged(
            "The request comes from another origin; nothing was sent.",
        )),
    }
}

/// The value of a header that is there once at most. Of two values a front proxy may have looked at the other one.
fn only<'a>(headers: &'a HeaderMap, name: &str) -> Result<Option<&'a HeaderValue>, ()> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (value, None) => Ok(value),
        _ => Err(()),
    }
}

/// Whether the body is declared as JSON, with or without parameters.
pub(crate) fn json(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = only(headers, "content-type")
        .ok()
        .flatten()
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
            ("localhost:evil.example", "localhost:evil.example"),
            ("localhost:80:evil", "localhost:80:evil"),
            ("[::1]evil", "[::1]evil"),
            ("localhost.", "localhost."),
            ("", ""),
        ] {
            assert_eq!(name(authority), expected);
        }
    }
}
