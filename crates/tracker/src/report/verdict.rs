//! What is found in a text, before any of it is put into words.

use alloc::string::String;
use alloc::vec::Vec;

use super::params::{self, Shown};
use super::path::{self, Path, Segment};
use super::position::{Position, Range};
use super::suggestion;
use super::{member_of, message};
use crate::context::Context;
use crate::rule::{Rule, Severity};
use crate::rules::{Finding, Found, Place};
use crate::table::Member;
use crate::text::Locale;

/// The verdict on a text, which it borrows. What there is to say about a breach is worked out when it
/// is asked for; a [`Report`](super::Report) has all of it.
#[derive(Debug)]
pub struct Verdict<'t> {
    pub(super) text: &'t [u8],
    pub(super) context: &'t Context<'t>,
    pub(super) found: Found,
    /// The paths of breaches at names, in order.
    names: Vec<Vec<Segment>>,
}

/// One breach of one rule at one place.
#[derive(Debug)]
pub struct Breach<'v> {
    verdict: &'v Verdict<'v>,
    finding: &'v Finding,
    /// Where it stands, when that is at a name.
    name: Option<&'v [Segment]>,
    range: Option<Range>,
    suggestion: Option<&'static str>,
}

impl<'t> Verdict<'t> {
    /// The findings are in the order of the document.
    pub(crate) fn new(text: &'t [u8], context: &'t Context<'t>, found: Found) -> Self {
        let names = path::of_names(text, &found.list);
        Self {
            text,
            context,
            found,
            names,
        }
    }

    /// How many breaches there are to speak of: 10,000 of each severity at most.
    #[must_use]
    pub fn len(&self) -> usize {
        self.found.list.len()
    }

    /// Whether there is nothing to speak of.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.list.is_empty()
    }

    /// How many breaches have this severity, those included that there are too many of.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let is_one = |finding: &&Finding| finding.severity == severity;
        self.found.list.iter().filter(is_one).count() + self.found.omitted[severity as usize]
    }

    /// Shows every breach, in the order of the document. What is not in the text comes first.
    pub fn each(&self, mut show: impl FnMut(&Breach<'_>)) {
        let mut here = Position::START;
        self.each_brief(|breach| {
            let Breach { finding, .. } = *breach;
            let span = finding.span();
            show(&Breach {
                range: span.map(|span| Range::counted(self.text, span, &mut here)),
                suggestion: suggestion::of(finding, self.text, breach.name()),
                ..*breach
            });
        });
    }

    /// Shows every breach without what takes longest to find out: its range, and what was probably
    /// meant.
    pub fn each_brief(&self, mut show: impl FnMut(&Breach<'_>)) {
        let mut names = self.names.iter();
        for finding in &self.found.list {
            let name = match finding.place {
                Place::Name(_) => names.next().map(Vec::as_slice),
                _ => None,
            };
            show(&Breach {
                verdict: self,
                finding,
                name,
                range: None,
                suggestion: None,
            });
        }
    }
}

impl<'v> Breach<'v> {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.finding.rule
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.finding.severity
    }

    /// The member it concerns, when it is one of the table.
    #[must_use]
    pub fn member(&self) -> Option<Member> {
        member_of(self.finding.place)
    }

    /// The number of the item it concerns, from 0, when it concerns one of a list of the table.
    #[must_use]
    pub fn item(&self) -> Option<u32> {
        match self.finding.place {
            Place::Item(_, index, _) => Some(index),
            _ => None,
        }
    }

    /// Where it stands, segment by segment. Empty for the body as a whole.
    #[must_use]
    pub fn path(&self) -> Vec<Segment> {
        self.place().segments()
    }

    /// Where it stands, when that is at a name that the table does not have or that is there twice.
    fn name(&self) -> &'v [Segment] {
        self.name.unwrap_or_default()
    }

    /// The part of the text it concerns, if it is in the text. None in a brief one.
    #[must_use]
    pub fn range(&self) -> Option<&Range> {
        self.range.as_ref()
    }

    /// The values in its message: the number of the name of each in
    /// [`Report::PARAM_NAMES`](super::Report::PARAM_NAMES), and the value.
    pub fn values(&self) -> impl Iterator<Item = (usize, Shown<'v>)> {
        params::of(self.finding, self.verdict, self.name())
    }

    /// What was probably meant: the nearest member name or listed value. None in a brief one.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }

    /// Writes its message in one language, with what was probably meant.
    pub fn message(&self, locale: Locale, out: &mut String) {
        message::write(self.rule(), self.values(), self.suggestion(), locale, out);
    }

    pub(super) fn place(&self) -> Path {
        match self.finding.place {
            Place::Context(pointer) => Path::Fixed(pointer),
            Place::Body(_) | Place::Syntax(..) => Path::Fixed(""),
            Place::Member(member, _) => Path::Fixed(member.pointer()),
            Place::Item(member, index, _) => Path::Item(member, index),
            Place::Name(_) => Path::Free(self.name().to_vec()),
        }
    }
}
