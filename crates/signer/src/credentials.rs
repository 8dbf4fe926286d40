//! What a request is signed with.

use std::fmt;

use secrecy::SecretString;

/// An access key, its secret key and, for a temporary pair, the security token.
///
/// The secrets are wiped from memory when dropped and never shown by `Debug`.
#[derive(Clone)]
pub struct Credentials {
    access_key: String,
    secret_key: SecretString,
    security_token: Option<SecretString>,
}

impl Credentials {
    /// A permanent pair of access key (AK) and secret key (SK).
    pub fn new(access_key: impl Into<String>, secret_key: impl Into<SecretString>) -> Self {
        Self {
            access_key: access_key.into(),
            secret_key: secret_key.into(),
            security_token: None,
        }
    }

    /// The same pair with the security token of a temporary credential.
    #[must_use]
    pub fn with_security_token(mut self, token: impl Into<SecretString>) -> Self {
        self.security_token = Some(token.into());
        self
    }

    /// The access key, which is sent with every request and is not a secret by itself.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The secret key.
    #[must_use]
    pub fn secret_key(&self) -> &SecretString {
        &self.secret_key
    }

    /// The security token, when the pair is a temporary one.
    #[must_use]
    pub fn security_token(&self) -> Option<&SecretString> {
        self.security_token.as_ref()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key", &"[redacted]")
            .field("secret_key", &"[redacted]")
            .field("temporary", &self.security_token.is_some())
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_secret() {
        let credentials =
            Credentials::new("PLANTED-AK", "PLANTED-SK").with_security_token("PLANTED-ST");
        let shown = format!("{credentials:?} {credentials:#?}");
        assert!(!shown.contains("PLANTED"), "{shown}");
        assert!(shown.contains("temporary: true"), "{shown}");
    }
}
