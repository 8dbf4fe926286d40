//! Policies, as callers meet them.

use axum::Router;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::callers::from;
use crate::cloud::Cloud;
use crate::site::{Answer, BODY, PROJECT, Site, call, list_target, request, update_target};

const CALLERS: &str = "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\ngroups = \"X-Groups\"\n\
                       [limits]\nrequests_per_minute = 1000000\n";

/// The answer to a request of this user, who is in these groups.
async fn ask(
    routes: &Router,
    user: &str,
    groups: &str,
    method: &str,
    target: &str,
    body: &str,
) -> Answer {
    let headers = [
        ("x-user", user),
        ("x-groups", groups),
        ("x-cts-tracker-form", "1"),
        ("content-type", "application/json"),
    ];
    call(
        routes,
        from("10.0.0.1:1", request(method, target, &headers, body)),
    )
    .await
}

fn denied(answer: &Answer, names: &Value) {
    assert_eq!(
        (answer.status, answer.code()),
        (403, "PROXY.0403".into()),
        "{}",
        answer.text()
    );
    assert_eq!(answer.header("x-cts-answer-from"), "proxy");
    assert!(answer.message().contains("olicy"), "{}", answer.message());
    assert_eq!(answer.json().get("policies").unwrap_or(&json!([])), names);
}

#[tokio::test]
async fn a_refusal_names_the_policies() {
    let site = Site::with(&format!(
        "{CALLERS}[[policy]]\nname = \"readers\"\ngroups = [\"audit\"]\nread_only = true\n\
         [[policy]]\nname = \"singapore\"\ncallers = [\"alice\"]\nregions = [\"ap-southeast-3\"]\n"
    ))
    .await;
    let routes = &site.routes;
    denied(
        &ask(routes, "alice", "audit", "PUT", &update_target(), BODY).await,
        &json!(["readers", "singapore"]),
    );
    denied(
        &ask(routes, "alice", "", "PUT", &update_target(), BODY).await,
        &json!(["singapore"]),
    );
    denied(
        &ask(routes, "alice", "", "GET", &list_target(), "").await,
        &json!(["singapore"]),
    );
    denied(
        &ask(routes, "mallory", "", "GET", &list_target(), "").await,
        &json!([]),
    );
    assert_eq!(site.received(), 0);
    assert_eq!(
        ask(routes, "bob", "x,audit", "GET", &list_target(), "")
            .await
            .status,
        200
    );
    let there = "/api/ap-southeast-3/v3/fedcba9876543210fedcba9876543210/tracker";
    assert_eq!(
        ask(routes, "alice", "", "PUT", there, BODY).await.status,
        200
    );
    assert_eq!(site.received(), 2);
}

#[tokio::test]
async fn the_page_shows_a_caller_its_projects_only() {
    let site = Site::with(&format!(
        "{CALLERS}[[policy]]\nname = \"one\"\ncallers = [\"alice\"]\nprojects = [\"{PROJECT}\"]\n\
         [[policy]]\nname = \"all\"\ncallers = [\"bob\"]\n"
    ))
    .await;
    for (user, projects, regions) in [("alice", 1, 1), ("bob", 2, 34), ("mallory", 0, 0)] {
        let config = ask(&site.routes, user, "", "GET", "/config.json", "")
            .await
            .json();
        assert_eq!(
            config["projects"].as_array().map(Vec::len),
            Some(projects),
            "{user}"
        );
        assert_eq!(
            config["regions"].as_array().map(Vec::len),
            Some(regions),
            "{user}"
        );
    }
}

/// The real stand-in: what it has now is what the change is compared with.
#[tokio::test]
async fn a_caller_may_switch_lts_and_never_disable() {
    let policy = "[[policy]]\nname = \"lts\"\neveryone = true\ntrackers = [\"system\"]\nmembers = [\"is_lts_enabled\"]\n";
    let site = Site::with(&format!("{CALLERS}{policy}")).await;
    let routes = &site.routes;
    denied(
        &ask(routes, "alice", "", "GET", &list_target(), "").await,
        &json!(["lts"]),
    );
    let twice = format!("{}?tracker_name=system&tracker_name=other", list_target());
    denied(
        &ask(routes, "alice", "", "GET", &twice, "").await,
        &json!(["lts"]),
    );
    let listed = ask(
        routes,
        "alice",
        "",
        "GET",
        &format!("{}?tracker_name=system", list_target()),
        "",
    )
    .await;
    let current = cts_tracker::Current::parse(&listed.body).expect("a list");
    let mut draft = current.trackers()[0].to_draft();
    draft.set(
        cts_tracker::Member::IsLtsEnabled,
        Some(cts_tracker::Value::Boolean(true)),
    );
    assert_eq!(
        ask(routes, "alice", "", "PUT", &update_target(), &draft.emit())
            .await
            .status,
        200
    );
    let again = ask(
        routes,
        "alice",
        "",
        "GET",
        &format!("{}?tracker_name=system", list_target()),
        "",
    )
    .await;
    assert_eq!(again.json()["trackers"][0]["lts"]["is_lts_enabled"], true);
    draft.set(
        cts_tracker::Member::Status,
        Some(cts_tracker::Value::Text("disabled".to_owned())),
    );
    denied(
        &ask(routes, "alice", "", "PUT", &update_target(), &draft.emit()).await,
        &json!(["lts"]),
    );
    let after = ask(
        routes,
        "alice",
        "",
        "GET",
        &format!("{}?tracker_name=system", list_target()),
        "",
    )
    .await;
    assert_eq!(after.json()["trackers"][0]["status"], "enabled");
}

#[tokio::test]
async fn without_knowing_the_tracker_a_policy_about_members_lets_nothing_pass() {
    let policy = "[[policy]]\nname = \"lts\"\neveryone = true\nmembers = [\"is_lts_enabled\"]\n";
    for answer in [
        |_: &str| "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}",
        |_: &str| "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
        |_: &str| "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
    ] {
        let cloud = Cloud::new(answer).await;
        let routes = cloud.proxy(&format!("{policy}{CALLERS}"));
        let body = r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}"#;
        let answer = ask(&routes, "alice", "", "PUT", &update_target(), body).await;
        assert_eq!(
            (answer.status, answer.code()),
            (503, "PROXY.0503".into()),
            "{}",
            answer.text()
        );
        assert_eq!(cloud.seen(), ["GET"]);
    }
}

const LISTED: &str = "HTTP/1.1 200 OK\r\nContent-Length: 76\r\n\r\n\
                      {\"trackers\":[{\"tracker_type\":\"system\",\"tracker_name\":\"system\",\"status\":\"\"}]}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// A request that is refused never reaches the cloud, whatever the policies and whoever asks.
    #[test]
    fn what_is_refused_is_not_sent(
        whom in select(&["everyone = true", "callers = [\"alice\"]", "groups = [\"ops\"]"][..]),
        limits in proptest::sample::subsequence(vec![
            "regions = []", "trackers = [\"other\"]", "projects = []", "values = { status = [\"enabled\"] }",
            "members = [\"is_lts_enabled\"]",
        ], 0..3),
        read_only in any::<bool>(),
        user in select(&["alice", "bob"][..]),
        group in select(&["", "ops"][..]),
        is_update in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (answer, seen) = runtime.block_on(async {
            let cloud = Cloud::new(|method| match method {
                "GET" => LISTED,
                _ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
            }).await;
            let text = format!("read_only = {read_only}\n[[policy]]\nname = \"p\"\n{whom}\n{}\n{CALLERS}", limits.join("\n"));
            let routes = cloud.proxy(&text);
            let answer = if is_update {
                ask(&routes, user, group, "PUT", &update_target(), BODY).await
            } else {
                ask(&routes, user, group, "GET", &list_target(), "").await
            };
            (answer, cloud.seen())
        });
        let sent = if is_update { "PUT" } else { "GET" };
        let is_sent = seen.last().is_some_and(|method| method == sent);
        match answer.status {
            200 => prop_assert!(is_sent),
            403 => {
                denied(&answer, &answer.json().get("policies").cloned().unwrap_or(json!([])));
                // At most the tracker was read, to compare with it.
                prop_assert!(!is_sent && seen.len() <= usize::from(is_update), "{:?}", seen);
            }
            other => prop_assert!(false, "{other} {}", answer.text()),
        }
    }
}
