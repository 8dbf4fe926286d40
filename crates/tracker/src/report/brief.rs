//! A diagnostic without its words.

use super::member_of;
use crate::rule::{Rule, Severity};
use crate::rules::{Finding, Place};
use crate::table::Member;

/// A diagnostic without its words. It holds no text and costs nothing to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The rule that is broken.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// The member it concerns, when it is one of the table.
    pub member: Option<Member>,
    /// The number of the item it concerns, from 0, when it concerns one.
    pub item: Option<u32>,
    /// The bytes of the text it concerns, from and to; `None` for what is not in the text.
    pub bytes: Option<(u32, u32)>,
}

impl Finding {
    pub(crate) fn brief(&self) -> Brief {
        let item = match self.place {
            Place::Item(_, index, _) => Some(index),
            _ => None,
        };
        Brief {
            rule: self.rule,
            severity: self.severity,
            member: member_of(self.place),
            item,
            bytes: self.span().map(|span| (span.start, span.end)),
        }
    }
}
