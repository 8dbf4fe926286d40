//! The corpus that all ways to a verdict share, through the command.

use cts_tracker_command::{Host, Kind, Outcome, run};

#[path = "../../../tests/corpus/corpus.rs"]
mod corpus;

use corpus::{Case, LOCALES, cases, expected};

/// The files of one case: the body and the trackers as they are configured now.
struct Files<'a>(&'a Case);

impl Host for Files<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        match (path, &self.0.current) {
            ("body.json", _) => Ok(self.0.text.clone()),
            ("now.json", Some(current)) => Ok(current.clone().into_bytes()),
            _ => Err("there is no such file".to_owned()),
        }
    }

    fn read_input(&self) -> Result<Vec<u8>, String> {
        Ok(self.0.text.clone())
    }

    fn write(&self, path: &str, _: &[u8]) -> Result<(), String> {
        Err(format!("{path} is not to be written"))
    }

    fn kind(&self, path: &str) -> Kind {
        if path == "body.json" {
            Kind::File
        } else {
            Kind::Missing
        }
    }

    fn list(&self, path: &str) -> Result<Vec<String>, String> {
        Err(format!("{path} is no folder"))
    }

    fn wants_colors(&self) -> bool {
        false
    }
}

/// Runs the command with the context of a case.
fn command(case: &Case, words: &[&str]) -> Outcome {
    let mut arguments: Vec<&str> = words.to_vec();
    let current = case.current.as_ref().map(|_| "now.json");
    for (option, value) in [
        ("--project-id", case.project_id.as_deref()),
        ("--region", case.region.as_deref()),
        ("--current", current),
    ] {
        if let Some(value) = value {
            arguments.extend([option, value]);
        }
    }
    run(arguments, &Files(case))
}

#[test]
fn json_holds_the_expected_diagnostics() {
    for locale in LOCALES {
        for (case, (name, diagnostics)) in cases().iter().zip(expected(locale)) {
            assert_eq!(case.name, name);
            for (file, shown) in [("body.json", "body.json"), ("-", "<stdin>")] {
                let outcome = command(
                    case,
                    &["check", "--format", "json", "--locale", locale, file],
                );
                let output = String::from_utf8(outcome.output).expect("UTF-8");
                let is_good = outcome.status == 0;
                let start = format!(
                    "{{\"requests\":[\n{{\"file\":\"{shown}\",\"line\":null,\"valid\":{is_good},\"diagnostics\":"
                );
                let rest = output.strip_prefix(&start).expect(&name);
                assert!(
                    rest.starts_with(&format!("{diagnostics}}}\n],\"counts\":")),
                    "{name}: {rest}"
                );
                assert_eq!(
                    is_good,
                    !diagnostics.contains("\"severity\":\"error\""),
                    "{name}"
                );
                assert_eq!(outcome.complaint, "", "{name}");
            }
        }
    }
}

#[test]
fn fix_writes_the_expected_texts() {
    let lines = std::fs::read_to_string(corpus::folder().join("mended.ndjson")).expect("the file");
    let mut mended = lines.lines().map(|line| {
        serde_json::from_str::<serde_json::Value>(line).expect("a line of mended.ndjson")
    });
    let mut next = mended.next();
    for case in cases() {
        let outcome = command(&case, &["fix", "body.json"]);
        let (count, text) = match &next {
            Some(line) if line["name"] == case.name.as_str() => {
                let text = line["text"].as_str().expect("a text").as_bytes().to_vec();
                let count = line["count"].as_u64().expect("a number");
                next = mended.next();
                (count, text)
            }
            _ => (0, case.text.clone()),
        };
        assert!(outcome.output == text, "{}", case.name);
        assert_eq!(
            outcome.complaint,
            format!("body.json: {count} fixed\n"),
            "{}",
            case.name
        );
    }
    assert_eq!(next, None, "every line belongs to a case");
}
