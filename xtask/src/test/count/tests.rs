use std::process::Command;

use super::{Tally, from_junit, from_line, from_playwright, from_tap};

fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
    Tally {
        passed,
        failed,
        skipped,
    }
}

#[test]
fn summary_lines_are_read() {
    let line = "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.01s";
    assert_eq!(from_line(line), Some(tally(12, 0, 3)));
    let line = "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
    assert_eq!(from_line(line), Some(tally(1, 2, 0)));
    assert_eq!(from_line("4 passed, 0 failed"), Some(tally(4, 0, 0)));
}

#[test]
fn other_lines_are_not() {
    for line in [
        "",
        "running 3 tests",
        "test a ... ok",
        "test result: ok",
        "3 passed",
        "many passed, 0 failed",
    ] {
        assert_eq!(from_line(line), None, "{line}");
    }
}

#[test]
fn playwrights_report_is_read() {
    let report = serde_json::json!({
        "errors": [], "stats": {"expected": 7, "skipped": 1, "unexpected": 2, "flaky": 1, "duration": 5.0}
    });
    assert_eq!(from_playwright(&report), Some(tally(8, 2, 1)));
    let report = serde_json::json!({
        "errors": [{"message": "No tests found"}],
        "stats": {"expected": 0, "skipped": 0, "unexpected": 0, "flaky": 0}
    });
    assert_eq!(from_playwright(&report), Some(tally(0, 1, 0)));
    assert_eq!(from_playwright(&serde_json::json!({})), None);
}

#[test]
fn pytests_report_is_read() {
    let report = r#"<?xml version="1.0"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1"
        failures="2" skipped="3" tests="10" time="0.1"><testcase/></testsuite></testsuites>"#;
    assert_eq!(from_junit(report), Some(tally(4, 3, 3)));
    assert_eq!(from_junit("<testsuites/>"), None);
}

#[test]
fn an_end_that_contradicts_the_counts_is_a_failure() {
    let good = Command::new("true").status().expect("ended");
    let bad = Command::new("false").status().expect("ended");
    assert_eq!(tally(3, 0, 0).checked(good), tally(3, 0, 0));
    assert_eq!(tally(3, 0, 0).checked(bad), tally(3, 1, 0));
    assert_eq!(tally(3, 2, 0).checked(bad), tally(3, 2, 0));
    assert_eq!(tally(0, 0, 1).checked(good), tally(0, 1, 1));
}

#[test]
fn only_something_that_ran_is_good() {
    assert!(tally(1, 0, 0).is_good());
    assert!(!tally(0, 0, 5).is_good());
    assert!(!tally(9, 1, 0).is_good());
}

#[test]
fn the_summary_of_nodes_test_runner_is_read() {
    let mut counted = Tally::default();
    for line in [
        "ok 1 - # pass 7",
        "# Subtest: a",
        "# tests 6",
        "# pass 3",
        "# fail 1",
        "# cancelled 1",
        "# skipped 1",
        "# duration_ms 12.5",
    ] {
        from_tap(line, &mut counted);
    }
    assert_eq!(counted, tally(3, 2, 1));
}
