//! Every published code: what brings it about, or that it comes only on demand.

use cts_emulator::{
    Conditions, Emulator, Fault, FaultKind, KMS_KEYS, Organization, Permission, Settings, Throttle,
};
use serde_json::{Value, json};

use crate::call::{Answer, PROJECT, call, key, send, settings, signed, update};

/// The error tables of CTS and of the gateway: code and status.
const PUBLISHED: [(&str, u16); 87] = [
    ("CTS.0001", 400),
    ("CTS.0002", 403),
    ("CTS.0003", 400),
    ("CTS.0004", 500),
    ("CTS.0005", 500),
    ("CTS.0012", 403),
    ("CTS.0013", 403),
    ("CTS.0056", 400),
    ("CTS.0100", 404),
    ("CTS.0200", 400),
    ("CTS.0201", 400),
    ("CTS.0202", 400),
    ("CTS.0203", 400),
    ("CTS.0204", 400),
    ("CTS.0205", 400),
    ("CTS.0206", 400),
    ("CTS.0207", 400),
    ("CTS.0208", 400),
    ("CTS.0209", 400),
    ("CTS.0210", 400),
    ("CTS.0211", 400),
    ("CTS.0212", 400),
    ("CTS.0213", 400),
    ("CTS.0214", 404),
    ("CTS.0215", 400),
    ("CTS.0216", 400),
    ("CTS.0217", 400),
    ("CTS.0218", 400),
    ("CTS.0219", 400),
    ("CTS.0220", 400),
    ("CTS.0221", 400),
    ("CTS.0222", 400),
    ("CTS.0225", 400),
    ("CTS.0228", 400),
    ("CTS.0229", 400),
    ("CTS.0231", 400),
    ("CTS.0300", 400),
    ("CTS.0400", 400),
    ("CTS.0401", 400),
    ("CTS.0402", 400),
    ("CTS.0403", 404),
    ("CTS.0404", 400),
    ("CTS.0407", 400),
    ("CTS.0410", 400),
    ("CTS.0411", 400),
    ("APIGW.0101", 404),
    ("APIGW.0103", 404),
    ("APIGW.0104", 400),
    ("APIGW.0105", 400),
    ("APIGW.0106", 400),
    ("APIGW.0201", 400),
    ("APIGW.0201", 413),
    ("APIGW.0201", 414),
    ("APIGW.0201", 494),
    ("APIGW.0201", 502),
    ("APIGW.0201", 504),
    ("APIGW.0201", 500),
    ("APIGW.0204", 400),
    ("APIGW.0301", 401),
    ("APIGW.0302", 403),
    ("APIGW.0303", 401),
    ("APIGW.0304", 403),
    ("APIGW.0305", 401),
    ("APIGW.0306", 403),
    ("APIGW.0307", 401),
    ("APIGW.0308", 429),
    ("APIGW.0310", 403),
    ("APIGW.0311", 401),
    ("APIGW.0401", 403),
    ("APIGW.0402", 403),
    ("APIGW.0404", 403),
    ("APIGW.0501", 405),
    ("APIGW.0502", 405),
    ("APIGW.0601", 500),
    ("APIGW.0602", 400),
    ("APIGW.0605", 500),
    ("APIGW.0606", 500),
    ("APIGW.0607", 400),
    ("APIGW.0608", 500),
    ("APIGW.0609", 500),
    ("APIGW.0610", 502),
    ("APIGW.0611", 500),
    ("APIGW.0612", 500),
    ("APIGW.0613", 503),
    ("APIGW.0705", 500),
    ("APIGW.0802", 403),
    ("APIGW.1009", 400),
];

/// Codes that only a fault brings about; the documentation of the crate says why.
const ON_DEMAND: [(&str, u16); 49] = [
    ("CTS.0001", 400),
    ("CTS.0004", 500),
    ("CTS.0005", 500),
    ("CTS.0100", 404),
    ("CTS.0200", 400),
    ("CTS.0201", 400),
    ("CTS.0208", 400),
    ("CTS.0300", 400),
    ("CTS.0400", 400),
    ("CTS.0401", 400),
    ("CTS.0402", 400),
    ("CTS.0403", 404),
    ("CTS.0404", 400),
    ("CTS.0407", 400),
    ("CTS.0410", 400),
    ("CTS.0411", 400),
    ("APIGW.0103", 404),
    ("APIGW.0104", 400),
    ("APIGW.0105", 400),
    ("APIGW.0106", 400),
    ("APIGW.0201", 502),
    ("APIGW.0201", 504),
    ("APIGW.0201", 500),
    ("APIGW.0204", 400),
    ("APIGW.0302", 403),
    ("APIGW.0303", 401),
    ("APIGW.0304", 403),
    ("APIGW.0305", 401),
    ("APIGW.0306", 403),
    ("APIGW.0311", 401),
    ("APIGW.0401", 403),
    ("APIGW.0402", 403),
    ("APIGW.0404", 403),
    ("APIGW.0501", 405),
    ("APIGW.0502", 405),
    ("APIGW.0601", 500),
    ("APIGW.0602", 400),
    ("APIGW.0605", 500),
    ("APIGW.0606", 500),
    ("APIGW.0607", 400),
    ("APIGW.0608", 500),
    ("APIGW.0609", 500),
    ("APIGW.0610", 502),
    ("APIGW.0611", 500),
    ("APIGW.0612", 500),
    ("APIGW.0613", 503),
    ("APIGW.0705", 500),
    ("APIGW.0802", 403),
    ("APIGW.1009", 400),
];

fn under(conditions: Conditions) -> Emulator {
    Emulator::new(Settings {
        conditions,
        ..settings()
    })
}

fn system(members: Value) -> String {
    with("system", "system", members)
}

fn data(members: Value) -> String {
    with("data", "data-archive", members)
}

fn with(kind: &str, name: &str, members: Value) -> String {
    let mut body = json!({"tracker_type": kind, "tracker_name": name});
    let Value::Object(members) = members else {
        panic!("an object")
    };
    body.as_object_mut().expect("an object").extend(members);
    body.to_string()
}

fn noted(answer: &Answer) -> (String, u16) {
    let code = answer.json()["error_code"]
        .as_str()
        .expect("a code")
        .to_owned();
    (code, answer.status)
}

/// What mistakes in a body, and circumstances of the account, bring about.
async fn of_the_service(found: &mut Vec<(String, u16)>) {
    let plain = Conditions::default;
    let organization = |organization| Conditions {
        organization,
        ..plain()
    };
    let permission = |permission| Conditions {
        permission,
        ..plain()
    };
    let no_encryption = Conditions {
        no_encryption: true,
        ..plain()
    };
    let no_log_service = Conditions {
        no_log_service: true,
        ..plain()
    };
    let encrypted = |key: &str| {
        system(json!({
            "is_support_trace_files_encryption": true, "kms_id": key,
            "obs_info": {"bucket_name": "new-bucket"},
        }))
    };
    let of_organization = || system(json!({"is_organization_tracker": true}));
    let bucket = |name: &str| system(json!({"obs_info": {"bucket_name": name}}));
    let created =
        |name: &str| system(json!({"obs_info": {"bucket_name": name, "is_obs_created": true}}));
    let tracked = |bucket: Value| data(json!({"status": "enabled", "data_bucket": bucket}));
    for (conditions, body) in [
        (permission(Permission::None), of_organization()),
        (permission(Permission::ReadOnly), of_organization()),
        (organization(Organization::NotTrusted), of_organization()),
        (organization(Organization::HasTracker), of_organization()),
        (no_encryption, encrypted(KMS_KEYS[0])),
        (
            no_log_service,
            data(json!({"is_lts_enabled": true, "data_bucket": {}})),
        ),
        (plain(), String::new()),
        (plain(), with("System", "system", json!({}))),
        (plain(), with("data", "-bad", json!({}))),
        (plain(), with("system", "other", json!({}))),
        (plain(), system(json!({"status": "paused"}))),
        (plain(), system(json!({"data_bucket": {}}))),
        (plain(), with("data", "system", json!({}))),
        (
            plain(),
            tracked(json!({"data_bucket_name": "tracked-bucket", "data_event": ["READ"]})),
        ),
        (plain(), tracked(json!({"data_event": ["READ"]}))),
        (plain(), bucket("missing-bucket")),
        (
            plain(),
            tracked(json!({"data_bucket_name": "other-bucket", "data_event": ["READ"]})),
        ),
        (plain(), bucket("tracked-bucket")),
        (
            plain(),
            with("data", "nobody", json!({"is_lts_enabled": true})),
        ),
        (plain(), created("audit-archive")),
        (plain(), created("forbidden-bucket")),
        (
            plain(),
            data(json!({"obs_info": {"bucket_name": "locked-bucket", "bucket_lifecycle": 30}})),
        ),
        (
            plain(),
            system(json!({"obs_info": {"bucket_name": "bucket", "file_prefix_name": "a/b"}})),
        ),
        (
            plain(),
            tracked(json!({"data_bucket_name": "tracked-bucket"})),
        ),
        (
            plain(),
            system(json!({"is_support_trace_files_encryption": true})),
        ),
        (plain(), encrypted("00000000-0000-4000-8000-000000000000")),
        (
            plain(),
            tracked(json!({"data_bucket_name": "tracked-bucket", "data_event": ["read"]})),
        ),
        (plain(), bucket("Bucket")),
    ] {
        let answer = update(&under(conditions), &body).await;
        assert_eq!(answer.json().get("request_id"), None, "{body}");
        found.push(noted(&answer));
    }
    let other = call(&under(plain()), "GET", "/v3/0123/trackers", "").await;
    found.push(noted(&other));
}

/// What the gateway says before the service sees a request.
async fn of_the_gateway(found: &mut Vec<(String, u16)>) {
    let emulator = under(Conditions::default());
    let list = format!("/v3/{PROJECT}/trackers");
    let body = system(json!({"status": "enabled"}));
    let mut headers = signed(&key(), "GET", &list, "");
    headers.push(("X-Long".into(), "a".repeat(33_000)));
    let large = "a".repeat(cts_emulator::BODY_LIMIT + 1);
    let throttled = Emulator::new(Settings {
        throttle: Some(Throttle {
            calls: 0,
            per: std::time::Duration::from_secs(1),
        }),
        ..settings()
    });
    let suspended = under(Conditions {
        suspended_projects: vec![PROJECT.into()],
        ..Conditions::default()
    });
    for answer in [
        call(&emulator, "GET", "/v1.0/trackers", "").await,
        call(&emulator, "GET", "/v3/%ff/trackers", "").await,
        call(&emulator, "PUT", &format!("/v3/{PROJECT}/tracker"), &large).await,
        call(
            &emulator,
            "GET",
            &format!("{list}?a={}", "a".repeat(33_000)),
            "",
        )
        .await,
        send(&emulator, "GET", &list, &headers, "").await,
        send(&emulator, "GET", &list, &[], "").await,
        call(&throttled, "GET", &list, "").await,
        update(&suspended, &body).await,
    ] {
        assert_eq!(answer.json()["request_id"], answer.header("x-request-id"));
        found.push(noted(&answer));
    }
    // Another code for a token that ended: see `tokens`.
    found.push(("APIGW.0307".into(), 401));
}

#[tokio::test]
async fn each_code_has_a_cause_or_comes_on_demand() {
    let mut found = Vec::new();
    of_the_service(&mut found).await;
    of_the_gateway(&mut found).await;
    for (code, status) in PUBLISHED {
        let caused = found.iter().any(|row| row.0 == code && row.1 == status);
        let on_demand = ON_DEMAND.contains(&(code, status));
        assert!(
            caused != on_demand,
            "{code} {status}: caused {caused}, on demand {on_demand}"
        );
    }
    for (code, status) in found {
        assert!(
            PUBLISHED.contains(&(code.as_str(), status)),
            "{code} {status}"
        );
    }
}

#[tokio::test]
async fn each_code_comes_when_it_is_asked_for() {
    let emulator = Emulator::new(settings());
    for (code, status) in PUBLISHED {
        emulator.add_fault(Fault::new(FaultKind::Code {
            code: code.to_owned(),
            status: Some(status),
        }));
        let answer = update(&emulator, &system(json!({}))).await;
        assert_eq!(noted(&answer), (code.to_owned(), status));
        let has_id = answer.json().get("request_id").is_some();
        assert_eq!(has_id, code.starts_with("APIGW"), "{code}");
    }
    assert_eq!(emulator.pending_faults(), 0);
}
