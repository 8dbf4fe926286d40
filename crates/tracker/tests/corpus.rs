//! The corpus that all ways to a verdict share: here the crate, which also writes what is expected.
//!
//! With `CTS_BLESS=1` the expected files are written instead of compared. Look at the difference.

use std::fmt::Write as _;

use cts_tracker::{
    Context, Current, Draft, Locale, Options, Report, Rule, Severity, apply_fixes, check,
    check_brief, check_with, is_valid,
};

#[path = "../../../tests/corpus/corpus.rs"]
mod corpus;

use corpus::{Case, LOCALES, cases, expected};

/// Rules about the credential: no text and no option of the package or the command carries one.
const NOT_IN_THE_CORPUS: [&str; 4] = [
    "token-shape",
    "token-expired",
    "clock-skew",
    "signature-retry",
];

/// Calls with the context of a case.
fn with_context<T>(case: &Case, judge: impl FnOnce(&Context<'_>) -> T) -> T {
    let current = case.current.as_ref().map(|listed| {
        Current::parse(listed.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", case.name))
    });
    judge(&Context {
        project_id: case.project_id.as_deref(),
        region: case.region.as_deref(),
        current: current.as_ref(),
        ..Context::default()
    })
}

fn report(case: &Case) -> Report {
    with_context(case, |context| check(&case.text, context))
}

fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).expect("a language of this crate")
}

/// Compares a file of the corpus with what it should be, or writes it.
fn hold(name: &str, should: &str) {
    let path = corpus::folder().join(name);
    if std::env::var_os("CTS_BLESS").is_some() {
        std::fs::write(&path, should).expect("written");
        return;
    }
    let is = std::fs::read_to_string(&path).unwrap_or_default();
    for (is, should) in is.lines().zip(should.lines()) {
        assert_eq!(is, should, "{name}");
    }
    assert_eq!(is.len(), should.len(), "{name} has another number of lines");
}

#[test]
fn diagnostics_are_those_expected() {
    for tag in LOCALES {
        let mut lines = String::new();
        for case in cases() {
            let diagnostics = report(&case).to_json(locale(tag));
            lines.push_str(&corpus::line(&case.name, &diagnostics));
        }
        hold(&corpus::file(tag), &lines);
    }
}

#[test]
fn mended_texts_are_those_expected() {
    let mut lines = String::new();
    for case in cases() {
        let (mended, count) = with_context(&case, |context| apply_fixes(&case.text, context));
        assert_eq!(count == 0, mended == case.text, "{}", case.name);
        if count > 0 {
            let name = serde_json::Value::from(case.name.as_str());
            let mended = serde_json::Value::from(String::from_utf8(mended).expect("UTF-8"));
            writeln!(
                lines,
                "{{\"name\":{name},\"count\":{count},\"text\":{mended}}}"
            )
            .expect("a String takes everything");
        }
    }
    assert!(lines.lines().count() > 20);
    hold("mended.ndjson", &lines);
}

/// So that a new rule cannot be forgotten here: a case of the same name breaks it.
#[test]
fn every_rule_has_a_case_of_its_name() {
    let cases = cases();
    for rule in Rule::ALL {
        let code = rule.code();
        let case = cases.iter().find(|case| case.name == code);
        let breaks = case.is_some_and(|case| {
            let report = report(case);
            report
                .diagnostics()
                .iter()
                .any(|found| found.rule() == *rule)
        });
        assert_eq!(breaks, !NOT_IN_THE_CORPUS.contains(&code), "{code}");
    }
    let mut names: Vec<_> = cases.iter().map(|case| &case.name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), cases.len(), "each name is there once");
}

#[test]
fn every_way_in_the_crate_says_the_same() {
    for case in cases() {
        let long = report(&case);
        with_context(&case, |context| {
            assert_eq!(
                is_valid(&case.text, context),
                !long.has_errors(),
                "{}",
                case.name
            );
            let brief: Vec<_> = check_brief(&case.text, context, Severity::Info)
                .iter()
                .map(|brief| (brief.rule, brief.severity, brief.member, brief.bytes))
                .collect();
            let diagnostics = long.diagnostics().iter();
            let expected: Vec<_> = diagnostics
                .map(|found| {
                    let bytes = found
                        .range()
                        .map(|range| (range.start.byte, range.end.byte));
                    (found.rule(), found.severity(), found.member(), bytes)
                })
                .collect();
            assert_eq!(brief, expected, "{}", case.name);
            assert_eq!(check_with(&case.text, context, &Options::default()), long);
        });
        let errors: Vec<_> = long
            .diagnostics()
            .iter()
            .map(cts_tracker::Diagnostic::code)
            .collect();
        let is_no_body = errors.iter().any(|code| {
            matches!(
                *code,
                "body-syntax" | "body-not-object" | "body-empty" | "body-too-large"
            )
        });
        let has_draft = Draft::parse(&case.text).is_ok();
        assert!(
            has_draft != is_no_body || case.name == "body-too-large",
            "{}",
            case.name
        );
    }
}

#[test]
fn what_is_expected_names_each_case() {
    let names: Vec<_> = cases().into_iter().map(|case| case.name).collect();
    for tag in LOCALES {
        let expected: Vec<_> = expected(tag).into_iter().map(|(name, _)| name).collect();
        assert_eq!(expected, names, "{tag}");
    }
}
