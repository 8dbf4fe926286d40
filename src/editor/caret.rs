//! Places in a text, as browsers and as Rust count them.

/// The byte at so many UTF-16 code units, or the end.
pub(super) fn byte(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, character) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(character.len_utf16());
    }
    text.len()
}

/// The UTF-16 code units before a byte.
pub(super) fn units(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or(text);
    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// The byte behind what is new in a text that was another one before.
pub(super) fn behind_change(before: &str, now: &str) -> usize {
    let length = |character: char| character.len_utf8();
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let start: usize = before
        .chars()
        .zip(now.chars())
        .take_while(same)
        .map(|(character, _)| length(character))
        .sum();
    let (old, new) = (before.get(start..), now.get(start..));
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let end: usize = old
        .chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(same)
        .map(|(character, _)| length(character))
        .sum();
    now.len() - end
}

/// What a new line begins with when the one that is broken here begins so: its white space, and
/// more inside of a bracket.
pub(super) fn indent(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let space = line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut indent = line.get(..space).unwrap_or_default().to_owned();
    if before.trim_end_matches(' ').ends_with(['{', '[']) {
        indent.push_str("  ");
    }
    indent
}

#[cfg(test)]
mod tests {
    use super::{behind_change, byte, indent, units};

    #[test]
    fn units_and_bytes_lead_to_each_other() {
        let text = "a审😀b";
        for (at, _) in text.char_indices() {
            assert_eq!(byte(text, units(text, at)), at);
        }
        assert_eq!(units(text, text.len()), 5);
        assert_eq!(byte(text, 99), text.len());
        assert_eq!(units(text, 2), 5, "no place of a letter");
    }

    #[test]
    fn a_change_ends_behind_what_is_new() {
        for (before, now, end) in [
            ("abc", "abXc", 3),
            ("abc", "ac", 1),
            ("aaa", "aaaa", 4),
            ("审a", "审计a", "审计".len()),
            ("", "x", 1),
            ("x", "", 0),
            ("x", "x", 1),
        ] {
            assert_eq!(behind_change(before, now), end, "{before} {now}");
        }
    }

    #[test]
    fn a_new_line_begins_like_its_own_and_deeper_in_a_bracket() {
        assert_eq!(indent("{", 1), "  ");
        assert_eq!(indent("{\n  \"a\": [ ", 11), "    ");
        assert_eq!(indent("{\n\t\"a\": 1,", 10), "\t");
        assert_eq!(indent("{\n  \"审\"", 3), " ");
    }
}
