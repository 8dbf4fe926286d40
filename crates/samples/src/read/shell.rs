//! Commands as a shell reads them.

use alloc::string::String;
use alloc::vec::Vec;
use core::iter::Peekable;
use core::str::Chars;

mod cmd;
mod power_shell;

/// The shell that reads a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Posix,
    /// The command prompt of Windows, `cmd.exe`.
    Cmd,
    PowerShell,
}

/// A word of a command.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Without quotes and escapes. Variables stay as they are written.
    pub(super) text: String,
    /// Whether the shell would put something in the place of a part of it.
    pub(super) is_computed: bool,
}

/// What follows the name of a command in a line that begins with it, perhaps after a prompt.
pub(super) fn arguments<'t>(line: &'t str, names: &[&str]) -> Option<&'t str> {
    let line = line.trim_start();
    let line = line.strip_prefix("$ ").unwrap_or(line).trim_start();
    names.iter().find_map(|name| {
        let rest = line.strip_prefix(name)?;
        let rest = rest.strip_prefix(".exe").unwrap_or(rest);
        (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
    })
}

/// How many commands of a text are looked at, and how many bodies of one.
pub(super) const MOST: usize = 100;

/// How much of a command is looked at, in bytes. A quote that is not closed would make each one as
/// long as the text; a request has 64 KiB at most.
const LONGEST: usize = 131_072;

/// What follows the name in each command of a text with one of these names, and what stands behind it.
pub(super) fn commands<'t>(text: &'t str, names: &[&str]) -> Vec<&'t str> {
    let mut found = Vec::new();
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        place += line.len();
        if let Some(rest) = arguments(line, names) {
            let start = place - rest.len();
            let end = text.floor_char_boundary(start + LONGEST);
            found.push(&text[start..end]);
            if found.len() == MOST {
                break;
            }
        }
    }
    found
}

impl Dialect {
    /// The shell that a command seems to be written for: lines that go on and quotes tell.
    pub(super) fn of(command: &str) -> Self {
        let line = command.lines().next().unwrap_or_default().trim_end();
        let quote = command.find(['\'', '"']).unwrap_or_default();
        if line.ends_with('^') || command[..quote].ends_with('^') {
            Self::Cmd
        } else if line.ends_with('`') {
            Self::PowerShell
        } else {
            Self::Posix
        }
    }
}

/// The words of the command that a text begins with. A quote that is not closed ends with the text.
pub(super) fn words(dialect: Dialect, text: &str) -> Vec<Word> {
    match dialect {
        Dialect::Posix => posix(text),
        Dialect::Cmd => cmd::words(text),
        Dialect::PowerShell => power_shell::words(text),
    }
}

type Rest<'t> = Peekable<Chars<'t>>;

fn posix(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let next = rest.peek().copied();
        match character {
            '\r' if next == Some('\n') => {}
            '\n' | ';' | '|' => break,
            // Also where an output goes: `2>&1`.
            '&' if open.as_ref().is_none_or(|word| !word.text.ends_with('>')) => break,
            '#' if open.is_none() => break,
            ' ' | '\t' => words.extend(open.take()),
            '\'' => {
                let word = open.get_or_insert_default();
                word.text
                    .extend(rest.by_ref().take_while(|inner| *inner != '\''));
            }
            '"' => double_quoted(&mut rest, open.get_or_insert_default()),
            '$' if next == Some('\'') => {
                rest.next();
                escaped(&mut rest, &mut open.get_or_insert_default().text);
            }
            '\\' => match after_backslash(&mut rest) {
                Some('\n') | None => {}
                Some(other) => open.get_or_insert_default().text.push(other),
            },
            other => {
                let word = open.get_or_insert_default();
                word.is_computed |= is_expanded(other, next);
                word.text.push(other);
            }
        }
    }
    words.extend(open);
    words
}

/// What is quoted by a backslash; the end of a line as a line feed.
fn after_backslash(rest: &mut Rest<'_>) -> Option<char> {
    let character = rest.next()?;
    let is_end = character == '\r' && rest.next_if_eq(&'\n').is_some();
    Some(if is_end { '\n' } else { character })
}

/// Whether a shell puts something in the place of what begins so.
fn is_expanded(character: char, next: Option<char>) -> bool {
    let begins = |next: char| next.is_ascii_alphanumeric() || matches!(next, '_' | '{' | '(');
    character == '`' || character == '$' && next.is_some_and(begins)
}

/// Reads what stands in double quotes.
fn double_quoted(rest: &mut Rest<'_>, word: &mut Word) {
    while let Some(character) = rest.next() {
        match character {
            '"' => return,
            '\\' => match after_backslash(rest) {
                Some('\n') | None => {}
                Some(quoted @ ('"' | '\\' | '$' | '`')) => word.text.push(quoted),
                Some(other) => word.text.extend(['\\', other]),
            },
            other => {
                word.is_computed |= is_expanded(other, rest.peek().copied());
                word.text.push(other);
            }
        }
    }
}

/// Reads what stands in single quotes after a dollar sign, as browsers copy a request.
fn escaped(rest: &mut Rest<'_>, text: &mut String) {
    while let Some(character) = rest.next() {
        match character {
            '\'' => return,
            '\\' => match rest.next() {
                Some('n') => text.push('\n'),
                Some('r') => text.push('\r'),
                Some('t') => text.push('\t'),
                Some('u') => {
                    let digits: String = rest.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&digits, 16).ok();
                    text.extend(code.and_then(char::from_u32));
                }
                other => text.extend(other),
            },
            other => text.push(other),
        }
    }
}
