//! A draft and a text that somebody else wrote: where the members stand in it, and how a change of
//! the draft is made in it.

use alloc::borrow::{Cow, ToOwned as _};
use alloc::string::String;
use alloc::vec::Vec;

use core::ops::Range;

use super::parse::compact;
use super::{Draft, Emitted};
use crate::body::{Body, Value};
use crate::table::{Kind, Member};

impl Emitted {
    /// A text as somebody wrote it, with the places of the members that count in it: of a member
    /// given twice that is the last one. A text that is no JSON object has no places.
    #[must_use]
    pub fn of_text(text: String) -> Self {
        let places = Body::read(text.as_bytes()).map_or_else(|_| Vec::new(), |body| all(&body));
        Self { text, places }
    }

    /// The value of a member as JSON text.
    fn value(&self, member: Member) -> Option<&str> {
        let (_, place) = self.places.iter().find(|(known, _)| *known == member)?;
        // A place begins with the name in quotes, a colon and a space.
        self.text
            .get(place.start + member.name().len() + 4..place.end)
    }
}

impl Draft {
    /// Makes a change in a text: what differs between the draft `before` and this one becomes so in
    /// the text, in the manner of its neighbours. Every byte outside of the changed members stays as
    /// it is. A member that is left out goes as often as it is there.
    ///
    /// `None` when the text is no JSON object, or holds nothing any more.
    #[must_use]
    pub fn revise(&self, before: &Self, text: &str) -> Option<String> {
        let (old, new) = (before.emit_with_places(), self.emit_with_places());
        let mut text = text.to_owned();
        let mut whole = Vec::new();
        for member in Member::ALL {
            let (from, to) = (old.value(member), new.value(member));
            let is_done = member
                .parent()
                .is_some_and(|parent| whole.contains(&parent));
            if from == to || is_done {
                continue;
            }
            match to {
                None => {
                    while let Some(rest) = without(&text, member)? {
                        text = rest;
                    }
                }
                Some(to) => {
                    let body = Body::read(text.as_bytes()).ok()?;
                    // Two objects with something in them differ in members that follow.
                    let is_frame = member.kind() == Kind::Object
                        && [from, Some(to)]
                            .iter()
                            .all(|json| json.is_some_and(is_filled))
                        && body.value(member) == Value::Object { empty: false };
                    if is_frame {
                        continue;
                    }
                    text = put(&body, member, to)?;
                }
            }
            whole.push(member);
        }
        let is_body = Body::read(text.as_bytes()).is_ok_and(|body| !body.is_empty);
        is_body.then_some(text)
    }
}

fn is_filled(json: &str) -> bool {
    json.starts_with('{') && json != "{}"
}

/// The members that count with their places, in document order.
fn all(body: &Body<'_>) -> Vec<(Member, Range<usize>)> {
    let mut places: Vec<_> = Member::ALL
        .into_iter()
        .filter_map(|member| Some((member, place(body, member)?)))
        .collect();
    places.sort_unstable_by_key(|(_, place)| place.start);
    places
}

/// From the name of a member to the end of its value.
fn place(body: &Body<'_>, member: Member) -> Option<Range<usize>> {
    if body.value(member) == Value::Absent {
        return None;
    }
    let span = body.slot(member).span;
    // Before a value stand its name and a colon. No name of the table has a quote in it, so the one
    // before that of its end is that of its beginning, also when it is written with escapes.
    let name = body.text.get(..span.start as usize)?.trim_ascii_end();
    let name = name.strip_suffix(':')?.trim_ascii_end();
    let start = name.strip_suffix('"')?.rfind('"')?;
    Some(start..span.end as usize)
}

/// The text without a member: without it and one comma. `None` inside when it is not there.
#[expect(
    clippy::option_option,
    reason = "a text that cannot be read is not one that lacks it"
)]
fn without(text: &str, member: Member) -> Option<Option<String>> {
    let body = Body::read(text.as_bytes()).ok()?;
    let Some(place) = place(&body, member) else {
        return Some(None);
    };
    let before = text.get(..place.start)?.trim_ascii_end();
    let behind = text.get(place.end..)?.trim_ascii_start();
    Some(Some(if let Some(before) = before.strip_suffix(',') {
        [before, text.get(place.end..)?].concat()
    } else if let Some(behind) = behind.strip_prefix(',') {
        let next = behind.trim_ascii_start();
        [text.get(..place.start)?, next].concat()
    } else {
        [before, behind].concat()
    }))
}

/// The text with another value of a member, or with a member that it lacks.
fn put(body: &Body<'_>, member: Member, json: &str) -> Option<String> {
    let text = body.text;
    if let Some(place) = place(body, member) {
        let value = body.slot(member).span;
        let value = value.start as usize..value.end as usize;
        let json = fitted(json, member, space_before(text, place.start));
        return Some([text.get(..value.start)?, &json, text.get(value.end..)?].concat());
    }
    let parent = member.parent();
    let sibling = Member::within(parent)
        .take_while(|sibling| *sibling != member)
        .filter_map(|sibling| Some((sibling, place(body, sibling)?)))
        .last();
    if let Some((sibling, place)) = sibling {
        let space = space_before(text, place.start);
        let value = body.slot(sibling).span.start as usize;
        let name = text.get(place.start..value)?;
        let colon = name.get(name.rfind('"')? + 1..)?;
        let json = fitted(json, member, space);
        let added = [",", space, "\"", member.name(), "\"", colon, &json].concat();
        return Some([text.get(..place.end)?, &added, text.get(place.end..)?].concat());
    }
    // It becomes the first.
    let object = parent.map_or(body.root, |parent| body.slot(parent).span);
    let inside = object.start as usize + 1;
    let rest = text.get(inside..)?;
    let first = rest.trim_ascii_start();
    let space = rest.get(..rest.len() - first.len())?;
    let is_empty = first.starts_with('}');
    let space = if is_empty { "\n  " } else { space };
    let colon = if space.is_empty() { "\":" } else { "\": " };
    let behind = if is_empty { "\n" } else { "," };
    let json = fitted(json, member, space);
    let added = [space, "\"", member.name(), colon, &json, behind].concat();
    let rest = if is_empty { first } else { rest };
    Some([text.get(..inside)?, &added, rest].concat())
}

/// The white space that ends here.
fn space_before(text: &str, end: usize) -> &str {
    let before = text.get(..end).unwrap_or_default();
    before
        .get(before.trim_ascii_end().len()..)
        .unwrap_or_default()
}

/// A value as it is written on lines of their own, fitted to the white space before its member:
/// indented like it, or on one line with it.
fn fitted<'j>(json: &'j str, member: Member, space: &str) -> Cow<'j, str> {
    if !json.contains('\n') {
        return Cow::Borrowed(json);
    }
    let Some((_, indent)) = space.rsplit_once('\n') else {
        return Cow::Owned(compact(json));
    };
    let written = if member.parent().is_some() {
        "\n    "
    } else {
        "\n  "
    };
    Cow::Owned(json.replace(written, &["\n", indent].concat()))
}

#[cfg(test)]
mod tests;
