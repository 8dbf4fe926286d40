//! Keeps the credential out of answers.
//!
//! After a failed signature the gateway repeats the canonical request, which holds the security token of a
//! temporary key. No answer needs any part of the credential, so all of it is taken out.

use std::fmt;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue};
use cts_tracker::answer::redact;
use memchr::memmem;
use sdk_hmac_sha256::{ExposeSecret, SecretString};

/// What stands in place of a secret.
const MASK: &str = "***";

/// The texts that must not come out.
pub(crate) struct Scrub {
    secrets: Vec<SecretString>,
}

impl Scrub {
    /// An empty text is no secret.
    pub(crate) fn new(mut secrets: Vec<SecretString>) -> Self {
        secrets.retain(|secret| !secret.expose_secret().is_empty());
        Self { secrets }
    }

    /// The text without secrets, or `None` when it has none.
    pub(crate) fn text(&self, text: &str) -> Option<String> {
        let mut clean = redact(text);
        for secret in &self.secrets {
            let secret = secret.expose_secret();
            mask(&mut clean, secret);
            if secret.contains('/') {
                // JSON may be written with escaped slashes.
                mask(&mut clean, &secret.replace('/', "\\/"));
            }
        }
        (clean != text).then_some(clean)
    }

    pub(crate) fn body(&self, body: Bytes) -> Bytes {
        let text = String::from_utf8_lossy(&body);
        match self.text(&text) {
            Some(clean) => Bytes::from(clean),
            None => body,
        }
    }

    pub(crate) fn headers(&self, headers: &mut HeaderMap) {
        for value in headers.values_mut() {
            let clean = self.text(&String::from_utf8_lossy(value.as_bytes()));
            if let Some(clean) = clean.and_then(|clean| HeaderValue::from_str(&clean).ok()) {
                *value = clean;
            }
        }
    }
}

/// Every value of every answer passes through here, and hardly any holds a secret: the search must not have to be
/// prepared.
fn mask(text: &mut String, secret: &str) {
    if memmem::find(text.as_bytes(), secret.as_bytes()).is_some() {
        *text = text.replace(secret, MASK);
    }
}

impl fmt::Debug for Scrub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scrub").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scrub(secrets: &[&str]) -> Scrub {
        Scrub::new(secrets.iter().copied().map(SecretString::from).collect())
    }

    #[test]
    fn takes_every_form_of_a_secret_out_and_nothing_else() {
        let scrub = scrub(&["PLANTED-AK", "PLANTED-SK", "PLANTED/ST", ""]);
        let body = br#"{"a":"PLANTED-AK","b":"x-security-token:PLANTED\/ST|x","c":"PLANTED/ST PLANTED-SK"}"#;
        let clean = scrub.body(Bytes::from_static(body));
        let expected = r#"{"a":"***","b":"x-security-token:***|x","c":"*** ***"}"#;
        assert_eq!(clean, expected);
        let bytes = Bytes::from_static(b"\xff\xfe plain");
        assert_eq!(scrub.body(bytes.clone()), bytes);
        assert!(!format!("{scrub:?}").contains("PLANTED"));
    }
}
