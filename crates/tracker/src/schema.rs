//! JSON Schema and OpenAPI, made from the table of members.
//!
//! The schema says as much of the rules as a schema can. It cannot see repeated members, numbers
//! written with a fraction or an exponent that are whole, nor that two names are equal.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec;
use alloc::vec::Vec;

use crate::json::{Tree, write_pretty};
use crate::table::{Kind, Member, Required};
use crate::text::Locale;

mod conditions;
mod open_api;

/// An edition of JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaDraft {
    /// Draft 2020-12.
    Draft202012,
    /// Draft 07, which more tools read.
    Draft07,
}

/// The request body as a JSON Schema, indented by two spaces. Titles and descriptions are in the
/// given language.
#[must_use]
pub fn json_schema(draft: SchemaDraft, locale: Locale) -> String {
    let dialect = match draft {
        SchemaDraft::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
        SchemaDraft::Draft07 => "http://json-schema.org/draft-07/schema#",
    };
    let mut members = vec![("$schema", text(dialect))];
    members.extend(body(locale));
    pretty(&object(members))
}

/// The operation `UpdateTracker` as an OpenAPI 3.1 document, indented by two spaces.
#[must_use]
pub fn open_api(locale: Locale) -> String {
    pretty(&open_api::document(locale))
}

/// The members of the schema of the body.
fn body(locale: Locale) -> Vec<(&'static str, Tree)> {
    let title = match locale {
        Locale::English => "Body of a tracker update",
        Locale::SimplifiedChinese => "修改追踪器的请求体",
    };
    let mut members = vec![("title", text(title)), ("type", text("object"))];
    members.extend(properties(None, locale));
    members.push(("allOf", Tree::Array(conditions::all())));
    members
}

/// `properties` and `required` of the body or of an object of the table.
fn properties(within: Option<Member>, locale: Locale) -> Vec<(&'static str, Tree)> {
    let properties = Member::within(within)
        .map(|member| (member.name(), property(member, locale)))
        .collect();
    let required: Vec<_> = Member::within(within)
        .filter(|member| member.entry().required == Required::Always)
        .map(|member| text(member.name()))
        .collect();
    let mut members = vec![("properties", object(properties))];
    if !required.is_empty() {
        members.push(("required", Tree::Array(required)));
    }
    members
}

/// The schema of one member, as far as it does not depend on others. `null` stands for a member
/// that is left out, where it may be.
fn property(member: Member, locale: Locale) -> Tree {
    let entry = member.entry();
    let optional = entry.required != Required::Always;
    let json_type = match entry.kind {
        Kind::Text => "string",
        Kind::Boolean => "boolean",
        Kind::Integer => "number",
        Kind::TextList => "array",
        Kind::Object => "object",
    };
    let json_type = text(json_type);
    let mut members = vec![
        ("title", text(entry.label.get(locale))),
        ("description", text(entry.help.get(locale))),
        (
            "type",
            if optional {
                Tree::Array(vec![json_type, text("null")])
            } else {
                json_type
            },
        ),
    ];
    if let Some(default) = entry.default {
        members.push(("default", json(default)));
    }
    match entry.kind {
        Kind::Text if !entry.values.is_empty() => {
            let values = entry.values.iter().map(|value| text(value));
            let null = optional.then_some(Tree::Null);
            members.push(("enum", Tree::Array(values.chain(null).collect())));
        }
        Kind::TextList => members.push(("items", object(vec![("type", text("string"))]))),
        Kind::Object => {
            if member == Member::ObsInfo {
                members.push(("minProperties", number(1)));
                members.push((
                    "allOf",
                    Tree::Array(vec![conditions::created_bucket_has_a_name()]),
                ));
            }
            members.extend(properties(Some(member), locale));
        }
        _ => match member {
            Member::TrackerName => members.push(("minLength", number(1))),
            Member::BucketName => members.push(("pattern", text(&or_empty(entry.pattern)))),
            Member::FilePrefixName => {
                members.push(("pattern", text(entry.pattern.unwrap_or_default())));
            }
            _ => {}
        },
    }
    object(members)
}

/// A pattern that lets the empty text pass too, which is a reset and not a short name.
fn or_empty(pattern: Option<&str>) -> String {
    format!("^$|{}", pattern.unwrap_or_default())
}

fn object(members: Vec<(&'static str, Tree)>) -> Tree {
    Tree::Object(
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

fn text(text: &str) -> Tree {
    Tree::Text(text.to_owned())
}

fn number(number: i32) -> Tree {
    Tree::Number(number.to_string())
}

/// JSON text of the table as a value.
fn json(written: &str) -> Tree {
    crate::json::parse(written.as_bytes()).unwrap_or(Tree::Null)
}

fn pretty(tree: &Tree) -> String {
    let mut out = String::new();
    write_pretty(tree, 0, &mut out);
    out.push('\n');
    out
}

#[cfg(test)]
mod tests;
