//! `SDK-HMAC-SHA256`, the request signature of Huawei Cloud: sign a request, and verify a signed one.
//!
//! The algorithm is described in the vendor's API signing guide; details that the guide leaves out follow
//! the `Signer` class of the official Python core package (3.1.219), which made the vectors this crate is
//! tested with. The crate reads no clock and no environment: the date is an argument.
//!
//! ```
//! use sdk_hmac_sha256::{Credentials, Request, SdkDate, SecretString, sign, verify};
//!
//! let credentials = Credentials::new("EXAMPLEACCESSKEY0001", "a secret");
//! let date = SdkDate::parse("20241108T120000Z").expect("a well-formed date");
//! let mut headers = vec![("Host".to_owned(), "cts.cn-north-4.myhuaweicloud.com".to_owned())];
//! let request = Request { method: "GET", path: "/v3/p/trackers", query: "", headers: &headers, body: b"" };
//! let signed = sign(&request, &credentials, date).expect("a request that can be signed");
//! headers.extend(signed.into_headers());
//!
//! let request = Request { method: "GET", path: "/v3/p/trackers", query: "", headers: &headers, body: b"" };
//! let verified = verify(&request, date, |_| Some(SecretString::from("a secret"))).expect("a good signature");
//! assert_eq!(verified.access_key(), "EXAMPLEACCESSKEY0001");
//! ```
//!
//! Facts that surprise: the canonical path ends with a slash although the path on the wire does not; the
//! secret key is used as it is, without the derivation by date and region of similar schemes; five failed
//! signatures in a row lock an access key for five minutes, so a refusal must never be retried blindly.
#![deny(missing_docs)]

mod canonical;
mod credentials;
mod date;
mod encode;
mod request;
mod sign;
mod verify;

pub use self::canonical::CanonicalRequest;
pub use self::credentials::Credentials;
pub use self::date::SdkDate;
pub use self::encode::query_string;
pub use self::request::Request;
pub use self::sign::{SignError, Signed, sign};
pub use self::verify::{Authorization, MAX_SKEW_SECONDS, Verified, VerifyError, verify};
pub use secrecy::{ExposeSecret, SecretString};

/// The name of the algorithm, as it stands at the start of the `Authorization` header.
pub const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// What stands in place of the body hash when a body that is not JSON is left unsigned.
pub const UNSIGNED_PAYLOAD: &str = "UNSIGNED-PAYLOAD";

/// Names of the headers that the scheme gives a meaning to, in lower case.
pub mod header {
    /// Carries algorithm, access key, names of the signed headers and the signature.
    pub const AUTHORIZATION: &str = "authorization";
    /// The media type; decides whether the body is hashed.
    pub const CONTENT_TYPE: &str = "content-type";
    /// The host and, unless it is the default one, the port.
    pub const HOST: &str = "host";
    /// Present with the value `UNSIGNED-PAYLOAD` when the body is left unsigned.
    pub const CONTENT_SHA256: &str = "x-sdk-content-sha256";
    /// The time of signing, `yyyyMMddTHHmmssZ` in UTC.
    pub const DATE: &str = "x-sdk-date";
    /// The token that belongs to a temporary access key.
    pub const SECURITY_TOKEN: &str = "x-security-token";
}
