//! The values that a message speaks of.

use alloc::string::{String, ToString as _};

use super::path::Segment;
use super::verdict::Verdict;
use crate::json::{Failed, Scanner, Span, SyntaxErrorKind, decode, skip};
use crate::rule::Rule;
use crate::rules::{Finding, Place};
use crate::table::{Kind, Member};
use crate::text::{Locale, count_characters, text};

/// How much of a value a message shows, in characters.
const LONGEST_VALUE: usize = 48;

/// A value in a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// A name, or a value as it stands in the text. Long ones are cut and end with an ellipsis.
    Text(String),
    /// A number of characters or items.
    Number(u32),
    /// The JSON type that a member must have.
    Expected(Expected),
    /// Why a text is not JSON.
    Reason(SyntaxErrorKind),
}

/// What a member or an item must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected(Kind);

impl Expected {
    /// All of them, each at the place of its number.
    pub const ALL: [Self; 5] = [
        Self(Kind::Text),
        Self(Kind::Boolean),
        Self(Kind::Integer),
        Self(Kind::TextList),
        Self(Kind::Object),
    ];

    /// Its number in [`Expected::ALL`].
    #[must_use]
    pub const fn number(self) -> usize {
        self.0 as usize
    }

    /// A stable name for machines: `string`, `boolean`, `integer`, `array` or `object`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.0 {
            Kind::Text => "string",
            Kind::Boolean => "boolean",
            Kind::Integer => "integer",
            Kind::TextList => "array",
            Kind::Object => "object",
        }
    }

    /// What it is in one language, as a part of a sentence.
    #[must_use]
    pub const fn describe(self, locale: Locale) -> &'static str {
        match self.0 {
            Kind::Text => text("a string in double quotes", "双引号中的字符串"),
            Kind::Boolean => text(
                "true or false, without quotes",
                " true 或 false（不加引号）",
            ),
            Kind::Integer => text("a whole number, without quotes", "整数（不加引号）"),
            Kind::TextList => text("an array of strings", "字符串数组"),
            Kind::Object => text("an object in braces", "花括号中的对象"),
        }
        .get(locale)
    }
}

/// A value in a message, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown<'v> {
    /// A name, or a value as it stands in the text.
    Text(&'v str),
    /// The beginning of one that is too long to be shown whole. An ellipsis belongs behind it.
    Beginning(&'v str),
    /// The part of the text that the breach concerns.
    Value(&'v str),
    /// The beginning of that part, which is too long to be shown whole. An ellipsis belongs behind it.
    ValueBeginning(&'v str),
    /// The name of a member of the table.
    Name(Member),
    /// An item of a list, by its number.
    Item(Member, u32),
    /// A number of characters or items.
    Number(u32),
    /// The JSON type that a member must have.
    Expected(Expected),
    /// Why a text is not JSON.
    Reason(SyntaxErrorKind),
}

impl Shown<'_> {
    /// Writes it as a machine reads it.
    pub fn write(self, out: &mut String) {
        match self {
            Self::Text(text) | Self::Value(text) => out.push_str(text),
            Self::Beginning(text) | Self::ValueBeginning(text) => {
                out.push_str(text);
                out.push('…');
            }
            Self::Name(member) => out.push_str(member.name()),
            Self::Item(member, index) => {
                out.push_str(member.name());
                out.push('[');
                out.push_str(&index.to_string());
                out.push(']');
            }
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Expected(expected) => out.push_str(expected.name()),
            Self::Reason(kind) => out.push_str(kind.name()),
        }
    }

    /// Writes it as a person reads it.
    pub(super) fn describe(self, locale: Locale, out: &mut String) {
        match self {
            Self::Expected(expected) => out.push_str(expected.describe(locale)),
            Self::Reason(kind) => out.push_str(kind.describe(locale)),
            other => other.write(out),
        }
    }

    pub(super) fn to_param(self) -> Param {
        match self {
            Self::Number(number) => Param::Number(number),
            Self::Expected(expected) => Param::Expected(expected),
            Self::Reason(kind) => Param::Reason(kind),
            other => {
                let mut text = String::new();
                other.write(&mut text);
                Param::Text(text)
            }
        }
    }
}

impl Param {
    pub(super) fn as_shown(&self) -> Shown<'_> {
        match self {
            Self::Text(text) => Shown::Text(text),
            Self::Number(number) => Shown::Number(*number),
            Self::Expected(expected) => Shown::Expected(*expected),
            Self::Reason(kind) => Shown::Reason(*kind),
        }
    }
}

/// The values of a finding: those that its message names, each with the number of its name.
pub(super) fn of<'v>(
    finding: &'v Finding,
    verdict: &'v Verdict<'_>,
    path: &'v [Segment],
) -> impl Iterator<Item = (usize, Shown<'v>)> {
    NAMED[finding.rule as usize]
        .iter()
        .flatten()
        .filter_map(move |name| {
            let name = usize::from(*name);
            Some((name, value(NAMES[name], finding, verdict, path)?))
        })
}

/// Every name that messages have in braces.
pub(super) const NAMES: [&str; 5] = ["reason", "name", "expected", "value", "length"];
/// How many params a message has at most.
const MOST: usize = 3;

/// The numbers of the names that the message of each rule has, in its order. Worked out when the
/// crate is compiled, which does not succeed with a name that is not in the list.
static NAMED: [[Option<u8>; MOST]; Rule::ALL.len()] = {
    let mut named = [[None; MOST]; Rule::ALL.len()];
    let mut rule = 0;
    while rule < named.len() {
        named[rule] = names_in(Rule::ALL[rule].message().en.as_bytes());
        rule += 1;
    }
    named
};

const fn names_in(message: &[u8]) -> [Option<u8>; MOST] {
    let mut found = [None; MOST];
    let (mut count, mut at) = (0, 0);
    while at < message.len() {
        if message[at] == b'{' {
            let mut name = 0;
            while !begins(message, at + 1, NAMES[name as usize].as_bytes()) {
                name += 1;
            }
            found[count] = Some(name);
            count += 1;
        }
        at += 1;
    }
    found
}

const fn begins(message: &[u8], from: usize, name: &[u8]) -> bool {
    let mut at = 0;
    while at < name.len() {
        if message[from + at] != name[at] {
            return false;
        }
        at += 1;
    }
    message[from + at] == b'}'
}

fn value<'v>(
    name: &str,
    finding: &Finding,
    verdict: &'v Verdict<'_>,
    path: &'v [Segment],
) -> Option<Shown<'v>> {
    let Verdict { text, context, .. } = verdict;
    match (name, finding.place) {
        ("reason", Place::Syntax(kind, _)) => Some(Shown::Reason(kind)),
        ("name", Place::Item(member, index, _)) => Some(Shown::Item(member, index)),
        ("name", Place::Member(member, _)) => Some(Shown::Name(member)),
        ("name", Place::Name(_)) => match path.last()? {
            Segment::Name(name) => Some(shortened(name)),
            Segment::Index(_) => None,
        },
        ("expected", Place::Member(member, _)) => Some(Shown::Expected(Expected(member.kind()))),
        ("expected", Place::Item(..)) => Some(Shown::Expected(Expected(Kind::Text))),
        ("value", Place::Context(_)) => context.region.map(shortened),
        ("value", Place::Member(_, span) | Place::Item(_, _, span)) => {
            Some(match shortened(of_span(text, span)) {
                Shown::Beginning(value) => Shown::ValueBeginning(value),
                Shown::Text(value) => Shown::Value(value),
                other => other,
            })
        }
        ("length", Place::Member(member, span)) => Some(Shown::Number(length(member, text, span))),
        _ => None,
    }
}

/// The characters of a text, or the items of a list.
fn length(member: Member, text: &[u8], span: Span) -> u32 {
    let raw = of_span(text, span);
    let length = if member.kind() == Kind::TextList {
        count_items(raw).unwrap_or_default()
    } else {
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        decode(inner).map_or(0, |decoded| count_characters(&decoded))
    };
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn count_items(list: &str) -> Result<usize, Failed> {
    let mut scanner = Scanner::inside(list, 0);
    let mut count = 0;
    let mut more = scanner.open(b']')?;
    while more {
        let shape = scanner.value()?;
        skip(&mut scanner, shape)?;
        count += 1;
        more = scanner.next(b']')?;
    }
    Ok(count)
}

fn of_span(text: &[u8], span: Span) -> &str {
    let bytes = text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default();
    core::str::from_utf8(bytes).unwrap_or_default()
}

fn shortened(value: &str) -> Shown<'_> {
    // A character has a byte at least.
    if value.len() <= LONGEST_VALUE {
        return Shown::Text(value);
    }
    match value.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => Shown::Beginning(value.get(..end).unwrap_or_default()),
        None => Shown::Text(value),
    }
}
