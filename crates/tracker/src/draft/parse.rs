//! A draft made from text.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::String;
use alloc::vec::Vec;

use super::{Draft, Side, Unknown, Value};
use crate::body::{self, Body, OddityKind};
use crate::check::check;
use crate::context::Context;
use crate::json::{Span, decode, parse, write_compact};
use crate::report::Report;
use crate::table::Member;
use crate::tracker_type::TrackerType;

impl Draft {
    /// Reads a draft from the text of a body.
    ///
    /// Values of the wrong type and unknown members are kept. Members of the other tracker type
    /// are not: the draft of a type never has them. Of a member given twice the last one counts.
    ///
    /// # Errors
    ///
    /// The verdict on the text, when it is not a JSON object with at least one member.
    pub fn parse(text: &[u8]) -> Result<Self, Report> {
        match Body::read(text) {
            Ok(body) if !body.is_empty => Ok(read(&body)),
            _ => Err(check(text, &Context::default())),
        }
    }
}

fn read(body: &Body<'_>) -> Draft {
    let mut draft = Draft::new(TrackerType::System);
    draft.tracker_type = value(body, Member::TrackerType);
    *draft.side_mut() = Side::default();
    for member in Member::ALL.into_iter().skip(2) {
        if let Some(value) = value(body, member) {
            draft.set(member, Some(value));
        }
    }
    let known = draft.tracker_type();
    for oddity in &body.oddities {
        let foreign = oddity
            .within
            .zip(known)
            .is_some_and(|(within, tracker_type)| !within.belongs_to(tracker_type));
        let counts = matches!(oddity.kind, OddityKind::Unknown | OddityKind::ReadOnly);
        if !counts || foreign {
            continue;
        }
        let name = Span {
            start: oddity.name.start + 1,
            end: oddity.name.end - 1,
        }
        .of(body.text);
        let unknown = Unknown {
            within: oddity.within,
            name: decode(name).unwrap_or_default().into_owned(),
            json: compact(oddity.value.of(body.text)),
        };
        // An object that holds only unknown members is there because of them.
        if let Some(within) = oddity.within {
            draft.side_mut().values[within as usize] = None;
        }
        draft.side_mut().unknown.push(unknown);
    }
    draft
}

fn value(body: &Body<'_>, member: Member) -> Option<Value> {
    let slot = body.slot(member);
    let raw = slot.span.of(body.text);
    match slot.value {
        body::Value::Absent | body::Value::Object { empty: false } => None,
        body::Value::Boolean(boolean) => Some(Value::Boolean(boolean)),
        body::Value::Text { .. } => body
            .text_of(member)
            .map(|text| Value::Text(text.into_owned())),
        body::Value::Number { .. } => Some(Value::Number(raw.to_owned())),
        body::Value::List { .. } => {
            Some(list(body, member).map_or_else(|| Value::Json(compact(raw)), Value::List))
        }
        body::Value::Null | body::Value::WrongType | body::Value::Object { empty: true } => {
            Some(Value::Json(compact(raw)))
        }
    }
}

/// The items of a list that holds nothing but strings.
fn list(body: &Body<'_>, member: Member) -> Option<Vec<String>> {
    body.items(member)
        .map(|item| item.text.map(Cow::into_owned))
        .collect()
}

/// The same JSON without white space.
pub(super) fn compact(json: &str) -> String {
    parse(json.as_bytes()).map_or_else(
        |_| json.to_owned(),
        |tree| {
            let mut out = String::with_capacity(json.len());
            write_compact(&tree, &mut out);
            out
        },
    )
}
