//! Access keys as JSON, in the form in which the identity service and the metadata service of a server
//! give out temporary ones.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sdk_hmac_sha256::{Credentials, SdkDate};
use serde::Deserialize;

use super::Issued;
use super::slot::{Fetched, Life, Problem};

/// The largest text that is read, in bytes. Security tokens have some kilobytes.
pub(super) const LIMIT: u64 = 64 * 1024;

/// `{"access": …, "secret": …, "securitytoken": …, "expires_at": …}`, or that in a member `credential`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Wrapped { credential: Members },
    Plain(Members),
}

/// The last two members belong to temporary keys.
#[derive(Deserialize)]
struct Members {
    access: String,
    secret: String,
    securitytoken: Option<String>,
    expires_at: Option<String>,
}

/// Reads keys. `open` is for how long keys without an end are good. A problem says nothing of the text, not
/// even where it is wrong: the words around that place may be a secret.
pub(super) fn read(text: &[u8], open: Life) -> Result<Fetched<Issued>, Problem> {
    let text: Text = serde_json::from_slice(text).map_err(|_| {
        Problem::refused(
            "it is not JSON with the members access and secret, and for temporary keys securitytoken and \
             expires_at",
        )
    })?;
    let (Text::Wrapped { credential: keys } | Text::Plain(keys)) = text;
    let graphic = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_graphic());
    for (name, value) in [
        ("access", Some(&keys.access)),
        ("secret", Some(&keys.secret)),
        ("securitytoken", keys.securitytoken.as_ref()),
    ] {
        if value.is_some_and(|value| !graphic(value)) {
            let problem = format!("{name} is empty or holds a character that no key has");
            return Err(Problem::refused(problem));
        }
    }
    let life = match keys.expires_at {
        None => open,
        Some(end) => {
            let end = instant(&end).ok_or_else(|| {
                Problem::refused("expires_at is not a time like 2020-01-08T03:50:07.574000Z")
            })?;
            let left = end.duration_since(SystemTime::now()).unwrap_or_default();
            if left.is_zero() {
                return Err(Problem::refused("the keys have expired"));
            }
            Life::Until(end, left)
        }
    };
    let mut credentials = Credentials::new(keys.access, keys.secret);
    if let Some(token) = keys.securitytoken {
        credentials = credentials.with_security_token(token);
    }
    let end = match life {
        Life::Until(end, _) => Some(end),
        Life::Open(_) | Life::Forever => None,
    };
    Ok(Fetched {
        value: Issued::keys(credentials, end),
        life,
    })
}

/// A time as the identity service writes it, for instance `2020-01-08T03:50:07.574000Z`, to the second.
pub(crate) fn instant(text: &str) -> Option<SystemTime> {
    let text = text.strip_suffix('Z')?;
    let (time, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let hyphens = [4, 7, 10, 13, 16].map(|place| time.as_bytes().get(place).copied());
    let well_formed = hyphens == [b'-', b'-', b'T', b':', b':'].map(Some)
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit());
    if !well_formed {
        return None;
    }
    let compact: String = time.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    let seconds = SdkDate::parse(&(compact + "Z"))?.unix();
    UNIX_EPOCH.checked_add(Duration::from_secs(u64::try_from(seconds).ok()?))
}

#[cfg(test)]
mod tests {
    use sdk_hmac_sha256::ExposeSecret as _;

    use super::*;
    use crate::credential::Credential;

    const OPEN: Life = Life::Open(Duration::from_secs(7));

    fn refused(text: &str) -> String {
        let problem = read(text.as_bytes(), OPEN).err().expect("a problem");
        assert!(problem.refused);
        assert!(!problem.text.contains("PLANTED"), "{}", problem.text);
        problem.text
    }

    #[test]
    fn reads_both_forms() {
        let plain = r#"{"access":"AK","secret":"SK"}"#;
        let fetched = read(plain.as_bytes(), OPEN).expect("keys");
        assert_eq!(fetched.life, OPEN);
        let text = r#"{"credential":{"access":"AK","secret":"SK","securitytoken":"ST",
            "expires_at":"2999-01-08T03:50:07.574000Z","other":1}}"#;
        let fetched = read(text.as_bytes(), OPEN).expect("keys");
        let Credential::Keys(keys) = &fetched.value.credential else {
            panic!("not keys");
        };
        assert_eq!(keys.access_key(), "AK");
        assert_eq!(keys.secret_key().expose_secret(), "SK");
        let token = keys.security_token().expect("a token");
        assert_eq!(token.expose_secret(), "ST");
        assert!(matches!(fetched.life, Life::Until(end, _) if Some(end) == fetched.value.end));
    }

    #[test]
    fn a_problem_names_the_member_and_never_the_value() {
        for (text, part) in [
            ("", "not JSON"),
            ("PLANTED", "not JSON"),
            (r#"{"access":"PLANTED"}"#, "not JSON"),
            (r#"{"access":"PLANTED","secret":7}"#, "not JSON"),
            (r#"{"access":"PLANTED","secret":""}"#, "secret is empty"),
            (
                r#"{"access":"PLANTED KEY","secret":"s"}"#,
                "access is empty",
            ),
            (
                r#"{"access":"a","secret":"s","securitytoken":"PLANTED\n"}"#,
                "securitytoken is empty",
            ),
            (
                r#"{"access":"a","secret":"s","expires_at":"PLANTED"}"#,
                "expires_at is not a time",
            ),
            (
                r#"{"access":"a","secret":"PLANTED","expires_at":"2020-01-08T03:50:07Z"}"#,
                "have expired",
            ),
        ] {
            let problem = refused(text);
            assert!(problem.contains(part), "{text}: {problem}");
        }
    }

    #[test]
    fn times_are_read_to_the_second() {
        let at = |seconds| UNIX_EPOCH.checked_add(Duration::from_secs(seconds));
        for (text, expected) in [
            ("2020-01-04T09:05:22.701000Z", at(1_578_128_722)),
            ("2020-01-04T09:05:22Z", at(1_578_128_722)),
            ("1970-01-01T00:00:00.000000Z", at(0)),
            ("1969-12-31T23:59:59Z", None),
            ("2020-01-04T09:05:22", None),
            ("2020-01-04T09:05:22.Z", None),
            ("2020-01-04T09:05:22.7x1Z", None),
            ("2020-13-04T09:05:22Z", None),
            ("20200104T090522Z", None),
            ("2020-01-04 09:05:22Z", None),
            ("２020-01-04T09:05:22Z", None),
        ] {
            assert_eq!(instant(text), expected, "{text}");
        }
    }
}
