//! What the samples say is read back.

use cts_samples::{Reading, Request, Tool, read, write};
use cts_tracker::{Draft, Kind, Member, Sample, TrackerType, Value};
use proptest::prelude::*;
use serde_json::Value as Json;

const PROJECT: &str = "0123456789abcdef0123456789abcdef";

/// Texts that end words, quotes, lines and documents of some language, and harmless ones.
fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "a",
        "b-1",
        "audit-logs",
        " ",
        "'",
        "\"",
        "\\",
        "\\\"",
        "`",
        "$HOME",
        "${x}",
        "$${x}",
        "%{x}",
        "%%{",
        "$",
        "%",
        "^",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "#",
        ";",
        "|",
        "&",
        "<<EOF",
        "\nJSON\n",
        "\nHEADERS\n",
        "\ncurl -d x",
        "\nhcloud CTS UpdateTracker --status=x",
        "\nresource \"huaweicloud_cts_tracker\" \"a\" {",
        "{}",
        "[]",
        "=",
        "--",
        "审计",
        "😀",
        "\u{202e}",
        "\u{0}",
        "%PATH%",
        "$(id)",
        "@file",
        "*/",
        "//",
        "/*",
    ];
    proptest::collection::vec(proptest::sample::select(pieces), 0..4)
        .prop_map(|pieces| pieces.concat())
}

fn value(member: Member) -> BoxedStrategy<Value> {
    match member.kind() {
        Kind::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Kind::Integer => {
            let days = prop_oneof![Just(0), Just(30), Just(1095), any::<i32>()];
            days.prop_map(|days| Value::Number(days.to_string()))
                .boxed()
        }
        Kind::TextList => {
            let item = prop_oneof![
                Just("KMS".to_owned()),
                Just("READ".to_owned()),
                Just("WRITE".to_owned()),
                text()
            ];
            let items = proptest::collection::vec(item, 0..4);
            items.prop_map(Value::List).boxed()
        }
        Kind::Text => {
            let listed = member.values().to_vec();
            if listed.is_empty() {
                text().prop_map(Value::Text).boxed()
            } else {
                let listed = proptest::sample::select(listed).prop_map(str::to_owned);
                prop_oneof![3 => listed, 1 => text()]
                    .prop_map(Value::Text)
                    .boxed()
            }
        }
        Kind::Object => Just(Value::Json("{}".to_owned())).boxed(),
    }
}

fn draft() -> impl Strategy<Value = Draft> {
    let kind = proptest::sample::select(TrackerType::ALL.to_vec());
    let members = Member::ALL[2..].to_vec();
    let values: Vec<_> = members
        .iter()
        .map(|member| proptest::option::of(value(*member)))
        .collect();
    (kind, values).prop_map(move |(kind, values)| {
        let mut draft = Draft::new(kind);
        // An object before what stands in it, so that it is only empty where nothing does.
        for (member, value) in members.iter().zip(values) {
            if let Some(value) = value {
                draft.set(*member, Some(value));
            }
        }
        draft
    })
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Reads what is written for a tool, and gives the body that is to be expected: without what the
/// sample says it leaves out.
fn there_and_back(tool: Tool, draft: &Draft) -> (Reading, Json, String) {
    let sample = write(tool, &Request::new(draft, PROJECT, "cn-north-4"));
    let mut expected = json(&draft.emit());
    for pointer in sample
        .notes
        .iter()
        .filter_map(|note| note.left_out.as_deref())
    {
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        if let Some(parent) = expected.pointer_mut(parent).and_then(Json::as_object_mut) {
            parent.remove(name);
            if parent.is_empty() {
                let parent = pointer[1..].split('/').next().unwrap_or_default();
                expected.as_object_mut().expect("an object").remove(parent);
            }
        }
    }
    let reading = match read(&sample.text) {
        Some(Ok(reading)) => reading,
        other => panic!("{other:?}: {}", sample.text),
    };
    (reading, expected, sample.text)
}

/// What the resources of Terraform say without words, or in others.
fn as_terraform_says(mut expected: Json) -> Json {
    let body = expected.as_object_mut().expect("an object");
    let is_system = body["tracker_type"] == "system";
    body.remove("agency_name");
    let name = if is_system { "system" } else { "" };
    let has_name = body
        .get("tracker_name")
        .is_some_and(|found| !is_system || found == "system");
    if !has_name {
        body.insert("tracker_name".into(), name.into());
    }
    if body.get("kms_id").is_none_or(|key| key == "") {
        body.remove("kms_id");
        body.remove("is_support_trace_files_encryption");
    }
    if let Some(transfer) = body.get_mut("obs_info").and_then(Json::as_object_mut)
        && transfer
            .get("file_prefix_name")
            .is_some_and(|prefix| prefix == "")
    {
        transfer.remove("file_prefix_name");
    }
    body.retain(|_, value| value.as_object().is_none_or(|members| !members.is_empty()));
    expected
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(draft in draft()) {
        for tool in [Tool::Curl, Tool::CurlSigned, Tool::KooCli, Tool::KooCliFile, Tool::Terraform] {
            let (reading, expected, sample) = there_and_back(tool, &draft);
            let expected = if tool == Tool::Terraform { as_terraform_says(expected) } else { expected };
            prop_assert_eq!(json(&reading.body), expected, "{}", sample);
        }
    }

    #[test]
    fn no_text_is_too_much(text in "(resource \"huaweicloud_cts_tracker\" \"a\" \\{\n|curl |hcloud CTS UpdateTracker )?[-a-z\"'{}()\\[\\]<$%^`=.,;&|@#/*\\\\ \n\r0-9é😀]{0,80}") {
        let _ = read(&text);
    }
}

#[test]
fn the_samples_of_the_vendor_are_read_back_by_their_tools() {
    let tools = [
        (Tool::Curl, Tool::Curl),
        (Tool::CurlSigned, Tool::Curl),
        (Tool::KooCli, Tool::KooCli),
        (Tool::KooCliFile, Tool::KooCliFile),
        (Tool::Terraform, Tool::Terraform),
    ];
    for sample in [Sample::Management, Sample::Data] {
        let draft = Draft::sample(sample);
        for (tool, found) in tools {
            let (reading, _, text) = there_and_back(tool, &draft);
            assert_eq!(reading.tool, found, "{text}");
        }
    }
}

/// As long as the longest text that the page reads.
fn long(piece: &str) -> String {
    piece.repeat((1 << 20) / piece.len())
}

#[test]
fn long_texts_take_no_longer_than_they_are() {
    let resource = "resource \"huaweicloud_cts_tracker\" \"a\" {\n  x = ";
    for text in [
        long("curl '\n"),
        long("curl \"$(\n"),
        long("curl -d @a <<a\na\n"),
        [
            "cat >a <<b\n",
            &"x".repeat(1 << 18),
            "\nb\ncurl",
            &" -d @a".repeat(1 << 16),
        ]
        .concat(),
        long("hcloud '\n"),
        [
            "hcloud CTS UpdateTracker",
            &long(" --data_bucket.data_event.1=READ"),
        ]
        .concat(),
        long("Invoke-WebRequest -Body (\"$([char]55357)\n"),
        [resource, &long("[")].concat(),
        [resource, &long("\"${")].concat(),
        [resource, &long("[\"a\",")].concat(),
        [resource, &long("{\n")].concat(),
        [resource, &long("<<A\n")].concat(),
        long("resource \"huaweicloud_cts_tracker\" \"a\" {}\n"),
        long("/*"),
    ] {
        let start = std::time::Instant::now();
        let _ = read(&text);
        let spent = start.elapsed();
        assert!(spent.as_secs() < 20, "{spent:?}: {}", &text[..80]);
    }
}
