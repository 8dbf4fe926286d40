//! The part of a text that is shown around a place.

use core::ops::Range;

/// At most so many bytes of the line are shown before the place, of the place, and behind it. A
/// request may be one line of many megabytes, with thousands of places.
const BEFORE: usize = 80;
const MARKED: usize = 80;
const BEHIND: usize = 60;

/// What stands for the rest of a line that is too long.
const CUT: &str = "...";

/// A line of a text, or a part of it, and what is marked there, in bytes of `text`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) marked: Range<usize>,
    /// Whether the line is shown from its beginning.
    pub(super) is_whole_before: bool,
}

/// Cuts out the line on which a place begins. Of a place over several lines the first one is marked.
/// Bytes that are not UTF-8 become a mark.
pub(super) fn around(text: &[u8], place: Range<usize>) -> Excerpt {
    let start = place.start.min(text.len());
    let end = place.end.clamp(start, text.len());
    let mut out = String::new();

    let nearest = boundary(text, start.saturating_sub(BEFORE));
    let line = text[nearest..start]
        .iter()
        .rposition(|byte| is_break(*byte));
    let from = line.map_or(nearest, |index| nearest + index + 1);
    let is_whole_before = line.is_some() || nearest == 0;
    if !is_whole_before {
        out.push_str(CUT);
    }
    out.push_str(&String::from_utf8_lossy(&text[from..start]));
    let first = out.len();

    let marked = until(text, start, end, MARKED);
    out.push_str(&String::from_utf8_lossy(&text[start..marked]));
    let last = out.len();

    let behind = until(text, marked, text.len(), BEHIND);
    out.push_str(&String::from_utf8_lossy(&text[marked..behind]));
    if text.get(behind).is_some_and(|byte| !is_break(*byte)) {
        out.push_str(CUT);
    }
    Excerpt {
        text: out,
        marked: first..last,
        is_whole_before,
    }
}

/// The end of the line, of the range, or of as much as is shown.
fn until(text: &[u8], start: usize, end: usize, most: usize) -> usize {
    let shown = end.min(start + most);
    let part = &text[start..shown];
    let stop = part.iter().position(|byte| is_break(*byte));
    stop.map_or_else(|| boundary(text, shown).max(start), |index| start + index)
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// The nearest place before that does not split a character of UTF-8.
fn boundary(text: &[u8], mut offset: usize) -> usize {
    while offset > 0 && text.get(offset).is_some_and(|byte| byte & 0xC0 == 0x80) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::around;

    /// The excerpt with brackets around what is marked.
    fn shown(text: &str, place: core::ops::Range<usize>) -> String {
        let excerpt = around(text.as_bytes(), place);
        let (before, rest) = excerpt.text.split_at(excerpt.marked.start);
        let (marked, behind) = rest.split_at(excerpt.marked.len());
        format!("{before}[{marked}]{behind}")
    }

    #[test]
    fn the_line_of_a_place_is_cut_out() {
        assert_eq!(shown("{\n  \"a\": 1\n}\n", 9..10), "  \"a\": [1]");
        assert_eq!(shown("{\r\n  1\r\n}", 5..6), "  [1]");
        assert_eq!(shown("", 0..0), "[]");
        assert_eq!(shown("x", 1..1), "x[]");
    }

    #[test]
    fn of_several_lines_the_first_is_marked() {
        assert_eq!(shown("a {\n  1\n} b", 2..9), "a [{]");
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let text = format!("{}\"x\"{}", "追".repeat(1000), "踪".repeat(1000));
        let excerpt = shown(&text, 3000..3003);
        assert_eq!(
            excerpt,
            format!("...{}[\"x\"]{}...", "追".repeat(27), "踪".repeat(20))
        );
        let long = "x".repeat(10_000);
        assert_eq!(
            shown(&long, 0..10_000),
            format!("[{}]{}...", "x".repeat(80), "x".repeat(60))
        );
    }

    #[test]
    fn bytes_that_are_no_text_do_not_move_the_mark() {
        let excerpt = around(b"\xff\xff{1}", 3..4);
        assert_eq!(&excerpt.text[excerpt.marked], "1");
    }
}
