//! Changes that mend what a diagnostic names.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeMap;
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

/// How many fixes are tried for one report. Each needs a verdict of its own, and who writes a body
/// chooses how many defects it has.
const MOST_TRIED: usize = 100;

/// Finds the fix of each diagnostic of a report, of the first hundred that may have one.
pub(crate) fn find_all(text: &[u8], context: &Context<'_>, report: &mut Report) {
    let Ok(text) = core::str::from_utf8(text) else {
        return;
    };
    let fixes = tried(text, context, report, |_| true).collect();
    report.attach(fixes);
}

/// The fix of each diagnostic, if it is wanted, tried when it is asked for.
fn tried(
    text: &str,
    context: &Context<'_>,
    report: &Report,
    is_wanted: fn(&Fix) -> bool,
) -> impl Iterator<Item = Option<Fix>> {
    let before = tally(report);
    let mut left = MOST_TRIED;
    propose::all(text, context, report)
        .into_iter()
        .zip(report.diagnostics())
        .map(move |(fix, diagnostic)| {
            let fix = fix.filter(is_wanted)?;
            left = left.checked_sub(1)?;
            mends(&fix, diagnostic, text, context, &before).then_some(fix)
        })
}

/// How often each rule is broken at each place.
type Tally = BTreeMap<(Rule, String), usize>;

fn tally(report: &Report) -> Tally {
    let mut tally = Tally::new();
    for diagnostic in report.diagnostics() {
        *tally
            .entry((diagnostic.rule(), place_of(diagnostic)))
            .or_default() += 1;
    }
    tally
}

/// Whether a fix removes the diagnostic and adds nothing that its value did not hide.
fn mends(
    fix: &Fix,
    diagnostic: &Diagnostic,
    text: &str,
    context: &Context<'_>,
    before: &Tally,
) -> bool {
    let Some(fixed) = fix.apply(text) else {
        return false;
    };
    let report = crate::check::check(fixed.as_bytes(), context);
    let after = tally(&report);
    let count = |tally: &Tally, key: &(Rule, String)| tally.get(key).copied().unwrap_or_default();
    let mended = (diagnostic.rule(), place_of(diagnostic));
    let gravest_allowed = if hides_its_value(diagnostic.rule()) {
        Severity::Warning
    } else {
        Severity::Info
    };
    count(&after, &mended) < count(before, &mended)
        && report.diagnostics().iter().all(|other| {
            let key = (other.rule(), place_of(other));
            other.severity() >= gravest_allowed || count(&after, &key) <= count(before, &key)
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
