//! Who may call the stand-in, and what time it is.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sdk_hmac_sha256::{Credentials, SdkDate, SecretString};

use crate::Conditions;

/// Tells the time; tests put it forward.
pub type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// What the stand-in knows.
pub struct Settings {
    /// The access keys it accepts.
    pub keys: Vec<Credentials>,
    /// The users that may ask for a token.
    pub users: Vec<User>,
    /// The projects it has. When empty, every well-formed project id is one, and a token can be asked for by
    /// project id only.
    pub projects: Vec<Project>,
    /// How long a token is good for; the cloud gives 24 hours.
    pub token_life: Duration,
    /// The clock.
    pub clock: Clock,
    /// How many calls the gateway lets through; all by default.
    pub throttle: Option<Throttle>,
    /// Circumstances of the account.
    pub conditions: Conditions,
    /// Whether there are calls that control the stand-in, under `/cts-emulator/`; `docs/emulator.md` lists
    /// them. Whoever reaches the stand-in can use them. Off by default.
    pub control: bool,
}

/// So many calls in a span of time; further ones answer 429 with APIGW.0308 until the span is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Throttle {
    /// The number of calls.
    pub calls: u32,
    /// The span.
    pub per: Duration,
}

/// An IAM user.
#[derive(Clone)]
pub struct User {
    /// The name of the account.
    pub domain: String,
    /// The name of the user.
    pub name: String,
    /// The password.
    pub password: SecretString,
}

/// A project of the account.
#[derive(Clone, Debug)]
pub struct Project {
    /// The id, 32 characters `0-9 a-f`.
    pub id: String,
    /// The name, in the cloud usually that of the region.
    pub name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            users: Vec::new(),
            projects: Vec::new(),
            token_life: Duration::from_hours(24),
            clock: Arc::new(SystemTime::now),
            throttle: None,
            conditions: Conditions::default(),
            control: false,
        }
    }
}

impl Settings {
    /// Milliseconds since 1970.
    pub(crate) fn now_milliseconds(&self) -> u64 {
        let since = (self.clock)()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// Whether the caller may use this project id.
    pub(crate) fn has_project(&self, id: &str) -> bool {
        let well_formed =
            id.len() == 32 && id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        well_formed
            && (self.projects.is_empty() || self.projects.iter().any(|project| project.id == id))
    }
}

/// The date of that many seconds since 1970; far-off times become the last one that can be written.
pub(crate) fn date(seconds: i64) -> SdkDate {
    const LAST: &str = "99991231T235959Z";
    SdkDate::from_unix(seconds)
        .or_else(|| SdkDate::parse(LAST))
        .expect("the constant is a date")
}
