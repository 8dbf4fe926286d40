//! Texts that are large or deep on purpose get their verdict in bounded time and memory.

use std::time::{Duration, Instant};

use cts_tracker::{
    Context, Options, Severity, apply_fixes, check, check_brief, check_with, is_valid,
};

/// Far above what a linear reader needs, far below what a quadratic one takes.
const PATIENCE: Duration = Duration::from_mins(1);

fn in_time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < PATIENCE, "{what}: {:?}", start.elapsed());
    result
}

/// `{` and the members, again and again up to about this many bytes, and `}`.
fn repeated(member: &str, bytes: usize) -> String {
    format!("{{{}}}", vec![member; bytes / member.len()].join(","))
}

#[test]
fn members_that_are_repeated_without_end() {
    for member in [
        r#""status":1"#,
        r#""obs_info":{}"#,
        r#""obs_info":{"a1":1}"#,
        r#""unknown":1"#,
        r#""unknown":{"a":1,"a":2}"#,
    ] {
        let text = repeated(member, 400_000);
        let report = in_time(member, || check(text.as_bytes(), &Context::default()));
        assert!(report.has_errors());
        assert!(!is_valid(text.as_bytes(), &Context::default()));
    }
}

#[test]
fn a_report_holds_what_a_person_can_read_and_counts_the_rest() {
    let items = vec!["1"; 1_000_000].join(",");
    let text = format!(
        r#"{{"tracker_type":"data","tracker_name":"x","data_bucket":{{"data_bucket_name":"bucket","data_event":[{items}]}}}}"#
    );
    let report = in_time("a million wrong items", || {
        check(text.as_bytes(), &Context::default())
    });
    let errors = report.diagnostics().iter();
    let errors = errors.filter(|found| found.severity() == Severity::Error);
    assert_eq!(errors.count(), 10_000);
    assert!(report.omitted() > 980_000);
    assert!(report.count(Severity::Error) >= 1_000_000);
    let options = Options::default().level(Severity::Error);
    assert!(check_with(text.as_bytes(), &Context::default(), &options).has_errors());
}

#[test]
fn no_number_of_warnings_hides_an_error() {
    let members: Vec<_> = (0..10_001)
        .map(|number| format!("\"a{number}\":0"))
        .collect();
    let text = format!(r#"{{{},"tracker_name":"x"}}"#, members.join(","));
    let context = Context::default();
    let is_error = |severity| severity == Severity::Error;
    let report = check(text.as_bytes(), &context);
    assert!(report.omitted() > 0);
    assert!(
        report
            .diagnostics()
            .iter()
            .any(|found| is_error(found.severity()))
    );
    let brief = check_brief(text.as_bytes(), &context, Severity::Info);
    assert!(brief.iter().any(|found| is_error(found.severity)));
}

#[test]
fn fixes_of_many_defects() {
    let items = vec![r#""read""#; 100].join(",");
    let text = format!(r#"{{"tracker_type":"data","data_bucket":{{"data_event":[{items}]}}}}"#);
    let options = Options::default().fixes(true);
    in_time("fixes", || {
        check_with(text.as_bytes(), &Context::default(), &options)
    });
    in_time("applying them", || {
        apply_fixes(text.as_bytes(), &Context::default())
    });
}
