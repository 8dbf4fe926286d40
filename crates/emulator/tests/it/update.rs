//! What an update changes, and what it is refused for.

use cts_emulator::KMS_KEYS;
use serde_json::{Value, json};

use crate::call::{emulator, stored, update};

/// A body for the management tracker with these members more.
fn system(members: Value) -> String {
    with(
        json!({"tracker_type": "system", "tracker_name": "system"}),
        members,
    )
}

/// A body for a data tracker with these members more.
fn data(name: &str, members: Value) -> String {
    with(
        json!({"tracker_type": "data", "tracker_name": name}),
        members,
    )
}

fn with(mut body: Value, members: Value) -> String {
    let Value::Object(members) = members else {
        panic!("an object")
    };
    body.as_object_mut().expect("an object").extend(members);
    body.to_string()
}

#[tokio::test]
async fn the_published_samples_are_accepted() {
    let emulator = emulator();
    let management = system(json!({
        "agency_name": "cts_admin_trust",
        "obs_info": {
            "is_obs_created": false, "bucket_name": "test-data-tracker", "file_prefix_name": "11",
        },
        "is_lts_enabled": false, "is_support_trace_files_encryption": false, "kms_id": "",
        "is_support_validate": false, "status": "enabled",
    }));
    let answer = update(&emulator, &management).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    let now = stored(&emulator, "system").await;
    assert_eq!(now["obs_info"]["bucket_name"], "test-data-tracker");
    assert_eq!(now["obs_info"]["file_prefix_name"], "11");
    assert_eq!(now["lts"]["is_lts_enabled"], false);
    assert_eq!(now["is_support_validate"], false);
    assert_eq!(
        now["management_event_selector"]["exclude_service"],
        json!(["KMS"]),
        "left out: kept"
    );

    let of_data = data(
        "data-tracker-name",
        json!({
            "agency_name": "cts_admin_trust",
            "obs_info": {
                "is_obs_created": false, "bucket_name": "", "file_prefix_name": "", "bucket_lifecycle": 60,
            },
            "is_lts_enabled": true, "data_bucket": {"data_event": ["READ", "WRITE"]},
        }),
    );
    let answer = update(&emulator, &of_data).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    let now = stored(&emulator, "data-tracker-name").await;
    assert_eq!(now["obs_info"]["bucket_name"], "");
    assert_eq!(now["obs_info"]["is_authorized_bucket"], false);
    assert_eq!(now["obs_info"]["bucket_lifecycle"], 60);
    assert_eq!(now["data_bucket"]["data_bucket_name"], "tracked-bucket");
}

#[tokio::test]
async fn a_body_that_only_switches_the_status_keeps_everything() {
    let emulator = emulator();
    let mut before = stored(&emulator, "system").await;
    let body = system(json!({"status": "disabled", "agency_name": "cts_admin_trust"}));
    assert_eq!(update(&emulator, &body).await.status, 200);
    before["status"] = json!("disabled");
    assert_eq!(stored(&emulator, "system").await, before);
}

#[tokio::test]
async fn obs_info_is_replaced_as_a_whole_and_absent_switches_fall_back() {
    let emulator = emulator();
    let body = system(json!({"obs_info": {"bucket_name": "new-bucket"}}));
    assert_eq!(update(&emulator, &body).await.status, 200);
    let now = stored(&emulator, "system").await;
    let expected = json!({
        "bucket_name": "new-bucket", "file_prefix_name": "", "is_obs_created": false,
        "is_authorized_bucket": true, "bucket_lifecycle": 0, "compress_type": "gzip",
        "is_sort_by_service": true,
    });
    assert_eq!(now["obs_info"], expected);
    assert_eq!(now["lts"]["is_lts_enabled"], false);
    assert_eq!(now["is_support_validate"], false);
    assert_eq!(now["status"], "enabled");

    let body = system(json!({"is_lts_enabled": true}));
    assert_eq!(update(&emulator, &body).await.status, 200);
    assert_eq!(
        stored(&emulator, "system").await["obs_info"],
        expected,
        "left out: kept"
    );
}

#[tokio::test]
async fn encryption_needs_a_key_that_exists() {
    let emulator = emulator();
    let body = |key: &str| {
        system(json!({
            "is_support_trace_files_encryption": true, "kms_id": key,
            "obs_info": {"bucket_name": "new-bucket"},
        }))
    };
    let refused = update(&emulator, &body("00000000-0000-4000-8000-000000000000")).await;
    assert_eq!((refused.status, refused.code()), (400, "CTS.0222".into()));
    assert_eq!(refused.json()["error_msg"], "KMS verification failed.");
    assert_eq!(
        refused.json().get("request_id"),
        None,
        "the service has no request id in the body"
    );
    assert_eq!(update(&emulator, &body(KMS_KEYS[0])).await.status, 200);
    let now = stored(&emulator, "system").await;
    assert_eq!(now["kms_id"], KMS_KEYS[0]);
    assert_eq!(now["is_support_trace_files_encryption"], true);
}

#[tokio::test]
async fn the_state_decides_the_rest() {
    let status_and = |bucket: &str, events: Value| {
        json!({
            "status": "enabled", "data_bucket": {"data_bucket_name": bucket, "data_event": events},
        })
    };
    let created = |name: &str| json!({"obs_info": {"bucket_name": name, "is_obs_created": true}});
    for (body, status, code) in [
        (
            data("nobody", json!({"is_lts_enabled": true, "data_bucket": {}})),
            404,
            "CTS.0214",
        ),
        (
            data(
                "data-archive",
                status_and("tracked-bucket", json!(["READ"])),
            ),
            400,
            "CTS.0209",
        ),
        (
            data("data-archive", status_and("other-bucket", json!(["READ"]))),
            400,
            "CTS.0212",
        ),
        (
            system(json!({"obs_info": {"bucket_name": "tracked-bucket"}})),
            400,
            "CTS.0213",
        ),
        (
            system(json!({"obs_info": {"bucket_name": "missing-bucket"}})),
            400,
            "CTS.0211",
        ),
        (system(created("audit-archive")), 400, "CTS.0215"),
        (system(created("forbidden-bucket")), 400, "CTS.0216"),
    ] {
        let emulator = emulator();
        let before = stored(&emulator, "system").await;
        let answer = update(&emulator, &body).await;
        assert_eq!(
            (answer.status, answer.code()),
            (status, code.into()),
            "{body}"
        );
        assert_eq!(stored(&emulator, "system").await, before, "nothing changed");
    }
}

#[tokio::test]
async fn a_bucket_can_be_made_once() {
    let emulator = emulator();
    let body = system(json!({"obs_info": {"bucket_name": "fresh-bucket", "is_obs_created": true}}));
    assert_eq!(update(&emulator, &body).await.status, 200);
    let again = update(&emulator, &body).await;
    assert_eq!((again.status, again.code()), (400, "CTS.0215".into()));
}

#[tokio::test]
async fn events_of_a_switched_off_tracker_are_free() {
    let emulator = emulator();
    let writes = json!({
        "status": "enabled",
        "data_bucket": {"data_bucket_name": "tracked-bucket", "data_event": ["WRITE"]},
    });
    assert_eq!(
        update(&emulator, &data("data-tracker-name", writes))
            .await
            .status,
        200
    );
    let reads = json!({
        "status": "enabled",
        "data_bucket": {"data_bucket_name": "tracked-bucket", "data_event": ["READ"]},
    });
    assert_eq!(
        update(&emulator, &data("data-archive", reads)).await.status,
        200
    );
    assert_eq!(stored(&emulator, "data-archive").await["status"], "enabled");
}

/// The first error of the shared rules decides the code.
#[tokio::test]
async fn a_wrong_body_gets_the_code_of_its_first_error() {
    let emulator = emulator();
    for (body, code) in [
        (String::new(), "CTS.0003"),
        ("{".to_owned(), "CTS.0003"),
        ("[]".to_owned(), "CTS.0003"),
        (
            json!({"tracker_type": "System", "tracker_name": "system"}).to_string(),
            "CTS.0202",
        ),
        (
            json!({"tracker_type": "system", "tracker_name": "other"}).to_string(),
            "CTS.0204",
        ),
        (data("system-trace", json!({})), "CTS.0207"),
        (data("-bad", json!({})), "CTS.0203"),
        (system(json!({"status": "paused"})), "CTS.0205"),
        (system(json!({"data_bucket": {}})), "CTS.0206"),
        (
            system(json!({"is_support_trace_files_encryption": true})),
            "CTS.0221",
        ),
        (
            system(json!({"obs_info": {"bucket_name": "Bucket"}})),
            "CTS.0231",
        ),
        (
            system(json!({"obs_info": {"bucket_name": "bucket", "file_prefix_name": "a/b"}})),
            "CTS.0218",
        ),
        (system(json!({"is_lts_enabled": "true"})), "CTS.0003"),
        (
            data(
                "data-archive",
                json!({"status": "enabled", "data_bucket": {"data_event": ["READ"]}}),
            ),
            "CTS.0210",
        ),
        (
            data(
                "data-archive",
                json!({
                    "status": "enabled", "data_bucket": {"data_bucket_name": "tracked-bucket"},
                }),
            ),
            "CTS.0219",
        ),
        (
            data(
                "data-archive",
                json!({
                    "data_bucket": {"data_bucket_name": "tracked-bucket", "data_event": ["read"]},
                }),
            ),
            "CTS.0225",
        ),
    ] {
        let answer = update(&emulator, &body).await;
        assert_eq!((answer.status, answer.code()), (400, code.into()), "{body}");
    }
}
