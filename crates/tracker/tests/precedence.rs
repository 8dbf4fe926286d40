//! Which diagnostic speaks where several rules meet: the whole of what is said about a body.
//!
//! Each row names every error and warning of a text. What is merely worth knowing is left out
//! where it is not the point.

use cts_tracker::{Context, Severity, check};

#[path = "support/bodies.rs"]
mod support;

use support::{bucket, data, data_obs, days, obs, system, tracked};

/// Every diagnostic of these severities as `code pointer`, errors with an exclamation mark.
fn said(text: &str, context: &Context<'_>) -> Vec<String> {
    check(text.as_bytes(), context)
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.severity() != Severity::Info)
        .map(|diagnostic| {
            let mark = if diagnostic.severity() == Severity::Error {
                "!"
            } else {
                ""
            };
            format!("{mark}{} {}", diagnostic.code(), diagnostic.pointer())
        })
        .collect()
}

#[track_caller]
fn exactly(text: &str, expected: &[&str]) {
    let mut found = said(text, &Context::default());
    found.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{text}");
}

const IDENTITY_ONLY: &str = "identity-only-body ";

#[test]
fn what_stands_alone() {
    exactly("", &["!body-empty "]);
    exactly("{}", &["!body-empty "]);
    exactly("[{\"a\":1,\"a\":2}]", &["!body-not-object "]);
    exactly("{\"tracker_type\":\"x\",,}", &["!body-syntax "]);
    let context = Context {
        project_id: Some(""),
        region: Some("x"),
        ..Context::default()
    };
    let expected = [
        "!project-id-required /path/project_id",
        "region-known /region",
        "!body-syntax ",
    ];
    assert_eq!(said("{", &context), expected);
}

#[test]
fn repeated_unknown_null_and_mistyped_members() {
    exactly(
        r#"{"tracker_tpye":"system","tracker_name":"system"}"#,
        &[
            "unknown-member /tracker_tpye",
            "!tracker-type-required /tracker_type",
        ],
    );
    exactly(
        r#"{"tracker_type":7,"tracker_name":["x",1]}"#,
        &[
            "!wrong-json-type /tracker_type",
            "!wrong-json-type /tracker_name",
            IDENTITY_ONLY,
        ],
    );
    exactly(
        &system(r#""status":null"#),
        &["null-member /status", IDENTITY_ONLY],
    );
    exactly(
        &system(r#""obs_info":{"bucket_name":5}"#),
        &["!wrong-json-type /obs_info/bucket_name"],
    );
    exactly(
        &system(r#""obs_info":["x"]"#),
        &["!wrong-json-type /obs_info"],
    );
    exactly(
        &data(
            r#""status":"enabled","data_bucket":{"data_bucket_name":null,"data_event":["READ"]}"#,
        ),
        &[
            "null-member /data_bucket/data_bucket_name",
            "!data-bucket-name-required /data_bucket/data_bucket_name",
        ],
    );
}

#[test]
fn type_and_name() {
    exactly(
        r#"{"tracker_name":"-"}"#,
        &["!tracker-type-required /tracker_type"],
    );
    // With an unusable type, rules of one type are silent and rules of both are not.
    exactly(
        r#"{"tracker_type":"x","tracker_name":"","status":"x","data_bucket":{},"kms_id":" "}"#,
        &[
            "!tracker-type-enum /tracker_type",
            "!tracker-name-required /tracker_name",
            "!status-enum /status",
        ],
    );
    let long = "x ".repeat(33);
    exactly(
        &data("").replace("orders", &long),
        &[
            "!tracker-name-format /tracker_name",
            "!tracker-name-too-long /tracker_name",
            "data-bucket-required /data_bucket",
            IDENTITY_ONLY,
        ],
    );
    exactly(
        &data("").replace("orders", "system"),
        &[
            "!tracker-name-reserved /tracker_name",
            "tracker-name-type-mismatch /tracker_name",
            "data-bucket-required /data_bucket",
            IDENTITY_ONLY,
        ],
    );
}

#[test]
fn members_of_the_other_type_have_one_finding() {
    exactly(
        &system(r#""data_bucket":{"data_bucket_name":"-","data_event":["x","x"],"y":null}"#),
        &["!data-bucket-on-system /data_bucket"],
    );
    exactly(
        &system(r#""data_bucket":{"data_event":"READ"}"#),
        &[
            "!data-bucket-on-system /data_bucket",
            "!wrong-json-type /data_bucket/data_event",
        ],
    );
    exactly(
        &system(
            r#""agency_name":"cts_admin_trust","obs_info":{"bucket_name":"abc","bucket_lifecycle":-3}"#,
        ),
        &["lifecycle-on-system /obs_info/bucket_lifecycle"],
    );
    let watched = r#""data_bucket":{"data_bucket_name":"abc","data_event":["READ"]}"#;
    exactly(
        &data(&format!(
            r#"{watched},"management_event_selector":{{"exclude_service":["x",""]}}"#
        )),
        &["selector-on-data /management_event_selector"],
    );
    exactly(
        &data(&format!(
            r#"{watched},"is_organization_tracker":false,"is_support_trace_files_encryption":false,"kms_id":"""#
        )),
        &[],
    );
    exactly(
        &data(&format!(
            r#"{watched},"is_support_trace_files_encryption":true,"kms_id":" ""#
        )),
        &["!encryption-on-data /is_support_trace_files_encryption"],
    );
}

#[test]
fn lists_sizes_and_patterns() {
    let agency = |text: String| text.replace("\"obs", "\"agency_name\":\"cts_admin_trust\",\"obs");
    exactly(
        &agency(bucket("")),
        &["obs-bucket-empty-stops-transfer /obs_info/bucket_name"],
    );
    exactly(
        &agency(bucket("-A")),
        &["!obs-bucket-name-length /obs_info/bucket_name"],
    );
    exactly(
        &agency(bucket("Abc")),
        &["!obs-bucket-name-charset /obs_info/bucket_name"],
    );
    exactly(
        &agency(bucket("-abc")),
        &["!obs-bucket-name-start /obs_info/bucket_name"],
    );
    exactly(
        &agency(bucket("-aBc")),
        &[
            "!obs-bucket-name-start /obs_info/bucket_name",
            "!obs-bucket-name-charset /obs_info/bucket_name",
        ],
    );
    let lifecycle = |number: &str, rule: &str| {
        let text = agency(days(number));
        let mut expected = vec!["data-bucket-required /data_bucket"];
        if !rule.is_empty() {
            expected.push(rule);
        }
        if matches!(number, "60" | "45") {
            expected.push("lifecycle-whole-bucket /obs_info/bucket_lifecycle");
        }
        exactly(&text, &expected);
    };
    lifecycle("60", "");
    lifecycle("45", "lifecycle-enum /obs_info/bucket_lifecycle");
    lifecycle("0", "lifecycle-zero /obs_info/bucket_lifecycle");
    lifecycle("-1", "!lifecycle-range /obs_info/bucket_lifecycle");
    lifecycle("6e1", "!number-not-integer /obs_info/bucket_lifecycle");
    lifecycle("\"60\"", "!wrong-json-type /obs_info/bucket_lifecycle");
    exactly(
        &system(&format!(
            r#""agency_name":"cts_admin_trust","obs_info":{{"bucket_name":"abc"}},"is_support_trace_files_encryption":true,"kms_id":" {}""#,
            "13a4207c-7abe-4b68-8510-16b84c3b5504"
        )),
        &["!kms-key-padding /kms_id"],
    );
}

#[test]
fn members_that_need_each_other() {
    exactly(
        &data(r#""status":"enabled""#),
        &["!data-bucket-required /data_bucket"],
    );
    exactly(
        &tracked(""),
        &[
            "!data-bucket-name-required /data_bucket/data_bucket_name",
            "!data-event-required /data_bucket/data_event",
        ],
    );
    exactly(&obs(""), &["!obs-info-empty-object /obs_info"]);
    exactly(
        &data_obs(r#""is_obs_created":true,"bucket_name":"A""#),
        &[
            "!obs-bucket-name-length /obs_info/bucket_name",
            "obs-create-existing /obs_info/is_obs_created",
            "agency-name-missing /agency_name",
            "data-bucket-required /data_bucket",
        ],
    );
}

/// A body with one defect in each of eight places has eight errors, found in one pass.
#[test]
fn eight_defects_are_eight_errors() {
    let text = r#"{
        "tracker_type": "system",
        "tracker_name": "audit",
        "agency_name": "cts_admin",
        "status": "on",
        "is_lts_enabled": "yes",
        "obs_info": {"bucket_name": "My_Bucket", "file_prefix_name": "a/b", "compress_type": "zip"},
        "is_support_trace_files_encryption": true
    }"#;
    let report = check(text.as_bytes(), &Context::default());
    let errors: Vec<_> = report
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.severity() == Severity::Error)
        .map(|diagnostic| {
            (
                diagnostic.code(),
                diagnostic.range().expect("a place").start.line,
            )
        })
        .collect();
    assert_eq!(
        errors,
        [
            ("kms-key-required", 1),
            ("tracker-name-system", 3),
            ("agency-name-enum", 4),
            ("status-enum", 5),
            ("wrong-json-type", 6),
            ("obs-bucket-name-charset", 7),
            ("file-prefix-charset", 7),
            ("compress-type-enum", 7),
        ]
    );
}
