//! Very large and very deep files through the real program, in bounded time and memory.
#![cfg(unix)]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// All that the program may take, in kilobytes of address space: thirty times the largest text.
const MEMORY: u32 = 300_000;
/// Wide, as test machines are slow and busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the program in a shell that bounds its memory, with a text on standard input.
fn check(words: &str, text: &str) -> (Option<i32>, String) {
    let program = env!("CARGO_BIN_EXE_cts-tracker");
    let start = Instant::now();
    let mut child = Command::new("sh")
        .args([
            "-c",
            &format!("ulimit -v {MEMORY} && exec \"$0\" {words} -"),
            program,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a shell");
    let mut input = child.stdin.take().expect("it is piped");
    input
        .write_all(text.as_bytes())
        .expect("it reads to the end");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.code(), said)
}

#[test]
fn depth_is_refused() {
    for text in ["[".repeat(100_000), "{\"a\":".repeat(2_000_000)] {
        for words in [
            "check --format json",
            "check --color never",
            "check --format sarif",
        ] {
            let (status, said) = check(words, &text);
            assert_eq!(status, Some(1));
            assert!(said.contains("body-syntax"), "{words}");
            assert!(said.len() < 200_000, "{words}: {} bytes", said.len());
        }
    }
}

#[test]
fn ten_megabytes_are_judged() {
    let name = "追".repeat(3_300_000);
    let body = format!("{{\"tracker_type\":\"data\",\"tracker_name\":\"{name}\"}}");
    let (status, said) = check("check --format json --level error", &body);
    assert_eq!(status, Some(1));
    let codes = said.matches("\"code\":").count();
    assert!(
        said.contains("tracker-name-too-long") && codes == 2,
        "{codes}"
    );

    let note = "x".repeat(10_000_000);
    let good = format!(
        "{{\"tracker_type\":\"system\",\"tracker_name\":\"system\",\"status\":\"enabled\",\"note\":\"{note}\"}}"
    );
    let (status, said) = check("check --format json --level error", &good);
    assert_eq!(status, Some(0));
    assert!(said.contains("\"valid\":true,\"diagnostics\":[]"));
}

#[test]
fn a_hundred_thousand_lines_are_judged() {
    let lines =
        "{\"tracker_type\":\"system\",\"tracker_name\":\"system\",\"status\":\"enabled\"}\n"
            .repeat(100_000);
    let (status, said) = check("check --lines --format json --level error", &lines);
    assert_eq!(status, Some(0));
    assert_eq!(said.matches("\"valid\":true").count(), 100_000);
}
