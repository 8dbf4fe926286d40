//! Changes that mend what a diagnostic names.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::context::Context;
use crate::report::{Diagnostic, Report};
use crate::rule::{Rule, Severity};
use crate::text::Locale;

mod apply;
mod edit;
mod operation;
mod propose;

pub use apply::apply_fixes;
pub use operation::Operation;

/// A change of the text that removes a diagnostic.
///
/// It adds no error. It adds no warning either, but for what is to be said about a value that was
/// not readable before: once `"60"` is 60, the rules about that number speak.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    operations: Vec<Operation>,
    is_safe: bool,
}

impl Fix {
    /// The change as operations of JSON Patch (RFC 6902).
    #[must_use]
    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Whether it does what was certainly meant. Others deserve a look: they guess, or they take
    /// something away that somebody wrote.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.is_safe
    }

    /// What it does, in one language.
    #[must_use]
    pub fn title(&self, locale: Locale) -> String {
        let titles: Vec<_> = self
            .operations
            .iter()
            .map(|operation| operation.describe(locale))
            .collect();
        titles.join(match locale {
            Locale::English => "; ",
            Locale::SimplifiedChinese => "；",
        })
    }

    /// The change as the JSON text of a patch document.
    #[must_use]
    pub fn to_json(&self) -> String {
        let operations: Vec<_> = self.operations.iter().map(Operation::to_json).collect();
        format!("[{}]", operations.join(","))
    }

    /// Applies the change to the text it was made for. Every byte outside the changed places stays
    /// as it is. `None` when the text is another one and has no such place.
    #[must_use]
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut text = text.to_owned();
        for operation in &self.operations {
            text = edit::apply(&text, operation)?;
        }
        Some(text)
    }
}

/// Finds the fix of each diagnostic of a report.
pub(crate) fn find_all(text: &[u8], context: &Context<'_>, report: &mut Report) {
    let Ok(text) = core::str::from_utf8(text) else {
        return;
    };
    let fixes: Vec<_> = {
        let proposals = propose::all(text, context, report);
        proposals
            .into_iter()
            .zip(report.diagnostics())
            .map(|(fix, diagnostic)| {
                fix.filter(|fix| mends(fix, diagnostic, text, context, report))
            })
            .collect()
    };
    report.attach(fixes);
}

/// Whether a fix removes the diagnostic and adds nothing that its value did not hide.
fn mends(
    fix: &Fix,
    diagnostic: &Diagnostic,
    text: &str,
    context: &Context<'_>,
    before: &Report,
) -> bool {
    let Some(fixed) = fix.apply(text) else {
        return false;
    };
    let after = crate::check::check(fixed.as_bytes(), context);
    let count = |report: &Report, rule: Rule, place: &str| {
        let same = |other: &&Diagnostic| other.rule() == rule && place_of(other) == place;
        report.diagnostics().iter().filter(same).count()
    };
    let place = place_of(diagnostic);
    let gravest_allowed = if hides_its_value(diagnostic.rule()) {
        Severity::Warning
    } else {
        Severity::Info
    };
    count(&after, diagnostic.rule(), &place) < count(before, diagnostic.rule(), &place)
        && after.diagnostics().iter().all(|other| {
            let place = place_of(other);
            other.severity() >= gravest_allowed
                || count(&after, other.rule(), &place) <= count(before, other.rule(), &place)
        })
}

/// Whether a breach of the rule leaves a value that other rules cannot read.
fn hides_its_value(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::WrongJsonType
            | Rule::NumberNotInteger
            | Rule::UnknownMember
            | Rule::TrackerTypeEnum
            | Rule::StatusEnum
    )
}

/// The place of a diagnostic, for an item that of its list: the numbers of items move.
fn place_of(diagnostic: &Diagnostic) -> String {
    let pointer = diagnostic.pointer();
    match pointer.rsplit_once('/') {
        Some((list, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => list.to_owned(),
        _ => pointer,
    }
}
