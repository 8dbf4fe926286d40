//! What can be wrong with a signed request.

use std::error::Error;
use std::fmt;

use crate::canonical::CanonicalRequest;

/// Why a signature is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// A header that the scheme needs is missing: `authorization` or `x-sdk-date`.
    MissingHeader(String),
    /// A header that the scheme reads or the signature covers occurs twice.
    RepeatedHeader(String),
    /// The `Authorization` header names another algorithm.
    UnknownAlgorithm,
    /// The `Authorization` header does not have the form of this algorithm.
    MalformedAuthorization,
    /// `X-Sdk-Date` is not a date of the form `yyyyMMddTHHmmssZ`.
    MalformedDate,
    /// `X-Sdk-Date` is not among the signed headers.
    DateNotSigned,
    /// `X-Sdk-Date` is too far from the clock, in either direction.
    DateSkew {
        /// The distance in seconds.
        seconds: u64,
    },
    /// A header that is listed as signed is not in the request.
    SignedHeaderAbsent(String),
    /// The signed header `X-Sdk-Content-Sha256` does not agree with the body, or leaves a JSON body unsigned.
    BodyHashMismatch,
    /// Nobody knows the access key.
    UnknownAccessKey(String),
    /// The signature is another one. Holds the canonical request that was built here, to be compared with
    /// the caller's.
    SignatureMismatch(Box<CanonicalRequest>),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingHeader(name) => write!(f, "the header {name} is missing"),
            Self::RepeatedHeader(name) => write!(f, "the header {name} occurs twice"),
            Self::UnknownAlgorithm => {
                f.write_str("the Authorization header names another algorithm")
            }
            Self::MalformedAuthorization => f.write_str("the Authorization header is malformed"),
            Self::MalformedDate => f.write_str("X-Sdk-Date is not of the form yyyyMMddTHHmmssZ"),
            Self::DateNotSigned => f.write_str("X-Sdk-Date is not a signed header"),
            Self::DateSkew { seconds } => {
                write!(f, "X-Sdk-Date is {seconds} seconds from the clock")
            }
            Self::SignedHeaderAbsent(name) => write!(f, "the signed header {name} is missing"),
            Self::BodyHashMismatch => f.write_str("X-Sdk-Content-Sha256 does not fit the body"),
            Self::UnknownAccessKey(_) => f.write_str("the access key is not known"),
            Self::SignatureMismatch(_) => f.write_str("the signature does not match"),
        }
    }
}

impl Error for VerifyError {}
