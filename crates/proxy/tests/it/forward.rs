//! What is judged, signed, sent and passed on.

use cts_proxy::BODY_LIMIT;

use crate::site::{BODY, Site, list, request, update, update_target};

#[tokio::test]
async fn an_update_takes_and_can_be_read_back() {
    let site = Site::new().await;
    let before = site
        .call(list("?tracker_type=system&tracker_name=system"))
        .await;
    assert_eq!(before.status, 200);
    assert_eq!(before.json()["trackers"][0]["status"], "enabled");
    assert!(
        before
            .header("content-type")
            .starts_with("application/json")
    );

    let answer = site.call(update(BODY)).await;
    assert_eq!((answer.status, answer.text()), (200, ""));
    assert_eq!(answer.header("x-cts-answer-from"), "upstream");
    assert_eq!(answer.header("x-request-id").len(), 32);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("server"), "", "no banner");

    let after = site.call(list("?tracker_name=system")).await;
    assert_eq!(after.json()["trackers"].as_array().map(Vec::len), Some(1));
    assert_eq!(after.json()["trackers"][0]["status"], "disabled");
    assert_eq!(site.received(), 3);
}

#[tokio::test]
async fn answers_of_the_cloud_pass_unchanged() {
    let site = Site::new().await;
    let body = r#"{"tracker_type":"data","tracker_name":"nobody","is_lts_enabled":true}"#;
    let answer = site.call(update(body)).await;
    assert_eq!(answer.status, 404);
    let expected = r#"{"error_code":"CTS.0214","error_msg":"The tracker does not exist."}"#;
    assert_eq!(answer.text(), expected);
    assert_eq!(answer.header("x-cts-answer-from"), "upstream");
    assert_eq!(answer.header("x-request-id").len(), 32);
}

#[tokio::test]
async fn a_body_with_errors_is_not_sent() {
    let site = Site::new().await;
    let body = r#"{"tracker_type":"system","tracker_name":"other","status":"on"}"#;
    let answer = site.call(update(body)).await;
    assert_eq!((answer.status, answer.code()), (400, "PROXY.0400".into()));
    assert!(
        answer
            .message()
            .starts_with("Errors in the body: 2; nothing was sent."),
        "{}",
        answer.message()
    );
    let found = answer.json()["diagnostics"].clone();
    let errors: Vec<_> = found
        .as_array()
        .expect("a list")
        .iter()
        .filter(|diagnostic| diagnostic["severity"] == "error")
        .map(|diagnostic| diagnostic["code"].as_str().expect("a code").to_owned())
        .collect();
    assert_eq!(errors, ["tracker-name-system", "status-enum"]);
    for broken in ["", "{", "[]", "{}", "null", "\u{feff}\u{feff}{}"] {
        let answer = site.call(update(broken)).await;
        assert_eq!(
            (answer.status, answer.code()),
            (400, "PROXY.0400".into()),
            "{broken:?}"
        );
    }
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn messages_come_in_the_language_of_the_caller() {
    let site = Site::new().await;
    let mut asked = update(r#"{"tracker_type":"system","tracker_name":"other"}"#);
    let language = "zh-CN,zh;q=0.9,en;q=0.8".parse().expect("a value");
    asked.headers_mut().insert("accept-language", language);
    let answer = site.call(asked).await;
    assert!(answer.message().contains('。'), "{}", answer.message());
}

#[tokio::test]
async fn the_size_of_a_body_is_limited() {
    let site = Site::new().await;
    let fill = |size: usize| {
        let head = BODY.trim_end_matches('}');
        format!("{head}{}}}", " ".repeat(size - head.len() - 1))
    };
    assert_eq!(site.call(update(&fill(BODY_LIMIT))).await.status, 200);
    let answer = site.call(update(&fill(BODY_LIMIT + 1))).await;
    assert_eq!((answer.status, answer.code()), (413, "PROXY.0413".into()));
    assert_eq!(site.received(), 1);
}

#[tokio::test]
async fn the_list_takes_its_two_filters_only() {
    let site = Site::new().await;
    for query in ["?limit=1", "?tracker_name=a&x=1", "?Tracker_name=a"] {
        let answer = site.call(list(query)).await;
        assert_eq!(
            (answer.status, answer.code()),
            (404, "PROXY.0404".into()),
            "{query}"
        );
    }
    assert_eq!(site.received(), 0);
    let spaced = site
        .call(list("?tracker_name=a%20b%26tracker_type%3Dx%2Bé"))
        .await;
    assert_eq!(
        spaced.json()["trackers"],
        serde_json::json!([]),
        "{}",
        spaced.text()
    );
}

/// What a caller adds does not reach the cloud, nor does it take the place of the proxy's own headers.
#[tokio::test]
async fn headers_of_the_caller_stay_behind() {
    let site = Site::new().await;
    let headers = [
        ("x-cts-tracker-form", "1"),
        ("content-type", "application/json"),
        ("authorization", "Bearer stolen"),
        ("x-auth-token", "stolen"),
        ("x-sdk-date", "20000101T000000Z"),
        ("x-project-id", "other"),
        ("x-security-token", "stolen"),
        ("x-forwarded-for", "10.0.0.1"),
    ];
    let answer = site
        .call(request("PUT", &update_target(), &headers, BODY))
        .await;
    assert_eq!((answer.status, answer.text()), (200, ""));
}
