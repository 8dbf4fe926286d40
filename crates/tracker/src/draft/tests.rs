use super::{Draft, Sample, Value};
use crate::table::Member;
use crate::tracker_type::TrackerType;

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

#[test]
fn canonical_text_has_the_order_of_the_sdks_and_two_spaces() {
    let expected = r#"{
  "tracker_type": "data",
  "tracker_name": "data-tracker-name",
  "agency_name": "cts_admin_trust",
  "is_lts_enabled": true,
  "obs_info": {
    "bucket_name": "",
    "file_prefix_name": "",
    "is_obs_created": false,
    "bucket_lifecycle": 60
  },
  "data_bucket": {
    "data_event": [
      "READ",
      "WRITE"
    ]
  }
}"#;
    assert_eq!(Draft::sample(Sample::Data).emit(), expected);
}

#[test]
fn a_new_draft_names_the_management_tracker_and_nothing_else() {
    assert_eq!(
        Draft::new(TrackerType::System).emit(),
        "{\n  \"tracker_type\": \"system\",\n  \"tracker_name\": \"system\"\n}"
    );
    assert_eq!(
        Draft::new(TrackerType::Data).emit(),
        "{\n  \"tracker_type\": \"data\"\n}"
    );
}

#[test]
fn false_and_empty_are_sent_and_left_out_is_not() {
    let mut draft = Draft::new(TrackerType::System);
    draft.set(Member::IsLtsEnabled, Some(Value::Boolean(false)));
    draft.set(Member::KmsId, Some(text("")));
    draft.set(Member::ExcludeService, Some(Value::List(Vec::new())));
    draft.set(Member::Status, None);
    let emitted = draft.emit();
    assert!(emitted.contains("\"is_lts_enabled\": false"), "{emitted}");
    assert!(emitted.contains("\"kms_id\": \"\""), "{emitted}");
    assert!(emitted.contains("\"exclude_service\": []"), "{emitted}");
    assert!(!emitted.contains("status"), "{emitted}");
}

#[test]
fn an_object_is_sent_with_what_is_in_it_or_when_asked_for() {
    let mut draft = Draft::new(TrackerType::System);
    draft.set(Member::BucketName, Some(text("abc")));
    draft.set(Member::BucketName, None);
    assert!(!draft.emit().contains("obs_info"));
    draft.set(Member::ObsInfo, Some(Value::Json("{}".to_owned())));
    assert!(draft.emit().contains("\"obs_info\": {}"));
    draft.set(Member::BucketName, Some(text("abc")));
    assert!(draft.emit().contains("\"bucket_name\": \"abc\""));
    draft.set(Member::ObsInfo, None);
    assert!(!draft.emit().contains("obs_info"));
    assert_eq!(draft.get(Member::BucketName), None);
}

#[test]
fn what_is_no_number_reaches_the_rules_as_it_was_typed() {
    let mut draft = Draft::new(TrackerType::Data);
    for (typed, written) in [
        ("60", "60"),
        ("6x", "\"6x\""),
        ("", "\"\""),
        ("-1", "-1"),
        ("1e2", "1e2"),
    ] {
        draft.set(
            Member::BucketLifecycle,
            Some(Value::Number(typed.to_owned())),
        );
        assert!(
            draft
                .emit()
                .contains(&format!("\"bucket_lifecycle\": {written}")),
            "{typed}"
        );
    }
}

#[test]
fn unknown_and_mistyped_members_survive_and_those_of_the_other_type_do_not() {
    let source = r#"{"tracker_type":"system","x":{"b":[1,{"a":null}]},"status":5,
        "obs_info":{"y":"\u00e9"},"data_bucket":{"z":1},"x":7,"is_lts_enabled":null}"#;
    let draft = Draft::parse(source.as_bytes()).expect("a body");
    let expected = r#"{
  "tracker_type": "system",
  "status": 5,
  "is_lts_enabled": null,
  "obs_info": {
    "y": "é"
  },
  "x": {
    "b": [
      1,
      {
        "a": null
      }
    ]
  }
}"#;
    assert_eq!(draft.emit(), expected);
    assert_eq!(draft.unknown().len(), 2);
}

#[test]
fn text_that_is_no_body_is_answered_with_the_verdict() {
    for (source, code) in [
        ("{", "body-syntax"),
        ("[]", "body-not-object"),
        ("{}", "body-empty"),
    ] {
        let report = Draft::parse(source.as_bytes()).expect_err(source);
        assert_eq!(report.diagnostics()[0].code(), code);
    }
}

#[test]
fn a_body_without_a_usable_type_keeps_everything() {
    let source = r#"{"tracker_type":"other","kms_id":"k","data_bucket":{"data_event":["READ"]}}"#;
    let draft = Draft::parse(source.as_bytes()).expect("a body");
    assert_eq!(draft.tracker_type(), None);
    assert!(draft.emit().contains("kms_id") && draft.emit().contains("data_event"));
}
