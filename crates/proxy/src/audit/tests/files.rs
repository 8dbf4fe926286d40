//! Files, their rotation, and who may write them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{intent, outcome, write};
use crate::audit::Audit;
use crate::audit::file::LogFile;
use crate::audit::verify::report;

fn open(folder: &Path, limit: u64, keep: usize) -> std::io::Result<Audit> {
    Audit::start(LogFile::new(folder.join("audit.jsonl"), limit, keep))
}

/// The files of a folder, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("a file"))
        })
        .collect();
    files.sort();
    files
}

fn check(folder: &Path) -> String {
    let (text, is_good) = report(files(folder), &[], false);
    assert!(is_good, "{text}");
    text
}

/// Writes changes one by one, so that each can begin another file.
async fn changes(audit: &Audit, from: usize, to: usize) {
    for number in from..to {
        let id = format!("{number:032x}");
        audit.intent(super::request(&id)).await.expect("written");
        audit.note(outcome(&id));
    }
    audit.close().await;
}

#[tokio::test]
async fn the_chain_goes_on_across_files_and_starts() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    changes(&open(folder, 2000, 0).expect("a log"), 0, 10).await;
    changes(&open(folder, 2000, 0).expect("a log"), 10, 20).await;
    let text = check(folder);
    assert!(
        text.contains("changes: 20, of which 0 without an outcome"),
        "{text}"
    );
    let names: Vec<_> = files(folder).into_iter().map(|file| file.0).collect();
    assert!(names.len() > 4, "{names:?}");
    assert_eq!(
        names[..3],
        ["audit.jsonl", "audit.jsonl.000001", "audit.jsonl.000002"]
    );
    assert!(files(folder).iter().all(|(_, bytes)| bytes.len() < 4000));
}

#[tokio::test]
async fn old_files_go_and_their_numbers_are_not_used_again() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    changes(&open(folder, 1000, 2).expect("a log"), 0, 20).await;
    let names: Vec<_> = files(folder).into_iter().map(|file| file.0).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert!(
        !names.contains(&"audit.jsonl.000001".to_owned()),
        "{names:?}"
    );
    assert!(check(folder).contains("are in no file given"));
}

/// The program can end between two steps of a rotation.
#[tokio::test]
async fn a_rotation_that_was_interrupted_is_finished() {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    changes(&open(folder, 1_000_000, 0).expect("a log"), 0, 3).await;
    fs::rename(
        folder.join("audit.jsonl"),
        folder.join("audit.jsonl.000001"),
    )
    .expect("renamed");
    changes(&open(folder, 1_000_000, 0).expect("a log"), 3, 5).await;
    assert!(check(folder).contains("changes: 5"));
    fs::rename(
        folder.join("audit.jsonl"),
        folder.join("audit.jsonl.000002"),
    )
    .expect("renamed");
    fs::write(folder.join("audit.jsonl"), "").expect("an empty file");
    changes(&open(folder, 1_000_000, 0).expect("a log"), 5, 6).await;
    assert!(check(folder).contains("changes: 6"));
    fs::rename(
        folder.join("audit.jsonl"),
        folder.join("audit.jsonl.000003"),
    )
    .expect("renamed");
    fs::write(folder.join("audit.jsonl"), "{\"number\":").expect("a piece");
    changes(&open(folder, 1_000_000, 0).expect("a log"), 6, 7).await;
    assert!(check(folder).contains("changes: 7"));
}

#[tokio::test]
async fn two_programs_cannot_write_one_file() {
    let folder = TempDir::new().expect("a folder");
    let first = open(folder.path(), 1000, 0).expect("a log");
    let error = open(folder.path(), 1000, 0)
        .err()
        .expect("a refusal")
        .to_string();
    assert!(error.contains("another program"), "{error}");
    first.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_the_file_and_a_device_is_none() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    write(
        &open(folder.path(), 1000, 0).expect("a log"),
        vec![intent("a")],
    )
    .await;
    let mode = fs::metadata(folder.path().join("audit.jsonl"))
        .expect("a file")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let full = Audit::start(LogFile::new("/dev/full".into(), 1000, 0));
    assert!(
        full.err()
            .expect("a refusal")
            .to_string()
            .contains("not an ordinary file")
    );
    let nowhere = Audit::start(LogFile::new(folder.path().join("missing/audit"), 1000, 0));
    assert!(nowhere.is_err());
}
