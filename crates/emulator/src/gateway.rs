//! What the gateway in front of the service refuses: sizes, too many calls, keys that failed too often.

use std::collections::HashMap;
use std::time::Duration;

use axum::http::request::Parts;

use crate::answer::Refusal;
use crate::settings::Throttle;

/// The longest URI, in bytes: 32 KB.
pub const URI_LIMIT: usize = 32 * 1024;

/// The longest header, name and value, in bytes: 32 KB.
pub const HEADER_LIMIT: usize = 32 * 1024;

/// All headers together, in bytes: 128 KB.
pub const HEADERS_LIMIT: usize = 128 * 1024;

/// The largest body, in bytes: 12 MB.
pub const BODY_LIMIT: usize = 12 * 1024 * 1024;

/// So many failed signatures in a row lock an access key.
pub const FAILURES: u32 = 5;

/// A locked access key stays so this long.
pub const LOCK: Duration = Duration::from_mins(5);

/// Refuses a head that is too large.
pub(crate) fn sizes(parts: &Parts) -> Result<(), Refusal> {
    let target = parts
        .uri
        .path_and_query()
        .map_or(0, |target| target.as_str().len());
    if target > URI_LIMIT {
        return Err(Refusal::gateway(
            414,
            "APIGW.0201",
            "Request URI too large.",
        ));
    }
    let mut all = 0;
    for (name, value) in &parts.headers {
        let size = name.as_str().len() + value.len();
        all += size;
        if size > HEADER_LIMIT || all > HEADERS_LIMIT {
            return Err(Refusal::gateway(
                494,
                "APIGW.0201",
                "Request headers too large.",
            ));
        }
    }
    Ok(())
}

/// What the gateway remembers of earlier requests.
#[derive(Default)]
pub(crate) struct Gateway {
    /// When the present span began, in milliseconds since 1970, and how many calls it saw.
    span: (u64, u32),
    failures: HashMap<String, Failures>,
}

/// Failed signatures in a row, and when the last one was, in milliseconds since 1970.
#[derive(Clone, Copy, Default)]
struct Failures {
    count: u32,
    last: u64,
}

impl Gateway {
    /// Counts a call; refuses it when there were too many.
    pub(crate) fn throttle(&mut self, throttle: Option<Throttle>, now: u64) -> Result<(), Refusal> {
        let Some(throttle) = throttle else {
            return Ok(());
        };
        let (start, calls) = &mut self.span;
        if now.saturating_sub(*start) >= milliseconds(throttle.per) {
            (*start, *calls) = (now, 0);
        }
        *calls = calls.saturating_add(1);
        if *calls > throttle.calls {
            let message = "The throttling threshold has been reached.";
            return Err(Refusal::gateway(429, "APIGW.0308", message));
        }
        Ok(())
    }

    /// Whether an access key is locked.
    pub(crate) fn is_locked(&self, access_key: &str, now: u64) -> bool {
        self.failures.get(access_key).is_some_and(|failures| {
            failures.count >= FAILURES && now.saturating_sub(failures.last) < milliseconds(LOCK)
        })
    }

    /// A signature with that key was wrong.
    pub(crate) fn failed(&mut self, access_key: &str, now: u64) {
        let failures = self.failures.entry(access_key.to_owned()).or_default();
        // The lock has run out: a new row begins.
        if failures.count >= FAILURES {
            failures.count = 0;
        }
        failures.count += 1;
        failures.last = now;
    }

    /// A signature with that key was good.
    pub(crate) fn succeeded(&mut self, access_key: &str) {
        self.failures.remove(access_key);
    }
}

fn milliseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
