use super::{Current, CurrentError};
use crate::table::Member;
use crate::tracker_type::TrackerType;

const LISTED: &str = r#"{"trackers":[{
    "id":"a5e2", "create_time":1700000000000, "tracker_type":"data", "tracker_name":"orders",
    "status":"error", "detail":"noBucket", "domain_id":"d", "project_id":"p", "kms_id":null,
    "enterprise_project_id":"0", "group_id":"g", "stream_id":"s", "is_support_validate":true,
    "lts":{"is_lts_enabled":true,"log_group_name":"CTS"},
    "obs_info":{"bucket_name":"audit","bucket_lifecycle":0,"is_obs_created":true,
      "is_authorized_bucket":false,"file_prefix_name":""},
    "data_bucket":{"data_bucket_name":"orders","search_enabled":false,"data_event":["READ"]}}]}"#;

#[test]
fn a_listed_tracker_becomes_the_request_that_leaves_it_as_it_is() {
    let current = Current::parse(LISTED.as_bytes()).expect("a list");
    let tracker = current
        .find(TrackerType::Data, "orders")
        .expect("the tracker");
    assert_eq!(tracker.status(), Some("error"));
    assert_eq!(tracker.detail(), Some("noBucket"));
    assert_eq!(tracker.is_authorized_bucket(), Some(false));
    let expected = r#"{
  "tracker_type": "data",
  "tracker_name": "orders",
  "is_lts_enabled": true,
  "obs_info": {
    "bucket_name": "audit",
    "file_prefix_name": "",
    "is_obs_created": false
  },
  "is_support_validate": true,
  "data_bucket": {
    "data_bucket_name": "orders",
    "data_event": [
      "READ"
    ]
  },
  "enterprise_project_id": "0"
}"#;
    assert_eq!(tracker.to_draft().emit(), expected);
}

#[test]
fn a_list_may_stand_alone_and_so_may_a_tracker() {
    let one = r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#;
    for text in [
        one.to_owned(),
        format!("[{one}]"),
        format!(r#"{{"trackers":[{one}]}}"#),
    ] {
        let current = Current::parse(text.as_bytes()).expect(&text);
        let draft = current.trackers()[0].to_draft();
        assert_eq!(draft.text(Member::Status), Some("disabled"), "{text}");
    }
    assert_eq!(
        Current::parse(b"[]").map(|current| current.trackers().len()),
        Ok(0)
    );
}

#[test]
fn anything_else_is_refused_with_a_reason() {
    for text in [
        "{}",
        "[{}]",
        "[1]",
        r#"{"tracker_type":"other","tracker_name":"x"}"#,
        r#"{"trackers":{}}"#,
    ] {
        assert_eq!(
            Current::parse(text.as_bytes()),
            Err(CurrentError::NoTrackers),
            "{text}"
        );
    }
    assert!(matches!(Current::parse(b"["), Err(CurrentError::Syntax(_))));
}
