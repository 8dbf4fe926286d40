//! Rules that compare the request with the tracker as it is configured now.

use cts_tracker::{Context, Current, Diagnostic, Rule, check};

/// The rules of this file.
pub(crate) const RULES: &[Rule] = &[
    Rule::LtsOff,
    Rule::EncryptionOff,
    Rule::DataBucketImmutable,
    Rule::DataEventConflict,
    Rule::OmittedMembersReset,
    Rule::NoChange,
    Rule::TrackerExists,
];

const LISTED: &str = r#"{"trackers":[
    {"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust",
     "lts":{"is_lts_enabled":true},"is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504",
     "is_support_validate":false,"obs_info":{"bucket_name":"audit","file_prefix_name":"p","is_obs_created":true,"bucket_lifecycle":0}},
    {"tracker_type":"data","tracker_name":"orders","status":"enabled","lts":{"is_lts_enabled":false},
     "obs_info":{"bucket_name":"","bucket_lifecycle":0},"data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}},
    {"tracker_type":"data","tracker_name":"orders-write","status":"enabled",
     "data_bucket":{"data_bucket_name":"orders","data_event":["WRITE"]}}]}"#;

fn places(rule: Rule, text: &str) -> Vec<String> {
    places_with(LISTED, rule, text)
}

/// The places at which a text breaks a rule while this is configured.
fn places_with(listed: &str, rule: Rule, text: &str) -> Vec<String> {
    let current = Current::parse(listed.as_bytes()).expect("a list");
    let context = Context {
        current: Some(&current),
        ..Context::default()
    };
    let found = check(text.as_bytes(), &context);
    let silent = check(text.as_bytes(), &Context::default());
    assert!(
        silent
            .diagnostics()
            .iter()
            .all(|diagnostic| diagnostic.rule() != rule),
        "{text}"
    );
    found
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.rule() == rule)
        .map(Diagnostic::pointer)
        .collect()
}

fn system(more: &str) -> String {
    format!(r#"{{"tracker_type":"system","tracker_name":"system"{more}}}"#)
}

fn orders(more: &str) -> String {
    format!(r#"{{"tracker_type":"data","tracker_name":"orders"{more}}}"#)
}

/// Everything the management tracker has.
const ALL: &str = r#","agency_name":"cts_admin_trust","status":"enabled","is_lts_enabled":true,
    "is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504",
    "obs_info":{"bucket_name":"audit","file_prefix_name":"p"}"#;

#[test]
fn lts_off() {
    let places = |text: &str| places(Rule::LtsOff, text);
    assert_eq!(
        places(&system(r#","is_lts_enabled":false"#)),
        ["/is_lts_enabled"]
    );
    assert_eq!(places(&system("")), ["/is_lts_enabled"]);
    assert_eq!(places(&system(r#","is_lts_enabled":true"#)), [""; 0]);
    assert_eq!(places(&system(r#","is_lts_enabled":"no""#)), [""; 0]);
    assert_eq!(places(&orders(r#","is_lts_enabled":false"#)), [""; 0]);
}

#[test]
fn encryption_off() {
    let places = |text: &str| places(Rule::EncryptionOff, text);
    let switch = "/is_support_trace_files_encryption";
    assert_eq!(
        places(&system(r#","is_support_trace_files_encryption":false"#)),
        [switch]
    );
    assert_eq!(places(&system("")), [""; 0]);
    assert_eq!(
        places(&orders(r#","is_support_trace_files_encryption":false"#)),
        [""; 0]
    );
}

#[test]
fn data_bucket_immutable() {
    let places = |name: &str| {
        let text = orders(&format!(
            r#","data_bucket":{{"data_bucket_name":"{name}"}}"#
        ));
        super::current::places(Rule::DataBucketImmutable, &text)
    };
    assert_eq!(places("invoices"), ["/data_bucket/data_bucket_name"]);
    assert_eq!(places("orders"), [""; 0]);
    assert_eq!(places(""), [""; 0]);
}

#[test]
fn data_event_conflict() {
    let places = |events: &str| {
        let text = orders(&format!(r#","data_bucket":{{"data_event":[{events}]}}"#));
        super::current::places(Rule::DataEventConflict, &text)
    };
    assert_eq!(places(r#""READ","WRITE""#), ["/data_bucket/data_event/1"]);
    assert_eq!(places(r#""READ""#), [""; 0]);
}

#[test]
fn omitted_members_reset() {
    let places = |text: &str| places(Rule::OmittedMembersReset, text);
    let agency = r#","agency_name":"cts_admin_trust""#;
    assert_eq!(
        places(&system(&format!(r#"{agency},"is_support_validate":true"#))),
        ["/obs_info", "/is_support_trace_files_encryption", "/kms_id"]
    );
    assert_eq!(
        places(&system(&ALL.replace(r#","file_prefix_name":"p""#, ""))),
        ["/obs_info/file_prefix_name"]
    );
    assert_eq!(
        places(&system(&ALL.replace(agency, ""))),
        [""; 0],
        "said by agency-name-missing"
    );
    assert_eq!(places(&system(ALL)), [""; 0]);
    assert_eq!(places(&system(r#","status":"disabled""#)), [""; 0]);
    assert_eq!(
        places(&system(
            r#","status":"enabled","is_lts_enabled":null,"is_support_validate":true"#
        )),
        [
            "/agency_name",
            "/obs_info",
            "/is_support_trace_files_encryption",
            "/kms_id"
        ],
        "nothing is delivered, so the agency is not said to be missing"
    );
    let ended = ALL.replace(
        r#""bucket_name":"audit","file_prefix_name":"p""#,
        r#""bucket_name":"""#,
    );
    assert_eq!(places(&system(&ended)), [""; 0]);
    assert_eq!(
        places(&orders(r#","is_support_validate":true"#)),
        ["/data_bucket"]
    );
    let zero = LISTED.replace(r#""file_prefix_name":"p""#, r#""file_prefix_name":"0""#);
    let without = ALL.replace(r#","file_prefix_name":"p""#, "");
    assert_eq!(
        places_with(&zero, Rule::OmittedMembersReset, &system(&without)),
        ["/obs_info/file_prefix_name"],
        "the text 0 is a prefix like any other"
    );
}

#[test]
fn no_change() {
    let places = |text: &str| places(Rule::NoChange, text);
    assert_eq!(places(&system(ALL)), [""]);
    let spelt_out = ALL.replace(
        r#""file_prefix_name":"p""#,
        r#""file_prefix_name":"p","compress_type":"gzip","is_sort_by_service":true,"is_obs_created":false"#,
    );
    assert_eq!(places(&system(&spelt_out)), [""]);
    assert_eq!(
        places(&system(r#","status":"enabled""#)),
        [""; 0],
        "LTS may end"
    );
    assert_eq!(
        places(&orders(
            r#","status":"enabled","data_bucket":{"data_bucket_name":"orders"}"#
        )),
        [""]
    );
    assert_eq!(places(&system(r#","status":"disabled""#)), [""; 0]);
    assert_eq!(places(&system(&ALL.replace("audit", "audit2"))), [""; 0]);
    assert_eq!(places(&system("")), [""; 0]);
}

#[test]
fn tracker_exists() {
    let places = |text: &str| places(Rule::TrackerExists, text);
    assert_eq!(
        places(&orders("").replace("orders", "invoices")),
        ["/tracker_name"]
    );
    assert_eq!(places(&orders("")), [""; 0]);
    assert_eq!(places(&system("")), [""; 0]);
    assert_eq!(
        places(r#"{"tracker_type":"data","tracker_name":""}"#),
        [""; 0]
    );
}

#[test]
fn what_is_not_set_can_be_sent_empty_without_a_change() {
    let places = |text: &str| places(Rule::NoChange, text);
    let more = |members: &str| system(&format!("{ALL},{members}"));
    assert_eq!(places(&more(r#""management_event_selector":{}"#)), [""]);
    assert_eq!(places(&more(r#""management_event_selector":null"#)), [""]);
    assert_eq!(
        places(&more(
            r#""management_event_selector":{"exclude_service":[]}"#
        )),
        [""]
    );
    assert_eq!(
        places(&more(
            r#""management_event_selector":{"exclude_service":["KMS"]}"#
        )),
        [""; 0]
    );
    assert_eq!(places(&more(r#""is_organization_tracker":false"#)), [""]);
    assert_eq!(places(&more(r#""is_organization_tracker":true"#)), [""; 0]);
    assert_eq!(places(&more(r#""unknown":null"#)), [""; 0]);
    let transfer = |members: &str| {
        orders(&format!(
            r#","obs_info":{{"bucket_name":"",{members}}},"data_bucket":{{"data_bucket_name":"orders","data_event":["READ"]}}"#
        ))
    };
    assert_eq!(places(&transfer(r#""bucket_lifecycle":0"#)), [""]);
    assert_eq!(places(&transfer(r#""bucket_lifecycle":30"#)), [""; 0]);
    assert_eq!(places(&transfer(r#""file_prefix_name":"""#)), [""]);
    assert_eq!(places(&transfer(r#""compress_type":"gzip""#)), [""]);
    assert_eq!(places(&transfer(r#""compress_type":"json""#)), [""; 0]);
    assert_eq!(places(&transfer(r#""is_sort_by_service":true"#)), [""]);
}

#[test]
fn a_switch_that_goes_off_is_a_change() {
    let listed = r#"{"tracker_type":"data","tracker_name":"orders","is_support_validate":true,
        "obs_info":{"bucket_name":"a","is_sort_by_service":true}}"#;
    let places = |members: &str| {
        let text = orders(&format!(
            r#","is_support_validate":{members},"agency_name":null"#
        ));
        places_with(listed, Rule::NoChange, &text)
    };
    assert_eq!(
        places(r#"true,"obs_info":{"bucket_name":"a","is_sort_by_service":true}"#),
        [""]
    );
    assert_eq!(
        places(r#"false,"obs_info":{"bucket_name":"a","is_sort_by_service":true}"#),
        [""; 0]
    );
    assert_eq!(
        places(r#"true,"obs_info":{"bucket_name":"a","is_sort_by_service":false}"#),
        [""; 0]
    );
}

#[test]
fn the_same_events_in_another_order_are_no_change() {
    let listed = r#"{"tracker_type":"data","tracker_name":"orders",
        "data_bucket":{"data_bucket_name":"orders","data_event":["READ","WRITE"]}}"#;
    let places = |events: &str| {
        let text = orders(&format!(
            r#","data_bucket":{{"data_bucket_name":"orders","data_event":[{events}]}}"#
        ));
        places_with(listed, Rule::NoChange, &text)
    };
    assert_eq!(places(r#""WRITE","READ""#), [""]);
    assert_eq!(places(r#""READ""#), [""; 0]);
}
