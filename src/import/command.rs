//! The body that a curl command sends. What else the command holds, a token for one, goes nowhere.

use std::iter::Peekable;
use std::str::Chars;

/// The options with a body, long and short. Of a file only its name would be known.
const BODY: [&str; 5] = [
    "--data",
    "--data-raw",
    "--data-binary",
    "--data-ascii",
    JSON,
];
const JSON: &str = "--json";

/// The letters of options that have a value: <https://curl.se/docs/manpage.html>.
const WITH_VALUE: &str = "AbcCDdeEFHKmoPQrtTuUwxXyYz";

/// What follows the name of curl in a line that begins with it, perhaps after a prompt.
pub(crate) fn arguments(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("$ ").unwrap_or(line).trim_start();
    let rest = line.strip_prefix("curl")?;
    let rest = rest.strip_prefix(".exe").unwrap_or(rest);
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

/// The body of the first curl command in a text that goes to a tracker, or else of the first one
/// with a body; empty when no command has one. `None` when there is no curl command.
pub(crate) fn body(text: &str) -> Option<String> {
    let text = &text.replace("\r\n", "\n");
    let mut found = None;
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        let end = place + line.len();
        if let Some(rest) = arguments(line) {
            let words = words(&text[end - rest.len()..]);
            let body = data(&words).map(|body| assigned(text, &body).unwrap_or(body));
            let is_tracker = words.iter().any(|word| word.contains("/tracker"));
            match body {
                Some(body) if is_tracker => return Some(body),
                Some(body) if found.as_ref().is_none_or(String::is_empty) => found = Some(body),
                _ => found = found.or_else(|| Some(String::new())),
            }
        }
        place = end;
    }
    found
}

/// The value of a variable that is the whole of a word, where a line of the text sets it.
fn assigned(text: &str, word: &str) -> Option<String> {
    let name = word.strip_prefix('$')?;
    let name = name
        .strip_prefix('{')
        .map_or(name, |name| name.trim_end_matches('}'));
    let sets = ["\n", name, "="].concat();
    let place = text.find(&sets)? + sets.len();
    words(&text[place..]).into_iter().next()
}

/// What the options with a body say, put together as curl does.
fn data(words: &[String]) -> Option<String> {
    let mut body: Option<String> = None;
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let Some((option, value)) = option(word) else {
            continue;
        };
        let Some(value) = value.or_else(|| words.next()) else {
            break;
        };
        // The body is in a file, which stays where it is.
        if !BODY.contains(&option) || option != "--data-raw" && value.starts_with('@') {
            continue;
        }
        match &mut body {
            Some(body) => {
                if option != JSON {
                    body.push('&');
                }
                body.push_str(value);
            }
            None => body = Some(value.to_owned()),
        }
    }
    body
}

/// An option that has a value, and the value when it stands in the same word. Of long options only
/// those with a body are known.
fn option(word: &str) -> Option<(&str, Option<&str>)> {
    if word.starts_with("--") {
        let (name, value) = match word.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (word, None),
        };
        return BODY.contains(&name).then_some((name, value));
    }
    let letters = word.strip_prefix('-')?;
    let place = letters.find(|letter| WITH_VALUE.contains(letter))?;
    let value = &letters[place + 1..];
    let name = if letters[place..].starts_with('d') {
        BODY[0]
    } else {
        ""
    };
    Some((name, (!value.is_empty()).then_some(value)))
}

/// The words of the command that a text begins with, as a POSIX shell reads them. Variables stay
/// as they are. A quote that is not closed ends with the text.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut open: Option<String> = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let next = rest.peek().copied();
        match character {
            // A line that goes on: in a POSIX shell, in PowerShell, and in the shell of Windows.
            '\\' | '`' | '^' if next == Some('\n') => {
                rest.next();
            }
            '\n' | ';' | '|' => break,
            '&' | '#' if open.is_none() => break,
            ' ' | '\t' => words.extend(open.take()),
            '\'' => until_quote(&mut rest, open.get_or_insert_default()),
            '"' => until_double_quote(&mut rest, open.get_or_insert_default()),
            '$' if next == Some('\'') => {
                rest.next();
                until_escaped_quote(&mut rest, open.get_or_insert_default());
            }
            '\\' => open.get_or_insert_default().extend(rest.next()),
            other => open.get_or_insert_default().push(other),
        }
    }
    words.extend(open);
    words
}

/// Reads what stands in single quotes.
fn until_quote(rest: &mut Peekable<Chars<'_>>, word: &mut String) {
    word.extend(rest.take_while(|character| *character != '\''));
}

/// Reads what stands in double quotes.
fn until_double_quote(rest: &mut Peekable<Chars<'_>>, word: &mut String) {
    while let Some(character) = rest.next() {
        match character {
            '"' => return,
            '\\' => match rest.next() {
                Some('\n') | None => {}
                Some(quoted @ ('"' | '\\' | '$' | '`')) => word.push(quoted),
                Some(other) => word.extend(['\\', other]),
            },
            other => word.push(other),
        }
    }
}

/// Reads what stands in single quotes after a dollar sign, as browsers copy a request.
fn until_escaped_quote(rest: &mut Peekable<Chars<'_>>, word: &mut String) {
    while let Some(character) = rest.next() {
        match character {
            '\'' => return,
            '\\' => match rest.next() {
                Some('n') => word.push('\n'),
                Some('r') => word.push('\r'),
                Some('t') => word.push('\t'),
                Some('u') => {
                    let digits: String = rest.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&digits, 16).ok();
                    word.extend(code.and_then(char::from_u32));
                }
                other => word.extend(other),
            },
            other => word.push(other),
        }
    }
}
