//! How much is taken: of one caller, and of all together.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::answer::Refusal;
use crate::caller::Caller;
use crate::settings::Limits;

/// For how many keys a rate is kept. A key that was not seen for a minute costs nothing.
const KEYS: usize = 10_000;

/// How often something may happen for each of many keys. It may happen as often at once as in a minute.
pub(crate) struct Rate<K: Clone + Eq + Hash> {
    limiter: RateLimiter<K, HashMapStateStore<K>, DefaultClock>,
}

impl<K: Clone + Eq + Hash> Rate<K> {
    pub(crate) fn per_minute(count: NonZeroU32) -> Self {
        Self {
            limiter: RateLimiter::hashmap(Quota::per_minute(count)),
        }
    }

    /// Counts one more for this key.
    ///
    /// # Errors
    /// How long to wait, when it was too often.
    pub(crate) fn take(&self, key: &K) -> Result<(), Duration> {
        if self.limiter.len() >= KEYS {
            self.limiter.retain_recent();
            if self.limiter.len() >= KEYS {
                return Err(Duration::from_secs(1));
            }
        }
        self.limiter
            .check_key(key)
            .map_err(|until| until.wait_time_from(DefaultClock::default().now()))
    }
}

/// The limits of the settings, with what was taken of them.
pub(crate) struct Limiter {
    in_flight: Arc<Semaphore>,
    rate: Option<Rate<Caller>>,
}

impl Limiter {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            in_flight: Arc::new(Semaphore::new(limits.in_flight)),
            rate: limits.requests_per_minute.map(Rate::per_minute),
        }
    }

    /// Takes a place for a call of this caller. It is given back when the place is dropped.
    pub(crate) fn admit(&self, caller: &Caller) -> Result<OwnedSemaphorePermit, Refusal> {
        if let Some(rate) = &self.rate {
            rate.take(caller).map_err(Refusal::too_often)?;
        }
        Arc::clone(&self.in_flight)
            .try_acquire_owned()
            .map_err(|_| {
                Refusal::busy(
                    "The proxy has as many requests in flight as it may; nothing was sent.",
                )
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_holds_for_each_key() {
        let rate = Rate::per_minute(NonZeroU32::new(3).expect("not zero"));
        for key in ["a", "b"] {
            for _ in 0..3 {
                assert_eq!(rate.take(&key), Ok(()));
            }
            let wait = rate.take(&key).expect_err("too often");
            assert!((1..=20).contains(&wait.as_secs()), "{wait:?}");
        }
    }

    #[test]
    fn the_memory_for_keys_is_bounded() {
        let rate = Rate::per_minute(NonZeroU32::new(1).expect("not zero"));
        for key in 0..KEYS {
            assert_eq!(rate.take(&key), Ok(()));
        }
        assert!(rate.take(&KEYS).is_err());
        assert!(rate.limiter.len() <= KEYS);
    }
}
