//! Fixes: each one mends what it names and nothing else gets worse.

use cts_tracker::{
    Context, Current, Diagnostic, Options, Severity, apply_fixes, check, check_with,
};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

#[path = "support/bodies.rs"]
mod support;

use support::{bucket, data, data_obs, days, obs, system, tracked};

fn fixes() -> Options {
    Options::default().fixes(true)
}

/// The text after the fix of the first diagnostic with this code.
fn fixed(code: &str, text: &str) -> Option<String> {
    let report = check_with(text.as_bytes(), &Context::default(), &fixes());
    let found = report
        .diagnostics()
        .iter()
        .find(|found| found.code() == code);
    found
        .unwrap_or_else(|| panic!("{code}: {text}"))
        .fix()?
        .apply(text)
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is a table")]
fn each_fix_changes_its_place_and_no_other_byte() {
    let table = [
        (
            "tracker-type-enum",
            "{ \"tracker_type\" : \"System\",\n\t\"tracker_name\":\"system\" }".to_owned(),
            "{ \"tracker_type\" : \"system\",\n\t\"tracker_name\":\"system\" }".to_owned(),
        ),
        (
            "tracker-name-system",
            system("").replace(r#""tracker_name":"system""#, r#""tracker_name":"x""#),
            system(""),
        ),
        (
            "status-enum",
            system(r#""status":"enable""#),
            system(r#""status":"enabled""#),
        ),
        (
            "agency-name-enum",
            system(r#""agency_name":"x""#),
            system(r#""agency_name":"cts_admin_trust""#),
        ),
        (
            "agency-name-missing",
            system(r#""is_lts_enabled":true"#),
            system(r#""is_lts_enabled":true,"agency_name":"cts_admin_trust""#),
        ),
        (
            "unknown-member",
            system(r#""status":"enabled", "is_lts_enable" : false"#),
            system(r#""status":"enabled", "is_lts_enabled" : false"#),
        ),
        (
            "read-only-member",
            system(r#""id":"x","status":"enabled""#),
            system(r#""status":"enabled""#),
        ),
        (
            "null-member",
            system(r#""status":"enabled", "kms_id": null"#),
            system(r#""status":"enabled""#),
        ),
        (
            "wrong-json-type",
            system(r#""is_lts_enabled":"False","status":"enabled""#),
            system(r#""is_lts_enabled":false,"status":"enabled""#),
        ),
        ("wrong-json-type", days("\"180\""), days("180")),
        (
            "wrong-json-type",
            tracked(r#""data_bucket_name":"abc","data_event":"READ""#),
            tracked(r#""data_bucket_name":"abc","data_event":["READ"]"#),
        ),
        ("number-not-integer", days("1.8e2"), days("180")),
        (
            "data-event-enum",
            tracked(r#""data_bucket_name":"abc","data_event":["READ", "write"]"#),
            tracked(r#""data_bucket_name":"abc","data_event":["READ", "WRITE"]"#),
        ),
        (
            "data-event-duplicate",
            tracked(r#""data_bucket_name":"abc","data_event":["READ" , "READ"]"#),
            tracked(r#""data_bucket_name":"abc","data_event":["READ"]"#),
        ),
        (
            "lifecycle-on-system",
            obs(r#""bucket_lifecycle":60,"bucket_name":"""#),
            obs(r#""bucket_name":"""#),
        ),
        (
            "encryption-on-data",
            data(r#""kms_id":"x","is_lts_enabled":false,"is_support_trace_files_encryption":true"#),
            data(r#""is_lts_enabled":false"#),
        ),
        (
            "obs-info-empty-object",
            system(r#""obs_info":{ },"status":"enabled""#),
            system(r#""status":"enabled""#),
        ),
        (
            "obs-bucket-name-charset",
            bucket("Audit-Logs"),
            bucket("audit-logs"),
        ),
        (
            "obs-create-omitted",
            obs("\n  \"bucket_name\": \"abc\"\n"),
            obs("\n  \"bucket_name\": \"abc\",\n  \"is_obs_created\": false\n"),
        ),
        (
            "lifecycle-without-bucket",
            data_obs(r#""bucket_name":"","bucket_lifecycle":60"#),
            data_obs(r#""bucket_name":"""#),
        ),
    ];
    for (code, before, after) in table {
        assert_eq!(
            fixed(code, &before).as_deref(),
            Some(after.as_str()),
            "{code}"
        );
    }
}

#[test]
fn what_cannot_be_known_has_no_fix() {
    for (code, text) in [
        (
            "tracker-type-required",
            "{\"tracker_name\":\"system\"}".to_owned(),
        ),
        ("status-enum", system(r#""status":"on""#)),
        ("wrong-json-type", system(r#""is_lts_enabled":"maybe""#)),
        ("number-not-integer", days("60.5")),
        ("number-not-integer", days("1e400")),
        ("body-duplicate-member", system(r#""x":1,"x":2"#)),
        ("obs-bucket-name-charset", bucket("Audit Logs")),
    ] {
        assert_eq!(fixed(code, &text), None, "{code}");
    }
}

#[test]
fn the_stored_tracker_gives_back_what_was_left_out() {
    let listed = br#"{"tracker_type":"system","tracker_name":"system","lts":{"is_lts_enabled":true},
        "obs_info":{"bucket_name":"audit","file_prefix_name":"p","is_obs_created":false,"compress_type":"json","is_sort_by_service":true},
        "agency_name":"cts_admin_trust"}"#;
    let current = Current::parse(listed).expect("a tracker");
    let context = Context {
        current: Some(&current),
        ..Context::default()
    };
    let mut text = system(r#""is_support_validate":false"#);
    for code in ["lts-off", "omitted-members-reset"] {
        let report = check_with(text.as_bytes(), &context, &fixes());
        let found = report
            .diagnostics()
            .iter()
            .find(|found| found.code() == code)
            .expect(code);
        text = found.fix().expect(code).apply(&text).expect(code);
    }
    assert!(text.contains(r#""is_lts_enabled":true"#), "{text}");
    assert!(
        text.contains(r#""agency_name":"cts_admin_trust""#) || text.contains(r#""obs_info":{"#),
        "{text}"
    );
}

#[test]
fn all_safe_fixes_are_applied_at_once() {
    let text = "{\n  \"tracker_type\": \"SYSTEM\",\n  \"tracker_name\": \"system\",\n  \"status\": \"Enabled\",\n  \"is_lts_enabled\": \"true\"\n}\n";
    let (mended, count) = apply_fixes(text.as_bytes(), &Context::default());
    let mended = String::from_utf8(mended).expect("text");
    assert!(count >= 4, "{count}");
    assert!(
        !check(mended.as_bytes(), &Context::default()).has_errors(),
        "{mended}"
    );
    assert!(
        mended.starts_with("{\n  \"tracker_type\": \"system\",\n  \"tracker_name\": \"system\""),
        "{mended}"
    );
    assert!(mended.ends_with("\n}\n"));
    for untouched in [&b"{\"\xff\""[..], b"[", b""] {
        assert_eq!(
            apply_fixes(untouched, &Context::default()),
            (untouched.to_vec(), 0)
        );
    }
}

/// Members with values that are often wrong.
fn members() -> impl Strategy<Value = String> {
    let value = proptest::sample::select(vec![
        "\"system\"",
        "\"System\"",
        "\"data\"",
        "\"orders\"",
        "\"enabled\"",
        "\"Enable\"",
        "\"gzip\"",
        "\"Gzip\"",
        "true",
        "\"true\"",
        "false",
        "null",
        "60",
        "60.0",
        "\"60\"",
        "0",
        "\"\"",
        "\" x \"",
        "\"Audit\"",
        "\"audit\"",
        "[]",
        "[\"READ\",\"read\",\"READ\"]",
        "[\"KMS\",\"kms\"]",
        "\"READ\"",
        "{}",
        "\"13A4207C-7abe-4b68-8510-16b84c3b5504\"",
    ]);
    let name = proptest::sample::select(vec![
        "tracker_type",
        "tracker_name",
        "tracker-name",
        "agency_name",
        "aegncy_name",
        "status",
        "Status",
        "kms_id",
        "is_lts_enabled",
        "is_organization_tracker",
        "is_support_validate",
        "is_support_trace_files_encryption",
        "lts",
        "id",
        "bucket_name",
        "bucketname",
        "file_prefix_name",
        "is_obs_created",
        "bucket_lifecycle",
        "compress_type",
        "is_sort_by_service",
        "is_authorized_bucket",
        "exclude_service",
        "data_bucket_name",
        "data_event",
    ]);
    proptest::collection::vec((name, value), 0..6).prop_map(|members| {
        let members: Vec<_> = members
            .iter()
            .map(|(name, value)| format!("\"{name}\": {value}"))
            .collect();
        members.join(", ")
    })
}

fn bodies() -> impl Strategy<Value = String> {
    let object =
        proptest::sample::select(vec!["obs_info", "data_bucket", "management_event_selector"]);
    (
        members(),
        proptest::option::of((object, members())),
        any::<bool>(),
    )
        .prop_map(|(top, inner, is_data)| {
            let inner = inner.map_or_else(String::new, |(name, members)| {
                format!(",\n \"{name}\": {{{members}}}")
            });
            let tracker_type = if is_data { "data" } else { "system" };
            let comma = if top.is_empty() { "" } else { ", " };
            format!("{{\"tracker_type\": \"{tracker_type}\"{comma}{top}{inner}}}")
        })
}

/// The place of a diagnostic, with the number of an item left out.
fn key(diagnostic: &Diagnostic) -> (&'static str, String) {
    let pointer = diagnostic.pointer();
    let place = match pointer.rsplit_once('/') {
        Some((list, number)) if number.parse::<u32>().is_ok() => list.to_owned(),
        _ => pointer,
    };
    (diagnostic.code(), place)
}

/// A thousand cases. What fails is written beside this file and tried first from then on; commit it.
fn thousand() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(thousand())]

    #[test]
    fn a_fix_removes_its_diagnostic_and_adds_none(text in bodies()) {
        let before = check_with(text.as_bytes(), &Context::default(), &fixes());
        for diagnostic in before.diagnostics() {
            let Some(fix) = diagnostic.fix() else { continue };
            let mended = fix.apply(&text).expect("the text it was made for");
            prop_assert!(serde_json::from_str::<serde_json::Value>(&mended).is_ok(), "{mended}");
            let after = check(mended.as_bytes(), &Context::default());
            let count = |all: &[Diagnostic], wanted: &(&str, String)| {
                all.iter().filter(|found| key(found) == *wanted).count()
            };
            let fixed = key(diagnostic);
            prop_assert!(count(after.diagnostics(), &fixed) < count(before.diagnostics(), &fixed));
            // A value that could not be read before may have warnings of its own now.
            let hid = matches!(
                diagnostic.code(),
                "wrong-json-type" | "number-not-integer" | "unknown-member" | "tracker-type-enum" | "status-enum"
            );
            let gravest = if hid { Severity::Error } else { Severity::Warning };
            for other in after.diagnostics().iter().filter(|found| found.severity() <= gravest) {
                let other = key(other);
                prop_assert!(count(after.diagnostics(), &other) <= count(before.diagnostics(), &other), "{other:?}");
            }
        }
    }

    #[test]
    fn a_patch_does_what_the_edit_of_the_text_does(text in bodies()) {
        let report = check_with(text.as_bytes(), &Context::default(), &fixes());
        if report.diagnostics().iter().any(|found| found.code() == "body-duplicate-member") {
            return Ok(());
        }
        for fix in report.diagnostics().iter().filter_map(Diagnostic::fix) {
            let patch: json_patch::Patch = serde_json::from_str(&fix.to_json()).expect("a patch");
            let mut patched: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            json_patch::patch(&mut patched, &patch).expect("it applies");
            let mended: serde_json::Value =
                serde_json::from_str(&fix.apply(&text).expect("it applies")).expect("JSON");
            prop_assert_eq!(patched, mended);
        }
    }
}
