//! Text with one body a line, judged in one call.

use cts_tracker::Severity;

use crate::options::Settings;
use crate::words::Words;

/// Room at the start of the words: number of bodies, number of lines with something to say,
/// whether all are valid.
const HEAD: usize = 3;

/// Judges each line. A line ends with a line feed, a carriage return before it belongs to the
/// line end. Blank lines hold no body.
///
/// The words of each line about which there is something to say are its number, where it begins in
/// bytes and in UTF-16 units, whether it is valid, the number of its diagnostics, and these.
/// `first` words are left free at the start.
pub fn check(text: &[u8], settings: &Settings, first: usize, words: &mut Words) {
    each(text, first, words, &|body, words, head| {
        let report = settings.check(body);
        let count = report.diagnostics().len();
        if count > 0 {
            words.line(head, !report.has_errors(), count);
            words.report(&report, settings.locale);
        }
        (count, !report.has_errors())
    });
}

/// The same, with the head and the path of each diagnostic and nothing else.
pub fn check_brief(text: &[u8], settings: &Settings, first: usize, words: &mut Words) {
    each(text, first, words, &|body, words, head| {
        let found = settings.check_brief(body);
        let valid = found.iter().all(|brief| brief.severity != Severity::Error);
        if !found.is_empty() {
            words.line(head, valid, found.len());
            words.brief(&found, || settings.check(body));
        }
        (found.len(), valid)
    });
}

/// Judges a body, of which it is told the number of its line and where that begins in bytes and in
/// UTF-16 units. Returns the number of diagnostics and whether the body is valid.
type Judge<'a> = dyn Fn(&[u8], &mut Words, [usize; 3]) -> (usize, bool) + 'a;

/// Judges each body.
fn each(text: &[u8], first: usize, words: &mut Words, judge: &Judge<'_>) {
    words.start(first + HEAD);
    let (mut bodies, mut spoken, mut all_valid) = (0, 0, true);
    let (mut byte, mut utf16) = (0, 0);
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let body = line.strip_suffix(b"\r").unwrap_or(line);
        if !body.trim_ascii().is_empty() {
            bodies += 1;
            let (count, valid) = judge(body, words, [index + 1, byte, utf16]);
            spoken += u32::from(count > 0);
            all_valid &= valid;
        }
        byte += line.len() + 1;
        utf16 += units(line) + 1;
    }
    words.set(first, bodies);
    words.set(first + 1, spoken);
    words.set(first + 2, u32::from(all_valid));
}

/// UTF-16 units of UTF-8 text. Bytes that continue a character count nothing, those that begin one
/// of four bytes count two. Simple enough to be counted many bytes at a time.
fn units(text: &[u8]) -> usize {
    let continuing = text
        .iter()
        .filter(|byte| (0x80..0xc0).contains(*byte))
        .count();
    let long = text.iter().filter(|byte| **byte >= 0xf0).count();
    text.len() - continuing + long
}

#[cfg(test)]
mod tests {
    use super::{HEAD, check};
    use crate::options::Settings;
    use crate::words::Words;

    fn words(text: &str) -> Vec<u32> {
        let mut words = Words::new();
        check(text.as_bytes(), &Settings::default(), 0, &mut words);
        words.words().to_vec()
    }

    #[test]
    fn blank_lines_hold_no_body() {
        assert_eq!(words("\n \r\n\n"), [0, 0, 1]);
        assert_eq!(words(""), [0, 0, 1]);
    }

    #[test]
    fn lines_are_numbered_and_placed() {
        let found = words("\r\n\"\u{1f600}\"\n[]\r\n");
        assert_eq!(found[..HEAD], [2, 2, 0]);
        // Line 2 begins behind the two units of the line end.
        assert_eq!(found[HEAD..HEAD + 5], [2, 2, 2, 0, 1]);
        let second = found.iter().rposition(|word| *word == 3).expect("line 3");
        assert!(
            found[HEAD + 5..].windows(3).any(|three| three == [3, 9, 7]),
            "{found:?} {second}"
        );
    }
}
