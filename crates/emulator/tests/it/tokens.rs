//! Tokens of the identity service.

use std::time::Duration;

use cts_emulator::{Emulator, Project, Settings, User};
use serde_json::{Value, json};

use crate::call::{Answer, PROJECT, clock, send, settings};

const OTHER: &str = "fedcba9876543210fedcba9876543210";

fn identity() -> Settings {
    let user = User {
        domain: "acme".into(),
        name: "robot".into(),
        password: "s3cret".into(),
    };
    let projects = [(PROJECT, "cn-north-4"), (OTHER, "cn-east-3")].map(|(id, name)| Project {
        id: id.into(),
        name: name.into(),
    });
    Settings {
        users: vec![user],
        projects: projects.into(),
        ..settings()
    }
}

fn request(password: &str, project: &Value) -> String {
    json!({"auth": {
        "identity": {"methods": ["password"], "password": {"user": {
            "domain": {"name": "acme"}, "name": "robot", "password": password,
        }}},
        "scope": {"project": project},
    }})
    .to_string()
}

async fn ask(emulator: &Emulator, query: &str, body: &str) -> Answer {
    send(
        emulator,
        "POST",
        &format!("/v3/auth/tokens{query}"),
        &[],
        body,
    )
    .await
}

async fn list(emulator: &Emulator, token: &str, project: &str) -> Answer {
    let headers = [("X-Auth-Token".to_owned(), token.to_owned())];
    send(
        emulator,
        "GET",
        &format!("/v3/{project}/trackers"),
        &headers,
        "",
    )
    .await
}

#[tokio::test]
async fn a_token_opens_its_project_only() {
    let emulator = Emulator::new(identity());
    for scope in [json!({"name": "cn-north-4"}), json!({"id": PROJECT})] {
        let answer = ask(&emulator, "?nocatalog=true", &request("s3cret", &scope)).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        let token = &answer.json()["token"];
        assert_eq!(token["expires_at"], "2024-11-09T12:00:00.000000Z");
        assert_eq!(token["issued_at"], "2024-11-08T12:00:00.000000Z");
        assert_eq!(token["project"]["id"], PROJECT);
        assert_eq!(token["project"]["name"], "cn-north-4");
        assert_eq!(token.get("catalog"), None);
        let text = answer.header("x-subject-token");
        assert_eq!(list(&emulator, text, PROJECT).await.status, 200);
        let other = list(&emulator, text, OTHER).await;
        assert_eq!((other.status, other.code()), (403, "CTS.0012".into()));
    }
}

#[tokio::test]
async fn the_catalog_is_there_unless_it_is_declined() {
    let emulator = Emulator::new(identity());
    let answer = ask(&emulator, "", &request("s3cret", &json!({"id": PROJECT}))).await;
    assert_eq!(answer.json()["token"]["catalog"], json!([]));
}

#[tokio::test]
async fn a_token_expires() {
    let settings = Settings {
        token_life: Duration::from_mins(1),
        ..identity()
    };
    let start = std::sync::Arc::new(std::sync::atomic::AtomicU64::new(0));
    let shared = start.clone();
    let clock: cts_emulator::Clock =
        std::sync::Arc::new(move || clock(shared.load(std::sync::atomic::Ordering::SeqCst))());
    let emulator = Emulator::new(Settings { clock, ..settings });
    let answer = ask(&emulator, "", &request("s3cret", &json!({"id": PROJECT}))).await;
    let text = answer.header("x-subject-token");
    start.store(59, std::sync::atomic::Ordering::SeqCst);
    assert_eq!(list(&emulator, text, PROJECT).await.status, 200);
    start.store(60, std::sync::atomic::Ordering::SeqCst);
    let late = list(&emulator, text, PROJECT).await;
    assert_eq!((late.status, late.code()), (401, "APIGW.0307".into()));
    assert_eq!(late.json()["error_msg"], "The token must be updated.");
}

#[tokio::test]
async fn refusals_are_nested() {
    let emulator = Emulator::new(identity());
    let wrong = ask(&emulator, "", &request("guess", &json!({"id": PROJECT}))).await;
    assert_eq!(wrong.status, 401);
    let expected = json!({"error": {
        "code": 401, "message": "The username or password is wrong.", "title": "Unauthorized",
    }});
    assert_eq!(wrong.json(), expected);
    let methods =
        request("s3cret", &json!({"id": PROJECT})).replace("[\"password\"]", "[\"hope\"]");
    for body in [
        "",
        "{}",
        &methods,
        &request("s3cret", &json!({"name": "nowhere"})),
    ] {
        let answer = ask(&emulator, "", body).await;
        assert_eq!(answer.status, 400, "{body}");
        assert_eq!(
            answer.json()["error"]["message"],
            "The request body is invalid"
        );
        assert_eq!(answer.json()["error"]["code"], 400);
    }
}

#[tokio::test]
async fn a_token_that_was_revoked_is_to_be_replaced() {
    let emulator = Emulator::new(identity());
    let wanted = request("s3cret", &json!({"id": PROJECT}));
    let first = ask(&emulator, "", &wanted).await;
    emulator.revoke_tokens();
    let refused = list(&emulator, first.header("x-subject-token"), PROJECT).await;
    assert_eq!((refused.status, refused.code()), (401, "APIGW.0307".into()));
    let second = ask(&emulator, "", &wanted).await;
    let answer = list(&emulator, second.header("x-subject-token"), PROJECT).await;
    assert_eq!(answer.status, 200);
}
