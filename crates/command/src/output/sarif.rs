//! The Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).

use core::fmt::Write as _;

use cts_tracker::{Diagnostic, Locale, Rule, Severity};
use serde_json::{Value, json};

use crate::check::Judged;
use crate::explain;
use crate::sources::Problem;

/// Writes one log with one run.
pub(crate) fn write(judged: &[Judged], problems: &[Problem], locale: Locale) -> String {
    let rules: Vec<_> = Rule::ALL
        .iter()
        .map(|rule| describe(*rule, locale))
        .collect();
    let results: Vec<_> = judged
        .iter()
        .flat_map(|one| {
            one.report
                .diagnostics()
                .iter()
                .map(|diagnostic| result(one, diagnostic, locale))
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "cts-tracker",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": problems.is_empty(),
                "toolExecutionNotifications": problems.iter().map(notification).collect::<Vec<_>>(),
            }],
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn describe(rule: Rule, locale: Locale) -> Value {
    json!({
        "id": rule.code(),
        "shortDescription": {"text": rule.entry().message.get(locale)},
        "fullDescription": {"text": rule.entry().message.get(locale)},
        "help": {"text": explain::help(rule, locale)},
        "defaultConfiguration": {"level": level(rule.entry().severity)},
    })
}

/// A path that led to no request.
fn notification(problem: &Problem) -> Value {
    json!({
        "level": "error",
        "message": {"text": problem.to_string()},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address(&problem.path)}}}],
    })
}

fn result(judged: &Judged, diagnostic: &Diagnostic, locale: Locale) -> Value {
    let mut location = json!({"artifactLocation": {"uri": address(&judged.source.name)}});
    if let (Some([start, end]), Some(range)) = (judged.lines(diagnostic), diagnostic.range()) {
        location["region"] = json!({
            "startLine": start.0,
            "startColumn": start.1,
            "endLine": end.0,
            "endColumn": end.1,
            "byteOffset": judged.source.offset + range.start.byte as usize,
            "byteLength": range.end.byte - range.start.byte,
        });
    }
    json!({
        "ruleId": diagnostic.code(),
        "ruleIndex": diagnostic.rule() as usize,
        "level": level(diagnostic.severity()),
        "message": {"text": diagnostic.message(locale)},
        "locations": [{
            "physicalLocation": location,
            "logicalLocations": [{"fullyQualifiedName": diagnostic.pointer()}],
        }],
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A path as a relative URI reference: what is not allowed in one is percent-encoded.
fn address(path: &str) -> String {
    let mut out = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a String does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn paths_become_addresses() {
        assert_eq!(address("a b/追.json"), "a%20b/%E8%BF%BD.json");
        assert_eq!(address("a\\b.json"), "a/b.json");
    }
}
