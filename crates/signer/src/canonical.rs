//! The text that is hashed and signed.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::encode::{canonical_path, canonical_query, hex};
use crate::request::Request;
use crate::{ALGORITHM, SdkDate, header};

/// The canonical form of a request: method, path, query, headers, names of the signed headers and body hash,
/// each on its own line. Two sides that build the same text agree on the signature.
///
/// `Debug` and `Display` put `[redacted]` in place of a security token; [`as_str`](Self::as_str) does not.
#[derive(Clone, PartialEq, Eq)]
pub struct CanonicalRequest {
    text: String,
}

impl CanonicalRequest {
    /// Builds the text. `signed` holds the header lines, names in lower case, sorted; `body_hash` is the last
    /// line.
    pub(crate) fn new(request: &Request<'_>, signed: &[(String, String)], body_hash: &str) -> Self {
        let names: Vec<_> = signed.iter().map(|(name, _)| name.as_str()).collect();
        let mut text = [
            request.method,
            &canonical_path(request.path),
            &canonical_query(request.query),
            "",
        ]
        .join("\n");
        for (name, value) in signed {
            text.extend([name.as_str(), ":", value.as_str(), "\n"]);
        }
        text.extend(["\n", &names.join(";"), "\n", body_hash]);
        Self { text }
    }

    /// The text itself. It may hold a security token.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text without the value of a security token, fit for display and logs.
    #[must_use]
    pub fn redacted(&self) -> String {
        let prefix = concat_prefix();
        let lines = self.text.split('\n').map(|line| {
            if line.starts_with(&prefix) {
                format!("{prefix}[redacted]")
            } else {
                line.to_owned()
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The SHA-256 of the text in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// The text under the signature: algorithm, date, hash of the canonical request.
    #[must_use]
    pub fn string_to_sign(&self, date: SdkDate) -> String {
        format!("{ALGORITHM}\n{date}\n{}", self.sha256())
    }

    /// The keyed hash over the string to sign, ready to be finished or compared.
    pub(crate) fn mac(&self, date: SdkDate, secret: &SecretString) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.expose_secret().as_bytes())
            .expect("HMAC takes a key of any length");
        mac.update(self.string_to_sign(date).as_bytes());
        mac
    }
}

impl fmt::Display for CanonicalRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.redacted())
    }
}

impl fmt::Debug for CanonicalRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CanonicalRequest")
            .field(&self.redacted())
            .finish()
    }
}

fn concat_prefix() -> String {
    format!("{}:", header::SECURITY_TOKEN)
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
