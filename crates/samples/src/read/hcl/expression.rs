//! Values of attributes.

use alloc::string::String;
use alloc::vec::Vec;

use super::scanner::Scanner;
use super::template::{self, skip_quoted};
use super::{DEEPEST, Result, Value};

/// Reads an expression to the end of its line, or to the brace that ends a block of one line.
pub(super) fn read<'t>(scanner: &mut Scanner<'t>) -> Result<(Value, &'t str)> {
    let start = scanner.at();
    let mut ahead = scanner.clone();
    if let Some(value) = constant(&mut ahead, 0)? {
        let source = ahead.since(start);
        ahead.skip_space()?;
        if ahead.is_at_end_of_line() || ahead.peek() == Some('}') {
            *scanner = ahead;
            return Ok((value, source));
        }
    }
    skip(scanner)?;
    let source = scanner.since(start).trim_end();
    if source.is_empty() {
        return Err(scanner.failed());
    }
    Ok((Value::Computed, source))
}

/// Reads a value that stands there as it is. `None` when an expression begins otherwise; it may still
/// go on behind.
fn constant(scanner: &mut Scanner<'_>, depth: usize) -> Result<Option<Value>> {
    let Some(first) = scanner.peek() else {
        return Err(scanner.failed());
    };
    if depth > DEEPEST {
        return Err(scanner.failed());
    }
    Ok(match first {
        '"' => Some(template::quoted(scanner)?.map_or(Value::Computed, Value::Text)),
        '<' if scanner.rest().starts_with("<<") => {
            Some(template::heredoc(scanner)?.map_or(Value::Computed, Value::Text))
        }
        '[' => list(scanner, depth)?,
        '0'..='9' => number(scanner),
        '-' if scanner
            .peek_second()
            .is_some_and(|next| next.is_ascii_digit()) =>
        {
            number(scanner)
        }
        _ => match scanner.identifier() {
            Ok("true") => Some(Value::Boolean(true)),
            Ok("false") => Some(Value::Boolean(false)),
            Ok("null") => Some(Value::Null),
            _ => None,
        },
    })
}

/// Reads items between brackets. `None` when there is something else between them.
fn list(scanner: &mut Scanner<'_>, depth: usize) -> Result<Option<Value>> {
    scanner.take();
    let mut items = Vec::new();
    loop {
        scanner.skip_lines()?;
        if scanner.take_text("]") {
            return Ok(Some(Value::List(items)));
        }
        match constant(scanner, depth + 1)? {
            Some(Value::Computed) | None => return Ok(None),
            Some(item) => items.push(item),
        }
        scanner.skip_lines()?;
        if !scanner.take_text(",") && scanner.peek() != Some(']') {
            return Ok(None);
        }
    }
}

fn number(scanner: &mut Scanner<'_>) -> Option<Value> {
    let start = scanner.at();
    scanner.take_text("-");
    digits(scanner);
    let is_digit = |next: Option<char>| next.is_some_and(|next| next.is_ascii_digit());
    if scanner.peek() == Some('.') && is_digit(scanner.peek_second()) {
        scanner.take();
        digits(scanner);
    }
    let mut ahead = scanner.clone();
    if ahead.take_text("e") || ahead.take_text("E") {
        let _ = ahead.take_text("+") || ahead.take_text("-");
        if is_digit(ahead.peek()) {
            digits(&mut ahead);
            *scanner = ahead;
        }
    }
    let text: String = scanner.since(start).into();
    // A name that begins behind it makes it something else.
    (scanner.clone().identifier().is_err()).then_some(Value::Number(text))
}

fn digits(scanner: &mut Scanner<'_>) {
    while scanner.peek().is_some_and(|next| next.is_ascii_digit()) {
        scanner.take();
    }
}

/// Passes over an expression: in brackets it goes on over the ends of lines.
fn skip(scanner: &mut Scanner<'_>) -> Result<()> {
    let mut open: Vec<char> = Vec::new();
    loop {
        if open.is_empty() {
            scanner.skip_space()?;
        } else {
            scanner.skip_lines()?;
        }
        let is_over = open.is_empty() && scanner.is_at_end_of_line();
        let Some(next) = scanner.peek().filter(|_| !is_over) else {
            return if open.is_empty() {
                Ok(())
            } else {
                Err(scanner.failed())
            };
        };
        match next {
            '"' => skip_quoted(scanner, 0)?,
            '<' if scanner.rest().starts_with("<<") => {
                template::heredoc(scanner)?;
            }
            '(' | '[' | '{' => {
                open.push(match next {
                    '(' => ')',
                    '[' => ']',
                    _ => '}',
                });
                scanner.take();
            }
            ')' | ']' | '}' => match open.pop() {
                Some(close) if close == next => {
                    scanner.take();
                }
                None if next == '}' => return Ok(()),
                _ => return Err(scanner.failed()),
            },
            _ => {
                scanner.take();
            }
        }
    }
}
