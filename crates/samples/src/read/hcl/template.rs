//! Texts, in quotes and as heredocs. One with something to be worked out in it is `None`.

use alloc::string::String;
use alloc::vec::Vec;

use super::scanner::Scanner;
use super::{DEEPEST, Result};

/// Reads a text in quotes.
pub(super) fn quoted(scanner: &mut Scanner<'_>) -> Result<Option<String>> {
    let mut text = String::new();
    let mut is_constant = true;
    let start = scanner.clone();
    scanner.take();
    loop {
        if escaped_mark(scanner, &mut text) {
            continue;
        }
        if is_inset(scanner) {
            is_constant = false;
            break;
        }
        match scanner.peek() {
            None | Some('\n' | '\r') => return Err(scanner.failed()),
            Some('\\') => escape(scanner, &mut text)?,
            Some(other) => {
                scanner.take();
                if other == '"' {
                    break;
                }
                text.push(other);
            }
        }
    }
    if is_constant {
        return Ok(Some(text));
    }
    *scanner = start;
    skip_quoted(scanner, 0)?;
    Ok(None)
}

/// Takes two marks in front of a brace, which stand for the mark and the brace.
fn escaped_mark(scanner: &mut Scanner<'_>, text: &mut String) -> bool {
    let marks = [("$${", "${"), ("%%{", "%{")];
    let found = marks.iter().find(|(mark, _)| scanner.take_text(mark));
    text.push_str(found.map_or("", |(_, stands_for)| stands_for));
    found.is_some()
}

/// Whether something that is worked out begins here.
fn is_inset(scanner: &Scanner<'_>) -> bool {
    let rest = scanner.rest();
    rest.starts_with("${") || rest.starts_with("%{")
}

fn escape(scanner: &mut Scanner<'_>, text: &mut String) -> Result<()> {
    let failed = scanner.failed();
    scanner.take();
    let character = match scanner.take() {
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some(same @ ('"' | '\\')) => same,
        Some('u') => code(scanner, 4).ok_or(failed)?,
        Some('U') => code(scanner, 8).ok_or(failed)?,
        _ => return Err(failed),
    };
    text.push(character);
    Ok(())
}

/// The character with a code of so many digits.
fn code(scanner: &mut Scanner<'_>, length: usize) -> Option<char> {
    let digits = scanner.rest().get(..length)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    scanner.take_text(digits);
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

/// Passes over a text in quotes, with what is worked out in it.
pub(super) fn skip_quoted(scanner: &mut Scanner<'_>, depth: usize) -> Result<()> {
    if depth > DEEPEST {
        return Err(scanner.failed());
    }
    scanner.take();
    loop {
        if escaped_mark(scanner, &mut String::new()) {
            continue;
        }
        if is_inset(scanner) {
            skip_inset(scanner, depth + 1)?;
            continue;
        }
        match scanner.take() {
            None | Some('\n') => return Err(scanner.failed()),
            Some('"') => return Ok(()),
            Some('\\') => {
                scanner.take();
            }
            Some(_) => {}
        }
    }
}

/// Passes over what is worked out, up to its closing brace.
fn skip_inset(scanner: &mut Scanner<'_>, depth: usize) -> Result<()> {
    if depth > DEEPEST {
        return Err(scanner.failed());
    }
    scanner.take();
    scanner.take();
    let mut open = 1;
    while open > 0 {
        scanner.skip_lines()?;
        match scanner.peek() {
            None => return Err(scanner.failed()),
            Some('"') => skip_quoted(scanner, depth + 1)?,
            Some(other) => {
                scanner.take();
                match other {
                    '{' => open += 1,
                    '}' => open -= 1,
                    _ => {}
                }
            }
        }
    }
    Ok(())
}

/// Reads the lines between two marks. The end of the line with the second one is left.
pub(super) fn heredoc(scanner: &mut Scanner<'_>) -> Result<Option<String>> {
    let failed = scanner.failed();
    scanner.take_text("<<");
    let is_flush = scanner.take_text("-");
    let mark = scanner.identifier()?;
    if !scanner.take_text("\n") && !scanner.take_text("\r\n") {
        return Err(scanner.failed());
    }
    let mut lines = Vec::new();
    loop {
        let before = scanner.clone();
        let line = scanner.take_line();
        if line.trim() == mark {
            *scanner = before;
            scanner.take_text(line.trim_end());
            break;
        }
        if !scanner.take_text("\n") {
            return Err(failed);
        }
        lines.push(scanner.since(before.at()));
    }
    if is_flush {
        flush(&mut lines);
    }
    Ok(literal(&lines.concat()))
}

/// Takes the indentation away that all lines have. Empty lines do not count.
fn flush(lines: &mut [&str]) {
    let is_blank = |line: &str| line.trim().is_empty();
    let indentation = |line: &str| line.chars().take_while(|one| one.is_whitespace()).count();
    let counted = lines.iter().filter(|line| !is_blank(line));
    let least = counted.map(|line| indentation(line)).min();
    let least = least.unwrap_or_default();
    for line in lines.iter_mut().filter(|line| !is_blank(line)) {
        let mut rest = line.chars();
        rest.by_ref().take(least).for_each(drop);
        *line = rest.as_str();
    }
}

/// The text of a heredoc, in which a backslash is one.
fn literal(content: &str) -> Option<String> {
    let mut scanner = Scanner::new(content);
    let mut text = String::new();
    loop {
        if escaped_mark(&mut scanner, &mut text) {
            continue;
        }
        if is_inset(&scanner) {
            return None;
        }
        match scanner.take() {
            Some(character) => text.push(character),
            None => return Some(text),
        }
    }
}
