//! The `Authorization` header.

use super::error::VerifyError;
use crate::ALGORITHM;

/// The parts of an `Authorization` header of this scheme.
///
/// ```
/// use sdk_hmac_sha256::Authorization;
///
/// let header = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=00ff";
/// let parts = Authorization::parse(header).expect("well-formed");
/// assert_eq!((parts.access_key(), parts.signature()), ("AK", "00ff"));
/// assert_eq!(parts.signed_headers(), ["host", "x-sdk-date"]);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Authorization {
    access_key: String,
    signed_headers: Vec<String>,
    signature: String,
}

impl Authorization {
    /// Reads the value of the header.
    ///
    /// # Errors
    /// [`VerifyError::UnknownAlgorithm`] when it names another algorithm,
    /// [`VerifyError::MalformedAuthorization`] when one of the three parts is missing, empty, unknown or there
    /// twice, or when the signed headers are not sorted names in lower case.
    pub fn parse(value: &str) -> Result<Self, VerifyError> {
        let (algorithm, parts) = value.trim().split_once(' ').unwrap_or((value.trim(), ""));
        if algorithm != ALGORITHM {
            return Err(VerifyError::UnknownAlgorithm);
        }
        let [mut access_key, mut signed_headers, mut signature] = [None; 3];
        for part in parts.split(',') {
            let (name, value) = part
                .trim()
                .split_once('=')
                .ok_or(VerifyError::MalformedAuthorization)?;
            let slot = match name {
                "Access" => &mut access_key,
                "SignedHeaders" => &mut signed_headers,
                "Signature" => &mut signature,
                _ => return Err(VerifyError::MalformedAuthorization),
            };
            if value.is_empty() || slot.replace(value).is_some() {
                return Err(VerifyError::MalformedAuthorization);
            }
        }
        let (Some(access_key), Some(names), Some(signature)) =
            (access_key, signed_headers, signature)
        else {
            return Err(VerifyError::MalformedAuthorization);
        };
        let names: Vec<_> = names.split(';').map(str::to_owned).collect();
        let well_formed = |name: &String| {
            !name.is_empty()
                && name
                    .bytes()
                    .all(|b| b.is_ascii_graphic() && !b.is_ascii_uppercase())
        };
        if !names.iter().all(well_formed) || !names.is_sorted_by(|a, b| a < b) {
            return Err(VerifyError::MalformedAuthorization);
        }
        Ok(Self {
            access_key: access_key.to_owned(),
            signed_headers: names,
            signature: signature.to_owned(),
        })
    }

    /// The access key.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The names of the signed headers, in lower case, sorted, each once.
    #[must_use]
    pub fn signed_headers(&self) -> &[String] {
        &self.signed_headers
    }

    /// The signature as it was given, hexadecimal when it is one.
    #[must_use]
    pub fn signature(&self) -> &str {
        &self.signature
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_malformed() {
        for (value, unknown_algorithm) in [
            ("", true),
            ("Bearer abc", true),
            ("SDK-HMAC-SM3 Access=a, SignedHeaders=b, Signature=c", true),
            (
                "sdk-hmac-sha256 Access=a, SignedHeaders=b, Signature=c",
                true,
            ),
            ("SDK-HMAC-SHA256", false),
            ("SDK-HMAC-SHA256 Access=a, SignedHeaders=b", false),
            (
                "SDK-HMAC-SHA256 Access=, SignedHeaders=b, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, Access=a, SignedHeaders=b, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=b, Signature=c, More=d",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=b;a, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=b;b, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=Host, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=a;;b, Signature=c",
                false,
            ),
            (
                "SDK-HMAC-SHA256 Access=a SignedHeaders=a Signature=c",
                false,
            ),
        ] {
            let expected = if unknown_algorithm {
                VerifyError::UnknownAlgorithm
            } else {
                VerifyError::MalformedAuthorization
            };
            assert_eq!(Authorization::parse(value).err(), Some(expected), "{value}");
        }
    }
}
