//! The table `stop`: how the proxy ends.

use std::time::Duration;

use serde::Deserialize;

use super::error::SettingsError;

/// How the proxy ends once it is asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StopSettings {
    /// How long it still takes requests after it has said that it is not ready.
    pub delay: Duration,
    /// How long requests in flight may take after that.
    pub grace: Duration,
}

impl StopSettings {
    /// At once, and as long as a call to the cloud may take.
    pub(super) fn after(call: Duration) -> Self {
        Self {
            delay: Duration::ZERO,
            grace: call + MARGIN,
        }
    }
}

/// What requests need besides the call to the cloud.
const MARGIN: Duration = Duration::from_secs(5);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    delay_seconds: Option<u64>,
    grace_seconds: Option<u64>,
}

pub(super) fn read(table: &Table, unset: StopSettings) -> Result<StopSettings, SettingsError> {
    let seconds = |key: &str, given: Option<u64>, unset: Duration| match given {
        None => Ok(unset),
        Some(seconds) if seconds <= 600 => Ok(Duration::from_secs(seconds)),
        Some(seconds) => Err(SettingsError::new(
            format!("stop.{key}"),
            format!("{seconds} is not between 0 and 600"),
            "Leave it out to get the default.",
        )),
    };
    Ok(StopSettings {
        delay: seconds("delay_seconds", table.delay_seconds, unset.delay)?,
        grace: seconds("grace_seconds", table.grace_seconds, unset.grace)?,
    })
}
