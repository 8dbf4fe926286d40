//! What holds for every request.

use proptest::collection::vec;
use proptest::prelude::*;
use sdk_hmac_sha256::{
    Authorization, Credentials, Request, SdkDate, SecretString, query_string, sign, verify,
};

const NAMES: [&str; 6] = [
    "Content-Type",
    "X-Project-Id",
    "X_Under",
    "Accept",
    "X-A",
    "x-b",
];

proptest! {
    /// What one side signs the other one accepts, and a different body it does not.
    #[test]
    fn signed_requests_verify(
        path in "/[ -~é审]{0,30}",
        pairs in vec(("[ -~é]{1,8}", "[ -~审]{0,8}"), 0..4),
        values in vec("[!-~][ -~]{0,12}", 0..6),
        body in vec(any::<u8>(), 0..64),
        token in proptest::option::of("[!-~]{1,20}"),
    ) {
        let mut headers = vec![("Host".to_owned(), "h.example".to_owned())];
        headers.extend(NAMES.iter().map(|name| (*name).to_owned()).zip(values));
        let mut credentials = Credentials::new("AK", "SK");
        if let Some(token) = token {
            credentials = credentials.with_security_token(token);
        }
        let date = SdkDate::parse("20241108T120000Z").expect("a date");
        let query = query_string(&pairs);
        let request = Request { method: "PUT", path: &path, query: &query, headers: &headers, body: &body };
        let json = headers.iter().all(|(name, value)| name != "Content-Type" || value.starts_with("application/json"));
        let added = sign(&request, &credentials, date).expect("can be signed").into_headers();
        let mut all = headers.clone();
        all.extend(added);
        let secret = |_: &str| Some(SecretString::from("SK"));
        let received = Request { headers: &all, ..request };
        prop_assert!(verify(&received, date, secret).is_ok());
        let mut other = body.clone();
        other.push(b' ');
        let altered = Request { body: &other, ..received };
        // A body that is not JSON is not under the signature.
        prop_assert_eq!(verify(&altered, date, secret).is_err(), json);
    }

    /// Whatever arrives is judged without a panic, and never accepted by chance.
    #[test]
    fn any_text_is_refused_calmly(authorization in ".{0,80}", date in ".{0,20}", query in ".{0,20}") {
        let headers = [("Authorization".to_owned(), authorization.clone()), ("X-Sdk-Date".to_owned(), date)];
        let request = Request { method: "GET", path: &query, query: &query, headers: &headers, body: b"" };
        let now = SdkDate::parse("20241108T120000Z").expect("a date");
        prop_assert!(verify(&request, now, |_| Some(SecretString::from("SK"))).is_err());
        prop_assert!(Authorization::parse(&authorization).is_err() || authorization.starts_with("SDK-HMAC-SHA256 "));
    }
}
