//! What requests are authorised with, where it comes from, and who fetches it anew.

mod command;
mod file;
mod identity;
mod keys;
mod provider;
mod slot;
mod source;

use std::fmt;
use std::time::SystemTime;

use sdk_hmac_sha256::{Credentials, SecretString};

use crate::scrub::Scrub;

pub(crate) use self::identity::User;
pub(crate) use self::provider::Provider;
pub use self::source::Source;
pub(crate) use self::source::SourceKind;

/// What authorises a request. It has no `Debug`.
#[derive(Clone)]
pub(crate) enum Credential {
    /// Keys to sign with.
    Keys(Credentials),
    /// A token of the identity service, good for one project.
    Token(SecretString),
}

/// A credential as it was issued.
pub(crate) struct Issued {
    pub(crate) credential: Credential,
    /// Takes it out of texts.
    pub(crate) scrub: Scrub,
    /// When it ends, if that is known.
    pub(crate) end: Option<SystemTime>,
}

impl Issued {
    pub(crate) fn keys(keys: Credentials, end: Option<SystemTime>) -> Self {
        let mut secrets = vec![
            SecretString::from(keys.access_key()),
            keys.secret_key().clone(),
        ];
        secrets.extend(keys.security_token().cloned());
        Self {
            scrub: Scrub::new(secrets),
            credential: Credential::Keys(keys),
            end,
        }
    }

    pub(crate) fn token(token: SecretString, end: SystemTime) -> Self {
        Self {
            scrub: Scrub::new(vec![token.clone()]),
            credential: Credential::Token(token),
            end: Some(end),
        }
    }
}

impl fmt::Debug for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Issued")
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
