//! How much is taken: the table `[limits]`.

use std::num::NonZeroU32;

use serde::Deserialize;

use super::Callers;
use super::error::SettingsError;

/// How much the proxy takes before it sends callers away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many calls it works on at a time.
    pub in_flight: usize,
    /// How many calls a caller may make in a minute, and at once. `None`: as many as it likes.
    pub requests_per_minute: Option<NonZeroU32>,
}

/// Each call holds a body of up to 64 KiB and an answer that rarely has more.
const IN_FLIGHT: usize = 512;

/// A person makes some ten calls a minute.
const REQUESTS_PER_MINUTE: NonZeroU32 = NonZeroU32::new(600).expect("not zero");

impl Default for Limits {
    fn default() -> Self {
        Self {
            in_flight: IN_FLIGHT,
            requests_per_minute: None,
        }
    }
}

/// The table as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LimitsTable {
    in_flight: Option<u32>,
    requests_per_minute: Option<u32>,
}

impl LimitsTable {
    /// Without a word about it, only callers that are known are limited: all others are one caller, on this machine.
    pub(super) fn check(self, callers: &Callers) -> Result<Limits, SettingsError> {
        let in_flight = match self.in_flight {
            None => IN_FLIGHT,
            Some(count) if (1..=100_000).contains(&count) => count as usize,
            Some(count) => return Err(wrong("limits.in_flight", count, "100000")),
        };
        let requests_per_minute = match self.requests_per_minute {
            None if matches!(callers, Callers::Nobody) => None,
            None => Some(REQUESTS_PER_MINUTE),
            Some(count) => match NonZeroU32::new(count) {
                Some(rate) if count <= 1_000_000 => Some(rate),
                _ => return Err(wrong("limits.requests_per_minute", count, "1000000")),
            },
        };
        Ok(Limits {
            in_flight,
            requests_per_minute,
        })
    }
}

fn wrong(key: &str, count: u32, most: &str) -> SettingsError {
    let problem = format!("{count} is not between 1 and {most}");
    SettingsError::new(key, problem, "Leave it out to get the default.")
}
