//! Callers that are known by a token of an OpenID Connect issuer.

mod claims;
mod fetch;
mod keys;
mod signature;

use std::collections::HashMap;

use axum::http::HeaderMap;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, TokenData, Validation, decode, decode_header};
use serde_json::{Map, Value};

use self::fetch::Fetch;
use self::keys::Keys;
use super::identify::Unknown;
use super::{Caller, bearer};
use crate::settings::{OpenIdConnect, SettingsError};

/// What is needed to judge tokens of the issuer.
pub(crate) struct Issuer {
    settings: OpenIdConnect,
    /// What has to hold for a token, by algorithm.
    validations: HashMap<Algorithm, Validation>,
    keys: Keys,
}

impl Issuer {
    /// Prepares it; the issuer is not asked before the first token.
    pub(crate) fn new(settings: OpenIdConnect) -> Result<Self, SettingsError> {
        signature::install();
        let validations = settings
            .algorithms
            .iter()
            .map(|algorithm| (*algorithm, validation(*algorithm, &settings)))
            .collect();
        let keys = Keys::new(Fetch::new(&settings)?, settings.key_interval);
        Ok(Self {
            settings,
            validations,
            keys,
        })
    }

    /// The caller whom the token of the request names.
    pub(crate) async fn caller(&self, headers: &HeaderMap) -> Result<Caller, Unknown> {
        let token = bearer::token(headers)?;
        let header = decode_header(token).map_err(|_| Unknown::Wrong("it is no signed token"))?;
        let validation = self.validations.get(&header.alg).ok_or(Unknown::Wrong(
            "the token is signed with an algorithm that is not allowed",
        ))?;
        // An extension that has to be understood is one that this proxy does not.
        if header.crit.is_some() || header.extras.inner().contains_key("b64") {
            return Err(Unknown::Wrong(
                "the token has an extension that is not known",
            ));
        }
        let key = self.keys.find(header.kid.as_deref(), header.alg).await?;
        let claims = verify(token, &key, validation)?;
        claims::caller(&claims, &self.settings)
    }
}

fn verify(
    token: &str,
    key: &DecodingKey,
    validation: &Validation,
) -> Result<Map<String, Value>, Unknown> {
    let TokenData { claims, .. } =
        decode::<Map<String, Value>>(token, key, validation).map_err(|error| {
            Unknown::Wrong(match error.kind() {
                ErrorKind::InvalidSignature => "the signature is wrong",
                ErrorKind::ExpiredSignature => "the token has expired",
                ErrorKind::ImmatureSignature => "the token is not valid yet",
                ErrorKind::InvalidAudience => "the token is for another audience",
                ErrorKind::InvalidIssuer => "the token is of another issuer",
                ErrorKind::MissingRequiredClaim(_) | ErrorKind::InvalidClaimFormat(_) => {
                    "the token lacks exp, iss or aud, or one of them is malformed"
                }
                _ => "the token cannot be read",
            })
        })?;
    Ok(claims)
}

/// Signature, issuer, audience and end are checked always, the beginning when the token has one. Clocks may differ by a
/// minute.
fn validation(algorithm: Algorithm, settings: &OpenIdConnect) -> Validation {
    let mut validation = Validation::new(algorithm);
    validation.leeway = 60;
    validation.validate_nbf = true;
    validation.set_issuer(&[&settings.issuer]);
    validation.set_audience(&settings.audiences);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
    validation
}
