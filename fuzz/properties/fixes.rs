//! Fixes mend what they name, break nothing, and come to an end.

use cts_tracker::{
    Context, Diagnostic, Fix, Options, Report, Severity, apply_fixes, check, check_with,
};
use serde_json::Value;

/// Longer texts are left out: each fix costs another verdict, and long ones show nothing new.
const LONGEST: usize = 1_000;

/// Tries every fix of a text, and then all at once.
pub(crate) fn hold(data: &[u8]) {
    if data.len() > LONGEST {
        return;
    }
    let context = Context::default();
    let Ok(text) = std::str::from_utf8(data) else {
        assert_eq!(apply_fixes(data, &context), (data.to_vec(), 0));
        return;
    };
    let before = check_with(data, &context, &Options::default().fixes(true));
    let repeats = before
        .diagnostics()
        .iter()
        .any(|found| found.code() == "body-duplicate-member");
    for found in before.diagnostics() {
        let Some(fix) = found.fix() else { continue };
        let mended = fix.apply(text).expect("the text it was made for");
        mends(found, &before, &check(mended.as_bytes(), &context));
        // Of members with the same name a patch knows one only.
        if !repeats {
            same_as_patch(fix, text, &mended);
        }
    }
    let (mended, count) = apply_fixes(data, &context);
    assert_eq!(count == 0, mended == data, "a fix changes the text");
    let after = check(&mended, &context);
    assert!(
        errors(&after) <= errors(&before),
        "no more errors than before"
    );
    assert_eq!(
        apply_fixes(&mended, &context),
        (mended, 0),
        "nothing safe is left"
    );
}

fn errors(report: &Report) -> usize {
    report.count(Severity::Error)
}

/// The diagnostic is gone and no graver one has come.
fn mends(found: &Diagnostic, before: &Report, after: &Report) {
    let count = |report: &Report, wanted: &Diagnostic| {
        let same =
            |other: &&Diagnostic| other.rule() == wanted.rule() && place(other) == place(wanted);
        report.diagnostics().iter().filter(same).count()
    };
    assert!(count(after, found) < count(before, found), "{found:?}");
    for other in after.diagnostics() {
        if other.severity() == Severity::Error {
            assert!(
                count(after, other) <= count(before, other),
                "{found:?} brings {other:?}"
            );
        }
    }
}

/// The place of a diagnostic, with the number of an item left out: numbers move.
fn place(found: &Diagnostic) -> String {
    let pointer = found.pointer();
    match pointer.rsplit_once('/') {
        Some((list, number)) if number.parse::<u32>().is_ok() => list.to_owned(),
        _ => pointer,
    }
}

/// The edit of the text does what the JSON Patch says.
fn same_as_patch(fix: &Fix, text: &str, mended: &str) {
    // Numbers beyond a double are no value for the other reader.
    let Ok(mut patched) = serde_json::from_str::<Value>(text) else {
        return;
    };
    let patch: json_patch::Patch = serde_json::from_str(&fix.to_json()).expect("a patch");
    json_patch::patch(&mut patched, &patch).expect("it applies");
    let edited: Value = serde_json::from_str(mended).expect("JSON");
    assert_eq!(patched, edited);
}
