//! What is wrong with a request has its own error, on both sides.

use sdk_hmac_sha256::{
    Credentials, Request, SdkDate, SecretString, SignError, VerifyError, sign, verify,
};

const DATE: &str = "20241108T120000Z";
const BODY: &[u8] = br#"{"tracker_type":"system","tracker_name":"system"}"#;

type Headers = Vec<(String, String)>;

fn headers(list: &[(&str, &str)]) -> Headers {
    list.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn request<'a>(headers: &'a Headers, body: &'a [u8]) -> Request<'a> {
    Request {
        method: "PUT",
        path: "/v3/p/tracker",
        query: "a=1",
        headers,
        body,
    }
}

fn date(text: &str) -> SdkDate {
    SdkDate::parse(text).expect("a date")
}

/// Headers of a well-signed request with a security token.
fn signed() -> Headers {
    let mut all = headers(&[("Host", "h.example"), ("Content-Type", "application/json")]);
    let credentials = Credentials::new("AK", "SK").with_security_token("PLANTED-TOKEN");
    let signed = sign(&request(&all, BODY), &credentials, date(DATE)).expect("can be signed");
    all.extend(signed.into_headers());
    all
}

fn check(request: &Request<'_>, now: &str) -> Result<(), VerifyError> {
    verify(request, date(now), |key| {
        (key == "AK").then(|| SecretString::from("SK"))
    })
    .map(|_| ())
}

fn set(headers: &mut Headers, name: &str, value: &str) {
    headers.retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    headers.push((name.to_owned(), value.to_owned()));
}

#[test]
fn signing_refuses_what_the_gateway_could_read_otherwise() {
    let credentials = Credentials::new("AK", "SK");
    for (given, expected) in [
        (
            headers(&[("Host", "h"), ("authorization", "x")]),
            SignError::AlreadySigned,
        ),
        (headers(&[("X-Other", "h")]), SignError::HostMissing),
        (
            headers(&[("Host", "h"), ("X-Sdk-Date", "20200101T000000Z")]),
            SignError::OtherDate,
        ),
        (
            headers(&[("Host", "h"), ("A", "1"), ("a", "2")]),
            SignError::RepeatedHeader("a".into()),
        ),
        (
            headers(&[("Host", "h"), ("a", "1\nb:2")]),
            SignError::InvalidHeader("a".into()),
        ),
        (
            headers(&[("Host", "h"), ("a;b", "1")]),
            SignError::InvalidHeader("a;b".into()),
        ),
    ] {
        let outcome = sign(&request(&given, BODY), &credentials, date(DATE));
        assert_eq!(outcome.err(), Some(expected));
    }
}

#[test]
fn accepts_the_request_up_to_a_quarter_of_an_hour_away() {
    let all = signed();
    for now in ["20241108T114500Z", DATE, "20241108T121500Z"] {
        assert_eq!(check(&request(&all, BODY), now), Ok(()), "{now}");
    }
    for now in ["20241108T114459Z", "20241108T121501Z"] {
        let expected = Err(VerifyError::DateSkew { seconds: 901 });
        assert_eq!(check(&request(&all, BODY), now), expected, "{now}");
    }
}

#[test]
fn a_change_of_any_signed_part_is_a_mismatch() {
    let all = signed();
    let good = request(&all, BODY);
    let mut other_host = all.clone();
    set(&mut other_host, "Host", "other.example");
    let mut other_token = all.clone();
    set(&mut other_token, "X-Security-Token", "PLANTED-OTHER");
    for changed in [
        Request {
            method: "POST",
            ..good
        },
        Request {
            path: "/v3/q/tracker",
            ..good
        },
        Request {
            query: "a=2",
            ..good
        },
        Request {
            body: b"{}",
            ..good
        },
        Request {
            headers: &other_host,
            ..good
        },
        Request {
            headers: &other_token,
            ..good
        },
    ] {
        let error = check(&changed, DATE).expect_err("a changed request");
        assert!(
            matches!(error, VerifyError::SignatureMismatch(_)),
            "{error:?}"
        );
        let shown = format!("{error:?} {error}");
        assert!(!shown.contains("PLANTED"), "{shown}");
    }
}

#[test]
fn a_header_outside_the_signature_may_change() {
    let mut all = signed();
    set(&mut all, "X-Hop", "1");
    assert_eq!(check(&request(&all, BODY), DATE), Ok(()));
}

#[test]
fn each_defect_has_its_error() {
    type Change = fn(&mut Headers);
    let cases: [(Change, VerifyError); 9] = [
        (
            |h| h.retain(|(name, _)| name != "Authorization"),
            VerifyError::MissingHeader("authorization".into()),
        ),
        (
            |h| h.retain(|(name, _)| name != "X-Sdk-Date"),
            VerifyError::MissingHeader("x-sdk-date".into()),
        ),
        (
            |h| set(h, "X-Sdk-Date", "yesterday"),
            VerifyError::MalformedDate,
        ),
        (
            |h| set(h, "Authorization", "Basic abc"),
            VerifyError::UnknownAlgorithm,
        ),
        (
            |h| h.push(("host".into(), "h.example".into())),
            VerifyError::RepeatedHeader("host".into()),
        ),
        (
            |h| h.retain(|(name, _)| name != "Host"),
            VerifyError::SignedHeaderAbsent("host".into()),
        ),
        (
            |h| {
                let value = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=00";
                set(h, "Authorization", value);
            },
            VerifyError::DateNotSigned,
        ),
        (
            |h| {
                let value = "SDK-HMAC-SHA256 Access=NO, SignedHeaders=x-sdk-date, Signature=00";
                set(h, "Authorization", value);
            },
            VerifyError::UnknownAccessKey("NO".into()),
        ),
        (
            |h| {
                let value = "SDK-HMAC-SHA256 Access=AK, SignedHeaders=x-sdk-date, Signature=zz";
                set(h, "Authorization", value);
            },
            VerifyError::MalformedAuthorization,
        ),
    ];
    for (change, expected) in cases {
        let mut all = signed();
        change(&mut all);
        assert_eq!(check(&request(&all, BODY), DATE), Err(expected));
    }
}

#[test]
fn a_json_body_cannot_be_left_unsigned() {
    let mut all = headers(&[
        ("Host", "h.example"),
        ("Content-Type", "text/plain"),
        ("X-Sdk-Content-Sha256", "UNSIGNED-PAYLOAD"),
    ]);
    let credentials = Credentials::new("AK", "SK");
    let added = sign(&request(&all, BODY), &credentials, date(DATE)).expect("can be signed");
    all.extend(added.into_headers());
    assert_eq!(
        check(&request(&all, b"other bytes"), DATE),
        Ok(()),
        "not signed, so free to change"
    );
    set(&mut all, "Content-Type", "application/json");
    assert_eq!(
        check(&request(&all, BODY), DATE),
        Err(VerifyError::BodyHashMismatch)
    );
}

#[test]
fn nothing_that_holds_a_secret_shows_it() {
    let all = headers(&[("Host", "h.example")]);
    let credentials =
        Credentials::new("PLANTED-AK", "PLANTED-SK").with_security_token("PLANTED-ST");
    let signed = sign(&request(&all, BODY), &credentials, date(DATE)).expect("can be signed");
    let shown = format!("{signed:?} {} {credentials:?}", signed.canonical_request());
    assert!(!shown.contains("PLANTED"), "{shown}");
    assert!(shown.contains("x-security-token:[redacted]"), "{shown}");
    assert!(!shown.contains(signed.signature()), "{shown}");
}
