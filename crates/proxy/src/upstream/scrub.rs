//! Keeps the credential out of answers.
//!
//! After a failed signature the gateway repeats the canonical request, which holds the security token of a
//! temporary key. No answer needs any part of the credential, so all of it is taken out.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue};
use cts_tracker::answer::redact;
use sdk_hmac_sha256::{Credentials, ExposeSecret, SecretString};

/// What stands in place of a secret.
const MASK: &str = "***";

/// The texts that must not come out.
pub(super) struct Scrub {
    secrets: Vec<SecretString>,
}

impl Scrub {
    pub(super) fn new(credentials: &Credentials) -> Self {
        let mut secrets = vec![
            SecretString::from(credentials.access_key()),
            credentials.secret_key().clone(),
        ];
        secrets.extend(credentials.security_token().cloned());
        Self { secrets }
    }

    /// The text without secrets, or `None` when it has none.
    fn text(&self, text: &str) -> Option<String> {
        let mut clean = redact(text);
        for secret in &self.secrets {
            let secret = secret.expose_secret();
            // JSON may be written with escaped slashes.
            for form in [secret.to_owned(), secret.replace('/', "\\/")] {
                if clean.contains(&form) {
                    clean = clean.replace(&form, MASK);
                }
            }
        }
        (clean != text).then_some(clean)
    }

    pub(super) fn body(&self, body: Bytes) -> Bytes {
        let text = String::from_utf8_lossy(&body);
        match self.text(&text) {
            Some(clean) => Bytes::from(clean),
            None => body,
        }
    }

    pub(super) fn headers(&self, headers: &mut HeaderMap) {
        for value in headers.values_mut() {
            let clean = self.text(&String::from_utf8_lossy(value.as_bytes()));
            if let Some(clean) = clean.and_then(|clean| HeaderValue::from_str(&clean).ok()) {
                *value = clean;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_every_form_of_a_secret_out_and_nothing_else() {
        let credentials =
            Credentials::new("PLANTED-AK", "PLANTED-SK").with_security_token("PLANTED/ST");
        let scrub = Scrub::new(&credentials);
        let body = br#"{"a":"PLANTED-AK","b":"x-security-token:PLANTED\/ST|x","c":"PLANTED/ST PLANTED-SK"}"#;
        let clean = scrub.body(Bytes::from_static(body));
        let expected = r#"{"a":"***","b":"x-security-token:***|x","c":"*** ***"}"#;
        assert_eq!(clean, expected);
        let bytes = Bytes::from_static(b"\xff\xfe plain");
        assert_eq!(scrub.body(bytes.clone()), bytes);
    }
}
