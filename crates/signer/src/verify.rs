//! Verifying a signed request, as a gateway does.

mod authorization;
mod error;

use hmac::Mac;
use secrecy::SecretString;

pub use self::authorization::Authorization;
pub use self::error::VerifyError;
use crate::canonical::{CanonicalRequest, sha256};
use crate::encode::unhex;
use crate::request::Request;
use crate::{SdkDate, UNSIGNED_PAYLOAD, header};

/// How far the date of a request may be from the clock of the gateway, in seconds (vendor's signing guide).
pub const MAX_SKEW_SECONDS: u64 = 15 * 60;

/// A request whose signature is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    access_key: String,
    signed_headers: Vec<String>,
}

impl Verified {
    /// The access key that signed.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The names of the signed headers. What another header says is not covered by the signature.
    #[must_use]
    pub fn signed_headers(&self) -> &[String] {
        &self.signed_headers
    }
}

/// Verifies the signature of a request at the time `now`. `secret_key` gives the secret key of an access key,
/// or `None` when there is no such key. The signatures are compared in constant time.
///
/// # Errors
/// The first thing that is wrong; see [`VerifyError`].
pub fn verify(
    request: &Request<'_>,
    now: SdkDate,
    secret_key: impl FnOnce(&str) -> Option<SecretString>,
) -> Result<Verified, VerifyError> {
    let authorization = Authorization::parse(single(request, header::AUTHORIZATION)?)?;
    let date = SdkDate::parse(single(request, header::DATE)?).ok_or(VerifyError::MalformedDate)?;
    let names = authorization.signed_headers();
    if !names.iter().any(|name| name == header::DATE) {
        return Err(VerifyError::DateNotSigned);
    }
    let skew = date.unix().abs_diff(now.unix());
    if skew > MAX_SKEW_SECONDS {
        return Err(VerifyError::DateSkew { seconds: skew });
    }
    let lines = signed_lines(request, names)?;
    let secret = secret_key(authorization.access_key())
        .ok_or_else(|| VerifyError::UnknownAccessKey(authorization.access_key().to_owned()))?;
    let canonical = CanonicalRequest::new(request, &lines, &body_hash(request, names)?);
    let signature = unhex(authorization.signature()).ok_or(VerifyError::MalformedAuthorization)?;
    canonical
        .mac(date, &secret)
        .verify_slice(&signature)
        .map_err(|_| VerifyError::SignatureMismatch(Box::new(canonical)))?;
    Ok(Verified {
        access_key: authorization.access_key().to_owned(),
        signed_headers: names.to_vec(),
    })
}

/// The one value of a header that must be there once.
fn single<'a>(request: &Request<'a>, name: &str) -> Result<&'a str, VerifyError> {
    let mut values = request.values(name);
    let value = values
        .next()
        .ok_or_else(|| VerifyError::MissingHeader(name.to_owned()))?;
    if values.next().is_some() {
        return Err(VerifyError::RepeatedHeader(name.to_owned()));
    }
    Ok(value)
}

/// The header lines of the canonical request, in the order of the names in the header.
fn signed_lines(
    request: &Request<'_>,
    names: &[String],
) -> Result<Vec<(String, String)>, VerifyError> {
    let line = |name: &String| {
        let value = single(request, name).map_err(|error| match error {
            VerifyError::MissingHeader(name) => VerifyError::SignedHeaderAbsent(name),
            other => other,
        })?;
        Ok((name.clone(), value.to_owned()))
    };
    names.iter().map(line).collect()
}

/// The last line of the canonical request. A hash given in a signed header is taken as it is, once the body
/// was seen to have it.
fn body_hash(request: &Request<'_>, names: &[String]) -> Result<String, VerifyError> {
    let hash = sha256(request.body);
    if !names.iter().any(|name| name == header::CONTENT_SHA256) {
        return Ok(hash);
    }
    match single(request, header::CONTENT_SHA256)? {
        UNSIGNED_PAYLOAD if !request.signs_body() => Ok(UNSIGNED_PAYLOAD.to_owned()),
        given if given == hash => Ok(hash),
        _ => Err(VerifyError::BodyHashMismatch),
    }
}
