//! What a fix says of itself: its title in both languages, its operations, its patch document.

use cts_tracker::{Context, Current, Fix, Locale, Operation, Options, check_with};

#[path = "support/bodies.rs"]
mod support;

use support::{data, obs, system, tracked};

/// The fix of the first diagnostic with this code.
fn fix(code: &str, text: &str) -> Fix {
    let report = check_with(
        text.as_bytes(),
        &Context::default(),
        &Options::default().fixes(true),
    );
    let found = report
        .diagnostics()
        .iter()
        .find(|found| found.code() == code);
    found.and_then(|found| found.fix()).expect(code).clone()
}

#[test]
fn each_kind_of_operation_is_told_in_both_languages() {
    for (code, text, english, chinese, patch) in [
        (
            "agency-name-missing",
            system(r#""is_lts_enabled":true"#),
            r#"Add agency_name: "cts_admin_trust""#,
            r#"添加 agency_name："cts_admin_trust""#,
            r#"[{"op":"add","path":"/agency_name","value":"cts_admin_trust"}]"#,
        ),
        (
            "read-only-member",
            system(r#""status":"enabled","id":"x""#),
            "Remove id",
            "删除 id",
            r#"[{"op":"remove","path":"/id"}]"#,
        ),
        (
            "data-event-duplicate",
            tracked(r#""data_bucket_name":"abc","data_event":["READ","READ"]"#),
            "Remove data_event[1]",
            "删除 data_event[1]",
            r#"[{"op":"remove","path":"/data_bucket/data_event/1"}]"#,
        ),
        (
            "compress-type-enum",
            obs(r#""bucket_name":"abc","compress_type":"Gzip""#),
            r#"Replace with "gzip""#,
            r#"替换为 "gzip""#,
            r#"[{"op":"replace","path":"/obs_info/compress_type","value":"gzip"}]"#,
        ),
        (
            "unknown-member",
            system(r#""Status":"enabled""#),
            "Rename to status",
            "改名为 status",
            r#"[{"op":"move","path":"/status","from":"/Status"}]"#,
        ),
        (
            "encryption-on-data",
            data(r#""is_lts_enabled":false,"is_support_trace_files_encryption":true,"kms_id":"x""#),
            "Remove is_support_trace_files_encryption; Remove kms_id",
            "删除 is_support_trace_files_encryption；删除 kms_id",
            r#"[{"op":"remove","path":"/is_support_trace_files_encryption"},{"op":"remove","path":"/kms_id"}]"#,
        ),
    ] {
        let fix = fix(code, &text);
        assert_eq!(fix.title(Locale::English), english);
        assert_eq!(fix.title(Locale::SimplifiedChinese), chinese);
        assert_eq!(fix.to_json(), patch);
        assert_eq!(fix.operations().len(), patch.matches("\"op\"").count());
    }
}

#[test]
fn names_are_told_as_people_write_them_and_escaped_in_pointers() {
    let text = system(r#""status":"enabled","note/~":1,"x":{"a":1}"#);
    let without = |path: &str| Operation::Remove {
        path: path.to_owned(),
    };
    let report = check_with(
        text.as_bytes(),
        &Context::default(),
        &Options::default().fixes(true),
    );
    let unknown: Vec<_> = report
        .diagnostics()
        .iter()
        .filter(|found| found.code() == "unknown-member")
        .collect();
    assert_eq!(unknown[0].pointer(), "/note~1~0");
    assert!(
        unknown.iter().all(|found| found.fix().is_none()),
        "nobody knows what was meant"
    );
    let read_only = system(r#""id":"x","status":"enabled""#);
    assert_eq!(
        fix("read-only-member", &read_only).operations(),
        [without("/id")]
    );
}

#[test]
fn only_what_was_certainly_meant_is_safe() {
    for (code, text, safe) in [
        (
            "tracker-type-enum",
            system("").replace("\"system\",", "\"System\","),
            true,
        ),
        (
            "read-only-member",
            system(r#""status":"enabled","id":"x""#),
            true,
        ),
        ("unknown-member", system(r#""Status":"enabled""#), false),
        (
            "data-bucket-on-system",
            system(r#""status":"enabled","data_bucket":{}"#),
            false,
        ),
        (
            "obs-create-existing",
            obs(r#""is_obs_created":true,"bucket_name":"abc""#),
            false,
        ),
        ("obs-create-omitted", obs(r#""bucket_name":"abc""#), true),
    ] {
        assert_eq!(fix(code, &text).is_safe(), safe, "{code}");
    }
}

#[test]
fn a_fix_for_another_text_is_not_applied() {
    let fix = fix(
        "compress-type-enum",
        &obs(r#""bucket_name":"abc","compress_type":"Gzip""#),
    );
    for other in [
        "",
        "{}",
        "[]",
        "{",
        r#"{"obs_info":1}"#,
        r#"{"obs_info":{}}"#,
    ] {
        assert_eq!(fix.apply(other), None, "{other}");
    }
}

#[test]
fn what_is_removed_takes_one_comma_and_its_own_space() {
    let frame =
        |members: &str| format!(r#"{{"tracker_type":"system","tracker_name":"system"{members}}}"#);
    for (before, after) in [
        (
            " , \"id\" : 1 ,\n\"status\":\"enabled\" ",
            " ,\n\"status\":\"enabled\" ",
        ),
        (
            ",\"status\":\"enabled\" ,\t\"id\":1\n",
            ",\"status\":\"enabled\"\n",
        ),
    ] {
        let (before, after) = (frame(before), frame(after));
        let mended = fix("read-only-member", &before).apply(&before);
        assert_eq!(mended.as_deref(), Some(after.as_str()));
    }
    let before = "{ \"id\" : 1 ,\n \"tracker_type\":\"system\",\"tracker_name\":\"system\",\"status\":\"enabled\"}";
    let mended = fix("read-only-member", before)
        .apply(before)
        .expect("it applies");
    assert_eq!(mended, before.replace("\"id\" : 1 ,\n ", ""));
}

#[test]
fn the_first_member_of_an_object_takes_its_space() {
    let listed = r#"{"tracker_type":"data","tracker_name":"orders",
        "data_bucket":{"data_bucket_name":"watched","data_event":["READ"]}}"#;
    let current = Current::parse(listed.as_bytes()).expect("a tracker");
    let context = Context {
        current: Some(&current),
        ..Context::default()
    };
    let text = data(r#""agency_name":"cts_admin_trust","data_bucket":{ }"#);
    let report = check_with(text.as_bytes(), &context, &Options::default().fixes(true));
    let found = report
        .diagnostics()
        .iter()
        .find(|found| found.pointer() == "/data_bucket/data_bucket_name" && found.fix().is_some())
        .expect("what is configured is offered");
    let mended = found.fix().and_then(|fix| fix.apply(&text));
    let expected = text.replace("{ }", r#"{"data_bucket_name": "watched"}"#);
    assert_eq!(mended, Some(expected));
}
