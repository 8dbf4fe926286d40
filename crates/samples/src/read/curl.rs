//! The body that a curl command sends, or one of `PowerShell`. What else the command holds, a token
//! for one, goes nowhere.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::parse;

use super::shell::{Dialect, MOST, Word, commands, words};
use super::{Reading, Unread, document};
use crate::tool::Tool;

/// The commands that are read.
pub(super) const NAMES: &[&str] = &["curl", CALLS[0], CALLS[1]];
/// Those of `PowerShell`, for which browsers copy a request as well.
const CALLS: [&str; 2] = ["Invoke-WebRequest", "Invoke-RestMethod"];

/// The options with a body.
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

/// The body of the first command in a text that goes to a tracker, or else of the first one with a
/// body.
pub(super) fn read(text: &str) -> Result<Reading, Unread> {
    let curl = commands(text, &NAMES[..1]);
    let curl = curl.into_iter().map(|command| sent(text, command));
    let calls = commands(text, &CALLS).into_iter().map(called);
    let mut found = Err(Unread::NoBody);
    for (body, is_tracker) in curl.chain(calls) {
        if is_tracker && body.is_ok() {
            found = body;
            break;
        }
        // A file says more than nothing does, and a body says more than its file.
        if body.is_ok() && found.is_err() || found == Err(Unread::NoBody) {
            found = body;
        }
    }
    Ok(Reading {
        tool: Tool::Curl,
        body: found?,
        left: Vec::new(),
    })
}

/// What a command sends, and whether that goes to a tracker. The same text means other words in
/// another shell: of those with a body the first counts in which it is JSON.
fn sent(text: &str, command: &str) -> (Result<String, Unread>, bool) {
    let likely = Dialect::of(command);
    let others = [Dialect::Posix, Dialect::Cmd, Dialect::PowerShell];
    let others = others.into_iter().filter(|other| *other != likely);
    let mut first = None;
    for dialect in core::iter::once(likely).chain(others) {
        let words = words(dialect, command);
        let body = data(&words, text);
        let is_tracker = goes_to_tracker(&words);
        let json = body.as_deref().ok().and_then(|body| json(body, dialect));
        if let Some(json) = json {
            return (Ok(json), is_tracker);
        }
        first.get_or_insert((body, is_tracker));
    }
    first.unwrap_or((Err(Unread::NoBody), false))
}

fn goes_to_tracker(words: &[Word]) -> bool {
    words.iter().any(|word| word.text.contains("/tracker"))
}

/// A body that is JSON. `PowerShell` wants a backslash before each quote that a program is to get.
fn json(body: &str, dialect: Dialect) -> Option<String> {
    let is_json = |body: &String| parse(body.as_bytes()).is_ok();
    let unescaped = || (dialect == Dialect::PowerShell).then(|| body.replace("\\\"", "\""));
    Some(body.to_owned())
        .filter(is_json)
        .or_else(|| unescaped().filter(is_json))
}

/// What the options with a body say, put together as curl does. `text` is the whole script.
fn data(words: &[Word], text: &str) -> Result<String, Unread> {
    let mut body: Option<String> = None;
    let mut file = None;
    let mut count = 0;
    let mut words = words.iter().map(|word| word.text.as_str());
    while let Some(word) = words.next() {
        let Some((option, value)) = option(word) else {
            continue;
        };
        let Some(value) = value.or_else(|| words.next()) else {
            break;
        };
        if !BODY.contains(&option) {
            continue;
        }
        count += 1;
        if count > MOST {
            break;
        }
        let name = value.strip_prefix('@').filter(|_| option != "--data-raw");
        let piece = match name {
            None => assigned(text, value).unwrap_or_else(|| value.to_owned()),
            Some(name) => {
                let Some(document) = document::find(text, name) else {
                    file.get_or_insert(name);
                    continue;
                };
                document
            }
        };
        match &mut body {
            Some(body) => {
                if option != JSON {
                    body.push('&');
                }
                body.push_str(&piece);
            }
            None => body = Some(piece),
        }
    }
    match (body, file) {
        (Some(body), _) if !body.trim().is_empty() => Ok(body),
        (None, Some(name)) => Err(Unread::File(name.to_owned())),
        _ => Err(Unread::NoBody),
    }
}

/// The value of a variable that is the whole of a word, where a line of the text sets it.
fn assigned(text: &str, word: &str) -> Option<String> {
    let name = word.strip_prefix('$')?;
    let name = name
        .strip_prefix('{')
        .map_or(name, |name| name.trim_end_matches('}'));
    let sets = ["\n", name, "="].concat();
    let place = text.find(&sets)? + sets.len();
    let value = words(Dialect::Posix, &text[place..]).into_iter().next()?;
    Some(value.text)
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

/// What a call of `PowerShell` sends, and whether that goes to a tracker.
fn called(command: &str) -> (Result<String, Unread>, bool) {
    let words = words(Dialect::PowerShell, command);
    let is_option = |word: &Word| word.text.eq_ignore_ascii_case("-body");
    let place = words.iter().position(is_option);
    let body = place.and_then(|place| words.get(place + 1));
    let body = body.map(|word| {
        // Browsers turn a text with other characters than ASCII into bytes.
        let bytes = word
            .text
            .strip_prefix("([System.Text.Encoding]::UTF8.GetBytes(");
        let bytes = bytes.and_then(|inner| inner.strip_suffix("))"));
        bytes.unwrap_or(&word.text).to_owned()
    });
    (body.ok_or(Unread::NoBody), goes_to_tracker(&words))
}
