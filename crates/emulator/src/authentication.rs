//! Who is calling: a signature with an access key, or a token.

use axum::http::HeaderValue;
use axum::http::request::Parts;
use sdk_hmac_sha256::{Authorization, ExposeSecret, Request, VerifyError, header, verify};

use crate::answer::Refusal;
use crate::{Emulator, Permission};

/// Checks the credential of a request and that it may use the project.
///
/// The order is the one of the cloud: the gateway judges the credential, then the service the project.
pub(crate) fn authenticate(
    emulator: &Emulator,
    parts: &Parts,
    body: &[u8],
    project: &str,
) -> Result<(), Refusal> {
    let scope = if parts.headers.contains_key(header::AUTHORIZATION) {
        signature(emulator, parts, body)?;
        None
    } else if let Some(token) = parts.headers.get("x-auth-token") {
        Some(
            emulator
                .tokens()
                .project(token.as_bytes(), emulator.now())?,
        )
    } else {
        return Err(Refusal::authentication("x-auth-token not found"));
    };
    let conditions = &emulator.settings().conditions;
    if conditions.suspended_projects.iter().any(|id| id == project) {
        let message = "The project is unavailable.";
        return Err(Refusal::gateway(403, "APIGW.0310", message));
    }
    if conditions.permission == Permission::None {
        return Err(Refusal::service(Some("CTS.0002")));
    }
    let allowed =
        emulator.settings().has_project(project) && scope.is_none_or(|scope| scope == project);
    if allowed {
        Ok(())
    } else {
        Err(Refusal::service(Some("CTS.0012")))
    }
}

fn signature(emulator: &Emulator, parts: &Parts, body: &[u8]) -> Result<(), Refusal> {
    let headers: Vec<_> = parts
        .headers
        .iter()
        .map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        })
        .collect();
    let request = Request {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &headers,
        body,
    };
    let now = emulator.now_milliseconds();
    let access_key = parts
        .headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| Authorization::parse(value).ok())
        .map(|authorization| authorization.access_key().to_owned());
    if let Some(access_key) = &access_key
        && emulator.gateway().is_locked(access_key, now)
    {
        return Err(Refusal::authentication(
            "AK access failed to reach the limit,forbidden",
        ));
    }
    let keys = &emulator.settings().keys;
    let find = |access_key: &str| keys.iter().find(|key| key.access_key() == access_key);
    let verified = verify(&request, emulator.now(), |access_key| {
        find(access_key).map(|key| key.secret_key().clone())
    })
    .map_err(|error| {
        if let (VerifyError::SignatureMismatch(_), Some(access_key)) = (&error, &access_key) {
            emulator.gateway().failed(access_key, now);
        }
        refusal(&error)
    })?;
    emulator.gateway().succeeded(verified.access_key());

    // A temporary key is nothing without its token, which has to be under the signature.
    if let Some(token) = find(verified.access_key()).and_then(|key| key.security_token()) {
        let signed = verified
            .signed_headers()
            .iter()
            .any(|name| name == header::SECURITY_TOKEN);
        let given = parts
            .headers
            .get(header::SECURITY_TOKEN)
            .map(HeaderValue::as_bytes);
        if !signed || given != Some(token.expose_secret().as_bytes()) {
            return Err(Refusal::authentication(
                "the security token is missing or wrong",
            ));
        }
    }
    Ok(())
}

/// The text of the gateway for each failure; those that the signing guide lists in its words.
fn refusal(error: &VerifyError) -> Refusal {
    match error {
        VerifyError::SignatureMismatch(canonical) => {
            let lines = canonical.as_str().replace('\n', "|");
            Refusal::authentication(format!(
                "verify aksk signature fail, canonicalRequest:{lines}"
            ))
        }
        VerifyError::DateSkew { .. } => Refusal::authentication("signature expired"),
        VerifyError::UnknownAccessKey(_) => Refusal::authentication("Get secretKey failed"),
        other => Refusal::authentication(other.to_string()),
    }
}
