//! All ways to a verdict agree, and every diagnostic is in order and in its place.

use std::collections::HashSet;

use cts_tracker::{
    Context, Current, Diagnostic, Locale, Position, Report, Severity, check, check_brief, is_valid,
};
use serde_json::Value;

/// Parts the body from the trackers as they are configured now. No JSON text holds this byte.
const SEPARATOR: u8 = 0x1e;

/// Judges the body, with the trackers behind the separator if there are any.
pub(crate) fn hold(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == SEPARATOR);
    let text = parts.next().unwrap_or_default();
    let current = parts.next().and_then(|listed| Current::parse(listed).ok());
    let context = Context {
        current: current.as_ref(),
        ..Context::default()
    };
    let report = check(text, &context);
    in_place(text, &report);
    short_ways_agree(text, &context, &report);
    as_json(&report);
}

fn in_place(text: &[u8], report: &Report) {
    assert!(
        !report.diagnostics().is_empty(),
        "there is always something to say"
    );
    let mut last = 0;
    let mut seen = HashSet::new();
    for found in report.diagnostics() {
        let range = found.range().expect("it is about the text");
        let (start, end) = (range.start.byte as usize, range.end.byte as usize);
        assert!(
            last <= start && start <= end && end <= text.len(),
            "{found:?}"
        );
        last = start;
        for place in [range.start, range.end] {
            if let Ok(before) = std::str::from_utf8(&text[..place.byte as usize]) {
                position(before, place);
            } else {
                assert_eq!(found.code(), "body-syntax", "{found:?}");
            }
        }
        let echo = (found.code(), found.pointer(), start, end);
        assert!(seen.insert(echo), "said twice: {found:?}");
    }
}

/// The units of a place are those of the text before it.
fn position(before: &str, place: Position) {
    assert_eq!(place.utf16 as usize, before.encode_utf16().count());
    assert_eq!(place.line as usize, before.matches('\n').count() + 1);
    let line = before.rsplit('\n').next().unwrap_or_default();
    assert_eq!(place.column as usize, line.chars().count() + 1);
}

fn short_ways_agree(text: &[u8], context: &Context<'_>, report: &Report) {
    assert_eq!(is_valid(text, context), !report.has_errors());
    for level in Severity::ALL {
        let brief: Vec<_> = check_brief(text, context, level)
            .iter()
            .map(|brief| (brief.rule, brief.severity, brief.member, brief.bytes))
            .collect();
        let long: Vec<_> = report
            .diagnostics()
            .iter()
            .filter(|found| found.severity() <= level)
            .map(short)
            .collect();
        assert_eq!(brief, long, "{level:?}");
    }
}

type Short = (
    cts_tracker::Rule,
    Severity,
    Option<cts_tracker::Member>,
    Option<(u32, u32)>,
);

fn short(found: &Diagnostic) -> Short {
    let bytes = found
        .range()
        .map(|range| (range.start.byte, range.end.byte));
    (found.rule(), found.severity(), found.member(), bytes)
}

fn as_json(report: &Report) {
    for locale in Locale::ALL {
        let written: Value = serde_json::from_str(&report.to_json(locale)).expect("JSON");
        let list = written.as_array().expect("a list");
        assert_eq!(list.len(), report.diagnostics().len());
        for (json, found) in list.iter().zip(report.diagnostics()) {
            assert_eq!(json["pointer"], found.pointer());
            assert_eq!(json["message"], found.message(locale));
            assert!(!found.message(locale).is_empty());
        }
    }
}
