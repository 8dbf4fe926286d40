//! What the list shows.

use crate::call::{PROJECT, call, emulator, stored};

fn names(answer: &crate::call::Answer) -> Vec<String> {
    let list = answer.json()["trackers"]
        .as_array()
        .expect("an array")
        .clone();
    list.iter()
        .filter_map(|tracker| tracker["tracker_name"].as_str().map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn starts_with_three_trackers_and_filters_them() {
    let emulator = emulator();
    for (query, expected) in [
        ("", &["system", "data-tracker-name", "data-archive"][..]),
        ("?tracker_type=system", &["system"]),
        ("?tracker_type=data", &["data-tracker-name", "data-archive"]),
        ("?tracker_name=data%2Darchive", &["data-archive"]),
        ("?tracker_name=system&tracker_type=system", &["system"]),
        ("?tracker_name=system&tracker_type=data", &[]),
        ("?tracker_name=nobody", &[]),
        (
            "?tracker_name=&tracker_type=",
            &["system", "data-tracker-name", "data-archive"],
        ),
    ] {
        let answer = call(
            &emulator,
            "GET",
            &format!("/v3/{PROJECT}/trackers{query}"),
            "",
        )
        .await;
        assert_eq!(answer.status, 200, "{query}");
        assert_eq!(names(&answer), expected, "{query}");
    }
    let wrong = call(
        &emulator,
        "GET",
        &format!("/v3/{PROJECT}/trackers?tracker_type=all"),
        "",
    )
    .await;
    assert_eq!((wrong.status, wrong.code()), (400, "CTS.0202".into()));
}

#[tokio::test]
async fn the_object_differs_from_the_request_as_documented() {
    let emulator = emulator();
    let system = stored(&emulator, "system").await;
    assert_eq!(system["lts"]["is_lts_enabled"], true);
    assert_eq!(system["lts"]["log_topic_name"], "system-trace");
    assert_eq!(system.get("is_lts_enabled"), None, "stands in lts");
    assert_eq!(system.get("kms_id"), None, "left out when unset");
    assert_eq!(system.get("data_bucket"), None);
    assert_eq!(system["project_id"], PROJECT);
    assert_eq!(system["create_time"], 1_731_067_200_000_u64);
    assert_eq!(system["obs_info"]["is_authorized_bucket"], true);
    assert_eq!(system["obs_info"]["bucket_lifecycle"], 0, "0 when unset");
    for id in ["id", "group_id", "stream_id"] {
        assert_eq!(system[id].as_str().map(str::len), Some(36), "{id}");
    }
    let data = stored(&emulator, "data-tracker-name").await;
    assert_eq!(data["lts"]["log_topic_name"], "data-tracker-name");
    assert_eq!(data["data_bucket"]["search_enabled"], true);
    assert_eq!(
        data["data_bucket"]["data_event"],
        serde_json::json!(["READ", "WRITE"])
    );
    assert_eq!(data.get("management_event_selector"), None);
}

#[tokio::test]
async fn projects_have_their_own_trackers() {
    let emulator = emulator();
    let other = "fedcba9876543210fedcba9876543210";
    let body = r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#;
    let answer = call(&emulator, "PUT", &format!("/v3/{other}/tracker"), body).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    assert_eq!(stored(&emulator, "system").await["status"], "enabled");
    let answer = call(&emulator, "GET", &format!("/v3/{other}/trackers"), "").await;
    assert_eq!(answer.json()["trackers"][0]["status"], "disabled");
}
