//! Refused signatures and open outcomes are explained, and the answer of the cloud stays as it is.

use std::time::Duration;

use axum::Router;
use cts_proxy::Settings;
use sdk_hmac_sha256::Credentials;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;

use crate::faults::explained;
use crate::recorder::{Recorder, answer, read};
use crate::site::{BODY, PROJECT, REGION, Site, call, list, proxy_to, request, update};

fn routes(endpoint: &str) -> Router {
    let keys = Credentials::new("THE-AK", "THE-SK").with_security_token("PLANTED-TOKEN");
    proxy_to(endpoint, 2, keys)
}

/// A gateway that says which canonical request it made of an update, with one line changed.
async fn gateway(change: fn(&str) -> String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            while let Some(request) = read(&mut stream).await {
                let unsigned = ["authorization", "content-length", "user-agent"];
                let mut headers = request.headers.clone();
                headers.retain(|header| !unsigned.contains(&header.0.as_str()));
                let to_sign = sdk_hmac_sha256::Request {
                    method: request.line.split(' ').next().unwrap_or_default(),
                    path: request.line.split(' ').nth(1).unwrap_or_default(),
                    query: "",
                    headers: &headers,
                    body: &request.body,
                };
                let date = request.header("x-sdk-date").expect("a date");
                let date = sdk_hmac_sha256::SdkDate::parse(date).expect("a date");
                let signed = sdk_hmac_sha256::sign(&to_sign, &Credentials::new("a", "b"), date);
                let text = signed
                    .expect("signed")
                    .canonical_request()
                    .as_str()
                    .to_owned();
                let message = format!(
                    "Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:{}",
                    change(&text).replace('\n', "|")
                );
                let body =
                    json!({"error_code": "APIGW.0301", "error_msg": message, "request_id": "r"});
                let said = answer(401, &[], &body.to_string());
                if stream.write_all(&said).await.is_err() {
                    break;
                }
            }
        }
    });
    endpoint
}

const HEADER: &str = "x-cts-signature-difference";

#[tokio::test]
async fn a_refused_signature_is_explained_by_the_first_line_that_differs() {
    let same = gateway(str::to_owned).await;
    let answer = call(&routes(&same), update(BODY)).await;
    assert_eq!((answer.status, answer.header(HEADER)), (401, "none"));
    assert!(
        answer.text().contains("x-security-token:***|"),
        "{}",
        answer.text()
    );

    let rewritten = gateway(|text| text.replace("/tracker/\n", "/v3/tracker/\n")).await;
    let answer = call(&routes(&rewritten), update(BODY)).await;
    let expected = format!(
        "line 2: sent \"/v3/{PROJECT}/tracker/\", the cloud saw \"/v3/{PROJECT}/v3/tracker/\""
    );
    assert_eq!(answer.header(HEADER), expected);

    let token = gateway(|text| text.replace("PLANTED-TOKEN", "PLANTED-OTHER")).await;
    let answer = call(&routes(&token), update(BODY)).await;
    let told = answer.header(HEADER);
    assert!(told.contains("x-security-token:***"), "{told}");
    let shown = format!("{:?} {}", answer.headers, answer.text());
    assert!(!shown.contains("PLANTED-TOKEN"), "{shown}");
    assert!(!told.contains("PLANTED"), "{told}");
}

/// The stand-in answers like the gateway: a wrong secret key gives the same canonical request.
#[tokio::test]
async fn a_wrong_secret_key_gives_no_difference() {
    let site = Site::new().await;
    let keys = Credentials::new(site.stand_in.credentials().access_key(), "wrong");
    let mut settings = Settings::read("", true).expect("good settings");
    site.stand_in.redirect(&mut settings);
    let endpoint = &settings.regions[0].endpoint;
    let answer = call(&proxy_to(endpoint, 5, keys), update(BODY)).await;
    assert_eq!((answer.status, answer.header(HEADER)), (401, "none"));
    let detail = explained(&answer).detail.expect("a closer meaning");
    assert!(detail.0.en.contains("does not belong to the access key"));
    assert_eq!(site.received(), 1, "not tried again");
}

#[tokio::test]
async fn a_wrong_clock_is_named() {
    const CLOCK: &str = "x-cts-clock-difference";
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: signature expired"}"#;
    let ahead = std::time::SystemTime::now() + Duration::from_secs(1000);
    let date = httpdate(ahead);
    for (status, forged) in [(401, ""), (200, "5")] {
        let headers = [("Date", date.as_str()), (CLOCK, forged), (HEADER, "forged")];
        let cloud = Recorder::new(answer(status, &headers, refused)).await;
        let answer = call(&routes(&cloud.endpoint), update(BODY)).await;
        assert_eq!((answer.status, answer.text()), (status, refused));
        let seconds: i64 = answer.header(CLOCK).parse().expect("seconds");
        assert!((995..=1001).contains(&seconds), "{seconds}");
        assert_eq!(answer.header(HEADER), "", "only the proxy says that");
    }
    let now = httpdate(std::time::SystemTime::now());
    let cloud = Recorder::new(answer(401, &[("Date", &now), (CLOCK, "forged")], refused)).await;
    let answer = call(&routes(&cloud.endpoint), update(BODY)).await;
    assert_eq!(answer.header(CLOCK), "");
}

/// A date as HTTP writes it.
fn httpdate(time: std::time::SystemTime) -> String {
    httpdate::fmt_http_date(time)
}

/// When the change may have been made, the answer has the address that shows the tracker, and it works.
#[tokio::test]
async fn an_open_outcome_offers_the_read_back() {
    let body =
        r#"{"tracker_type":"data","tracker_name":"data-tracker-name","is_lts_enabled":true}"#;
    let expected = format!(
        "/api/{REGION}/v3/{PROJECT}/trackers?tracker_name=data-tracker-name&tracker_type=data"
    );
    // It breaks off at once, breaks off within the body, and never ends it.
    for said in [
        Vec::new(),
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{".to_vec(),
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec(),
    ] {
        let cloud = Recorder::new(said).await;
        let answer = call(&routes(&cloud.endpoint), update(body)).await;
        assert!([502, 504].contains(&answer.status), "{}", answer.text());
        assert_eq!(answer.json()["read_back"], expected);
        assert!(
            answer.message().contains("may have been made"),
            "{}",
            answer.message()
        );
        assert_eq!(cloud.requests().len(), 1);
        let listed = call(&routes(&cloud.endpoint), list("")).await;
        assert_eq!(
            listed.json()["read_back"],
            Value::Null,
            "it changed nothing"
        );
    }
    let unreachable = call(&routes("http://127.0.0.1:9"), update(body)).await;
    assert_eq!(unreachable.json()["read_back"], Value::Null);

    let site = Site::new().await;
    let headers = [("x-cts-tracker-form", "1")];
    let read = site.call(request("GET", &expected, &headers, "")).await;
    assert_eq!(read.status, 200);
    assert_eq!(
        read.json()["trackers"][0]["tracker_name"],
        "data-tracker-name"
    );
    assert_eq!(read.json()["trackers"].as_array().map(Vec::len), Some(1));
}

/// The body of an answer has a time limit of its own.
#[tokio::test]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let cloud = Recorder::new(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()).await;
    let text = format!(
        "[upstream]\nbody_timeout_seconds = 1\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"{}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n",
        cloud.endpoint
    );
    let settings = Settings::read(&text, false).expect("good settings");
    let proxy = cts_proxy::Proxy::new(settings, Credentials::new("AK", "SK")).expect("a proxy");
    let start = std::time::Instant::now();
    let answer = call(&cts_proxy::app(proxy), update(BODY)).await;
    assert_eq!((answer.status, answer.code()), (504, "PROXY.0504".into()));
    assert!(
        answer.message().contains("not complete within 1 s"),
        "{}",
        answer.message()
    );
    assert!(start.elapsed() < Duration::from_secs(5));
}
