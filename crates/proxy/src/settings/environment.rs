//! The credential, which comes from environment variables only.

use sdk_hmac_sha256::Credentials;

use super::error::SettingsError;

const ACCESS_KEY: &str = "CLOUD_SDK_AK";
const SECRET_KEY: &str = "CLOUD_SDK_SK";
const SECURITY_TOKEN: &str = "CLOUD_SDK_SECURITY_TOKEN";

/// The credential in the variables `CLOUD_SDK_AK`, `CLOUD_SDK_SK` and, for temporary keys,
/// `CLOUD_SDK_SECURITY_TOKEN`. `None` when neither key is set; an empty variable counts as not set.
///
/// # Errors
/// When only a part is there, or a value holds white space or other than printable ASCII characters.
pub fn credentials(
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<Credentials>, SettingsError> {
    let value = |name: &str| -> Result<Option<String>, SettingsError> {
        let value = variable(name).filter(|value| !value.is_empty());
        if value
            .as_ref()
            .is_some_and(|value| !value.bytes().all(|byte| byte.is_ascii_graphic()))
        {
            return Err(SettingsError::new(
                name,
                "the value holds white space or a character that no key has",
                "Set it again, without quotes and without a line break.",
            ));
        }
        Ok(value)
    };
    let missing = |name: &str, other: &str| {
        let problem = format!("it is not set although {other} is");
        SettingsError::new(
            name,
            problem,
            "Set both, or neither to work with the stand-in.",
        )
    };
    let token = value(SECURITY_TOKEN)?;
    match (value(ACCESS_KEY)?, value(SECRET_KEY)?) {
        (Some(access_key), Some(secret_key)) => {
            let credentials = Credentials::new(access_key, secret_key);
            Ok(Some(match token {
                Some(token) => credentials.with_security_token(token),
                None => credentials,
            }))
        }
        (Some(_), None) => Err(missing(SECRET_KEY, ACCESS_KEY)),
        (None, Some(_)) => Err(missing(ACCESS_KEY, SECRET_KEY)),
        (None, None) if token.is_some() => Err(missing(ACCESS_KEY, SECURITY_TOKEN)),
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(set: &[(&str, &str)]) -> Result<Option<Credentials>, SettingsError> {
        credentials(|name| {
            set.iter()
                .find(|pair| pair.0 == name)
                .map(|pair| pair.1.to_owned())
        })
    }

    #[test]
    fn all_or_nothing() {
        assert!(read(&[]).expect("fine").is_none());
        assert!(
            read(&[(ACCESS_KEY, ""), (SECRET_KEY, "")])
                .expect("fine")
                .is_none()
        );
        let both = read(&[(ACCESS_KEY, "a"), (SECRET_KEY, "b")])
            .expect("fine")
            .expect("a pair");
        assert_eq!(both.access_key(), "a");
        assert!(both.security_token().is_none());
        let three = read(&[(ACCESS_KEY, "a"), (SECRET_KEY, "b"), (SECURITY_TOKEN, "c")]);
        assert!(
            three
                .expect("fine")
                .expect("a pair")
                .security_token()
                .is_some()
        );
    }

    #[test]
    fn names_the_variable_and_never_the_value() {
        for (set, key) in [
            (&[(ACCESS_KEY, "PLANTED")][..], SECRET_KEY),
            (&[(SECRET_KEY, "PLANTED")], ACCESS_KEY),
            (&[(SECURITY_TOKEN, "PLANTED")], ACCESS_KEY),
            (&[(ACCESS_KEY, "a"), (SECRET_KEY, "PLANTED\n")], SECRET_KEY),
            (
                &[(ACCESS_KEY, "PLANTED KEY"), (SECRET_KEY, "b")],
                ACCESS_KEY,
            ),
        ] {
            let error = read(set).expect_err("a wrong set");
            assert_eq!(error.key(), key);
            assert!(!format!("{error} {error:?}").contains("PLANTED"), "{error}");
        }
    }
}
