//! Very large and very deep texts are answered in bounded time.
//!
//! The bounds are wide, as test machines are slow and busy. What grows with the square of the size
//! would take minutes here.

use std::time::{Duration, Instant};

use cts_tracker::{Context, Draft, Locale, Severity, check, check_brief, is_valid, json};

/// Ten megabytes, below the 12 MB that the gateway takes.
const SIZE: usize = 10_000_000;
/// For texts with a defect in every few bytes: each is a diagnostic with words of its own.
const SIZE_OF_FAULTY: usize = 200_000;
/// How long all ways to a verdict on one text may take, in an unoptimised build.
const PATIENCE: Duration = Duration::from_mins(1);

/// Judges a text and returns the number of diagnostics.
fn judge(name: &str, text: &str) -> usize {
    let start = Instant::now();
    let report = check(text.as_bytes(), &Context::default());
    assert!(report.to_json(Locale::English).len() > 2, "{name}");
    // The other ways do the same work again, so that a smaller text is enough.
    if text.len() <= 2 * SIZE_OF_FAULTY {
        let context = Context::default();
        let brief = check_brief(text.as_bytes(), &context, Severity::Info);
        assert_eq!(brief.len(), report.diagnostics().len(), "{name}");
        assert_eq!(
            is_valid(text.as_bytes(), &context),
            !report.has_errors(),
            "{name}"
        );
        let _ = Draft::parse(text.as_bytes());
        let _ = json::format(text.as_bytes());
    }
    assert!(start.elapsed() < PATIENCE, "{name}: {:?}", start.elapsed());
    report.diagnostics().len() + report.omitted()
}

/// A unit as often as it fits into a size.
fn times(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len())
}

/// A body with more members.
fn with(members: &str) -> String {
    format!(r#"{{"tracker_type":"data",{members},"tracker_name":"orders"}}"#)
}

#[test]
fn depth_ends_a_text_at_once() {
    for unit in ["[", "{\"a\":", "[{\"a\":", " [\n", "{\"obs_info\":"] {
        for text in [times(unit, 100_000 * unit.len()), times(unit, SIZE)] {
            let start = Instant::now();
            let report = check(text.as_bytes(), &Context::default());
            let codes: Vec<_> = report
                .diagnostics()
                .iter()
                .map(cts_tracker::Diagnostic::code)
                .collect();
            assert_eq!(codes, ["body-syntax"], "{unit}");
            let message = report.diagnostics()[0].message(Locale::English);
            assert!(message.contains("too deep"), "{message}");
            assert!(json::format(text.as_bytes()).is_err());
            assert!(Draft::parse(text.as_bytes()).is_err());
            assert!(start.elapsed() < PATIENCE, "{unit}: {:?}", start.elapsed());
        }
    }
}

#[test]
fn ten_megabytes_with_few_defects() {
    let long = |member: &str, unit: &str| with(&format!("\"{member}\":\"{}\"", times(unit, SIZE)));
    let inside = |member: &str, unit: &str| {
        with(&format!(
            "\"obs_info\":{{\"{member}\":\"{}\"}}",
            times(unit, SIZE)
        ))
    };
    for (name, text) in [
        ("a long name", long("agency_name", "追")),
        ("a long key", long("kms_id", "\\u8ffd")),
        ("a long bucket", inside("bucket_name", "a.-")),
        ("a long prefix", inside("file_prefix_name", "p")),
        ("a long unknown text", long("note", "\\\"")),
        ("lines", with(&format!("\"x\":{}1", times("\n", SIZE)))),
        ("spaces before", times(" ", SIZE) + &with("\"x\":1")),
        (
            "a wide list",
            with(&format!("\"x\":[{}0]", times("0,", SIZE))),
        ),
        (
            "a list of lists",
            with(&format!("\"x\":[{}0]", times("[[]],", SIZE))),
        ),
        (
            "a long number",
            with(&format!("\"x\":{}", times("7", SIZE))),
        ),
        (
            "a long number of days",
            with(&format!(
                "\"obs_info\":{{\"bucket_lifecycle\":{}}}",
                times("7", SIZE)
            )),
        ),
        ("not closed", format!("[\"{}", times("x", SIZE))),
        ("broken at the end", times("[1],", 4) + &times("1 ", SIZE)),
    ] {
        let count = judge(name, &text);
        assert!((1..20).contains(&count), "{name}: {count}");
    }
}

#[test]
fn names_in_an_unknown_object_are_compared_without_comparing_each_with_each() {
    let members: Vec<_> = (0..20_000)
        .map(|number| format!("\"a{number}\":0"))
        .collect();
    let count = judge(
        "many names",
        &with(&format!("\"x\":{{{}}}", members.join(","))),
    );
    assert!(count < 10, "{count}");
}

#[test]
fn many_defects_are_all_counted() {
    let events = |item: &str| {
        let items = times(&format!("{item},"), SIZE_OF_FAULTY);
        with(&format!(
            "\"data_bucket\":{{\"data_event\":[{}]}}",
            items.trim_end_matches(',')
        ))
    };
    for (name, text, least) in [
        ("numbers as events", events("1"), SIZE_OF_FAULTY / 2),
        ("misspelt events", events("\"read\""), SIZE_OF_FAULTY / 7),
        ("the same event", events("\"READ\""), SIZE_OF_FAULTY / 7 - 1),
        (
            "repeated unknown members",
            with(&(times("\"a\":1,", SIZE_OF_FAULTY) + "\"b\":1")),
            SIZE_OF_FAULTY / 6 - 1,
        ),
        (
            "repeated members inside",
            with(&format!(
                "\"x\":{{{}\"b\":1}}",
                times("\"a\":1,", SIZE_OF_FAULTY)
            )),
            SIZE_OF_FAULTY / 6 - 1,
        ),
        (
            "repeated members",
            with(&(times("\"status\":1,", SIZE_OF_FAULTY / 4) + "\"b\":1")),
            SIZE_OF_FAULTY / 44 - 1,
        ),
        (
            "repeated objects",
            with(&(times("\"obs_info\":{\"a\":1},", SIZE_OF_FAULTY / 4) + "\"b\":1")),
            SIZE_OF_FAULTY / 80 - 1,
        ),
    ] {
        let count = judge(name, &text);
        assert!(count >= least, "{name}: {count}, not {least}");
    }
}
