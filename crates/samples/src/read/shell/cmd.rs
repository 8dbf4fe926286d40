//! Commands as the command prompt of Windows reads them: it takes carets and ends of lines, and the
//! program that is called takes quotes and backslashes.

use alloc::string::String;
use alloc::vec::Vec;

use super::Word;

pub(super) fn words(text: &str) -> Vec<Word> {
    split(&line(text))
}

/// What the program gets: the first command of a text, without carets.
fn line(text: &str) -> String {
    let mut line = String::new();
    let mut rest = text.chars().filter(|character| *character != '\r');
    let mut is_quoted = false;
    while let Some(character) = rest.next() {
        match character {
            '^' if !is_quoted => match rest.next() {
                // After the end of a line the next character stands for itself.
                Some('\n') => line.extend(rest.next()),
                other => line.extend(other),
            },
            '\n' => break,
            '&' | '|' if !is_quoted => break,
            other => {
                is_quoted ^= other == '"';
                line.push(other);
            }
        }
    }
    line
}

/// The arguments of a program, as the runtime library of C takes them apart.
fn split(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    let mut is_quoted = false;
    let mut backslashes = 0;
    let mut rest = line.chars().peekable();
    while let Some(character) = rest.next() {
        if character == '\\' {
            backslashes += 1;
            continue;
        }
        let is_quote = character == '"';
        // Before a quote two of them stand for one, and an odd one takes the quote's meaning away.
        let count = if is_quote {
            backslashes / 2
        } else {
            backslashes
        };
        let is_literal = is_quote && backslashes % 2 == 1;
        if backslashes > 0 {
            let word = open.get_or_insert_default();
            word.text.extend(core::iter::repeat_n('\\', count));
            backslashes = 0;
        }
        match character {
            '"' if is_literal => open.get_or_insert_default().text.push('"'),
            '"' if is_quoted && rest.next_if_eq(&'"').is_some() => {
                open.get_or_insert_default().text.push('"');
            }
            '"' => {
                is_quoted = !is_quoted;
                open.get_or_insert_default();
            }
            ' ' | '\t' if !is_quoted => words.extend(open.take()),
            other => open.get_or_insert_default().text.push(other),
        }
    }
    if backslashes > 0 {
        let word = open.get_or_insert_default();
        word.text.extend(core::iter::repeat_n('\\', backslashes));
    }
    words.extend(open);
    for word in &mut words {
        word.is_computed = has_variable(&word.text);
    }
    words
}

/// Whether there is a name between two per cent signs.
fn has_variable(text: &str) -> bool {
    let mut parts = text.split('%').skip(1);
    let is_name = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        !name.is_empty() && name.bytes().all(is_part)
    };
    let mut part = parts.next();
    while let (Some(name), Some(next)) = (part, parts.next()) {
        if is_name(name) {
            return true;
        }
        part = Some(next);
    }
    false
}
