//! A user of the identity service: its token is fetched once, shared, renewed, and never shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use cts_emulator::{Emulator, User, serve};
use cts_proxy::{Proxy, Settings, Source, app};
use cts_tracker::answer::Outcome;
use tokio::net::TcpListener;

use crate::faults::explained;
use crate::recorder::{Recorder, answer};
use crate::site::{BODY, PROJECT, REGION, call, list, update};

const PASSWORD: &str = "PLANTED/PASSWORD";

/// A proxy for the user, and its settings in words.
fn proxy(cts: &str, iam: &str, password: &str) -> (Proxy, String) {
    let text = format!(
        "[upstream]\ntimeout_seconds = 5\n\
         [credential]\nuser = \"the-user\"\ndomain = \"the-account\"\niam_endpoint = \"{iam}\"\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"{cts}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
    );
    let settings = Settings::read(&text, true).expect("good settings");
    let table = settings.credential.as_ref().expect("a table");
    let source = Source::open(table, |name| {
        (name == "CLOUD_SDK_PASSWORD").then(|| password.to_owned())
    });
    let source = source.expect("a password");
    let words = format!("{settings:?} {source:?}");
    (Proxy::new(settings, source).expect("a proxy"), words)
}

/// A cloud that knows the user.
async fn cloud(token_life: Duration) -> (Emulator, String) {
    let emulator = Emulator::new(cts_emulator::Settings {
        users: vec![User {
            domain: "the-account".to_owned(),
            name: "the-user".to_owned(),
            password: PASSWORD.into(),
        }],
        token_life,
        ..cts_emulator::Settings::default()
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    // Ends with the runtime of the test.
    tokio::spawn(serve(listener, emulator.clone(), std::future::pending()));
    (emulator, endpoint)
}

/// The statuses of that many lists asked for at the same time.
async fn at_once(routes: &Router, count: usize) -> Vec<u16> {
    let asking: Vec<_> = (0..count)
        .map(|_| {
            let routes = routes.clone();
            tokio::spawn(async move { call(&routes, list("")).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in asking {
        statuses.push(task.await.expect("no panic"));
    }
    statuses
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_requests_at_once_cause_one_fetch() {
    let (emulator, endpoint) = cloud(Duration::from_hours(24)).await;
    let (proxy, _) = proxy(&endpoint, &endpoint, PASSWORD);
    let routes = app(proxy.clone());
    assert_eq!(at_once(&routes, 200).await, vec![200; 200]);
    assert_eq!(emulator.received(), 201, "one token, 200 lists");
    assert_eq!(call(&routes, update(BODY)).await.status, 200);
    assert_eq!(emulator.received(), 202);
    assert_eq!(proxy.ready(), Ok(()));
}

#[tokio::test]
async fn a_token_is_renewed_ahead_of_its_end() {
    let (emulator, endpoint) = cloud(Duration::from_secs(5)).await;
    let (proxy, _) = proxy(&endpoint, &endpoint, PASSWORD);
    let routes = app(proxy);
    // Two ends of a token pass. None of the requests has one that has ended, which would be answered with 401.
    let mut lists = 0;
    for _ in 0..28 {
        assert_eq!(call(&routes, list("")).await.status, 200);
        lists += 1;
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    let fetched = emulator.received() - lists;
    assert!((3..=5).contains(&fetched), "{fetched}");
}

#[tokio::test]
async fn a_wrong_password_is_our_503_and_is_not_tried_again_and_again() {
    let (emulator, endpoint) = cloud(Duration::from_hours(24)).await;
    let (proxy, words) = proxy(&endpoint, &endpoint, "PLANTED/WRONG");
    assert!(!words.contains("PLANTED"), "{words}");
    let routes = app(proxy.clone());
    assert_eq!(at_once(&routes, 50).await, vec![503; 50]);
    let answer = call(&routes, update(BODY)).await;
    assert_eq!((answer.status, answer.code()), (503, "PROXY.0503".into()));
    assert_eq!(answer.header("x-cts-answer-from"), "proxy");
    let wait: u64 = answer.header("retry-after").parse().expect("seconds");
    assert!((20..=30).contains(&wait), "{wait}");
    let explanation = explained(&answer);
    assert_eq!(explanation.outcome, Outcome::NotTaken);
    assert!(explanation.meaning.en.contains("no valid credential"));
    let message = answer.message();
    for part in [
        "answered 401",
        "username or password is wrong",
        "nothing was sent",
    ] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!message.contains("PLANTED"), "{message}");
    assert_eq!(emulator.received(), 1, "five failures lock the user");
    let problem = proxy.ready().expect_err("not ready");
    assert!(
        problem.contains("401") && !problem.contains("PLANTED"),
        "{problem}"
    );
}

#[tokio::test]
async fn an_identity_service_that_fails_is_named() {
    for (said, part) in [
        (answer(500, &[], "{}"), "answered 500"),
        (answer(201, &[], "{}"), "has no header X-Subject-Token"),
        (
            answer(201, &[("X-Subject-Token", "T")], "<html>"),
            "has no body of JSON",
        ),
        (
            answer(302, &[("Location", "http://127.0.0.1:9/")], ""),
            "answered 302",
        ),
        (
            answer(
                400,
                &[],
                r#"{"error":{"code":400,"message":"PLANTED/PASSWORD"}}"#,
            ),
            "answered 400: ***",
        ),
        (Vec::new(), "broke the connection"),
    ] {
        let iam = Recorder::new(said).await;
        let (proxy, _) = proxy("http://127.0.0.1:9", &iam.endpoint, PASSWORD);
        let answer = call(&app(proxy), update(BODY)).await;
        assert_eq!((answer.status, answer.code()), (503, "PROXY.0503".into()));
        let message = answer.message();
        assert!(message.contains(part), "{message}");
        assert!(!message.contains("PLANTED"), "{message}");
        assert_eq!(iam.requests().len(), 1);
    }
    let (proxy, _) = proxy("http://127.0.0.1:9", "http://127.0.0.1:9", PASSWORD);
    let answer = call(&app(proxy), list("")).await;
    assert!(
        answer.message().contains("cannot be reached"),
        "{}",
        answer.message()
    );
}

/// A token that ends early, for instance because the password was changed: the answer of the cloud passes as it
/// is, nothing is repeated, and a stream of refusals does not become a stream of fetches.
#[tokio::test]
async fn a_refused_token_is_not_fetched_anew_at_once() {
    let token = r#"{"token":{"issued_at":"2020-01-04T09:05:22.000000Z","expires_at":"2020-01-05T09:05:22.000000Z"}}"#;
    let iam = Recorder::new(answer(201, &[("X-Subject-Token", "PLANTED-TOKEN")], token)).await;
    let refused =
        r#"{"error_code":"APIGW.0307","error_msg":"The token must be updated. PLANTED-TOKEN"}"#;
    let cts = Recorder::new(answer(401, &[], refused)).await;
    let (proxy, _) = proxy(&cts.endpoint, &iam.endpoint, PASSWORD);
    let routes = app(proxy);
    for _ in 0..5 {
        let answer = call(&routes, update(BODY)).await;
        assert_eq!(
            (answer.status, answer.header("x-cts-answer-from")),
            (401, "upstream")
        );
        assert!(
            answer.text().ends_with("updated. ***\"}"),
            "{}",
            answer.text()
        );
    }
    assert_eq!((cts.requests().len(), iam.requests().len()), (5, 1));
    let sent = &cts.requests()[0];
    assert_eq!(sent.header("x-auth-token"), Some("PLANTED-TOKEN"));
    assert_eq!(sent.header("authorization"), None);
    let asked = &iam.requests()[0];
    assert_eq!(asked.line, "POST /v3/auth/tokens?nocatalog=true HTTP/1.1");
    let body: serde_json::Value = serde_json::from_slice(&asked.body).expect("JSON");
    assert_eq!(
        body["auth"]["identity"]["methods"],
        serde_json::json!(["password"])
    );
    assert_eq!(body["auth"]["scope"]["project"]["id"], PROJECT);
}

/// Whoever hangs up while the token is being fetched takes nothing from the others.
#[tokio::test]
async fn a_caller_who_goes_away_does_not_cause_a_second_fetch() {
    let (emulator, endpoint) = cloud(Duration::from_hours(24)).await;
    let (proxy, _) = proxy(&endpoint, &endpoint, PASSWORD);
    let routes = app(proxy);
    let gone = Arc::new(AtomicUsize::new(0));
    for _ in 0..20 {
        let (routes, gone) = (routes.clone(), gone.clone());
        let task = tokio::spawn(async move { call(&routes, list("")).await.status });
        tokio::task::yield_now().await;
        task.abort();
        if task.await.is_err() {
            gone.fetch_add(1, Ordering::SeqCst);
        }
    }
    assert!(gone.load(Ordering::SeqCst) > 0, "some went away");
    assert_eq!(call(&routes, list("")).await.status, 200);
    let before = emulator.received();
    assert_eq!(call(&routes, list("")).await.status, 200);
    assert_eq!(emulator.received(), before + 1, "the token is there");
}
