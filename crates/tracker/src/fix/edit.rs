//! Applies an operation to text and leaves every other byte alone.

use alloc::format;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use crate::json::{Failed, Scanner, Shape, Span, decode, skip, write_string};

use super::Operation;

/// Applies one operation. `None` when the text has no such place.
pub(super) fn apply(text: &str, operation: &Operation) -> Option<String> {
    let (range, replacement) = match operation {
        Operation::Replace { path, value } => {
            let spot = find(text, path)?;
            (spot.value, value.clone())
        }
        Operation::Remove { path } => (removed(&find(text, path)?), String::new()),
        Operation::Move { from, path } => {
            let spot = find(text, from)?;
            let mut name = String::new();
            write_string(&unescaped(path.rsplit_once('/')?.1), &mut name);
            (spot.name?, name)
        }
        Operation::Add { path, value } => added(text, path, value)?,
    };
    let (start, end) = (range.start as usize, range.end as usize);
    Some([text.get(..start)?, &replacement, text.get(end..)?].concat())
}

/// A member or an item in the text.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// The name with its quotes, for a member.
    name: Option<Span>,
    value: Span,
    /// Where the one before it ends, or the opening bracket.
    before: u32,
    /// Whether there is one before it.
    has_previous: bool,
    /// Where the one behind it begins.
    next: Option<u32>,
    /// Where the closing bracket stands.
    closing: u32,
}

impl Spot {
    fn start(&self) -> u32 {
        self.name.map_or(self.value.start, |name| name.start)
    }
}

/// The part of the text to take away with a member or item: it, and one comma.
fn removed(spot: &Spot) -> Span {
    match spot.next {
        _ if spot.has_previous => Span {
            start: spot.before,
            end: spot.value.end,
        },
        Some(next) => Span {
            start: spot.start(),
            end: next,
        },
        None => Span {
            start: spot.before,
            end: spot.closing,
        },
    }
}

/// Where a new member goes, and its text, written in the manner of the last member.
fn added(text: &str, path: &str, value: &str) -> Option<(Span, String)> {
    let (object, name) = path.rsplit_once('/')?;
    let mut quoted = String::new();
    write_string(&unescaped(name), &mut quoted);
    let object = if object.is_empty() {
        root(text)?
    } else {
        find(text, object)?.value
    };
    let content = children(text, object)?;
    let Some(last) = content.last() else {
        let inside = Span {
            start: object.start + 1,
            end: object.end - 1,
        };
        return Some((inside, format!("{quoted}: {value}")));
    };
    let name_end = last.1.name?.end;
    let colon = Span {
        start: name_end,
        end: last.1.value.start,
    }
    .of(text);
    let from = if last.1.has_previous {
        last.1.before + 1
    } else {
        last.1.before
    };
    let gap = Span {
        start: from,
        end: last.1.start(),
    }
    .of(text)
    .trim_start_matches(',');
    let at = last.1.value.end;
    Some((
        Span { start: at, end: at },
        format!(",{gap}{quoted}{colon}{value}"),
    ))
}

/// The place that a pointer leads to. Of members with the same name the last one.
fn find(text: &str, path: &str) -> Option<Spot> {
    let mut here = root(text)?;
    let mut spot = None;
    for segment in path.strip_prefix('/')?.split('/') {
        let wanted = unescaped(segment);
        let found = children(text, here)?
            .into_iter()
            .rev()
            .find(|(name, _)| *name == wanted)?
            .1;
        here = found.value;
        spot = Some(found);
    }
    spot
}

fn root(text: &str) -> Option<Span> {
    let start = text.find(|first: char| !first.is_ascii_whitespace())?;
    Some(Span::new(start, text.trim_end().len()))
}

/// The members or items of the value at a place, each with its name or number.
fn children(text: &str, place: Span) -> Option<Vec<(String, Spot)>> {
    read_children(text, place).ok()
}

fn read_children(text: &str, place: Span) -> Result<Vec<(String, Spot)>, Failed> {
    let offset = place.start;
    let moved = |span: Span| Span {
        start: span.start + offset,
        end: span.end + offset,
    };
    let mut scanner = Scanner::inside(place.of(text), 0);
    let shape = scanner.value()?;
    let mut children: Vec<(String, Spot)> = Vec::new();
    let closing = match shape {
        Shape::Array => b']',
        Shape::Object => b'}',
        _ => return Ok(children),
    };
    let mut before = offset + 1;
    let mut more = scanner.open(closing)?;
    while more {
        let start = scanner.at();
        if let Some(previous) = children.last_mut() {
            previous.1.next = Some(Span::new(start, start).start + offset);
        }
        let (key, name) = if shape == Shape::Object {
            let token = scanner.name()?;
            let quoted = Span {
                start: token.inner.start - 1,
                end: token.inner.end + 1,
            };
            (
                decode(token.inner.of(scanner.text()))
                    .unwrap_or_default()
                    .into_owned(),
                Some(moved(quoted)),
            )
        } else {
            (children.len().to_string(), None)
        };
        let value_start = scanner.at();
        let value_shape = scanner.value()?;
        skip(&mut scanner, value_shape)?;
        let value = moved(Span::new(value_start, scanner.at()));
        let spot = Spot {
            name,
            value,
            before,
            has_previous: !children.is_empty(),
            ..Spot::default()
        };
        before = value.end;
        children.push((key, spot));
        more = scanner.next(closing)?;
    }
    for (_, spot) in &mut children {
        spot.closing = place.end - 1;
    }
    Ok(children)
}

fn unescaped(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}
