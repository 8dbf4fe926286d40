//! What goes out: a request of our own making, with the value that was judged and nothing else of the caller's.

use cts_proxy::BODY_LIMIT;
use cts_tracker::json::{parse, write_compact};
use cts_tracker::{Context, Severity, check};
use sdk_hmac_sha256::{Credentials, ExposeSecret as _, Request, SdkDate, verify};

use crate::recorder::{Recorder, answer};
use crate::site::{PROJECT, REGION, call, proxy_to, update};

#[path = "../../../../tests/corpus/corpus.rs"]
#[expect(
    clippy::duplicate_mod,
    reason = "each part of the tests uses some of it"
)]
mod shared;

fn keys() -> Credentials {
    Credentials::new("THE-AK", "THE-SK").with_security_token("THE-TOKEN")
}

#[tokio::test]
async fn the_request_is_ours_and_its_exact_bytes_are_signed() {
    let cloud = Recorder::new(answer(200, &[], "")).await;
    let routes = proxy_to(&cloud.endpoint, 5, keys());
    let odd = " {\n \"tracker_type\" : \"system\",\t\"tracker_name\":\"\\u0073ystem\" ,\
               \"obs_info\":{\"bucket_name\":\"a.b-c\"}, \"自定义\": [1.50, -0, \"\\/\"] }\r\n";
    let mut request = update(odd);
    for (name, value) in [
        ("authorization", "Bearer of-the-caller"),
        ("cookie", "a=b"),
        ("x-auth-token", "of-the-caller"),
        ("x-project-id", "of-the-caller"),
        ("x-forwarded-for", "1.2.3.4"),
        ("user-agent", "of-the-caller"),
        ("accept-encoding", "br"),
    ] {
        let value = value.parse().expect("a value");
        request.headers_mut().insert(name, value);
    }
    assert_eq!(call(&routes, request).await.status, 200);
    let requests = cloud.requests();
    let [sent] = &requests[..] else {
        panic!("{} requests", requests.len());
    };
    let expected = r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"a.b-c"},"自定义":[1.50,-0,"/"]}"#;
    assert_eq!(String::from_utf8_lossy(&sent.body), expected);
    assert_eq!(sent.line, format!("PUT /v3/{PROJECT}/tracker HTTP/1.1"));
    let mut names: Vec<_> = sent
        .headers
        .iter()
        .map(|header| header.0.as_str())
        .collect();
    names.sort_unstable();
    let ours = [
        "authorization",
        "content-length",
        "content-type",
        "host",
        "user-agent",
        "x-project-id",
        "x-sdk-date",
        "x-security-token",
    ];
    assert_eq!(names, ours);
    assert!(
        sent.headers
            .iter()
            .all(|header| !header.1.contains("of-the-caller"))
    );

    let path = format!("/v3/{PROJECT}/tracker");
    let request = Request {
        method: "PUT",
        path: &path,
        query: "",
        headers: &sent.headers,
        body: &sent.body,
    };
    let date = sent
        .header("x-sdk-date")
        .and_then(SdkDate::parse)
        .expect("a date");
    let verified = verify(&request, date, |_| Some(keys().secret_key().clone())).expect("signed");
    assert_eq!(verified.access_key(), "THE-AK");
    for name in ["host", "content-type", "x-project-id", "x-security-token"] {
        assert!(
            verified
                .signed_headers()
                .iter()
                .any(|signed| signed == name),
            "{name}"
        );
    }
    let token = keys()
        .security_token()
        .expect("a token")
        .expose_secret()
        .to_owned();
    assert_eq!(sent.header("x-security-token"), Some(token.as_str()));
}

/// For the whole corpus: what is sent has the value that was judged, one way of writing it, and the same verdict.
#[tokio::test]
async fn what_is_sent_is_judged_like_what_came() {
    let cloud = Recorder::new(answer(200, &[], "")).await;
    let routes = proxy_to(&cloud.endpoint, 5, keys());
    let context = Context {
        project_id: Some(PROJECT),
        region: Some(REGION),
        ..Context::default()
    };
    let verdict = |text: &[u8]| -> Vec<(String, String)> {
        let report = check(text, &context);
        let mut found: Vec<_> = report
            .diagnostics()
            .iter()
            .map(|found| (found.code().to_owned(), found.pointer()))
            .collect();
        found.sort_unstable();
        found
    };
    let mut expected = Vec::new();
    for case in shared::cases() {
        let passes = case.text.len() <= BODY_LIMIT
            && check(&case.text, &context).count(Severity::Error) == 0;
        let mut request = update("");
        *request.body_mut() = case.text.clone().into();
        let status = call(&routes, request).await.status;
        assert_eq!(status == 200, passes, "{}", case.name);
        if passes {
            expected.push(case);
        }
    }
    let sent = cloud.requests();
    assert_eq!(sent.len(), expected.len());
    assert!(sent.len() > 30, "{}", sent.len());
    for (sent, case) in sent.iter().zip(expected) {
        let tree = parse(&case.text).expect(&case.name);
        let mut text = String::new();
        write_compact(&tree, &mut text);
        assert_eq!(String::from_utf8_lossy(&sent.body), text, "{}", case.name);
        assert_eq!(parse(&sent.body).as_ref(), Ok(&tree), "{}", case.name);
        assert_eq!(verdict(&sent.body), verdict(&case.text), "{}", case.name);
    }
}

/// Connections are kept, and the other side may close one at any time. A request that was under way is not sent
/// again; one that meets a closed connection finds another.
#[tokio::test(flavor = "multi_thread")]
async fn an_update_arrives_once_however_connections_end() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::io::AsyncWriteExt as _;

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let arrived = Arc::new(AtomicUsize::new(0));
    let counter = arrived.clone();
    // Each connection serves one request and is closed after the second one has arrived, or a moment later.
    tokio::spawn(async move {
        for number in 0_u64.. {
            let Ok((mut stream, _)) = listener.accept().await else {
                return;
            };
            let counter = counter.clone();
            tokio::spawn(async move {
                let ok = answer(200, &[], "");
                if crate::recorder::read(&mut stream).await.is_none() {
                    return;
                }
                counter.fetch_add(1, Ordering::SeqCst);
                if stream.write_all(&ok).await.is_err() {
                    return;
                }
                let patience = std::time::Duration::from_micros(number % 40 * 25);
                let second = crate::recorder::read(&mut stream);
                if let Ok(Some(_)) = tokio::time::timeout(patience, second).await {
                    counter.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
    });
    let routes = proxy_to(&endpoint, 5, keys());
    let (mut done, mut unsure, mut sent) = (0, 0, 0);
    for _ in 0..600 {
        sent += 1;
        let answer = call(&routes, update(crate::site::BODY)).await;
        match answer.status {
            200 => done += 1,
            502 => {
                assert!(
                    answer.message().contains("may have been made"),
                    "{}",
                    answer.message()
                );
                unsure += 1;
            }
            other => panic!("{other}"),
        }
    }
    let arrived = arrived.load(Ordering::SeqCst);
    assert!(arrived <= sent, "{arrived} of {sent}: one came twice");
    assert!(arrived >= done, "{arrived} of {done}");
    assert!(done > 100 && unsure > 0, "{done} {unsure}");
}
