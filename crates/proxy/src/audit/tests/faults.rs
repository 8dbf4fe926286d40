//! A full disk, a disk that cannot confirm, a loss of power.

use std::time::Duration;

use proptest::prelude::*;

use super::disk::Disk;
use super::{intent, outcome, request, write};
use crate::audit::verify::report;
use crate::audit::writer::State;
use crate::audit::{Audit, Unwritten};

fn check(disk: &Disk) -> String {
    let (text, is_good) = report(vec![("audit".to_owned(), disk.bytes())], &[], false);
    assert!(is_good, "{text}\n{}", disk.text());
    text
}

/// The whole lines that hold all of these texts.
fn count(disk: &Disk, texts: &[&str]) -> usize {
    let has_all = |line: &&str| {
        line.contains(",\"hash\":\"")
            && line.ends_with("\"}")
            && texts.iter().all(|text| line.contains(text))
    };
    disk.text().lines().filter(has_all).count()
}

/// Waits until the writer may try again.
async fn recovered(audit: &Audit) {
    for _ in 0..100 {
        if audit.is_writable().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the log stays unwritable");
}

/// The last line is cut at each of its bytes, as by a loss of power: the log goes on, and says what was lost.
#[tokio::test]
async fn a_line_cut_at_any_byte_is_marked_and_never_dropped() {
    let disk = Disk::default();
    let audit = Audit::start(disk.clone()).expect("a log");
    write(&audit, vec![intent("a"), outcome("a")]).await;
    let whole = disk.bytes();
    let last = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .expect("a line")
        + 1;
    for length in last..=whole.len() {
        let disk = Disk::holding(&whole[..length]);
        let audit = Audit::start(disk.clone()).expect("it goes on");
        write(&audit, vec![intent("b"), outcome("b")]).await;
        assert!(
            disk.bytes().starts_with(&whole[..length]),
            "nothing is taken away"
        );
        let text = check(&disk);
        let is_torn = length > last && length < whole.len() - 1;
        assert_eq!(
            text.contains("were not written to the end"),
            is_torn,
            "{length}: {text}"
        );
        assert_eq!(count(&disk, &["\"torn\""]), usize::from(is_torn));
        // Once more, behind the mark.
        let again = Disk::holding(&disk.bytes());
        write(&Audit::start(again.clone()).expect("it goes on"), vec![]).await;
        check(&again);
    }
}

/// The very first line is cut at each of its bytes.
#[tokio::test]
async fn a_first_line_that_was_cut_is_written_anew() {
    let disk = Disk::default();
    write(&Audit::start(disk.clone()).expect("a log"), vec![]).await;
    let whole = disk.bytes();
    let end = whole
        .iter()
        .position(|byte| *byte == b'\n')
        .expect("a line");
    for length in 1..end {
        let disk = Disk::holding(&whole[..length]);
        write(
            &Audit::start(disk.clone()).expect("it goes on"),
            vec![intent("b")],
        )
        .await;
        check(&disk);
    }
}

/// Blocks that were allocated and never written are zeros.
#[tokio::test]
async fn zeros_of_a_lost_block_are_marked() {
    let disk = Disk::default();
    write(
        &Audit::start(disk.clone()).expect("a log"),
        vec![intent("a"), outcome("a")],
    )
    .await;
    disk.content().bytes.extend([0; 512]);
    disk.content().bytes.extend(b"\"}\n{\"number\":9");
    write(
        &Audit::start(disk.clone()).expect("it goes on"),
        vec![intent("b")],
    )
    .await;
    assert!(check(&disk).contains("were not written to the end"));
}

#[tokio::test]
async fn a_log_that_was_changed_is_not_written_further() {
    let disk = Disk::default();
    write(
        &Audit::start(disk.clone()).expect("a log"),
        vec![intent("a"), outcome("a")],
    )
    .await;
    for (from, to) in [
        ("alice", "mallory"),
        ("answered", "unknown"),
        ("\"number\":4", "\"number\":5"),
    ] {
        let changed = Disk::holding(disk.text().replace(from, to).as_bytes());
        let error = Audit::start(changed).err().expect("a refusal").to_string();
        assert!(error.contains("cts-proxy audit verify"), "{error}");
    }
}

#[tokio::test]
async fn on_a_full_disk_nothing_is_intended_until_there_is_room_again() {
    let disk = Disk::default();
    let audit = Audit::start(disk.clone()).expect("a log");
    let hash = audit.intent(request("first")).await.expect("written");
    assert_eq!(count(&disk, &["intent", "first", &hash]), 1);
    disk.content().room = 40;
    audit.note(outcome("first"));
    assert_eq!(audit.intent(request("second")).await, Err(Unwritten));
    assert!(!audit.is_writable().await);
    assert_eq!(audit.state().failures.get(), 1);
    disk.content().room = usize::MAX;
    recovered(&audit).await;
    audit.intent(request("third")).await.expect("written");
    audit.close().await;
    check(&disk);
    assert_eq!(count(&disk, &["intent", "second"]), 0);
    assert_eq!(
        count(&disk, &["outcome", "first"]),
        1,
        "it was kept for later"
    );
}

/// What was written and not confirmed counts as not written, and the log says so.
#[tokio::test]
async fn an_intent_that_was_not_confirmed_was_not_sent() {
    let disk = Disk::default();
    let audit = Audit::start(disk.clone()).expect("a log");
    disk.content().is_unsure = true;
    assert_eq!(audit.intent(request("second")).await, Err(Unwritten));
    disk.content().is_unsure = false;
    recovered(&audit).await;
    audit.close().await;
    check(&disk);
    assert_eq!(count(&disk, &["intent", "second"]), 1);
    assert_eq!(count(&disk, &["not-sent", "second"]), 1);
}

/// What was confirmed and is gone is not passed over.
#[tokio::test]
async fn a_log_that_lost_a_confirmed_line_stays_shut() {
    let disk = Disk::default();
    let audit = Audit::start(disk.clone()).expect("a log");
    audit.intent(request("first")).await.expect("written");
    let text = disk.text();
    let before = &text[..=text.trim_end().rfind('\n').expect("lines")];
    disk.content().bytes = before.as_bytes().to_vec();
    disk.content().room = 0;
    assert_eq!(audit.intent(request("second")).await, Err(Unwritten));
    disk.content().room = usize::MAX;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!audit.is_writable().await);
    assert_eq!(audit.intent(request("third")).await, Err(Unwritten));
}

#[tokio::test]
async fn many_at_once_wait_for_the_disk_together() {
    let disk = Disk::default();
    let audit = Audit::start(disk.clone()).expect("a log");
    disk.content().delay = Duration::from_millis(20);
    let before = audit.state().batches.get();
    let tasks: Vec<_> = (0..50)
        .map(|number| {
            let audit = audit.clone();
            tokio::spawn(async move { audit.intent(request(&number.to_string())).await })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic").expect("written");
    }
    let State { lines, batches, .. } = audit.state();
    assert!(batches.get() - before <= 5, "{batches:?} for 50 lines");
    assert!(lines.get() >= 52);
    audit.close().await;
    check(&disk);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whenever the disk is full, each intent that was confirmed is there, and each that was not is not, or is followed
    /// by the word that it was not sent.
    #[test]
    fn the_log_tells_the_truth_however_full_the_disk(rooms in prop::collection::vec(0usize..900, 1..4)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let disk = Disk::default();
            let audit = Audit::start(disk.clone()).expect("a log");
            let mut intents = Vec::new();
            for (round, room) in rooms.into_iter().enumerate() {
                disk.content().room = room;
                for number in 0..3 {
                    let id = format!("request-{round}-{number}");
                    let written = audit.intent(request(&id)).await.is_ok();
                    if written {
                        audit.note(outcome(&id));
                    }
                    intents.push((id, written));
                }
                disk.content().room = usize::MAX;
                recovered(&audit).await;
            }
            audit.close().await;
            check(&disk);
            for (id, written) in intents {
                let id = format!("\"{id}\"");
                let intended = count(&disk, &["\"intent\"", &id]);
                let told = count(&disk, &["\"answered\"", &id]);
                let void = count(&disk, &["\"not-sent\"", &id]);
                if written {
                    assert_eq!((intended, void), (1, 0), "{id}");
                    assert!(told >= 1, "{id}");
                } else {
                    assert_eq!((intended, told), (void, 0), "{id}");
                }
            }
        });
    }
}
