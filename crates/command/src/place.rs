//! Where a file stops being JSON.

use cts_tracker::Locale;
use cts_tracker::json::SyntaxError;

/// `file:line:column: what is wrong`, as compilers write it, so that editors find the place. The
/// column counts characters.
pub(crate) fn located(file: &str, text: &[u8], error: &SyntaxError) -> String {
    let before = &text[..error.offset.min(text.len())];
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |index| index + 1);
    let line = before.split(|byte| *byte == b'\n').count();
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    let reason = error.kind.describe(Locale::English);
    format!("{file}:{line}:{column}: it is not JSON: {reason}")
}

#[cfg(test)]
mod tests {
    use super::located;

    #[test]
    fn places_are_lines_and_characters() {
        let text = "{\n  \"追\": }".as_bytes();
        let error = cts_tracker::json::format(text).expect_err("a fault");
        assert_eq!(
            located("a.json", text, &error),
            "a.json:2:8: it is not JSON: a value should stand here"
        );
    }
}
