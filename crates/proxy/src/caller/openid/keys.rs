//! The keys of an issuer: fetched when they are needed, kept, and fetched again now and then.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::Value;
use tracing::warn;

use super::fetch::Fetch;
use crate::caller::identify::Unknown;

/// After this time the keys are fetched again with the next token.
const FRESH: Duration = Duration::from_hours(1);

/// For this time they are used although the issuer cannot be reached. A key that was withdrawn works no longer than this.
const USABLE: Duration = Duration::from_hours(12);

/// How many keys are taken.
const MOST: usize = 100;

/// The keys, and when they came.
pub(super) struct Keys {
    fetch: Fetch,
    /// The shortest time between two fetches, whatever tokens come.
    interval: Duration,
    state: Mutex<State>,
    /// Held by the one who fetches.
    fetching: tokio::sync::Mutex<()>,
}

#[derive(Clone, Default)]
struct State {
    keys: Option<(Arc<Vec<Key>>, Instant)>,
    tried: Option<Instant>,
}

/// A key that can verify signatures.
struct Key {
    id: Option<String>,
    /// What it may be used for.
    algorithms: Vec<Algorithm>,
    public: DecodingKey,
}

impl Keys {
    pub(super) fn new(fetch: Fetch, interval: Duration) -> Self {
        Self {
            fetch,
            interval,
            state: Mutex::default(),
            fetching: tokio::sync::Mutex::default(),
        }
    }

    /// The key with this id for this algorithm. When it is not there the issuer may have a new one, and is asked.
    pub(super) async fn find(
        &self,
        id: Option<&str>,
        algorithm: Algorithm,
    ) -> Result<DecodingKey, Unknown> {
        let state = self.state();
        if let Some((keys, came)) = &state.keys {
            let age = came.elapsed();
            if age < USABLE {
                if age >= FRESH && self.may_try(&state) {
                    // One does it for all; the others go on with what there is.
                    if let Ok(_fetching) = self.fetching.try_lock() {
                        self.renew().await;
                    }
                    return self.known(id, algorithm);
                }
                if let Some(key) = choose(keys, id, algorithm) {
                    return Ok(key);
                }
            }
        }
        // Those who come meanwhile wait for the same fetch, and find its outcome.
        let _fetching = self.fetching.lock().await;
        let found = self.known(id, algorithm);
        if found.is_ok() || !self.may_try(&self.state()) {
            return found;
        }
        self.renew().await;
        self.known(id, algorithm)
    }

    fn known(&self, id: Option<&str>, algorithm: Algorithm) -> Result<DecodingKey, Unknown> {
        match self.state().keys {
            Some((keys, came)) if came.elapsed() < USABLE => {
                choose(&keys, id, algorithm).ok_or(Unknown::Wrong("the issuer has no such key"))
            }
            _ => Err(Unknown::Unreachable),
        }
    }

    fn may_try(&self, state: &State) -> bool {
        state
            .tried
            .is_none_or(|tried| tried.elapsed() >= self.interval)
    }

    async fn renew(&self) {
        let outcome = self.fetch.keys().await;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.tried = Some(Instant::now());
        match outcome {
            Ok(keys) => {
                let keys = keys.into_iter().filter_map(Key::read).take(MOST).collect();
                state.keys = Some((Arc::new(keys), Instant::now()));
            }
            Err(why) => warn!(
                issuer = self.fetch.issuer(),
                why, "the keys of the issuer cannot be had"
            ),
        }
    }

    fn state(&self) -> State {
        self.state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// A token names its key. One that does not can only mean the one there is.
fn choose(keys: &[Key], id: Option<&str>, algorithm: Algorithm) -> Option<DecodingKey> {
    let mut fitting = keys
        .iter()
        .filter(|key| id.is_none() || key.id.as_deref() == id)
        .filter(|key| key.algorithms.contains(&algorithm));
    match (fitting.next(), fitting.next()) {
        (Some(key), None) => Some(key.public.clone()),
        _ => None,
    }
}

impl Key {
    /// A key of the set, when it is a public one for signatures.
    fn read(value: Value) -> Option<Self> {
        let key: Jwk = serde_json::from_value(value).ok()?;
        let signs = matches!(
            key.common.public_key_use,
            None | Some(PublicKeyUse::Signature)
        );
        let mut algorithms = match &key.algorithm {
            AlgorithmParameters::RSA(_) => vec![
                Algorithm::RS256,
                Algorithm::RS384,
                Algorithm::RS512,
                Algorithm::PS256,
                Algorithm::PS384,
                Algorithm::PS512,
            ],
            AlgorithmParameters::EllipticCurve(parameters) => match parameters.curve {
                EllipticCurve::P256 => vec![Algorithm::ES256],
                EllipticCurve::P384 => vec![Algorithm::ES384],
                _ => return None,
            },
            AlgorithmParameters::OctetKeyPair(parameters)
                if parameters.curve == EllipticCurve::Ed25519 =>
            {
                vec![Algorithm::EdDSA]
            }
            _ => return None,
        };
        if let Some(only) = key.common.key_algorithm {
            algorithms.retain(|algorithm| only.to_string() == format!("{algorithm:?}"));
        }
        if !signs || algorithms.is_empty() {
            return None;
        }
        Some(Self {
            public: DecodingKey::from_jwk(&key).ok()?,
            id: key.common.key_id,
            algorithms,
        })
    }
}
