//! The form of the proxy's own tokens.
//!
//! A token is `ctsp_`, 16 hexadecimal digits that name it, `_`, and 64 that are secret. The settings hold the name and
//! an Argon2id hash of the secret. The name tells which hash to compare with, so a request costs one comparison at most;
//! it is random and tells nothing of the caller. The beginning lets scanners for leaked secrets find tokens.

use std::fmt::Write as _;

use argon2::password_hash::PasswordHasher as _;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};

use crate::random;

const PREFIX: &str = "ctsp_";
const ID_LENGTH: usize = 16;
const SECRET_LENGTH: usize = 64;

/// The two parts of a token.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'a> {
    /// Names the token; no secret.
    pub(crate) id: &'a str,
    /// What only the caller knows.
    pub(crate) secret: &'a str,
}

impl<'a> Parts<'a> {
    /// Takes a token apart; `None` when it is no token of this proxy.
    pub(crate) fn of(token: &'a str) -> Option<Self> {
        let (id, secret) = token.strip_prefix(PREFIX)?.split_once('_')?;
        let good = is_id(id) && secret.len() == SECRET_LENGTH && is_hexadecimal(secret);
        good.then_some(Self { id, secret })
    }
}

/// Id and secret of a token; `None` when it is no token of this proxy.
pub(crate) fn parts(token: &str) -> Option<(&str, &str)> {
    Parts::of(token).map(|Parts { id, secret }| (id, secret))
}

/// Whether a text can name a token.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() == ID_LENGTH && is_hexadecimal(text)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The hash function, with the parameters that new tokens get: 19 MiB, two passes, one lane, the least that OWASP
/// advises for passwords. The secret has 256 random bits, which nobody guesses whatever the hash costs.
pub(crate) fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

/// A new token, made by `cts-proxy token`.
pub struct NewToken {
    /// The token itself. It is shown once and kept nowhere.
    pub token: String,
    /// The table `[[token]]` for the file of tokens, with the hash of the secret.
    pub entry: String,
}

impl NewToken {
    /// Makes a token for a caller with this name in these groups. It ends at `expires`, an RFC 3339 time.
    ///
    /// # Errors
    /// When a name is empty, longer than 256 bytes, or has control characters or white space at its ends.
    pub fn new(name: &str, groups: &[String], expires: Option<&str>) -> Result<Self, String> {
        if let Some(wrong) = groups
            .iter()
            .map(String::as_str)
            .chain([name])
            .find(|name| !super::is_name(name))
        {
            return Err(format!(
                "{wrong:?} is no name: it has 1 to 256 bytes, no control characters, and no white space at its ends."
            ));
        }
        let (id, secret) = (random::hex(ID_LENGTH / 2), random::hex(SECRET_LENGTH / 2));
        let mut salt = [0; 16];
        random::fill(&mut salt);
        let hash: PasswordHash = argon2()
            .hash_password_with_salt(secret.as_bytes(), &salt)
            .map_err(|error| error.to_string())?;
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut entry = format!("[[token]]\nid = \"{id}\"\nname = {}\n", quoted(name));
        // Writing to a `String` cannot fail.
        if !groups.is_empty() {
            let groups: Vec<_> = groups.iter().map(|group| quoted(group)).collect();
            let _ = writeln!(entry, "groups = [{}]", groups.join(", "));
        }
        if let Some(expires) = expires {
            let _ = writeln!(entry, "expires = {expires}");
        }
        let _ = writeln!(entry, "hash = \"{hash}\"");
        Ok(Self {
            token: format!("{PREFIX}{id}_{secret}"),
            entry,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_token_can_be_taken_apart_and_its_entry_holds_no_secret() {
        let new = NewToken::new(
            "a \"b\" 王",
            &["g".into(), "h".into()],
            Some("2030-01-01T00:00:00Z"),
        )
        .expect("a token");
        let parts = Parts::of(&new.token).expect("its own form");
        assert!(!new.entry.contains(parts.secret));
        let file: toml::Table = new.entry.parse().expect("TOML");
        let entry = &file["token"][0];
        assert_eq!(entry["id"].as_str(), Some(parts.id));
        assert_eq!(entry["name"].as_str(), Some("a \"b\" 王"));
        assert_eq!(entry["groups"][1].as_str(), Some("h"));
        assert!(
            entry["hash"]
                .as_str()
                .expect("a text")
                .starts_with("$argon2id$v=19$m=19456,t=2,p=1$")
        );
        assert!(entry["expires"].is_datetime());
        assert!(NewToken::new("", &[], None).is_err());
        assert!(NewToken::new("a", &["\n".into()], None).is_err());
    }

    #[test]
    fn only_the_form_of_the_proxy_is_a_token() {
        let (id, secret) = ("0123456789abcdef", "0".repeat(64));
        assert!(Parts::of(&format!("ctsp_{id}_{secret}")).is_some());
        for wrong in [
            String::new(),
            "ctsp_".to_owned(),
            format!("ctsp_{id}{secret}"),
            format!("ctsp_{id}_{secret}0"),
            format!("ctsp_{id}_{}", &secret[1..]),
            format!("ctsp_{id}_{}", secret.replace('0', "A")),
            format!("ctsp_{}_{secret}", &id[1..]),
            format!("ctsp_{id}__{}", &secret[1..]),
            format!("CTSP_{id}_{secret}"),
            format!(" ctsp_{id}_{secret}"),
        ] {
            assert!(Parts::of(&wrong).is_none(), "{wrong}");
        }
    }
}
