//! The items of a list, looked at in the text.

use alloc::borrow::Cow;

use super::{Body, Value};
use crate::json::{Failed, Scanner, Shape, Span, StringToken};
use crate::table::Member;

/// An item of a list.
pub(crate) struct Item<'a> {
    /// Its number, from 0.
    pub(crate) index: u32,
    /// The place of its value.
    pub(crate) span: Span,
    /// The value itself, if it is a string as it should be.
    pub(crate) text: Option<Cow<'a, str>>,
}

impl<'a> Body<'a> {
    /// The items of a member that is a list; none if it is something else.
    pub(crate) fn items(&self, member: Member) -> Items<'_, 'a> {
        let slot = self.slot(member);
        let list = matches!(slot.value, Value::List { .. });
        let mut scanner = Scanner::inside(self.text, slot.span.start as usize);
        // The text has been read once, so the scanner does not fail here or further on.
        let more = list && scanner.open(b']').unwrap_or(false);
        Items {
            body: self,
            scanner,
            more,
            index: 0,
        }
    }
}

/// Reads one item after the other.
pub(crate) struct Items<'b, 'a> {
    body: &'b Body<'a>,
    scanner: Scanner<'a>,
    more: bool,
    index: u32,
}

impl<'a> Items<'_, 'a> {
    fn read(&mut self) -> Result<Item<'a>, Failed> {
        let start = self.scanner.at();
        let shape = self.scanner.value()?;
        let text = if shape == Shape::Text {
            let escaped = self.scanner.string()?;
            let inner = Span::new(start + 1, self.scanner.at() - 1);
            Some(self.body.decoded(StringToken { inner, escaped }))
        } else {
            crate::json::skip(&mut self.scanner, shape)?;
            None
        };
        let item = Item {
            index: self.index,
            span: Span::new(start, self.scanner.at()),
            text,
        };
        self.index += 1;
        self.more = self.scanner.next(b']')?;
        Ok(item)
    }
}

impl<'a> Iterator for Items<'_, 'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        self.more.then(|| self.read().ok()).flatten()
    }
}
