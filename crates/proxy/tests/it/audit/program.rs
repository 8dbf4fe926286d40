//! The program with an audit log: full disks, standard output, `audit verify`.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::program::{Running, command, fails, update_head};
use crate::site::BODY;

fn config(folder: &Path, text: &str) -> String {
    let file = folder.join("proxy.toml");
    fs::write(&file, text).expect("a file");
    file.display().to_string()
}

/// The output of `audit` and its exit status.
fn audit(arguments: &[&str]) -> (Option<i32>, String) {
    let output = command(&[&["audit"], arguments].concat())
        .output()
        .expect("the program starts");
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8(text).expect("UTF-8"),
    )
}

/// The same shell limits a file to two blocks of 1024 bytes, as a full disk would.
#[test]
fn on_a_full_disk_nothing_is_sent() {
    let folder = TempDir::new().expect("a folder");
    let file = config(folder.path(), &super::settings(folder.path()));
    // Without the trap the system would end the process instead of telling it.
    let script = "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"";
    let mut shell = Command::new("bash");
    shell
        .args([
            "-c",
            script,
            env!("CARGO_BIN_EXE_cts-proxy"),
            "--config",
            &file,
        ])
        .args(["--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for variable in ["CLOUD_SDK_AK", "CLOUD_SDK_SK", "CTS_PROXY_LOG"] {
        shell.env_remove(variable);
    }
    let running = Running::start(&mut shell);
    let mut answers = Vec::new();
    for _ in 0..10 {
        answers.push(running.send(&update_head(), BODY));
    }
    let sent = answers
        .iter()
        .filter(|answer| answer.starts_with("HTTP/1.1 200"))
        .count();
    let refused: Vec<_> = answers
        .iter()
        .filter(|answer| answer.starts_with("HTTP/1.1 503"))
        .collect();
    assert!(sent > 0 && sent + refused.len() == 10, "{answers:?}");
    assert!(
        refused
            .iter()
            .all(|answer| answer.contains("PROXY.0503") && answer.contains("nothing was sent")),
        "{refused:?}"
    );
    let ready = running.send("GET /readyz HTTP/1.1", "");
    assert!(
        ready.starts_with("HTTP/1.1 503") && ready.contains("audit"),
        "{ready}"
    );
    let log = running.stop("-TERM");
    assert!(log.contains("the audit log cannot be written"), "{log}");
    // With room again the log goes on and is whole.
    Running::start(&mut command(&[
        "--config",
        &file,
        "--listen",
        "127.0.0.1:0",
    ]))
    .stop("-TERM");
    let path = folder.path().join("audit.jsonl").display().to_string();
    let (status, text) = audit(&["verify", &path]);
    assert_eq!(status, Some(0), "{text}");
    let log = fs::read_to_string(&path).expect("a log");
    let intents = log
        .lines()
        .filter(|line| line.contains("\"event\":\"intent\"") && line.ends_with("\"}"))
        .count();
    assert!(intents >= sent, "{log}");
}

#[test]
fn a_full_standard_output_stops_the_start() {
    let folder = TempDir::new().expect("a folder");
    let file = config(folder.path(), "[audit]\nstandard_output = true\n");
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .expect("a device");
    let error = fails(command(&["--config", &file, "--listen", "127.0.0.1:0"]).stdout(full));
    assert!(
        error.contains("audit: standard output cannot be written"),
        "{error}"
    );
}

#[test]
fn standard_output_holds_nothing_but_the_log() {
    let folder = TempDir::new().expect("a folder");
    let file = config(folder.path(), "[audit]\nstandard_output = true\n");
    let collected = folder.path().join("collected");
    let output = fs::File::create(&collected).expect("a file");
    let mut command = command(&["--config", &file, "--listen", "127.0.0.1:0"]);
    let running = Running::start_telling_errors(command.stdout(output));
    assert!(
        running
            .send(&update_head(), BODY)
            .starts_with("HTTP/1.1 200")
    );
    running.stop("-TERM");
    let path = collected.display().to_string();
    let (status, text) = audit(&["verify", &path]);
    assert_eq!(status, Some(0), "{text}");
    assert!(
        text.contains("changes: 1, of which 0 without an outcome"),
        "{text}"
    );
}

#[test]
fn the_exit_status_tells_what_was_found() {
    let folder = TempDir::new().expect("a folder");
    let file = config(folder.path(), &super::settings(folder.path()));
    let running = Running::start(&mut command(&[
        "--config",
        &file,
        "--listen",
        "127.0.0.1:0",
    ]));
    assert!(
        running
            .send(&update_head(), BODY)
            .starts_with("HTTP/1.1 200")
    );
    let log = running.stop("-TERM");
    let path = folder.path().join("audit.jsonl").display().to_string();
    let (status, text) = audit(&["verify", &path]);
    assert_eq!(status, Some(0), "{text}");
    let last = text
        .lines()
        .last()
        .and_then(|line| line.strip_prefix("last: "))
        .expect("a hash");
    assert!(
        log.contains(last),
        "the log of the proxy has the last hash: {log}"
    );
    assert_eq!(audit(&["verify", "--expect", last, &path]).0, Some(0));
    assert_eq!(
        audit(&["verify", "--expect", &"0".repeat(64), &path]).0,
        Some(1)
    );
    let changed = fs::read_to_string(&path)
        .expect("a log")
        .replace("disabled", "enabled");
    fs::write(&path, changed).expect("a file");
    let (status, text) = audit(&["verify", &path]);
    assert_eq!(status, Some(1));
    assert!(
        text.contains("audit.jsonl:3: this line is not as it was written"),
        "{text}"
    );
    for wrong in [
        &["verify"][..],
        &["verify", "/nonexistent"],
        &["look", &path],
        &["verify", "--x", &path],
    ] {
        assert_eq!(audit(wrong).0, Some(2), "{wrong:?}");
    }
    let error = fails(&mut command(&[
        "--config",
        &file,
        "--listen",
        "127.0.0.1:0",
    ]));
    assert!(
        error.contains("cts-proxy audit verify"),
        "it does not go on: {error}"
    );
    assert_eq!(audit(&["--help"]).0, Some(0));
}
