//! The request as it goes out: method, address, headers and body from known parts, nothing of the caller's.

use std::time::{SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::http::{HeaderValue, Request, header};
use http_body_util::Full;
use sdk_hmac_sha256::{CanonicalRequest, ExposeSecret as _, SdkDate, sign};
use tracing::error;

use super::Call;
use crate::answer::Refusal;
use crate::credential::Credential;

/// A request that is ready to go.
pub(super) struct Ready {
    pub(super) request: Request<Full<Bytes>>,
    /// What was signed, to compare with what the cloud says it got. A token signs nothing.
    pub(super) canonical: Option<CanonicalRequest>,
}

/// Makes the request and authorises it. A signature covers exactly what goes out.
pub(super) fn ready(call: Call<'_>, credential: &Credential) -> Result<Ready, Refusal> {
    let Call {
        region,
        project,
        method,
        path,
        query,
        body,
        traceparent,
    } = call;
    let mut headers = vec![
        ("Host".to_owned(), region.authority().to_owned()),
        ("Content-Type".to_owned(), "application/json".to_owned()),
        ("X-Project-Id".to_owned(), project.to_owned()),
    ];
    let mut canonical = None;
    let token = match credential {
        Credential::Token(token) => Some(token),
        Credential::Keys(keys) => {
            let to_sign = sdk_hmac_sha256::Request {
                method: method.as_str(),
                path: &path,
                query: &query,
                headers: &headers,
                body: &body,
            };
            let signed = sign(&to_sign, keys, now()?).map_err(|error| {
                error!(%error, "cannot sign");
                Refusal::internal()
            })?;
            canonical = Some(signed.canonical_request().clone());
            headers.extend(signed.into_headers());
            None
        }
    };
    let separator = if query.is_empty() { "" } else { "?" };
    let mut request = Request::builder()
        .method(method)
        .uri(format!("{}{path}{separator}{query}", region.endpoint))
        // Not signed: something in between may rewrite it.
        .header(header::USER_AGENT, crate::USER_AGENT);
    if let Some(traceparent) = traceparent {
        request = request.header("traceparent", traceparent);
    }
    for (name, value) in headers {
        request = request.header(name, secret(&value)?);
    }
    if let Some(token) = token {
        request = request.header("X-Auth-Token", secret(token.expose_secret())?);
    }
    let request = request.body(Full::new(body)).map_err(|error| {
        error!(%error, "cannot build the request");
        Refusal::internal()
    })?;
    Ok(Ready { request, canonical })
}

/// A value that is not shown when somebody prints the headers.
fn secret(value: &str) -> Result<HeaderValue, Refusal> {
    let mut value = HeaderValue::from_str(value).map_err(|_| {
        error!("a header of the request holds a character that no header has");
        Refusal::internal()
    })?;
    value.set_sensitive(true);
    Ok(value)
}

fn now() -> Result<SdkDate, Refusal> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    since
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .and_then(SdkDate::from_unix)
        .ok_or_else(|| {
            error!("the clock of this machine shows no time that can be signed");
            Refusal::internal()
        })
}
