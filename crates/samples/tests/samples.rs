//! What holds for every sample, whatever the tool.

use cts_samples::{Note, Request, Sample, Tool, write};
use cts_tracker::{Current, Draft, Locale};

const PROJECT: &str = "0123456789abcdef0123456789abcdef";

fn draft(text: &str) -> Draft {
    Draft::parse(text.as_bytes()).expect("a request")
}

fn sample(tool: Tool, text: &str) -> Sample {
    let draft = draft(text);
    write(tool, &Request::new(&draft, PROJECT, "cn-north-4"))
}

fn left_out(sample: &Sample) -> Vec<&str> {
    let notes = sample.notes.iter();
    notes.filter_map(|note| note.left_out.as_deref()).collect()
}

const FULL: &str = r#"{"tracker_type":"data","tracker_name":"data-archive","agency_name":"cts_admin_trust",
    "status":"enabled","is_lts_enabled":false,"obs_info":{"bucket_name":"audit-logs","file_prefix_name":"p",
    "is_obs_created":false,"bucket_lifecycle":180,"compress_type":"json","is_sort_by_service":false},
    "data_bucket":{"data_bucket_name":"tracked-bucket","data_event":["READ"]}}"#;

#[test]
fn every_sample_names_the_real_address_and_only_variables_for_secrets() {
    for tool in Tool::ALL {
        let text = sample(tool, FULL).text;
        let names_region = text.contains("cn-north-4");
        assert!(names_region, "{}", tool.id());
        let is_terraform = tool == Tool::Terraform;
        assert_eq!(text.contains(PROJECT), !is_terraform, "{}", tool.id());
        assert!(!text.contains("127.0.0.1"), "{}", tool.id());
        let with_keys = [
            Tool::CurlSigned,
            Tool::Python,
            Tool::Java,
            Tool::Go,
            Tool::Node,
            Tool::DotNet,
            Tool::Php,
        ];
        for name in ["CLOUD_SDK_AK", "CLOUD_SDK_SK"] {
            assert_eq!(
                text.contains(name),
                with_keys.contains(&tool),
                "{}",
                tool.id()
            );
        }
        let with_token = [Tool::Curl, Tool::Http].contains(&tool);
        assert_eq!(text.contains("X_AUTH_TOKEN"), with_token, "{}", tool.id());
    }
}

#[test]
fn what_is_left_out_stays_out_and_false_stays_false() {
    let minimal = r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":false}"#;
    for tool in Tool::ALL {
        let text = sample(tool, minimal).text;
        for name in ["kms_id", "KmsId", "kmsId", "obs_info", "ObsInfo", "bucket"] {
            assert!(!text.contains(name), "{}: {name}", tool.id());
        }
        let says_false = match tool {
            Tool::Python => "is_lts_enabled=False",
            Tool::Java | Tool::Php => "setIsLtsEnabled(false)",
            Tool::Go => "IsLtsEnabled = pointer(false)",
            Tool::Node => "is_lts_enabled: false",
            Tool::DotNet => "IsLtsEnabled = false",
            Tool::Terraform => "lts_enabled = false",
            Tool::KooCli => "--is_lts_enabled=false",
            _ => "\"is_lts_enabled\": false",
        };
        assert!(text.contains(says_false), "{text}");
    }
}

#[test]
fn what_a_tool_cannot_say_stands_above_the_sample() {
    let odd = r#"{"tracker_type":"data","tracker_name":"d","status":"paused","is_lts_enabled":"yes","more":1}"#;
    let koocli = sample(Tool::KooCli, odd);
    assert_eq!(left_out(&koocli), ["/is_lts_enabled", "/more"]);
    assert!(
        koocli
            .text
            .starts_with("#!/bin/sh\n# /is_lts_enabled has no place")
    );
    let go = sample(Tool::Go, odd);
    assert_eq!(left_out(&go), ["/is_lts_enabled", "/more", "/status"]);
    let terraform = sample(Tool::Terraform, odd);
    assert_eq!(
        left_out(&terraform),
        ["/is_lts_enabled", "/more", "/status"]
    );
    for tool in [
        Tool::Curl,
        Tool::CurlSigned,
        Tool::KooCliFile,
        Tool::Http,
        Tool::Markdown,
    ] {
        assert!(left_out(&sample(tool, odd)).is_empty(), "{}", tool.id());
    }
}

#[test]
fn the_switches_that_terraform_lacks_are_named() {
    let notes = |body: &str| {
        let sample = sample(Tool::Terraform, body);
        left_out(&sample).join(" ")
    };
    let system = r#"{"tracker_type":"system","tracker_name":"system","#;
    for (rest, expected) in [
        (
            r#""kms_id":"k","is_support_trace_files_encryption":false}"#,
            "/kms_id",
        ),
        (
            r#""is_support_trace_files_encryption":true}"#,
            "/is_support_trace_files_encryption",
        ),
        (
            r#""kms_id":"k","is_support_trace_files_encryption":true}"#,
            "/kms_id",
        ),
        (
            r#""kms_id":"k","is_support_trace_files_encryption":true,"obs_info":{"bucket_name":"b"}}"#,
            "",
        ),
        (
            r#""kms_id":"","is_support_trace_files_encryption":false}"#,
            "",
        ),
        (
            r#""obs_info":{"bucket_name":"b","is_obs_created":true}}"#,
            "/obs_info/is_obs_created",
        ),
        (r#""is_support_validate":true}"#, "/is_support_validate"),
        (r#""agency_name":"cts_admin_trust"}"#, ""),
        (r#""agency_name":"mine"}"#, "/agency_name"),
    ] {
        assert_eq!(notes(&format!("{system}{rest}")), expected, "{rest}");
    }
    let other = r#"{"tracker_type":"system","tracker_name":"other"}"#;
    assert_eq!(notes(other), "/tracker_name");
}

#[test]
fn a_change_ticket_compares_with_the_tracker() {
    let draft = draft(FULL);
    let listed = br#"{"tracker_type":"data","tracker_name":"data-archive","status":"disabled",
        "obs_info":{"bucket_name":"audit-logs","bucket_lifecycle":180},"lts":{"is_lts_enabled":true}}"#;
    let current = Current::parse(listed).expect("a tracker");
    let request = Request {
        current: Some(&current),
        ..Request::new(&draft, PROJECT, "cn-north-4")
    };
    let english = write(Tool::Markdown, &request).text;
    assert!(
        english.starts_with("# Change the data tracker `data-archive`\n"),
        "{english}"
    );
    assert!(
        english.contains("| Status | `disabled` | `enabled` |"),
        "{english}"
    );
    assert!(
        english.contains("| Deliver to LTS (event analysis) | yes | no |"),
        "{english}"
    );
    assert!(
        !english.contains("| Transfer bucket |"),
        "the same before and after"
    );
    let chinese = Request {
        locale: Locale::SimplifiedChinese,
        ..request
    };
    let chinese = write(Tool::Markdown, &chinese).text;
    assert!(
        chinese.contains("| 状态 | `disabled` | `enabled` |"),
        "{chinese}"
    );
    assert!(chinese.contains("## 警告"), "{chinese}");
}

#[test]
fn nothing_in_a_value_ends_its_place_in_a_change_ticket() {
    let text = sample(
        Tool::Markdown,
        r#"{"tracker_type":"data","tracker_name":"a|b`c``d\n# e","obs_info":{"bucket_name":"```\n```"},"<b>":"x"}"#,
    )
    .text;
    assert!(
        text.starts_with("# Change the data tracker ```a|b`c``d\\u{a}# e```\n"),
        "{text}"
    );
    assert!(
        text.contains("| Tracker name | ```a\\|b`c``d\\u{a}# e``` |"),
        "{text}"
    );
    let lines_with_fence = text.lines().filter(|line| line.starts_with("````")).count();
    assert_eq!(lines_with_fence, 2, "{text}");
}

#[test]
fn chinese_notes_have_chinese_punctuation() {
    let odd = draft(
        r#"{"tracker_type":"data","status":"paused","is_lts_enabled":"yes","more":1e400,"kms_id":"x",
        "is_obs_created":true,"obs_info":{"compress_type":"gzip","bucket_lifecycle":45,"is_obs_created":true}}"#,
    );
    let system = draft(r#"{"tracker_type":"system","tracker_name":"other"}"#);
    let mut seen: Vec<Note> = Vec::new();
    for tool in Tool::ALL {
        for (draft, project, region, endpoint) in [
            (&odd, "", "", "http://no"),
            (&odd, PROJECT, "tr-central-201", "http://no"),
            (&system, PROJECT, "", "https://cts.eu-de.otc.t-systems.com"),
        ] {
            let request = Request {
                given: Some(br#"{"tracker_type":"system","data_bucket":{"data_event":["READ"]}}"#),
                locale: Locale::SimplifiedChinese,
                endpoint: Some(endpoint),
                ..Request::new(draft, project, region)
            };
            seen.extend(write(tool, &request).notes);
        }
    }
    assert!(seen.len() > 40, "{}", seen.len());
    for note in seen {
        assert!(note.text.ends_with('。'), "{}", note.text);
        // Addresses and names have their own colons and full stops.
        for sign in [", ", "; ", ": ", " (", ") "] {
            assert!(!note.text.contains(sign), "{}", note.text);
        }
    }
}

#[test]
fn what_the_tracker_type_does_not_have_is_named_by_every_tool() {
    let given = r#"{"tracker_type":"system","tracker_name":"system","data_bucket":{"data_event":["READ"]}}"#;
    let draft = draft(given);
    let plain = Request::new(&draft, PROJECT, "cn-north-4");
    let request = Request {
        given: Some(given.as_bytes()),
        ..plain
    };
    for tool in Tool::ALL {
        let sample = write(tool, &request);
        assert_eq!(
            left_out(&sample),
            ["/data_bucket/data_event"],
            "{}",
            tool.id()
        );
        assert!(!sample.text.contains("READ"), "{}", sample.text);
        let is_in_text = sample
            .text
            .replace('\\', "")
            .contains("/data_bucket/data_event");
        assert_eq!(is_in_text, sample.has_notes_in_text(), "{}", sample.text);
    }
    // The ticket judges what was given.
    let code = "(`data-bucket-on-system`)";
    let judged = write(Tool::Markdown, &request).text;
    assert!(judged.contains(code), "{judged}");
    assert!(!write(Tool::Markdown, &plain).text.contains(code));
}

#[test]
fn nothing_hides_in_a_sample() {
    let hidden = "\u{202e}\u{200b}\u{feff}\u{7f}\u{85}\u{115f}\u{1160}\u{3164}\u{ffa0}\u{2800}\u{180e}\u{34f}\u{e0041}";
    let text =
        format!(r#"{{"tracker_type":"data","tracker_name":"a{hidden}","b{hidden}":"c{hidden}"}}"#);
    for tool in Tool::ALL {
        let text = sample(tool, &text).text;
        // A shell has no way to escape them.
        if tool != Tool::KooCli {
            assert!(!text.contains(|sign| hidden.contains(sign)), "{text}");
        }
    }
}

#[test]
fn an_address_that_a_tool_does_not_take_is_named() {
    let draft = draft(FULL);
    let own = "https://cts.eu-de.otc.t-systems.com";
    for tool in [Tool::KooCli, Tool::KooCliFile, Tool::Terraform] {
        for region in ["", "eu-de"] {
            let request = Request {
                endpoint: Some(own),
                ..Request::new(&draft, PROJECT, region)
            };
            let Sample { text, notes, .. } = write(tool, &request);
            assert!(!text.contains("custom"), "{text}");
            let named = notes.iter().filter(|note| note.text.contains("not used"));
            assert_eq!(named.count(), 1, "{}: {notes:?}", tool.id());
            // Where it is a comment, it may be broken anywhere.
            assert!(text.contains("# The address given for CTS"), "{text}");
        }
        let refused = Request {
            endpoint: Some("http://no"),
            ..Request::new(&draft, PROJECT, "cn-north-4")
        };
        let notes = write(tool, &refused).notes;
        let named = notes.iter().filter(|note| note.text.contains("https://"));
        assert_eq!(named.count(), 1, "{}: {notes:?}", tool.id());
        let same = Request {
            endpoint: Some("https://cts.cn-north-4.myhuaweicloud.com"),
            ..refused
        };
        let plain = Request::new(&draft, PROJECT, "cn-north-4");
        assert_eq!(write(tool, &same), write(tool, &plain));
    }
}

#[test]
fn a_change_ticket_says_where_its_address_comes_from() {
    let draft = draft(FULL);
    let inferred = Request::new(&draft, PROJECT, "tr-central-201");
    let refused = Request {
        endpoint: Some("http://no"),
        ..Request::new(&draft, PROJECT, "cn-north-4")
    };
    for (request, expected) in [
        (inferred, "\n- The region is not in the list of the SDKs; "),
        (refused, "\n- The address given for CTS is not "),
    ] {
        let sample = write(Tool::Markdown, &request);
        assert!(sample.text.contains(expected), "{}", sample.text);
        assert_eq!(sample.notes.len(), 1, "{:?}", sample.notes);
    }
    let own = Request {
        endpoint: Some("https://cts.eu-de.otc.t-systems.com"),
        ..Request::new(&draft, PROJECT, "")
    };
    let text = write(Tool::Markdown, &own).text;
    assert!(text.contains("\n- Region: not chosen\n"), "{text}");
}

#[test]
fn what_is_not_chosen_comes_from_the_environment() {
    let draft = draft(FULL);
    for tool in Tool::ALL {
        let sample = write(tool, &Request::new(&draft, "", ""));
        // A resource has no project, and a ticket says that none is chosen.
        let is_said = [Tool::Terraform, Tool::Markdown].contains(&tool);
        let has_variable = sample.text.contains("CLOUD_SDK_PROJECT_ID");
        assert_eq!(has_variable, !is_said, "{}", tool.id());
        assert!(!sample.text.contains("//v3"), "{}", tool.id());
    }
}
