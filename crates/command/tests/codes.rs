//! The codes are part of the interface: a change of them is written down, or this fails.

use std::collections::BTreeMap;

use cts_tracker::Rule;
use serde_json::Value;

fn read(name: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The codes and severities that are written down for this version.
fn pinned() -> (String, BTreeMap<String, String>) {
    let file: Value = serde_json::from_str(&read("codes.json")).expect("JSON");
    let codes = file["codes"].as_object().expect("an object");
    let codes = codes.iter().map(|(code, severity)| {
        let severity = severity.as_str().expect("a severity");
        (code.clone(), severity.to_owned())
    });
    let version = file["version"].as_str().expect("a version");
    (version.to_owned(), codes.collect())
}

#[test]
fn every_change_of_a_code_is_written_down() {
    let (version, pinned) = pinned();
    let rules: BTreeMap<_, _> = Rule::ALL
        .iter()
        .map(|rule| {
            let severity = rule.entry().severity.as_str();
            (rule.code().to_owned(), severity.to_owned())
        })
        .collect();
    let gone: Vec<_> = pinned
        .keys()
        .filter(|code| !rules.contains_key(*code))
        .collect();
    let new: Vec<_> = rules
        .iter()
        .filter(|(code, _)| !pinned.contains_key(*code))
        .collect();
    let other: Vec<_> = rules
        .iter()
        .filter(|(code, severity)| pinned.get(*code).is_some_and(|known| known != *severity))
        .collect();
    assert!(
        gone.is_empty() && new.is_empty() && other.is_empty(),
        "since {version}: gone {gone:?}, new {new:?}, of another severity {other:?}. CHANGELOG.md says what that means \
         for the version; name it there and renew crates/command/codes.json"
    );
}

#[test]
fn what_is_written_down_is_for_this_version() {
    assert_eq!(
        pinned().0,
        env!("CARGO_PKG_VERSION"),
        "crates/command/codes.json"
    );
    let heading = format!("\n## [{}]", env!("CARGO_PKG_VERSION"));
    assert!(
        read("../../CHANGELOG.md").contains(&heading),
        "CHANGELOG.md lacks{heading}"
    );
}
