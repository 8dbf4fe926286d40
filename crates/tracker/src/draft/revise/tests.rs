use super::super::{Draft, Emitted, Sample, Value};
use crate::table::Member;
use crate::tracker_type::TrackerType;

/// Changes the draft of a text and makes the change in the text.
fn revised(text: &str, change: impl Fn(&mut Draft)) -> Option<String> {
    let before = Draft::parse(text.as_bytes()).expect("a body");
    let mut after = before.clone();
    change(&mut after);
    let revised = after.revise(&before, text)?;
    let again = Draft::parse(revised.as_bytes()).expect("a body again");
    assert_eq!(again.emit(), after.emit(), "{revised}");
    Some(revised)
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

#[test]
fn only_the_changed_value_changes() {
    let written = "{ \"status\" :\t\"enabled\",\n\n \"tracker_type\":\"system\" , \"tag\": [ 1 ] ,\"tracker_name\":\"\\u0073ystem\"}\n";
    assert_eq!(
        revised(written, |draft| draft
            .set(Member::Status, Some(text("disabled"))))
        .as_deref(),
        Some(written.replace("enabled", "disabled").as_str())
    );
    assert_eq!(
        revised(written, |draft| draft.set(Member::Status, None)).as_deref(),
        Some(
            &*[
                "{ ",
                &written[written.find("\"tracker_type").expect("there")..]
            ]
            .concat()
        )
    );
    assert_eq!(
        revised(written, |draft| draft.set(Member::TrackerName, None)).as_deref(),
        Some(
            written
                .replace(",\"tracker_name\":\"\\u0073ystem\"", "")
                .as_str()
        )
    );
}

#[test]
fn a_new_member_stands_where_the_table_has_it_and_looks_like_its_neighbours() {
    let spread = "{\n\t\"tracker_type\" : \"system\",\n\t\"tracker_name\" : \"system\"\n}";
    assert_eq!(
        revised(spread, |draft| draft
            .set(Member::BucketName, Some(text("audit"))))
        .as_deref(),
        Some(
            "{\n\t\"tracker_type\" : \"system\",\n\t\"tracker_name\" : \"system\",\n\t\"obs_info\" : {\n\t  \"bucket_name\": \"audit\"\n\t}\n}"
        )
    );
    let tight =
        r#"{"obs_info":{"file_prefix_name":"p"},"tracker_type":"system","tracker_name":"system"}"#;
    assert_eq!(
        revised(tight, |draft| draft
            .set(Member::BucketName, Some(text("audit"))))
        .as_deref(),
        Some(
            tight
                .replace("{\"file", "{\"bucket_name\":\"audit\",\"file")
                .as_str()
        )
    );
    let events = Some(Value::List(vec!["KMS".to_owned()]));
    assert_eq!(
        revised(tight, |draft| draft.set(Member::ExcludeService, events.clone())).as_deref(),
        Some(
            tight
                .replace(
                    "\"tracker_name\":\"system\"",
                    "\"tracker_name\":\"system\",\"management_event_selector\":{\"exclude_service\":[\"KMS\"]}"
                )
                .as_str()
        )
    );
}

#[test]
fn an_object_goes_and_comes_as_a_whole() {
    let sample = Draft::sample(Sample::Management).emit();
    let gone = revised(&sample, |draft| draft.set(Member::ObsInfo, None)).expect("a body");
    assert!(!gone.contains("obs_info") && !gone.contains("bucket_name"));
    let empty = Some(Value::Json("{}".to_owned()));
    let emptied = revised(&sample, |draft| draft.set(Member::ObsInfo, empty.clone()));
    let emptied = emptied.expect("a body");
    assert!(emptied.contains("\"obs_info\": {}"), "{emptied}");
    let filled = revised(&emptied, |draft| {
        draft.set(Member::BucketName, Some(text("b")));
    })
    .expect("a body");
    assert!(
        filled.contains("\"obs_info\": {\n    \"bucket_name\": \"b\"\n  }"),
        "{filled}"
    );
}

#[test]
fn a_member_given_twice_goes_twice_and_changes_where_it_counts() {
    let twice = r#"{"status":"x","tracker_type":"system","tracker_name":"system","status":"y"}"#;
    assert_eq!(
        revised(twice, |draft| draft
            .set(Member::Status, Some(text("enabled"))))
        .as_deref(),
        Some(twice.replace("\"y\"", "\"enabled\"").as_str())
    );
    assert_eq!(
        revised(twice, |draft| draft.set(Member::Status, None)).as_deref(),
        Some(r#"{"tracker_type":"system","tracker_name":"system"}"#)
    );
}

#[test]
fn the_other_type_takes_its_members_along() {
    let text = r#"{"tracker_type":"system","tracker_name":"system","is_organization_tracker":true,"data_bucket":{"data_event":["READ"]},"x":1}"#;
    let before = Draft::parse(text.as_bytes()).expect("a body");
    let mut after = before.clone();
    after.set_tracker_type(TrackerType::Data);
    let revised = after.revise(&before, text).expect("a body");
    // What was of the wrong type before is of the right one now.
    assert_eq!(
        revised,
        r#"{"tracker_type":"data","data_bucket":{"data_event":["READ"]},"x":1}"#
    );
}

#[test]
fn what_cannot_be_revised_is_none() {
    let before = Draft::default();
    let mut after = before.clone();
    after.set(Member::Status, Some(text("enabled")));
    for broken in ["", "{", "[]", "{\"a\":1}}"] {
        assert_eq!(after.revise(&before, broken), None, "{broken}");
    }
    let mut bare = before.clone();
    bare.set(Member::TrackerName, None);
    assert_eq!(bare.revise(&before, r#"{"tracker_name":"system"}"#), None);
    // Nothing differs, nothing changes.
    assert_eq!(
        before.revise(&before, " {\"a\": 1}").as_deref(),
        Some(" {\"a\": 1}")
    );
}

#[test]
fn places_are_those_that_count() {
    let text = r#"{"status":1,"obs_info" : {"bucket_name":"a"}, "\u0073tatus" : "enabled"}"#;
    let Emitted { places, .. } = Emitted::of_text(text.to_owned());
    let named: Vec<_> = places
        .iter()
        .map(|(member, place)| (*member, &text[place.clone()]))
        .collect();
    assert_eq!(
        named,
        [
            (Member::ObsInfo, r#""obs_info" : {"bucket_name":"a"}"#),
            (Member::BucketName, r#""bucket_name":"a""#),
            (Member::Status, r#""\u0073tatus" : "enabled""#),
        ]
    );
    let sample = Draft::sample(Sample::Data).emit_with_places();
    assert_eq!(Emitted::of_text(sample.text.clone()), sample);
    assert!(Emitted::of_text("{".to_owned()).places.is_empty());
}
