//! Whatever is done to the lines is found.

use proptest::prelude::*;

use super::{intent, outcome};
use crate::audit::chain::Link;
use crate::audit::record::{Event, Record};
use crate::audit::verify::report;

/// A log of this many changes in files of this many lines.
fn files(changes: usize, size: usize) -> Vec<(String, Vec<u8>)> {
    let mut events = vec![Event::Start { torn: None }];
    for number in 0..changes {
        let id = format!("{number:032x}");
        events.extend([intent(&id), outcome(&id)]);
    }
    let mut end = Link::origin();
    let seal = |end: &mut Link, event: Event| {
        let record = Record::now(event);
        end.seal(&record.time(), &record.members()) + "\n"
    };
    let files = events.chunks(size).enumerate().map(|(index, events)| {
        let version = "1.0.0";
        let previous = end.hash.clone();
        let first = Event::File {
            previous,
            version,
            torn: None,
        };
        let mut text = seal(&mut end, first);
        for event in events {
            text += &seal(&mut end, event.clone());
        }
        (format!("audit.{index}"), text.into_bytes())
    });
    files.collect()
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

fn verdict(files: &[(String, Vec<u8>)]) -> (String, bool) {
    report(files.to_vec(), &[], false)
}

#[test]
fn a_log_as_it_was_written_is_good_in_any_order_of_its_files() {
    let mut log = files(10, 4);
    assert!(log.len() > 3);
    log.reverse();
    let (text, is_good) = verdict(&log);
    assert!(is_good, "{text}");
    assert!(
        text.contains("numbers 1 to 27; changes: 10, of which 0 without an outcome"),
        "{text}"
    );
}

/// Something done to the lines of a file.
type Change = fn(&mut Vec<Vec<u8>>);

#[test]
fn what_is_amiss_is_named_by_file_and_line() {
    let log = files(6, 40);
    let cases: [(&str, Change); 6] = [
        ("audit.0:5: the line with number 5 is missing", |lines| {
            drop(lines.remove(4));
        }),
        (
            "audit.0:5: the lines with numbers 5 to 7 are missing",
            |lines| drop(lines.drain(4..7)),
        ),
        ("audit.0:5: this line is not as it was written", |lines| {
            let text = String::from_utf8(lines[4].clone()).expect("UTF-8");
            lines[4] = text
                .replace("200", "403")
                .replace("alice", "bob")
                .into_bytes();
        }),
        ("audit.0:6: this line is out of place", |lines| {
            lines.swap(4, 5);
        }),
        (
            "audit.0:1: the first line of the file is missing",
            |lines| drop(lines.remove(0)),
        ),
        ("audit.0:3: this is not a line", |lines| {
            lines.insert(2, b"{}\n".to_vec());
        }),
    ];
    for (expected, change) in cases {
        let mut changed = log.clone();
        let mut parts = lines(&changed[0].1);
        change(&mut parts);
        changed[0].1 = parts.concat();
        let (text, is_good) = verdict(&changed);
        assert!(!is_good && text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn a_missing_file_is_found_and_a_missing_beginning_is_said() {
    let log = files(10, 4);
    let mut middle = log.clone();
    middle.remove(2);
    let (text, is_good) = verdict(&middle);
    assert!(
        !is_good && text.contains("audit.3:1: the lines with numbers 11 to 15 are missing"),
        "{text}"
    );
    let (text, is_good) = verdict(&log[1..]);
    assert!(
        is_good && text.contains("note: the lines up to number 5 are in no file given"),
        "{text}"
    );
}

#[test]
fn a_removed_end_is_found_with_a_hash_noted_elsewhere() {
    let log = files(3, 40);
    let last = verdict(&log)
        .0
        .lines()
        .last()
        .expect("a line")
        .replace("last: ", "");
    let expected = [last];
    assert!(report(log.clone(), &expected, false).1);
    let mut parts = lines(&log[0].1);
    parts.pop();
    let cut = vec![("audit".to_owned(), parts.concat())];
    assert!(verdict(&cut).1, "nothing in the file tells");
    let (text, is_good) = report(cut, &expected, false);
    assert!(
        !is_good && text.contains("there is no line with the expected hash"),
        "{text}"
    );
}

#[test]
fn chains_of_several_starts_are_told_apart_only_when_asked() {
    let text = [files(2, 40)[0].1.clone(), files(1, 40)[0].1.clone()].concat();
    let log = vec![("collected".to_owned(), text)];
    assert!(!report(log.clone(), &[], false).1);
    let (text, is_good) = report(log, &[], true);
    assert!(is_good && text.contains("changes: 3"), "{text}");
}

#[test]
fn a_line_made_anew_does_not_fit_the_next() {
    let log = files(2, 40);
    let mut parts = lines(&log[0].1);
    let mut before = Link::origin();
    for line in &parts[..3] {
        let sealed = crate::audit::chain::Sealed::read(line.trim_ascii_end()).expect("a line");
        before = sealed.link();
    }
    let record = Record::now(outcome("another"));
    parts[3] = (before.seal(&record.time(), &record.members()) + "\n").into_bytes();
    let (text, is_good) = verdict(&[("audit".to_owned(), parts.concat())]);
    assert!(
        !is_good && text.contains("audit:5: this line is not as it was written"),
        "{text}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_altered_byte_is_found(at in any::<prop::sample::Index>(), other in any::<u8>()) {
        let mut log = files(5, 5);
        let file = at.index(log.len());
        let place = at.index(log[file].1.len());
        prop_assume!(log[file].1[place] != other);
        log[file].1[place] = other;
        let (text, is_good) = verdict(&log);
        // The line break at the very end is no part of any line.
        let is_last_break = file == log.len() - 1 && place == log[file].1.len() - 1;
        prop_assert!(!is_good || is_last_break, "{text}");
    }

    #[test]
    fn any_removed_line_is_found(at in any::<prop::sample::Index>()) {
        let mut log = files(5, 5);
        let file = at.index(log.len());
        let mut parts = lines(&log[file].1);
        let place = at.index(parts.len());
        // The last line of all is found by its hash only.
        prop_assume!(file < log.len() - 1 || place < parts.len() - 1);
        parts.remove(place);
        log[file].1 = parts.concat();
        prop_assert!(!verdict(&log).1);
    }

    #[test]
    fn any_swapped_lines_are_found(one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let log = files(8, 40);
        let mut parts = lines(&log[0].1);
        let (one, other) = (one.index(parts.len()), other.index(parts.len()));
        prop_assume!(one != other);
        parts.swap(one, other);
        prop_assert!(!verdict(&[("audit".to_owned(), parts.concat())]).1);
    }

    #[test]
    fn any_removed_bytes_are_found(from in any::<prop::sample::Index>(), length in 1usize..900) {
        let log = files(8, 40);
        let mut bytes = log[0].1.clone();
        let from = from.index(bytes.len());
        let to = (from + length).min(bytes.len());
        // What ends with a whole line is found by the hash only.
        let is_whole_end = to == bytes.len() && (from == 0 || bytes[from - 1] == b'\n' || bytes[from] == b'\n');
        prop_assume!(!is_whole_end);
        bytes.drain(from..to);
        prop_assert!(!verdict(&[("audit".to_owned(), bytes)]).1);
    }

    #[test]
    fn any_text_can_be_looked_at(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(!verdict(&[("audit".to_owned(), bytes)]).1);
    }
}
