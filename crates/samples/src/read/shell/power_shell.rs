//! Commands as `PowerShell` reads them.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Rest, Word};

pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    // In brackets the end of a line does not end the command, and a space no word.
    let mut depth = 0_usize;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\r' => {}
            '\n' | ';' | '|' if depth == 0 => break,
            '#' if open.is_none() => break,
            ' ' | '\t' if depth == 0 => words.extend(open.take()),
            '`' => match after_backtick(&mut rest) {
                Some('\n') | None => {}
                Some(other) => open.get_or_insert_default().text.push(other),
            },
            '\'' => quoted(&mut rest, &mut open.get_or_insert_default().text),
            '"' => double_quoted(&mut rest, open.get_or_insert_default()),
            other => {
                match other {
                    '(' | '{' => depth += 1,
                    ')' | '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                let word = open.get_or_insert_default();
                word.is_computed |= other == '$';
                word.text.push(other);
            }
        }
    }
    words.extend(open);
    words
}

/// What is quoted by a backtick; the end of a line as a line feed.
fn after_backtick(rest: &mut Rest<'_>) -> Option<char> {
    Some(match rest.next()? {
        '\r' => rest.next_if_eq(&'\n').unwrap_or('\r'),
        other => other,
    })
}

/// Reads what stands in single quotes. Two of them stand for one.
fn quoted(rest: &mut Rest<'_>, text: &mut String) {
    while let Some(character) = rest.next() {
        if character == '\'' && rest.next_if_eq(&'\'').is_none() {
            return;
        }
        text.push(character);
    }
}

/// Reads what stands in double quotes. Two of them stand for one.
fn double_quoted(rest: &mut Rest<'_>, word: &mut Word) {
    while let Some(character) = rest.next() {
        match character {
            '"' if rest.next_if_eq(&'"').is_none() => return,
            '`' => {
                let escaped = rest.next();
                word.text.extend(escaped.map(|letter| match letter {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    '0' => '\0',
                    other => other,
                }));
            }
            '$' if rest.peek() == Some(&'(') => character_of(rest, word),
            other => {
                let next = rest.peek().copied().unwrap_or_default();
                let begins = next.is_alphabetic() || matches!(next, '_' | '{');
                word.is_computed |= other == '$' && begins;
                word.text.push(other);
            }
        }
    }
}

/// Reads what a dollar sign works out in a text. Browsers write characters beyond ASCII in this way:
/// `$([char]23457)`.
fn character_of(rest: &mut Rest<'_>, word: &mut Word) {
    let inner: String = rest
        .by_ref()
        .take_while(|character| *character != ')')
        .collect();
    let number = inner.strip_prefix("([char]").map(str::trim);
    let unit = number.and_then(|number| number.parse::<u16>().ok());
    if let Some(unit) = unit {
        word.push_unit(unit, rest);
    } else {
        word.is_computed = true;
        word.text.push('$');
        word.text.push_str(&inner);
        word.text.push(')');
    }
}

impl Word {
    /// Adds a unit of UTF-16, and the second half of a pair with it.
    fn push_unit(&mut self, unit: u16, rest: &mut Rest<'_>) {
        let mut units = [unit, 0];
        let mut count = 1;
        if (0xd800..0xdc00).contains(&unit) {
            let mut ahead = rest.clone();
            let second: String = ahead.by_ref().take_while(|one| *one != ')').collect();
            let number = second.strip_prefix("$([char]").map(str::trim);
            if let Some(low) = number.and_then(|number| number.parse().ok()) {
                units[1] = low;
                count = 2;
                *rest = ahead;
            }
        }
        let read = char::decode_utf16(units.into_iter().take(count));
        self.text
            .extend(read.map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
}
