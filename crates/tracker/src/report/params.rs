//! The values that a message speaks of.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::path::Segment;
use crate::context::Context;
use crate::json::{Span, SyntaxErrorKind, decode};
use crate::rule::Rule;
use crate::rules::{Finding, Place};
use crate::table::{Kind, Member};
use crate::text::{Locale, text};

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

    pub(super) const fn describe(self, locale: Locale) -> &'static str {
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

/// The params of a finding: those that its message names.
pub(super) fn of(
    finding: &Finding,
    text: &[u8],
    context: &Context<'_>,
    path: &[Segment],
) -> Vec<(&'static str, Param)> {
    placeholders(finding.rule)
        .filter_map(|name| Some((name, value(name, finding, text, context, path)?)))
        .collect()
}

/// The names in braces of a rule's message.
pub(super) fn placeholders(rule: Rule) -> impl Iterator<Item = &'static str> {
    let parts = rule.entry().message.en.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}').map(|(name, _)| name))
}

fn value(
    name: &str,
    finding: &Finding,
    text: &[u8],
    context: &Context<'_>,
    path: &[Segment],
) -> Option<Param> {
    match (name, finding.place) {
        ("reason", Place::Syntax(kind, _)) => Some(Param::Reason(kind)),
        ("name", Place::Item(member, index, _)) => {
            Some(Param::Text(format!("{}[{index}]", member.name())))
        }
        ("name", _) => match path.last() {
            Some(Segment::Name(name)) => Some(Param::Text(shortened(name))),
            _ => None,
        },
        ("expected", Place::Member(member, _)) => Some(Param::Expected(Expected(member.kind()))),
        ("expected", Place::Item(..)) => Some(Param::Expected(Expected(Kind::Text))),
        ("value", Place::Context(_)) => context.region.map(|region| Param::Text(shortened(region))),
        ("value", Place::Member(_, span) | Place::Item(_, _, span)) => {
            Some(Param::Text(shortened(of_span(text, span))))
        }
        ("length", Place::Member(member, span)) => Some(Param::Number(length(member, text, span))),
        _ => None,
    }
}

/// The characters of a text, or the items of a list.
fn length(member: Member, text: &[u8], span: Span) -> u32 {
    let raw = of_span(text, span);
    let length = if member.kind() == Kind::TextList {
        match crate::json::parse(raw.as_bytes()) {
            Ok(crate::json::Tree::Array(items)) => items.len(),
            _ => 0,
        }
    } else {
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        decode(inner).map_or(0, |decoded| decoded.chars().count())
    };
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn of_span(text: &[u8], span: Span) -> &str {
    let bytes = text
        .get(span.start as usize..span.end as usize)
        .unwrap_or_default();
    core::str::from_utf8(bytes).unwrap_or_default()
}

fn shortened(value: &str) -> String {
    match value.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
