//! What is said about codes, and the page that is made of it.

use cts_tracker::Rule;
use cts_tracker_command::{Host, Kind, Outcome, run};

/// Explaining needs nothing of the machine.
struct Nothing;

impl Host for Nothing {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        Err(format!("{path} was read"))
    }

    fn read_input(&self) -> Result<Vec<u8>, String> {
        Err("the input was read".to_owned())
    }

    fn write(&self, path: &str, _: &[u8]) -> Result<(), String> {
        Err(format!("{path} was written"))
    }

    fn kind(&self, _: &str) -> Kind {
        Kind::Missing
    }

    fn list(&self, path: &str) -> Result<Vec<String>, String> {
        Err(format!("{path} was listed"))
    }

    fn wants_colors(&self) -> bool {
        false
    }
}

fn outcome(arguments: &str) -> Outcome {
    run(arguments.split(' '), &Nothing)
}

fn text(arguments: &str) -> String {
    let outcome = outcome(arguments);
    assert_eq!(outcome.status, 0, "{arguments}: {}", outcome.complaint);
    String::from_utf8(outcome.output).expect("UTF-8")
}

#[test]
fn the_page_of_the_rules_is_in_step() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
    let stored = std::fs::read_to_string(page).expect("docs/rules.md");
    assert!(
        stored == text("explain --all --format markdown"),
        "write it again: cargo run -p cts-tracker-command -- explain --all --format markdown > docs/rules.md"
    );
}

#[test]
fn the_page_is_sound_markdown() {
    let page = text("explain --all --format markdown");
    let headings: Vec<_> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .collect();
    let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
    assert_eq!(headings, codes);
    let links = page.split("](#").skip(1);
    for link in links {
        let target = link.split(')').next().unwrap_or_default();
        assert!(codes.contains(&target), "{target}");
    }
    let fences = page.lines().filter(|line| line.starts_with("```")).count();
    assert!(fences > 0 && fences % 2 == 0);
}

#[test]
fn people_get_everything_in_their_language() {
    let english = text("explain data-bucket-required");
    for part in [
        "data-bucket-required (warning)",
        "Place: /data_bucket",
        "Trackers: data trackers only",
        "Evidence: A page of the vendor states it.",
        "Note: A warning by itself, an error when status is given.",
        "Expected answer of the cloud: CTS.0210, CTS.0219",
        "\nWrong:\n  {",
        "\nRight:\n  {",
        "Given as well: status-only-body",
    ] {
        assert!(english.contains(part), "{part}\n{english}");
    }
    let chinese = text("explain data-bucket-required --locale zh-CN");
    for part in ["位置：/data_bucket", "\n错误示例：\n", "\n正确示例：\n"] {
        assert!(chinese.contains(part), "{part}\n{chinese}");
    }
    let labels = chinese
        .lines()
        .filter(|line| !line.starts_with("  ") && !line.contains('('));
    for line in labels {
        assert!(!line.contains([',', ';', ':']), "{line}");
    }
}

#[test]
fn programs_get_the_same_as_json() {
    for locale in ["en", "zh-CN"] {
        let all = text(&format!("explain --all --format json --locale {locale}"));
        let all: Vec<serde_json::Value> = serde_json::from_str(&all).expect("JSON");
        assert_eq!(all.len(), Rule::ALL.len());
        for (rule, told) in Rule::ALL.iter().zip(&all) {
            assert_eq!(told["code"], rule.code());
            assert_eq!(told["severity"], rule.entry().severity.as_str());
            assert!(
                told["message"]
                    .as_str()
                    .is_some_and(|text| !text.contains('{') || *rule == Rule::ProjectIdRequired),
                "{told}"
            );
            assert!(
                told["sources"]
                    .as_array()
                    .is_some_and(|list| !list.is_empty())
            );
            let one = text(&format!(
                "explain {} --format json --locale {locale}",
                rule.code()
            ));
            let one: Vec<serde_json::Value> = serde_json::from_str(&one).expect("JSON");
            assert_eq!(one, std::slice::from_ref(told));
        }
    }
}

#[test]
fn codes_of_the_cloud_are_explained_in_every_form() {
    assert!(text("explain CTS.0231").starts_with("CTS.0231 (HTTP 400)\n"));
    assert!(text("explain CTS.0231 --format markdown").starts_with("## CTS.0231\n"));
    let json: serde_json::Value =
        serde_json::from_str(&text("explain CTS.0231 --format json")).expect("JSON");
    assert_eq!(json[0]["members"][0], "/obs_info/bucket_name");
}

#[test]
fn no_token_is_printed() {
    for format in ["people", "json", "markdown"] {
        assert!(!text(&format!("explain --all --format {format}")).contains("xxxxx"));
    }
}

#[test]
fn a_code_that_nobody_has_is_refused_with_what_was_meant() {
    let refused = outcome("explain kms-key-requierd");
    assert_eq!(refused.status, 2);
    assert!(
        refused.complaint.contains("\"kms-key-required\""),
        "{}",
        refused.complaint
    );
    for wrong in [
        "explain",
        "explain --all body-syntax",
        "explain a b",
        "explain --all --format sarif",
    ] {
        assert_eq!(outcome(wrong).status, 2, "{wrong}");
    }
}
