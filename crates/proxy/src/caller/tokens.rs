//! Callers that are known by a token of the proxy.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use argon2::password_hash::PasswordVerifier as _;
use axum::http::HeaderMap;
use quick_cache::sync::Cache;
use ring::hmac;
use tokio::sync::Semaphore;

use super::identify::Unknown;
use super::token::{Parts, argon2};
use super::{Caller, bearer};
use crate::limit::Rate;
use crate::random;
use crate::settings::Token;

/// How long a token that was found to be right is taken without hashing it again.
const REMEMBERED: Duration = Duration::from_mins(5);

/// How many tokens are remembered.
const MEMORY: usize = 10_000;

/// How many requests may wait for a hash; more are sent away.
const QUEUE: usize = 64;

/// How often one address may try a token that is not remembered: at once, and again per minute.
const ATTEMPTS: NonZeroU32 = NonZeroU32::new(10).expect("not zero");

/// The tokens of the settings, and which of them were seen to be right lately.
pub(crate) struct Tokens {
    by_id: HashMap<String, Arc<Token>>,
    /// Right tokens by a keyed hash, with the time until which they need no other look. The key is new at each start,
    /// so that what is in memory helps nobody.
    seen: Cache<[u8; 32], Instant>,
    key: hmac::Key,
    /// Hashing is slow on purpose: only so many at a time, so that wrong tokens cannot take the whole machine.
    hashing: Arc<Semaphore>,
    waiting: AtomicUsize,
    attempts: Rate<(String, Option<IpAddr>)>,
}

impl Tokens {
    pub(crate) fn new(tokens: &[Token]) -> Self {
        let mut key = [0; 32];
        random::fill(&mut key);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            by_id: tokens
                .iter()
                .map(|token| (token.id.clone(), Arc::new(token.clone())))
                .collect(),
            seen: Cache::new(MEMORY),
            key: hmac::Key::new(hmac::HMAC_SHA256, &key),
            hashing: Arc::new(Semaphore::new((cores / 2).max(1))),
            waiting: AtomicUsize::new(0),
            attempts: Rate::per_minute(ATTEMPTS),
        }
    }

    /// The caller whose token the request carries.
    pub(crate) async fn caller(
        &self,
        headers: &HeaderMap,
        peer: Option<IpAddr>,
    ) -> Result<Caller, Unknown> {
        let presented = bearer::token(headers)?;
        let parts = Parts::of(presented).ok_or(Unknown::Wrong("it is no token of this proxy"))?;
        let token = self
            .by_id
            .get(parts.id)
            .ok_or(Unknown::Wrong("no token has this id"))?;
        self.verify(presented, parts, token, peer).await?;
        if token
            .expires
            .is_some_and(|expires| expires <= SystemTime::now())
        {
            return Err(Unknown::Wrong("the token has expired"));
        }
        Ok(token.caller.clone())
    }

    /// Whether the secret is that of the token. Requests with the same token share one look.
    async fn verify(
        &self,
        presented: &str,
        parts: Parts<'_>,
        token: &Arc<Token>,
        peer: Option<IpAddr>,
    ) -> Result<(), Unknown> {
        let digest = hmac::sign(&self.key, presented.as_bytes());
        let digest: [u8; 32] = digest.as_ref().try_into().expect("SHA-256 has 32 bytes");
        loop {
            match self.seen.get_value_or_guard_async(&digest).await {
                Ok(until) if Instant::now() < until => return Ok(()),
                Ok(_) => {
                    self.seen.remove(&digest);
                }
                // Should this end early, the next request that waits for the same token takes over.
                Err(guard) => {
                    let key = (token.id.clone(), peer.map(network));
                    self.attempts.take(&key).map_err(Unknown::TooOften)?;
                    self.hash(parts, Arc::clone(token)).await?;
                    // An error means that the entry was removed meanwhile; then the next request looks again.
                    let _ = guard.insert(Instant::now() + REMEMBERED);
                    return Ok(());
                }
            }
        }
    }

    /// Compares the secret with the hash, in a thread that may be slow.
    async fn hash(&self, parts: Parts<'_>, token: Arc<Token>) -> Result<(), Unknown> {
        let place = Place::take(&self.waiting).ok_or(Unknown::Busy)?;
        // Nobody closes the semaphore.
        let permit = Arc::clone(&self.hashing)
            .acquire_owned()
            .await
            .map_err(|_| Unknown::Busy)?;
        drop(place);
        let secret = parts.secret.to_owned();
        let outcome = tokio::task::spawn_blocking(move || {
            // Kept here: the work goes on when the request ends early.
            let _permit = permit;
            argon2().verify_password(secret.as_bytes(), &token.hash)
        });
        match outcome.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Unknown::Wrong("the secret is not that of the token")),
            Err(_) => Err(Unknown::Busy),
        }
    }
}

/// What one guesser has at hand: an address, or with IPv6 a network of 64 bits.
fn network(peer: IpAddr) -> IpAddr {
    match peer {
        IpAddr::V4(_) => peer,
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).into(),
    }
}

/// A place in the queue.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize) -> Option<Self> {
        let place = Self(waiting);
        // When it is full, dropping the place gives it back.
        (waiting.fetch_add(1, Ordering::Relaxed) < QUEUE).then_some(place)
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
