//! The process is killed while it works, again and again.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::program::{Running, command, update_head};
use crate::site::BODY;

/// Verifies all files of a log. Gives what is printed.
fn verify(folder: &Path) -> (bool, String) {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path().display().to_string())
        .filter(|path| path.contains("audit.jsonl"))
        .collect();
    files.sort();
    let mut arguments = vec!["audit", "verify"];
    arguments.extend(files.iter().map(String::as_str));
    let output = command(&arguments).output().expect("the program starts");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    (output.status.success(), text)
}

#[test]
fn the_log_is_whole_however_the_process_ends() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("proxy.toml");
    fs::write(&file, super::settings(folder.path())).expect("a file");
    let file = file.display().to_string();
    let mut answered = 0;
    for round in 0..8u64 {
        let running = Running::start(
            command(&["--config", &file, "--listen", "127.0.0.1:0"]).stderr(Stdio::null()),
        );
        let count = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    // Until the process is gone.
                    while let Some(answer) = running.try_send(&update_head(), BODY) {
                        if answer.starts_with("HTTP/1.1 200") {
                            count.fetch_add(1, Ordering::SeqCst);
                        }
                    }
                });
            }
            // Anything between no request and many.
            thread::sleep(Duration::from_millis(30 + round * 47));
            running.kill();
        });
        answered += count.into_inner();
        drop(running);
    }
    // A last start marks what the last end left.
    let running = Running::start(
        command(&["--config", &file, "--listen", "127.0.0.1:0"]).stderr(Stdio::null()),
    );
    running.kill();
    drop(running);
    let (is_good, text) = verify(folder.path());
    assert!(is_good, "{text}");
    let intended: usize = text
        .split("changes: ")
        .nth(1)
        .and_then(|rest| rest.split(',').next()?.parse().ok())
        .expect(&text);
    assert!(
        answered > 0 && intended >= answered,
        "{answered} answered: {text}"
    );
}
