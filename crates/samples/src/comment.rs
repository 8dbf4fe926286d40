//! Notes as comments of a language.

use alloc::string::String;

use crate::note::{Note, visible};

/// How wide a line of a comment is at most. Short enough for every formatter.
const WIDTH: usize = 78;

/// Writes each note into lines that begin with the mark of a comment, for instance `#`.
pub(crate) fn comments(notes: &[Note], mark: &str) -> String {
    let mut out = String::new();
    for note in notes {
        comment(&note.text, mark, &mut out);
    }
    out
}

fn comment(text: &str, mark: &str, out: &mut String) {
    // `?>` ends a program in PHP wherever it stands, and Python takes what follows these signs in
    // one of the first two lines for the encoding of the program.
    let text = visible(text)
        .replace("?>", "? >")
        .replace("coding:", "coding :")
        .replace("coding=", "coding =");
    // Java reads `\u` in comments too, unless two backslashes stand there. They are written line
    // by line, so that the end of a line cannot come between the two.
    let backslash = if mark == "//" { "\\\\" } else { "\\" };
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let width = WIDTH.saturating_sub(mark.len() + 1);
        let (line, behind) = split(rest, width, backslash.len());
        out.push_str(mark);
        out.push(' ');
        out.push_str(&line.trim_end().replace('\\', backslash));
        out.push('\n');
        rest = behind;
    }
}

/// Cuts a text where a line ends: at the last space that fits, else between two characters.
/// `backslash` is how many columns a backslash takes.
fn split(text: &str, width: usize, backslash: usize) -> (&str, &str) {
    let mut used = 0;
    let mut space = None;
    let mut wide = None;
    for (index, character) in text.char_indices() {
        used += if character == '\\' {
            backslash
        } else {
            columns(character)
        };
        if used > width {
            let cut = space.or(wide).unwrap_or(index).max(1);
            return (text[..cut].trim_end(), text[cut..].trim_start());
        }
        if character == ' ' {
            space = Some(index);
        }
        wide = Some(index + character.len_utf8());
    }
    (text, "")
}

/// How many columns a character takes: two for the wide ones of East Asia and for emoji.
pub(crate) const fn columns(character: char) -> usize {
    match character {
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{columns, comments};
    use crate::note::Note;

    fn written(text: &str, mark: &str) -> String {
        let note = Note {
            text: text.to_owned(),
            left_out: None,
        };
        comments(&[note], mark)
    }

    #[test]
    fn long_texts_are_broken_at_spaces_and_between_characters() {
        let english = written(&"word ".repeat(40), "#");
        let chinese = written(&"项目由配置决定。".repeat(20), "//");
        for line in english.lines().chain(chinese.lines()) {
            let width: usize = line.chars().map(columns).sum();
            assert!(width <= 78, "{line}");
        }
        assert_eq!(english.matches("word").count(), 40);
        assert_eq!(chinese.matches('。').count(), 20);
        assert!(
            english
                .lines()
                .all(|line| line.starts_with("# word") && line.ends_with("word"))
        );
    }

    #[test]
    fn nothing_in_a_note_ends_the_comment() {
        assert_eq!(written("a\nb\r\u{2028}c", "#").lines().count(), 1);
        assert_eq!(written(r"\u000a", "//"), "// \\\\u000a\n");
        assert!(!written("?>?>", "//").contains("?>"));
    }

    #[test]
    fn no_end_of_a_line_comes_between_two_backslashes() {
        for count in 60..80 {
            let text = format!("/{}\\u000a\\\\", "a".repeat(count));
            for line in written(&text, "//").lines() {
                assert!(line.len() <= 78, "{line}");
                for run in line.split(|character| character != '\\') {
                    assert_eq!(run.len() % 2, 0, "{line}");
                }
            }
        }
    }

    #[test]
    fn no_comment_chooses_an_encoding() {
        for text in ["/coding: utf-7", "x coding=utf_7", "codingcoding:=x"] {
            let line = written(text, "#");
            assert!(!line.contains("coding:"), "{line}");
            assert!(!line.contains("coding="), "{line}");
        }
    }
}
