//! The items of a list, looked at in the text.

use std::borrow::Cow;

use super::{Body, Value};
use crate::json::{Scanner, Shape, Span};
use crate::table::Member;

/// An item of a list.
pub(crate) struct Item<'a> {
    /// Its number, from 0.
    pub(crate) index: u32,
    /// The place of its value.
    pub(crate) span: Span,
    /// The value itself.
    pub(crate) value: ItemValue<'a>,
}

/// The value of an item.
pub(crate) enum ItemValue<'a> {
    /// A string, as it should be.
    Text(Cow<'a, str>),
    /// Anything else.
    Other,
}

impl<'a> Body<'a> {
    /// The items of a member that is a list; none if it is something else.
    pub(crate) fn items(&self, member: Member) -> Vec<Item<'a>> {
        let slot = self.slot(member);
        let Value::List { count } = slot.value else {
            return Vec::new();
        };
        let mut items = Vec::with_capacity(count as usize);
        // The text has been read once, so the scanner does not fail on this part of it.
        if let Ok(mut scanner) = Scanner::new(slot.span.of(self.text).as_bytes()) {
            let _ = self.collect(&mut scanner, slot.span.start, &mut items);
        }
        items
    }

    fn collect(
        &self,
        scanner: &mut Scanner<'_>,
        offset: u32,
        items: &mut Vec<Item<'a>>,
    ) -> Result<(), crate::json::SyntaxError> {
        let mut more = scanner.open(b']')?;
        while more {
            let start = scanner.at();
            let shape = scanner.value()?;
            let text = if shape == Shape::Text {
                let mut token = scanner.string()?;
                token.inner.start += offset;
                token.inner.end += offset;
                ItemValue::Text(self.decoded(token))
            } else {
                crate::json::skip(scanner, shape)?;
                ItemValue::Other
            };
            let index = u32::try_from(items.len()).unwrap_or(u32::MAX);
            let span = Span::new(start + offset as usize, scanner.at() + offset as usize);
            items.push(Item {
                index,
                span,
                value: text,
            });
            more = scanner.next(b']')?;
        }
        Ok(())
    }
}
