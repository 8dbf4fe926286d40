//! Every published vector, byte for byte, signed and verified.

use sdk_hmac_sha256::{
    Authorization, Credentials, Request, SdkDate, SecretString, query_string, sign, verify,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Data {
    access_key: String,
    secret_key: String,
    vectors: Vec<Vector>,
    documented: Documented,
}

#[derive(Deserialize)]
struct Vector {
    name: String,
    request: Given,
    expected: Expected,
}

#[derive(Deserialize)]
struct Given {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Deserialize)]
struct Expected {
    headers_added: Vec<(String, String)>,
    request_target: String,
    canonical_request: String,
    canonical_request_sha256: String,
    string_to_sign: String,
    signature: String,
    authorization: String,
}

#[derive(Deserialize)]
struct Documented {
    canonical_request: String,
    canonical_request_sha256: String,
    string_to_sign: String,
}

fn data() -> Data {
    serde_json::from_str(include_str!("data/vectors.json")).expect("the vectors are JSON")
}

impl Given {
    fn date(&self) -> SdkDate {
        let (_, text) = self
            .headers
            .iter()
            .find(|(name, _)| name == "X-Sdk-Date")
            .expect("each has a date");
        SdkDate::parse(text).expect("a date")
    }
}

#[test]
fn there_are_22_vectors() {
    assert_eq!(data().vectors.len(), 22);
}

#[test]
fn signs_each_vector() {
    let vectors = data();
    for Vector {
        name,
        request: given,
        expected,
    } in &vectors.vectors
    {
        let credentials = Credentials::new(&*vectors.access_key, &*vectors.secret_key);
        let query = query_string(&given.query);
        let target = if query.is_empty() {
            given.path.clone()
        } else {
            format!("{}?{query}", given.path)
        };
        assert_eq!(target, expected.request_target, "{name}");
        let request = Request {
            method: &given.method,
            path: &given.path,
            query: &query,
            headers: &given.headers,
            body: given.body.as_bytes(),
        };
        let date = given.date();
        let signed = sign(&request, &credentials, date).expect(name);
        let canonical = signed.canonical_request();
        assert_eq!(canonical.as_str(), expected.canonical_request, "{name}");
        assert_eq!(
            canonical.sha256(),
            expected.canonical_request_sha256,
            "{name}"
        );
        assert_eq!(
            canonical.string_to_sign(date),
            expected.string_to_sign,
            "{name}"
        );
        assert_eq!(signed.signature(), expected.signature, "{name}");
        let mut added = expected.headers_added.clone();
        added.push(("Authorization".to_owned(), expected.authorization.clone()));
        assert_eq!(signed.headers(), added, "{name}");
    }
}

#[test]
fn verifies_each_vector() {
    let vectors = data();
    for Vector {
        name,
        request: given,
        expected,
    } in &vectors.vectors
    {
        let mut headers = given.headers.clone();
        headers.extend(expected.headers_added.iter().cloned());
        headers.push(("Authorization".to_owned(), expected.authorization.clone()));
        let query = query_string(&given.query);
        let request = Request {
            method: &given.method,
            path: &given.path,
            query: &query,
            headers: &headers,
            body: given.body.as_bytes(),
        };
        let secret = |key: &str| {
            (key == vectors.access_key).then(|| SecretString::from(vectors.secret_key.clone()))
        };
        let verified = verify(&request, given.date(), secret).expect(name);
        assert_eq!(verified.access_key(), vectors.access_key, "{name}");
        let parts = Authorization::parse(&expected.authorization).expect(name);
        assert_eq!(verified.signed_headers(), parts.signed_headers(), "{name}");
    }
}

/// The guide's request, signed with any key, has the canonical form that the guide prints.
#[test]
fn builds_the_documented_example() {
    let Documented {
        canonical_request,
        canonical_request_sha256,
        string_to_sign,
    } = data().documented;
    let headers: Vec<_> = [
        ("Content-Type", "application/json"),
        ("Host", "service.region.example.com"),
        ("X-Sdk-Date", "20191115T033655Z"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into();
    let request = Request {
        method: "GET",
        path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/",
        query: "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
        headers: &headers,
        body: b"",
    };
    let date = SdkDate::parse("20191115T033655Z").expect("a date");
    let signed = sign(&request, &Credentials::new("any", "key"), date).expect("can be signed");
    let canonical = signed.canonical_request();
    assert_eq!(canonical.as_str(), canonical_request);
    assert_eq!(canonical.sha256(), canonical_request_sha256);
    assert_eq!(canonical.string_to_sign(date), string_to_sign);
}
