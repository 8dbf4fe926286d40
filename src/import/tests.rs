//! What is read from texts and files, without a browser.

use cts_tracker::{Draft, Locale, Member, Sample, TrackerType, Value};

use super::candidate::{Candidate, Reason};
use super::comparison::Comparison;
use super::read::{Fault, Found, MOST, decode, read};
use crate::share;

const LISTED: &str = r#"{"trackers": [
  {"id": "a1", "create_time": 1, "domain_id": "d", "tracker_type": "system", "tracker_name": "system",
   "status": "error", "detail": "noBucket", "lts": {"is_lts_enabled": true, "log_group_name": "CTS"},
   "obs_info": {"bucket_name": "audit", "bucket_lifecycle": 0, "is_authorized_bucket": true},
   "tag": ["x"]},
  {"tracker_type": "data"},
  7,
  {"id": "a2", "tracker_type": "data", "tracker_name": "orders", "status": "enabled",
   "data_bucket": {"data_bucket_name": "orders", "data_event": ["READ"]}}
]}"#;

fn found(text: &str) -> Found {
    read(text, Locale::English).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

fn one(text: &str) -> Candidate {
    let mut found = found(text);
    assert_eq!((found.candidates.len(), found.unusable), (1, 0), "{text}");
    found.candidates.remove(0)
}

fn fault(text: &str) -> Fault {
    read(text, Locale::English).expect_err(text)
}

fn dropped(candidate: &Candidate) -> Vec<(&str, &str, Reason)> {
    let entries = candidate.dropped.iter();
    entries
        .map(|entry| (entry.place.as_str(), entry.json.as_str(), entry.reason))
        .collect()
}

#[test]
fn a_request_body_comes_over_as_it_is() {
    for sample in [Sample::Management, Sample::Data] {
        let draft = Draft::sample(sample);
        let candidate = one(&draft.emit());
        assert_eq!(candidate.draft.emit(), draft.emit());
        assert_eq!(candidate.dropped, []);
        assert_eq!(candidate.guessed, None);
        // This is how it gets to the page.
        let shared = share::read(&share::write("", "", &candidate.draft)).expect("a draft");
        assert_eq!(shared.draft.emit(), draft.emit());
    }
}

#[test]
fn values_that_the_form_cannot_hold_and_unknown_members_are_kept() {
    let text = r#"{"tracker_type":"system","tracker_name":"system","status":7,
        "obs_info":{"bucket_name":null,"region":"r"},"tag":{"a":[1]}}"#;
    let candidate = one(text);
    assert_eq!(candidate.dropped, []);
    let draft = &candidate.draft;
    assert_eq!(
        draft.get(Member::BucketName),
        Some(&Value::Json("null".to_owned()))
    );
    assert_eq!(
        draft.get(Member::Status),
        Some(&Value::Json("7".to_owned()))
    );
    let unknown: Vec<_> = draft
        .unknown()
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(unknown.len(), 2);
    assert!(unknown.contains(&"region") && unknown.contains(&"tag"));
}

#[test]
fn a_list_offers_its_trackers_and_counts_what_is_none() {
    let found = found(LISTED);
    assert_eq!(found.unusable, 2);
    let names: Vec<_> = found.candidates.iter().map(Candidate::name).collect();
    assert_eq!(names, ["system", "orders"]);
    let system = &found.candidates[0];
    assert_eq!(system.draft.boolean(Member::IsLtsEnabled), Some(true));
    assert_eq!(system.draft.get(Member::Status), None);
    assert_eq!(system.draft.unknown().len(), 1);
    let expected = [
        ("id", "\"a1\""),
        ("create_time", "1"),
        ("domain_id", "\"d\""),
        ("status", "\"error\""),
        ("detail", "\"noBucket\""),
        ("lts", r#"{"is_lts_enabled":true,"log_group_name":"CTS"}"#),
        ("obs_info.bucket_lifecycle", "0"),
        ("obs_info.is_authorized_bucket", "true"),
    ]
    .map(|(place, json)| match place {
        "obs_info.bucket_lifecycle" => (place, json, Reason::OtherType),
        _ => (place, json, Reason::AnswerOnly),
    });
    assert_eq!(dropped(system), expected);
    assert_eq!(found.candidates[1].tracker_type(), TrackerType::Data);
    assert_eq!(found.same_as(&found.candidates[1].draft), 1);
    assert_eq!(found.same_as(&Draft::sample(Sample::Data)), 0, "of none");
}

#[test]
fn one_tracker_as_listed_is_told_from_a_body_by_what_only_answers_have() {
    let listed = one(
        r#"{"id":"a","tracker_type":"system","tracker_name":"system","lts":{"is_lts_enabled":false}}"#,
    );
    assert_eq!(listed.draft.boolean(Member::IsLtsEnabled), Some(false));
    assert_eq!(dropped(&listed), [("id", "\"a\"", Reason::AnswerOnly)]);
    // In a body these are what somebody wrote.
    let body =
        one(r#"{"tracker_type":"data","tracker_name":"t","obs_info":{"bucket_lifecycle":0}}"#);
    assert_eq!(
        body.draft.get(Member::BucketLifecycle),
        Some(&Value::Number("0".to_owned()))
    );
}

#[test]
fn what_a_type_does_not_have_and_what_is_given_twice_is_named() {
    let candidate = one(
        r#"{"tracker_type":"system","tracker_name":"a","tracker_name":"system",
        "data_bucket":{"data_event":["READ"]},"obs_info":{"bucket_name":"x","bucket_name":"y"}}"#,
    );
    assert_eq!(
        dropped(&candidate),
        [
            ("tracker_name", "\"a\"", Reason::Repeated),
            (
                "data_bucket",
                r#"{"data_event":["READ"]}"#,
                Reason::OtherType
            ),
            ("obs_info.bucket_name", "\"x\"", Reason::Repeated),
        ]
    );
    assert_eq!(candidate.draft.text(Member::BucketName), Some("y"));
}

#[test]
fn a_type_that_is_missing_or_misspelled_is_guessed() {
    for (text, kind) in [
        (r#"{"status":"disabled"}"#, TrackerType::System),
        (r#"{"tracker_name":"system"}"#, TrackerType::System),
        (r#"{"tracker_name":"orders"}"#, TrackerType::Data),
        (r#"{"data_bucket":{}}"#, TrackerType::Data),
        (
            r#"{"tracker_type":" Data","tracker_name":"system"}"#,
            TrackerType::Data,
        ),
        (
            r#"{"tracker_type":7,"tracker_name":"system"}"#,
            TrackerType::System,
        ),
    ] {
        let candidate = one(text);
        assert_eq!(candidate.guessed, Some(kind), "{text}");
        assert_eq!(candidate.draft.tracker_type(), Some(kind), "{text}");
    }
    assert_eq!(
        one(r#"{"status":"disabled"}"#).draft.text(Member::Status),
        Some("disabled")
    );
}

#[test]
fn a_list_of_bodies_and_a_curl_command_are_read_as_well() {
    let bodies = found(
        r#"[{"tracker_type":"data","tracker_name":"a"},{"tracker_type":"data","tracker_name":"b"}]"#,
    );
    assert_eq!(bodies.candidates.len(), 2);
    let tracker = found(r#"{"trackers":{"tracker_type":"data","tracker_name":"a"}}"#);
    assert_eq!(tracker.candidates[0].name(), "a");
    let command = one(
        "curl -X PUT 'https://cts.example/v3/p/tracker' \\\n  --data-raw '{\"tracker_type\":\"data\",\"tracker_name\":\"a\"}'",
    );
    assert_eq!(command.name(), "a");
    assert_eq!(one("\u{feff}{\"tracker_type\":\"system\"}").guessed, None);
}

#[test]
fn what_is_written_for_other_tools_is_taken_over_and_the_rest_is_kept() {
    use cts_samples::{Request, Tool, write};
    let draft = Draft::sample(Sample::Data);
    let request = Request::new(&draft, "0123456789abcdef0123456789abcdef", "cn-north-4");
    for (tool, left) in [
        (Tool::Curl, 0),
        (Tool::CurlSigned, 0),
        (Tool::KooCli, 2),
        (Tool::KooCliFile, 2),
    ] {
        let sample = write(tool, &request).text;
        let found = found(&sample);
        assert!(found.tool.is_some(), "{sample}");
        assert_eq!(found.left.len(), left, "{sample}");
        assert_eq!(found.candidates[0].draft.emit(), draft.emit(), "{sample}");
    }
    let terraform = "resource \"huaweicloud_cts_tracker\" \"a\" {}\n\
                     resource \"huaweicloud_cts_data_tracker\" \"b\" {\n  name = \"orders\"\n  region = \"r\"\n}";
    let both = found(terraform);
    let names: Vec<_> = both.candidates.iter().map(Candidate::name).collect();
    assert_eq!(names, ["system", "orders"]);
    assert_eq!((both.tool, both.left.len()), (Some(Tool::Terraform), 1));
}

#[test]
fn a_text_for_a_tool_without_a_request_says_what_is_missing() {
    for (text, expected) in [
        ("curl https://cts.example", Fault::NoBody),
        ("curl -d @a.json", Fault::File("a.json".to_owned())),
        ("hcloud CTS ListTrackers", Fault::OtherOperation),
        ("resource \"x\" \"y\" {}", Fault::NoResource),
    ] {
        assert_eq!(fault(text), expected, "{text}");
    }
    let place = fault("resource \"huaweicloud_cts_tracker\" \"a\" {\n  7\n}");
    assert!(matches!(place, Fault::Language(place) if (place.line, place.column) == (2, 3)));
    let Fault::Syntax(message, _) = fault("curl -H 'X-Auth-Token: secret' -d '{'") else {
        panic!("no syntax fault");
    };
    assert!(!message.contains("secret"), "{message}");
}

#[test]
fn faults_name_what_is_wrong_and_where() {
    assert_eq!(fault(" \n"), Fault::Nothing);
    assert_eq!(fault("7"), Fault::Shape);
    assert_eq!(fault("\"text\""), Fault::Shape);
    assert_eq!(fault("{}"), Fault::NoMember);
    assert_eq!(fault("[]"), Fault::NoTracker);
    assert_eq!(fault(r#"{"trackers":[{"id":"x"}]}"#), Fault::NoTracker);
    assert_eq!(fault(&" ".repeat(MOST)), Fault::Nothing);
    assert_eq!(fault(&"7".repeat(MOST + 1)), Fault::TooLarge);
    let broken = "{\n  \"tracker_type\": \"审计\",,\n}";
    let Fault::Syntax(message, place) = fault(broken) else {
        panic!("no syntax fault");
    };
    assert_eq!((place.line, place.column, place.utf16), (2, 24, 25));
    assert!(!message.is_empty());
    let Err(Fault::Syntax(chinese, _)) = read(broken, Locale::SimplifiedChinese) else {
        panic!("no syntax fault");
    };
    assert_ne!(chinese, message);
    assert!(matches!(fault("curl -d '{\"a\":'"), Fault::Syntax(_, at) if at.line == 1));
}

#[test]
fn files_are_read_in_the_encodings_that_tools_write() {
    let text = "{\"a\": \"审\"}";
    let utf16 = |unit: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let units = text.encode_utf16().flat_map(unit);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        ["\u{feff}", text].concat().into_bytes(),
        utf16(u16::to_le_bytes, [0xff, 0xfe]),
        utf16(u16::to_be_bytes, [0xfe, 0xff]),
    ] {
        assert_eq!(decode(&bytes, "f").as_deref(), Ok(text));
    }
    let binary = Err(Fault::Binary("f".to_owned()));
    assert_eq!(decode(&[0x89, b'P', b'N', b'G', 0xff], "f"), binary);
    assert_eq!(
        decode(&[0xff, 0xfe, 0x00, 0xd8], "f"),
        binary,
        "half a pair"
    );
    assert_eq!(decode(&[0xff, 0xfe, 0x41], "f"), binary, "half a unit");
}

#[test]
fn the_form_is_compared_with_what_it_would_have() {
    let form = Draft::sample(Sample::Management);
    let same = Comparison::new(&form, &form);
    assert_eq!(same.count(), 0);

    let after =
        one(r#"{"tracker_type":"system","tracker_name":"system","status":"disabled","tag":1}"#);
    let comparison = Comparison::new(&form, &after.draft);
    assert!(comparison.members.contains(&Member::Status));
    assert!(
        comparison.members.contains(&Member::BucketName),
        "it goes away"
    );
    assert!(
        !comparison.members.contains(&Member::ObsInfo),
        "what is in it says so"
    );
    assert!(!comparison.members.contains(&Member::TrackerName));
    assert_eq!(comparison.unknown.len(), 1);

    let back = Comparison::new(&after.draft, &form);
    assert_eq!(back.unknown[0].after, None);
    assert_eq!(back.unknown[0].before.as_deref(), Some("1"));

    // The other type is compared with what the form keeps for it.
    let data = one(r#"{"tracker_type":"data","tracker_name":"orders"}"#);
    let comparison = Comparison::new(&form, &data.draft);
    assert_eq!(comparison.members, [Member::TrackerName]);
    let emptied = one(r#"{"tracker_type":"data","data_bucket":{}}"#);
    assert_eq!(
        Comparison::new(&form, &emptied.draft).members,
        [Member::DataBucket]
    );
}
