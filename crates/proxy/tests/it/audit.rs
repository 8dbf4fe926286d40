//! What the audit log holds of the requests that were made.

mod lasting;
mod power;
mod program;

use std::fs;
use std::path::Path;
use std::time::Duration;

use cts_proxy::{Proxy, Settings, StandIn, app};
use sdk_hmac_sha256::Credentials;
use serde_json::Value;
use tempfile::TempDir;

use crate::cloud::Cloud;
use crate::site::{Answer, BODY, PROJECT, REGION, call, update};

/// The settings that keep a log in this folder.
pub(crate) fn settings(folder: &Path) -> String {
    let file = folder.join("audit.jsonl").display().to_string();
    format!("[audit]\nfile = {file:?}\n")
}

/// The lines of the log with this event.
fn events(folder: &Path, event: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder.join("audit.jsonl")).expect("a log");
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON"))
        .filter(|line| line["event"] == event)
        .collect()
}

/// Waits until as many outcomes are there: they are written after the answer.
async fn outcomes(folder: &Path, count: usize) -> Vec<Value> {
    for _ in 0..200 {
        let found = events(folder, "outcome");
        if found.len() >= count {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("no outcome: {:?}", events(folder, "intent"));
}

/// Makes updates through a proxy with a stand-in and this log.
async fn updates(folder: &Path, bodies: &[&str]) -> Vec<Answer> {
    let stand_in = StandIn::start().await.expect("a stand-in");
    let mut settings = Settings::read(&settings(folder), true).expect("good settings");
    stand_in.redirect(&mut settings);
    let proxy = Proxy::new(settings, stand_in.credentials().clone()).expect("a proxy");
    let routes = app(proxy.clone());
    let mut answers = Vec::new();
    for body in bodies {
        answers.push(call(&routes, update(body)).await);
    }
    proxy.finished().await;
    proxy.close().await;
    answers
}

#[tokio::test]
async fn an_update_leaves_who_what_and_what_became_of_it() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let answers = updates(folder, &[BODY]).await;
    assert_eq!(answers[0].status, 200);
    let [intent] = &events(folder, "intent")[..] else {
        panic!("one intent")
    };
    for (member, expected) in [
        ("caller", "anonymous"),
        ("region", REGION),
        ("project", PROJECT),
        ("tracker_type", "system"),
        ("tracker_name", "system"),
        ("before", "known"),
    ] {
        assert_eq!(intent[member], expected, "{intent}");
    }
    let time = intent["time"].as_str().expect("a time");
    assert!(time.len() == 24 && time.ends_with('Z'), "{time}");
    let changes = intent["changes"].as_array().expect("a list");
    let status =
        serde_json::json!({"pointer": "/status", "before": "enabled", "after": "disabled"});
    assert!(changes.contains(&status), "{intent}");
    let [outcome] = &events(folder, "outcome")[..] else {
        panic!("one outcome")
    };
    assert_eq!(outcome["id"], intent["id"]);
    assert_eq!(outcome["result"], "answered");
    assert_eq!(outcome["status"], 200);
    assert_eq!(outcome["upstream_id"], answers[0].header("x-request-id"));
    assert!(outcome["duration_ms"].is_u64());
}

#[tokio::test]
async fn refusals_of_either_side_are_told_apart() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let nobody = r#"{"tracker_type":"data","tracker_name":"nobody","is_lts_enabled":true}"#;
    let wrong = r#"{"tracker_type":"data","tracker_name":"PLANTED","status":"PLANTED"}"#;
    let answers = updates(folder, &[nobody, wrong, "PLANTED"]).await;
    assert_eq!((answers[0].status, answers[1].status), (404, 400));
    let intent = &events(folder, "intent")[0];
    assert_eq!(intent["before"], "no-such-tracker");
    assert_eq!(events(folder, "outcome")[0]["status"], 404);
    let refused = events(folder, "refused");
    assert_eq!(refused.len(), 2);
    for line in refused {
        assert_eq!(line["code"], "PROXY.0400");
        assert_eq!(line["caller"], "anonymous");
        assert!(line.get("changes").is_none(), "{line}");
        assert!(
            !line.to_string().contains("PLANTED"),
            "nothing of a body with errors: {line}"
        );
    }
}

#[tokio::test]
async fn an_unknown_end_is_called_unknown() {
    for (answer, result) in [
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
            "unknown",
        ),
        ("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", "answered"),
    ] {
        let folder = TempDir::new().expect("a folder");
        let folder = folder.path();
        let cloud = Cloud::new(match result {
            "unknown" => {
                |_| "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nhalf"
            }
            _ => |_| "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n",
        })
        .await;
        let text = format!("[upstream]\ntimeout_seconds = 1\n{}", settings(folder));
        call(&cloud.proxy(&text), update(BODY)).await;
        assert_eq!(events(folder, "intent")[0]["before"], "unknown", "{answer}");
        assert_eq!(outcomes(folder, 1).await[0]["result"], result);
    }
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let mut cloud = Cloud::new(|_| "").await;
    // Nobody listens there.
    cloud.endpoint = "http://127.0.0.1:9".to_owned();
    call(&cloud.proxy(&settings(folder)), update(BODY)).await;
    assert_eq!(outcomes(folder, 1).await[0]["result"], "not-sent");
}

/// The page is closed while the cloud works: the change is made, so the log has to say so.
#[tokio::test]
async fn an_update_ends_although_nobody_waits_for_it() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let cloud = Cloud::new(|method| {
        if method == "PUT" {
            std::thread::sleep(Duration::from_millis(300));
        }
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    })
    .await;
    let routes = cloud.proxy(&settings(folder));
    let asked = call(&routes, update(BODY));
    assert!(
        tokio::time::timeout(Duration::from_millis(1), asked)
            .await
            .is_err()
    );
    let outcome = &outcomes(folder, 1).await[0];
    assert_eq!(
        (&outcome["result"], &outcome["status"]),
        (&"answered".into(), &200.into())
    );
}

#[tokio::test]
async fn no_part_of_a_credential_is_in_the_log() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let cloud = Cloud::new(|_| {
        "HTTP/1.1 401 No\r\nX-Request-Id: PLANTED-AK\r\nContent-Length: 32\r\n\r\n\
         PLANTED-AK PLANTED-SK PLANTED-ST"
    })
    .await;
    let credentials =
        Credentials::new("PLANTED-AK", "PLANTED-SK").with_security_token("PLANTED-ST");
    let settings = cloud.settings(&settings(folder));
    let routes = app(Proxy::new(settings, credentials).expect("a proxy"));
    let mut asked = update(BODY);
    for name in [
        "authorization",
        "x-auth-token",
        "x-security-token",
        "cookie",
    ] {
        let value = "PLANTED".parse().expect("a value");
        asked.headers_mut().insert(name, value);
    }
    call(&routes, asked).await;
    outcomes(folder, 1).await;
    let text = fs::read_to_string(folder.join("audit.jsonl")).expect("a log");
    assert!(
        text.contains("\"status\":401") && !text.contains("PLANTED"),
        "{text}"
    );
}

#[test]
fn the_table_is_checked() {
    for (text, part) in [
        ("[audit]\n", "no place"),
        (
            "[audit]\nfile = \"a\"\nstandard_output = true\n",
            "both places",
        ),
        (
            "[audit]\nfile = \"a\"\nmax_megabytes = 0\n",
            "not between 1 and 1000",
        ),
        ("[audit]\nfile = \"a\"\nmode = 7\n", "mode"),
    ] {
        let error = Settings::read(text, true)
            .expect_err("a wrong table")
            .to_string();
        assert!(error.contains(part), "{error}");
    }
}
