//! The issuer of tokens: the table `[callers.openid]`.

use std::path::PathBuf;
use std::time::Duration;

use axum::http::Uri;
use jsonwebtoken::Algorithm;
use serde::Deserialize;

use super::error::SettingsError;

/// An OpenID Connect issuer whose tokens name the callers.
#[derive(Clone, Debug)]
pub struct OpenIdConnect {
    /// The address of the issuer, exactly as it stands in `iss`.
    pub(crate) issuer: String,
    /// What `aud` has to name; one of these is enough.
    pub(crate) audiences: Vec<String>,
    /// The algorithms with which a token may be signed.
    pub(crate) algorithms: Vec<Algorithm>,
    /// The claim with the name of the caller.
    pub(crate) name_claim: String,
    /// The claim with the groups of the caller.
    pub(crate) groups_claim: Option<String>,
    /// Certificates to trust in place of those of the machine.
    pub(crate) ca_file: Option<PathBuf>,
    /// The shortest time between two requests for keys.
    pub(crate) key_interval: Duration,
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpenIdTable {
    issuer: String,
    audience: Audience,
    algorithms: Option<Vec<String>>,
    name_claim: Option<String>,
    groups_claim: Option<String>,
    ca_file: Option<PathBuf>,
    key_interval_seconds: Option<u64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Those with a public key, so that the key that verifies cannot sign.
const ALGORITHMS: [(&str, Algorithm); 9] = [
    ("RS256", Algorithm::RS256),
    ("RS384", Algorithm::RS384),
    ("RS512", Algorithm::RS512),
    ("PS256", Algorithm::PS256),
    ("PS384", Algorithm::PS384),
    ("PS512", Algorithm::PS512),
    ("ES256", Algorithm::ES256),
    ("ES384", Algorithm::ES384),
    ("EdDSA", Algorithm::EdDSA),
];

impl OpenIdTable {
    pub(super) fn check(self) -> Result<OpenIdConnect, SettingsError> {
        let wrong = |key: &str, problem: String, remedy: &str| {
            SettingsError::new(format!("callers.openid.{key}"), problem, remedy)
        };
        let issuer = self.issuer;
        if !is_secure(&issuer) || issuer.contains(['?', '#', '@']) {
            let problem = format!("{issuer:?} is no address of an issuer");
            return Err(wrong(
                "issuer",
                problem,
                "Write it like \"https://login.example.com\", exactly as in iss.",
            ));
        }
        let audiences = match self.audience {
            Audience::One(audience) => vec![audience],
            Audience::Several(audiences) => audiences,
        };
        if audiences.is_empty() || audiences.iter().any(String::is_empty) {
            let problem =
                "no audience is named, so tokens for other programs would count".to_owned();
            return Err(wrong(
                "audience",
                problem,
                "Write the name under which the issuer knows this proxy.",
            ));
        }
        let names = self
            .algorithms
            .unwrap_or_else(|| vec!["RS256".to_owned(), "ES256".to_owned()]);
        let algorithms = names
            .iter()
            .map(|name| {
                let known = ALGORITHMS.iter().find(|(known, _)| known == name);
                known.map(|(_, algorithm)| *algorithm).ok_or_else(|| {
                    let list = ALGORITHMS.map(|(name, _)| name).join(", ");
                    let problem =
                        format!("{name:?} is not one of the algorithms with a public key");
                    wrong("algorithms", problem, &format!("These can be had: {list}."))
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        if algorithms.is_empty() {
            return Err(wrong(
                "algorithms",
                "no algorithm is named".to_owned(),
                "Leave it out to get RS256 and ES256.",
            ));
        }
        let seconds = self.key_interval_seconds.unwrap_or(30);
        if !(1..=3600).contains(&seconds) {
            let problem = format!("{seconds} is not between 1 and 3600");
            return Err(wrong(
                "key_interval_seconds",
                problem,
                "Leave it out to get the default.",
            ));
        }
        let name_claim = self.name_claim.unwrap_or_else(|| "sub".to_owned());
        for (key, claim) in [
            ("name_claim", Some(&name_claim)),
            ("groups_claim", self.groups_claim.as_ref()),
        ] {
            if claim.is_some_and(String::is_empty) {
                return Err(wrong(
                    key,
                    "it names no claim".to_owned(),
                    "Write it like \"email\" or \"/realm_access/roles\".",
                ));
            }
        }
        Ok(OpenIdConnect {
            issuer,
            audiences,
            algorithms,
            name_claim,
            groups_claim: self.groups_claim,
            ca_file: self.ca_file,
            key_interval: Duration::from_secs(seconds),
        })
    }
}

/// Whether an address is one with TLS. On this machine it may be without, for tests.
pub(crate) fn is_secure(address: &str) -> bool {
    let Ok(uri) = address.parse::<Uri>() else {
        return false;
    };
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) => true,
        (Some("http"), Some(host)) => matches!(host, "localhost" | "127.0.0.1" | "[::1]"),
        _ => false,
    }
}
