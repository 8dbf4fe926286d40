//! The command on a small file system in memory.

use core::fmt::Write as _;
use std::cell::RefCell;
use std::collections::BTreeMap;

use cts_tracker_command::{Host, Kind, Outcome, run};

/// A request with two defects on known places, beside hints.
const FAULTY: &str =
    "{\n  \"tracker_type\": \"system\",\n  \"tracker_name\": \"other\",\n  \"status\": \"on\"\n}\n";
const GOOD: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;

struct Memory {
    files: RefCell<BTreeMap<String, Vec<u8>>>,
    input: &'static str,
    colors: bool,
}

impl Memory {
    fn new() -> Self {
        let lines = format!("{GOOD}\r\n\n{}\n{{\n", FAULTY.replace('\n', ""));
        let files = [
            ("faulty.json", FAULTY.to_owned()),
            ("good.json", GOOD.to_owned()),
            ("folder/b.json", FAULTY.to_owned()),
            ("folder/a.ndjson", lines),
            ("folder/readme.md", "not read".to_owned()),
            ("folder/.hidden.json", "not read".to_owned()),
            ("empty/readme.md", "not read".to_owned()),
            ("now.json", r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"disabled"}]}"#.to_owned()),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
        Self {
            files: RefCell::new(files.into()),
            input: GOOD,
            colors: false,
        }
    }
}

impl Host for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.files
            .borrow()
            .get(path)
            .cloned()
            .ok_or_else(|| "there is no such file".to_owned())
    }

    fn read_input(&self) -> Result<Vec<u8>, String> {
        Ok(self.input.into())
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<(), String> {
        self.files
            .borrow_mut()
            .insert(path.to_owned(), content.to_vec());
        Ok(())
    }

    fn kind(&self, path: &str) -> Kind {
        if self.files.borrow().contains_key(path) {
            Kind::File
        } else if path == "folder" || path == "empty" {
            Kind::Folder
        } else {
            Kind::Missing
        }
    }

    fn list(&self, path: &str) -> Result<Vec<String>, String> {
        let prefix = format!("{path}/");
        let files = self.files.borrow();
        // In reverse, as a file system promises no order.
        Ok(files
            .keys()
            .rev()
            .filter_map(|name| name.strip_prefix(&prefix))
            .map(str::to_owned)
            .collect())
    }

    fn wants_colors(&self) -> bool {
        self.colors
    }
}

fn command(arguments: &str) -> Outcome {
    run(arguments.split(' '), &Memory::new())
}

fn text(outcome: &Outcome) -> String {
    String::from_utf8(outcome.output.clone()).expect("UTF-8")
}

#[test]
fn people_see_the_place_of_each_diagnostic() {
    let outcome = command("check --level error faulty.json");
    let expected = "\
error[tracker-name-system]: The management tracker is always called system.
 --> faulty.json:3:19
  |
3 |   \"tracker_name\": \"other\",
  |                   ^^^^^^^
  |
  = note: the cloud would most likely answer CTS.0204
  = help: Replace with \"system\"

error[status-enum]: \"on\" is not a status. Use enabled or disabled.
 --> faulty.json:4:13
  |
4 |   \"status\": \"on\"
  |             ^^^^
  |
  = note: the cloud would most likely answer CTS.0205

1 request: 2 errors, 0 warnings, 0 hints
`cts-tracker fix` mends 1 of them.
For more about a code, try `cts-tracker explain tracker-name-system`.
";
    assert_eq!(outcome.status, 1);
    // The words are the core's; the form is ours.
    let words = |text: &str| {
        text.lines()
            .filter(|line| !line.starts_with("error["))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(words(&text(&outcome)), words(expected));
    assert!(
        text(&outcome).starts_with("error[tracker-name-system]: "),
        "{}",
        text(&outcome)
    );
}

#[test]
fn colours_only_where_they_are_wanted() {
    let with_colors = Memory {
        colors: true,
        ..Memory::new()
    };
    let check = |arguments: &str, host: &Memory| text(&run(arguments.split(' '), host));
    assert!(check("check faulty.json", &with_colors).contains('\u{1b}'));
    assert!(!check("check --color never faulty.json", &with_colors).contains('\u{1b}'));
    assert!(!check("check faulty.json", &Memory::new()).contains('\u{1b}'));
    assert!(check("check --color always faulty.json", &Memory::new()).contains('\u{1b}'));
}

#[test]
fn folders_are_read_in_the_order_of_names_and_lines_are_counted() {
    let outcome = command("check --format json --level error folder");
    let value: serde_json::Value = serde_json::from_slice(&outcome.output).expect("JSON");
    let places: Vec<_> = value["requests"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            (
                one["file"].as_str().expect("a name").to_owned(),
                one["line"].as_u64(),
            )
        })
        .collect();
    let expected = [
        ("folder/a.ndjson", Some(1)),
        ("folder/a.ndjson", Some(3)),
        ("folder/a.ndjson", Some(4)),
        ("folder/b.json", None),
    ];
    assert_eq!(places, expected.map(|(name, line)| (name.to_owned(), line)));
    assert_eq!(value["counts"]["error"], 5);
}

#[test]
fn json_carries_the_diagnostics_of_the_core() {
    let outcome = command("check --format json --locale zh-CN faulty.json");
    let report = cts_tracker::check(FAULTY.as_bytes(), &cts_tracker::Context::default());
    let expected = report.to_json(cts_tracker::Locale::SimplifiedChinese);
    assert!(text(&outcome).contains(&format!("\"diagnostics\":{expected}}}")));
}

#[test]
fn sarif_points_into_the_file() {
    let outcome = command("check --format sarif --level error folder");
    let log: serde_json::Value = serde_json::from_slice(&outcome.output).expect("JSON");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert_eq!(rules.len(), cts_tracker::Rule::ALL.len());
    assert_eq!(results.len(), 5);
    let lines = format!("{GOOD}\r\n\n{}\n{{\n", FAULTY.replace('\n', ""));
    for result in results {
        let rule = &rules
            [usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let region = &results[0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 3);
    let start = usize::try_from(region["byteOffset"].as_u64().expect("an offset")).expect("small");
    assert!(lines[start..].starts_with("\"other\""), "{region}");
}

#[test]
fn github_gets_a_command_for_each_diagnostic() {
    let outcome = command("check --format github --level error faulty.json");
    let text = text(&outcome);
    let first = text.lines().next().expect("a line");
    assert!(first.starts_with("::error file=faulty.json,line=3,endLine=3,col=19,endColumn=26,title=tracker-name-system::"), "{first}");
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn the_status_tells_how_it_ended() {
    for (arguments, status) in [
        ("check good.json", 0),
        ("check -", 0),
        ("check good.json faulty.json", 1),
        ("check missing.json", 2),
        ("check --fail-on info good.json", 1),
        ("check --fail-on warning good.json", 0),
        ("check --fail-on warning --level error good.json", 0),
        ("check --fail-on never good.json", 2),
        ("check - -", 2),
        ("check --current - -", 2),
        ("check", 2),
        ("check --level fatal good.json", 2),
        ("check --severity nonsense=off good.json", 2),
        (
            "check --severity tracker-name-system=off --severity status-enum=off faulty.json",
            0,
        ),
        ("check --project-id  good.json", 1),
        ("explain kms-key-required", 0),
        ("explain CTS.0231", 0),
        ("explain CTS.231", 2),
        ("explain nonsense", 2),
        ("schema draft-07", 0),
        ("schema draft-4", 2),
        ("nonsense", 2),
        ("--help", 0),
        ("--version", 0),
    ] {
        let outcome = command(arguments);
        assert_eq!(outcome.status, status, "{arguments}: {outcome:?}");
        assert_eq!(outcome.output.is_empty(), status == 2, "{arguments}");
        assert_eq!(outcome.complaint.is_empty(), status != 2, "{arguments}");
    }
}

#[test]
fn fixes_are_printed_or_written() {
    let host = Memory::new();
    host.write(
        "fix.json",
        br#"{"tracker_type":"System","tracker_name":"system","status":"enabled"}"#,
    )
    .expect("written");
    let printed = run(["fix", "fix.json"], &host);
    assert!(
        text(&printed).contains(r#""tracker_type":"system""#),
        "{printed:?}"
    );
    assert!(
        host.read("fix.json")
            .expect("there")
            .starts_with(br#"{"tracker_type":"System""#)
    );
    let written = run(["fix", "--write", "fix.json"], &host);
    assert_eq!((written.status, written.output.len()), (0, 0));
    assert_eq!(host.read("fix.json").expect("there"), printed.output);
}

#[test]
fn a_difference_needs_the_tracker_that_the_request_is_for() {
    let outcome = command("diff --current now.json good.json");
    assert_eq!(
        text(&outcome),
        "{\"pointer\":\"/status\",\"before\":\"disabled\",\"after\":\"enabled\"}\n"
    );
    let outcome = command("diff --current now.json faulty.json");
    assert_eq!(outcome.status, 2, "{outcome:?}");
}

#[test]
fn what_cannot_be_read_hides_nothing_else() {
    for format in ["people", "json", "sarif", "github"] {
        let outcome = command(&format!(
            "check --format {format} missing.json faulty.json empty"
        ));
        assert_eq!(outcome.status, 2);
        assert_eq!(
            outcome.complaint,
            "cts-tracker: missing.json: there is no such file\n\
             cts-tracker: empty: there is no .json, .ndjson or .jsonl file in it\n"
        );
        assert!(text(&outcome).contains("tracker-name-system"), "{format}");
    }
    let github = text(&command("check --format github missing.json"));
    assert_eq!(
        github,
        "::error file=missing.json,title=cts-tracker::there is no such file\n"
    );
    let sarif = command("check --format sarif missing.json");
    let log: serde_json::Value = serde_json::from_slice(&sarif.output).expect("JSON");
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notifications = &invocation["toolExecutionNotifications"];
    assert_eq!(notifications.as_array().map(Vec::len), Some(1));
    let fixed = command("fix --write missing.json faulty.json");
    assert_eq!((fixed.status, fixed.output.len()), (2, 0));
}

#[test]
fn a_long_line_is_cut_and_its_column_kept() {
    let host = Memory::new();
    let blank = " ".repeat(5000);
    let long = format!(
        "{{\"tracker_type\":\"system\",{blank}\"tracker_name\":\"other\",{blank}\"status\":\"enabled\"}}"
    );
    host.write("long.json", long.as_bytes()).expect("written");
    let shown = text(&run(["check", "--level", "error", "long.json"], &host));
    assert!(shown.contains("--> long.json:1:5041\n"), "{shown}");
    assert!(
        shown.lines().all(|line| line.chars().count() <= 260),
        "{shown}"
    );
    assert!(
        shown.contains("...") && shown.contains("^^^^^^^"),
        "{shown}"
    );
}

#[test]
fn thousands_of_places_take_a_moment_only() {
    let host = Memory::new();
    let mut many = String::from(GOOD.trim_end_matches('}'));
    for number in 0..5_000 {
        // Writing into a String does not fail.
        let _ = write!(many, ",\"x{number}\":1");
    }
    many.push('}');
    host.write("many.json", many.as_bytes()).expect("written");
    let start = std::time::Instant::now();
    let outcome = run(["check", "--level", "warning", "many.json"], &host);
    assert!(text(&outcome).ends_with("explain unknown-member`.\n"));
    // It took the square of that when each place was shown with the whole text.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn the_configured_trackers_may_come_from_standard_input() {
    let host = Memory {
        input: r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"enabled"}]}"#,
        ..Memory::new()
    };
    let shown = text(&run(["check", "--current", "-", "good.json"], &host));
    assert!(shown.contains("info[no-change]"), "{shown}");
    let host = Memory {
        input: "{\n \"trackers\": ]",
        ..Memory::new()
    };
    let refused = run(["check", "--current", "-", "good.json"], &host);
    assert_eq!(
        refused.complaint,
        "cts-tracker: <stdin>:2:14: it is not JSON: a value should stand here\n"
    );
}

#[test]
fn a_request_is_written_for_another_tool() {
    let words = [
        "samples",
        "--tool",
        "curl",
        "--region",
        "cn-north-4",
        "--project-id",
        "0123",
        "good.json",
    ];
    let outcome = run(words, &Memory::new());
    let text = String::from_utf8(outcome.output).expect("text");
    assert_eq!((outcome.status, outcome.complaint.as_str()), (0, ""));
    assert!(text.starts_with("#!/bin/sh\ncurl "), "{text}");
    assert!(
        text.contains("https://cts.cn-north-4.myhuaweicloud.com/v3/0123/tracker"),
        "{text}"
    );

    // An HTTP message has no comments, so that its notes are said beside it.
    let outcome = run(["samples", "--tool", "http", "-"], &Memory::new());
    assert_eq!(
        outcome.complaint.lines().count(),
        2,
        "{}",
        outcome.complaint
    );
    assert!(
        outcome
            .complaint
            .starts_with("cts-tracker: No usable project id")
    );

    // What the tracker type does not have is not dropped in silence.
    let foreign = Memory {
        input: r#"{"tracker_type":"data","tracker_name":"d","kms_id":"k"}"#,
        ..Memory::new()
    };
    let outcome = run(["samples", "--tool", "http", "-"], &foreign);
    assert!(
        outcome
            .complaint
            .starts_with("cts-tracker: /kms_id is left out"),
        "{}",
        outcome.complaint
    );

    for (words, problem) in [
        (
            vec!["samples", "good.json"],
            "samples needs --tool TOOL; there are curl,",
        ),
        (
            vec!["samples", "--tool", "cURL", "good.json"],
            "--tool takes curl,",
        ),
        (vec!["samples", "--tool", "curl"], "samples needs a file"),
        (
            vec!["samples", "--tool", "curl", "--current", "-", "-"],
            "only once",
        ),
        (vec!["check", "--tool", "curl", "good.json"], "--tool"),
    ] {
        let outcome = run(words, &Memory::new());
        assert_eq!(outcome.status, 2);
        assert!(outcome.complaint.contains(problem), "{}", outcome.complaint);
    }
}
