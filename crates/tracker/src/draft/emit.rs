//! The canonical text of a draft.

use alloc::string::String;
use alloc::vec::Vec;

use core::ops::Range;

use super::{Draft, Unknown, Value};
use crate::json::{Tree, parse, write_compact, write_pretty, write_string};
use crate::table::{Kind, Member};

/// The text of a draft, and where its members stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emitted {
    /// JSON text in the member order of the official SDKs, indented by two spaces.
    pub text: String,
    /// Each member with the bytes from its name to the end of its value, in document order.
    pub places: Vec<(Member, Range<usize>)>,
}

impl Draft {
    /// The text of the request body: JSON in the member order of the official SDKs, indented by
    /// two spaces, without a line feed at the end. Only members of the tracker type are in it.
    #[must_use]
    pub fn emit(&self) -> String {
        self.emit_with_places().text
    }

    /// The text of the request body, with the place of each member.
    #[must_use]
    pub fn emit_with_places(&self) -> Emitted {
        let mut writer = Writer {
            text: String::new(),
            places: Vec::new(),
            depth: 0,
        };
        writer.object(self, None);
        Emitted {
            text: writer.text,
            places: writer.places,
        }
    }

    /// The value that a member has in the body, as JSON text without white space.
    pub(crate) fn json_of(&self, member: Member) -> Option<String> {
        let Emitted { text, places } = self.emit_with_places();
        let (_, place) = places.into_iter().find(|(known, _)| *known == member)?;
        // A place begins with the name in quotes, a colon and a space.
        let value = text.get(place.start + member.name().len() + 4..place.end)?;
        let mut compact = String::new();
        write_compact(&parse(value.as_bytes()).ok()?, &mut compact);
        Some(compact)
    }

    /// Whether the body has the member.
    fn sends(&self, member: Member) -> bool {
        let belongs = self
            .tracker_type()
            .is_none_or(|kind| member.belongs_to(kind));
        belongs && (self.get(member).is_some() || self.is_filled(member))
    }

    /// Whether something in an object of the table is set.
    fn is_filled(&self, object: Member) -> bool {
        object.kind() == Kind::Object
            && (Member::within(Some(object)).any(|member| self.sends(member))
                || self
                    .unknown()
                    .iter()
                    .any(|unknown| unknown.within == Some(object)))
    }
}

struct Writer {
    text: String,
    places: Vec<(Member, Range<usize>)>,
    depth: usize,
}

impl Writer {
    /// Writes the body, or an object of the table.
    fn object(&mut self, draft: &Draft, object: Option<Member>) {
        self.open('{');
        let mut first = true;
        for member in Member::within(object).filter(|&member| draft.sends(member)) {
            self.separate(&mut first);
            let start = self.text.len();
            let slot = self.places.len();
            self.places.push((member, start..start));
            self.name(member.name());
            match draft.get(member) {
                Some(value) => self.value(value),
                None => self.object(draft, Some(member)),
            }
            self.places[slot].1 = start..self.text.len();
        }
        for Unknown { name, json, .. } in draft
            .unknown()
            .iter()
            .filter(|unknown| unknown.within == object)
        {
            self.separate(&mut first);
            self.name(name);
            self.raw(json);
        }
        self.close('}', first);
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Boolean(boolean) => self.text.push_str(if *boolean { "true" } else { "false" }),
            Value::Text(text) => write_string(text, &mut self.text),
            Value::Number(digits) => {
                if matches!(parse(digits.as_bytes()), Ok(Tree::Number(_))) {
                    self.text.push_str(digits.trim());
                } else {
                    write_string(digits, &mut self.text);
                }
            }
            Value::List(items) => {
                self.open('[');
                let mut first = true;
                for item in items {
                    self.separate(&mut first);
                    write_string(item, &mut self.text);
                }
                self.close(']', first);
            }
            Value::Json(json) => self.raw(json),
        }
    }

    /// Writes JSON text again with indentation. What is no JSON is written as a string.
    fn raw(&mut self, json: &str) {
        match parse(json.as_bytes()) {
            Ok(tree) => write_pretty(&tree, self.depth, &mut self.text),
            Err(_) => write_string(json, &mut self.text),
        }
    }

    fn name(&mut self, name: &str) {
        write_string(name, &mut self.text);
        self.text.push_str(": ");
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    fn separate(&mut self, first: &mut bool) {
        if !core::mem::take(first) {
            self.text.push(',');
        }
        self.break_line();
    }

    fn close(&mut self, bracket: char, empty: bool) {
        self.depth -= 1;
        if !empty {
            self.break_line();
        }
        self.text.push(bracket);
    }

    fn break_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}
