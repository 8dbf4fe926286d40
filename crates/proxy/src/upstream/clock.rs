//! How far our clock is from that of the cloud, which refuses signatures that are too old or too new.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use tracing::{info, warn};

/// The header of an answer that tells how many seconds the clock of the cloud is ahead of ours; below zero it
/// is behind. It is there when that matters.
pub(super) const HEADER: HeaderName = HeaderName::from_static("x-cts-clock-difference");

/// From how many seconds on the difference is worth a word. A signature may be 900 seconds off.
const NOTABLE: i64 = 60;

/// Remembers what the log knows.
#[derive(Default)]
pub(super) struct Clock {
    logged: AtomicI64,
}

impl Clock {
    /// Compares the `Date` of an answer whose head has just arrived, puts a notable difference into the log
    /// when it is new, and replaces the header of that name.
    pub(super) fn compare(&self, host: &str, headers: &mut HeaderMap, now: SystemTime) {
        // What the cloud or something in between sends under this name is no word of the proxy.
        headers.remove(HEADER);
        let Some(ahead) = difference(headers, now) else {
            return;
        };
        let notable = if ahead.abs() < NOTABLE { 0 } else { ahead };
        let logged = self.logged.load(Ordering::Relaxed);
        if notable.abs_diff(logged) >= NOTABLE.unsigned_abs() {
            self.logged.store(notable, Ordering::Relaxed);
            if notable == 0 {
                info!(host, "the clock agrees with that of the cloud again");
            } else {
                warn!(
                    host,
                    cloud_ahead_seconds = ahead,
                    "the clock of this machine is wrong; 900 seconds off, every signature is refused"
                );
            }
        }
        if notable != 0 {
            headers.insert(HEADER, HeaderValue::from(notable));
        }
    }
}

/// How many seconds the cloud is ahead.
fn difference(headers: &HeaderMap, now: SystemTime) -> Option<i64> {
    let date = headers.get(header::DATE)?.to_str().ok()?;
    let seconds = |time: SystemTime| {
        let since = time.duration_since(UNIX_EPOCH).ok()?;
        i64::try_from(since.as_secs()).ok()
    };
    Some(seconds(httpdate::parse_http_date(date).ok()?)? - seconds(now)?)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_notable_difference_is_told_with_its_sign() {
        let clock = Clock::default();
        let told = |date: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_static("forged"));
            headers.insert(header::DATE, date.parse().expect("a value"));
            // 2024-11-08T12:00:00Z
            let now = UNIX_EPOCH + Duration::from_hours(480_852);
            clock.compare("cts.example.com", &mut headers, now);
            let value = headers.get(HEADER)?.to_str().expect("text");
            Some(value.to_owned())
        };
        assert_eq!(told("Fri, 08 Nov 2024 12:00:59 GMT"), None);
        assert_eq!(told("Fri, 08 Nov 2024 11:59:01 GMT"), None);
        assert_eq!(told("Fri, 08 Nov 2024 12:01:00 GMT").as_deref(), Some("60"));
        let behind = told("Fri, 08 Nov 2024 11:00:00 GMT");
        assert_eq!(behind.as_deref(), Some("-3600"));
        for wrong in ["", "yesterday", "Fri, 99 Nov 2024 12:00:00 GMT"] {
            assert_eq!(told(wrong), None, "{wrong}");
        }
    }
}
