//! Signing a request.

use std::error::Error;
use std::fmt;

use hmac::Mac;
use secrecy::ExposeSecret;

use crate::canonical::{CanonicalRequest, sha256};
use crate::credentials::Credentials;
use crate::encode::hex;
use crate::request::Request;
use crate::{ALGORITHM, SdkDate, UNSIGNED_PAYLOAD, header};

/// The outcome of signing: the headers to add to the request.
#[derive(Clone)]
pub struct Signed {
    headers: Vec<(String, String)>,
    canonical: CanonicalRequest,
    signature: String,
}

impl Signed {
    /// The headers to add: `X-Sdk-Date`, `X-Security-Token` and `X-Sdk-Content-Sha256` where they were
    /// missing, and `Authorization`. The values are secrets.
    #[must_use]
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The same, by value.
    #[must_use]
    pub fn into_headers(self) -> Vec<(String, String)> {
        self.headers
    }

    /// The text that was signed, to compare with the one a gateway reports.
    #[must_use]
    pub fn canonical_request(&self) -> &CanonicalRequest {
        &self.canonical
    }

    /// The signature in lower-case hexadecimal.
    #[must_use]
    pub fn signature(&self) -> &str {
        &self.signature
    }
}

impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The values of the headers would let a reader of a log repeat the request.
        f.debug_struct("Signed")
            .field("canonical", &self.canonical)
            .finish_non_exhaustive()
    }
}

/// Why a request cannot be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The request has an `Authorization` header.
    AlreadySigned,
    /// The header `Host` is missing.
    HostMissing,
    /// A header occurs twice: which value the gateway would take is not defined.
    RepeatedHeader(String),
    /// A name or value holds a line break or another control character.
    InvalidHeader(String),
    /// The request carries an `X-Sdk-Date` that is not the date to sign for.
    OtherDate,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadySigned => f.write_str("the request has an Authorization header already"),
            Self::HostMissing => f.write_str("the request has no Host header"),
            Self::RepeatedHeader(name) => write!(f, "the header {name} occurs twice"),
            Self::InvalidHeader(name) => write!(f, "the header {name} holds a control character"),
            Self::OtherDate => f.write_str("the request carries another X-Sdk-Date"),
        }
    }
}

impl Error for SignError {}

/// Signs a request for the given date with the given credentials.
///
/// Every header of the request is signed, except those with an underscore in the name; so add first
/// whatever must not change on the way, and sign exactly the bytes that go out.
///
/// # Errors
/// When the request cannot be signed in a way that the gateway would read alike; see [`SignError`].
pub fn sign(
    request: &Request<'_>,
    credentials: &Credentials,
    date: SdkDate,
) -> Result<Signed, SignError> {
    if request.value(header::AUTHORIZATION).is_some() {
        return Err(SignError::AlreadySigned);
    }
    if request.value(header::HOST).is_none() {
        return Err(SignError::HostMissing);
    }
    let date_text = date.to_string();
    if request
        .value(header::DATE)
        .is_some_and(|given| given != date_text)
    {
        return Err(SignError::OtherDate);
    }

    let mut added = Vec::new();
    let mut add = |lower: &str, name: &str, value: &str| {
        if request.value(lower).is_none() {
            added.push((name.to_owned(), value.to_owned()));
        }
    };
    if !request.signs_body() {
        add(
            header::CONTENT_SHA256,
            "X-Sdk-Content-Sha256",
            UNSIGNED_PAYLOAD,
        );
    }
    add(header::DATE, "X-Sdk-Date", &date_text);
    if let Some(token) = credentials.security_token() {
        add(
            header::SECURITY_TOKEN,
            "X-Security-Token",
            token.expose_secret(),
        );
    }

    let signed_headers = signed_headers(request.headers.iter().chain(&added))?;
    let body_hash = if request.signs_body() {
        sha256(request.body)
    } else {
        UNSIGNED_PAYLOAD.to_owned()
    };
    let canonical = CanonicalRequest::new(request, &signed_headers, &body_hash);
    let signature = hex(&canonical
        .mac(date, credentials.secret_key())
        .finalize()
        .into_bytes());
    let names: Vec<_> = signed_headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    added.push((
        "Authorization".to_owned(),
        format!(
            "{ALGORITHM} Access={}, SignedHeaders={}, Signature={signature}",
            credentials.access_key(),
            names.join(";"),
        ),
    ));
    Ok(Signed {
        headers: added,
        canonical,
        signature,
    })
}

/// Names in lower case and trimmed values, sorted by name; names with an underscore are left out.
fn signed_headers<'a>(
    headers: impl Iterator<Item = &'a (String, String)>,
) -> Result<Vec<(String, String)>, SignError> {
    let mut lines: Vec<(String, String)> = Vec::new();
    for (name, value) in headers {
        let name = name.to_ascii_lowercase();
        let value = value.trim();
        if name.contains(|c: char| c.is_control() || c == ':' || c == ';')
            || value.contains(|c: char| c.is_control() && c != '\t')
        {
            return Err(SignError::InvalidHeader(name.escape_debug().to_string()));
        }
        if !name.contains('_') {
            lines.push((name, value.to_owned()));
        }
    }
    lines.sort_unstable();
    if let Some(pair) = lines.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(SignError::RepeatedHeader(pair[0].0.clone()));
    }
    Ok(lines)
}
