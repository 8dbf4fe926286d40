//! Text with one body a line, judged in one call.

use cts_tracker::{Severity, Verdict};

use crate::options::Settings;
use crate::words::{Words, units};

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
    each(text, settings, first, words, &|verdict, words| {
        words.verdict(verdict);
    });
}

/// The same, with the head and the path of each diagnostic and nothing else.
pub fn check_brief(text: &[u8], settings: &Settings, first: usize, words: &mut Words) {
    each(text, settings, first, words, &|verdict, words| {
        words.brief(verdict);
    });
}

/// Judges each body and lets what is found be written.
fn each(
    text: &[u8],
    settings: &Settings,
    first: usize,
    words: &mut Words,
    write: &dyn Fn(&Verdict<'_>, &mut Words),
) {
    words.start(first + HEAD);
    let (mut bodies, mut spoken, mut all_valid) = (0, 0, true);
    let (mut byte, mut utf16, mut index) = (0, 0, 0);
    // What stands behind the last line end is a line as well, even if it is empty.
    while byte <= text.len() {
        let rest = text.get(byte..).unwrap_or_default();
        let (length, is_ascii) = line(rest);
        let line = rest.get(..length).unwrap_or_default();
        let body = line.strip_suffix(b"\r").unwrap_or(line);
        index += 1;
        if !body.trim_ascii().is_empty() {
            bodies += 1;
            settings.judge(body, |verdict| {
                if !verdict.is_empty() {
                    let valid = verdict.count(Severity::Error) == 0;
                    words.line([index, byte, utf16], valid, verdict.len());
                    write(verdict, words);
                    spoken += 1;
                    all_valid &= valid;
                }
            });
        }
        byte += length + 1;
        utf16 += if is_ascii { length } else { units(line) } + 1;
    }
    words.set(first, bodies);
    words.set(first + 1, spoken);
    words.set(first + 2, u32::from(all_valid));
}

/// How many bytes come before the first line feed, or the end of the text, and whether all of them are
/// ASCII. Looks at eight bytes at a time.
fn line(text: &[u8]) -> (usize, bool) {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = ONES << 7;
    let (eights, rest) = text.as_chunks::<8>();
    let mut seen = 0;
    for (index, eight) in eights.iter().enumerate() {
        let word = u64::from_le_bytes(*eight);
        // The highest bit of each byte that is a line feed; only the lowest of them is sure.
        let feeds = word ^ (ONES * u64::from(b'\n'));
        let found = feeds.wrapping_sub(ONES) & !feeds & HIGHEST;
        if found != 0 {
            let before = found.trailing_zeros() & !7;
            seen |= word & ((1 << before) - 1);
            return (index * 8 + before as usize / 8, seen & HIGHEST == 0);
        }
        seen |= word;
    }
    let length = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(rest.len());
    let is_ascii = seen & HIGHEST == 0 && rest.iter().take(length).all(u8::is_ascii);
    (eights.len() * 8 + length, is_ascii)
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
    fn lines_end_at_the_first_line_feed() {
        let letters = ["a", "\u{e9}", "\u{65e5}", "\u{1f600}", "\u{b}", "\u{8a}"];
        for length in 0..20 {
            for (place, letter) in letters.iter().enumerate() {
                let line = ["x".repeat(length), (*letter).to_owned(), "y".repeat(place)].concat();
                let expected = (line.len(), line.is_ascii());
                assert_eq!(super::line(line.as_bytes()), expected, "{line:?}");
                let more = [line.as_str(), "\n\u{e9}\n"].concat();
                assert_eq!(super::line(more.as_bytes()), expected, "{more:?}");
            }
        }
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
