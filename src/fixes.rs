//! The changes that mend a text, as text that can go from one module to another.
//!
//! Looking for fixes takes a second verdict for each one and code that changes JSON text. Most
//! visits need neither, so this is part of the module `editor`, which the page loads when somebody
//! could mend something.

use cts_tracker::{
    Context, Current, Diagnostic, Draft, Fix, Locale, Options, Severity, check_with,
};

use crate::json::{Object, array};
use crate::state::is_harmless;

/// How many fixes are applied at once at most. Nobody fills in a form with more mistakes.
const MOST: usize = 100;

/// What is known besides a text, as it comes from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The project id, if it is to be judged.
    pub project_id: Option<String>,
    /// The region, if it is chosen.
    pub region: Option<String>,
    /// The trackers of the project as the cloud listed them, as JSON text.
    pub current: Option<String>,
}

impl Known {
    /// What came from the page.
    #[must_use]
    pub const fn new(
        project_id: Option<String>,
        region: Option<String>,
        current: Option<String>,
    ) -> Self {
        Self {
            project_id,
            region,
            current,
        }
    }

    /// Project id, region and trackers, as they go from one module to another.
    pub(crate) fn parts(&self) -> [Option<&str>; 3] {
        [&self.project_id, &self.region, &self.current].map(Option::as_deref)
    }

    /// The trackers. `None` when nobody asked for them.
    pub(crate) fn current(&self) -> Option<Current> {
        Current::parse(self.current.as_ref()?.as_bytes()).ok()
    }

    /// What the core wants to know, with the trackers of [`Known::current`].
    pub(crate) fn context<'k>(&'k self, current: Option<&'k Current>) -> Context<'k> {
        Context {
            project_id: self.project_id.as_deref(),
            region: self.region.as_deref(),
            current,
            ..Context::default()
        }
    }
}

/// Finds the changes that mend a text, in the order of its diagnostics.
///
/// The text of a JSON array with an object for each diagnostic that has a fix: `code` and
/// `pointer` of the diagnostic, `is_safe`, what the fix does in each language under its tag, and
/// `text`, which is the whole text with this one fix applied. A fix is safe when it does what was
/// certainly meant, as the core says, and takes nothing away from a tracker.
#[must_use]
pub fn find(text: &str, known: &Known) -> String {
    let current = known.current();
    let context = known.context(current.as_ref());
    let report = check_with(text.as_bytes(), &context, &Options::default().fixes(true));
    let entry = |diagnostic: &Diagnostic| {
        let fix = diagnostic.fix()?;
        let mended = fix.apply(text)?;
        let is_safe = is_safe(fix, text, &mended, current.as_ref());
        Some(write(diagnostic, fix, is_safe, &mended))
    };
    array(
        &report
            .diagnostics()
            .iter()
            .filter_map(entry)
            .collect::<Vec<_>>(),
    )
}

/// Applies every safe fix of an error or a warning, one after the other, until none is left: one may make way for another.
/// The text of a JSON object with the `text` afterwards, and how many were applied as `count`.
#[must_use]
pub fn mend_all(text: &str, known: &Known) -> String {
    let current = known.current();
    let context = known.context(current.as_ref());
    let options = Options::default().fixes(true);
    let mut mended = text.to_owned();
    let mut count = 0;
    while count < MOST {
        let report = check_with(mended.as_bytes(), &context, &options);
        let mut faults = report.diagnostics().iter().filter(|found| is_fault(found));
        let next = faults.find_map(|diagnostic| {
            let fix = diagnostic.fix()?;
            let after = fix.apply(&mended)?;
            is_safe(fix, &mended, &after, current.as_ref()).then_some(after)
        });
        let Some(after) = next else {
            break;
        };
        mended = after;
        count += 1;
    }
    Object::new()
        .text("text", &mended)
        .json("count", &count.to_string())
        .done()
}

/// Whether something is wrong. A note is an advice, which is for the person to take.
fn is_fault(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity() != Severity::Info
}

fn is_safe(fix: &Fix, before: &str, after: &str, current: Option<&Current>) -> bool {
    let draft = |text: &str| Draft::parse(text.as_bytes()).ok();
    let drafts = draft(before).zip(draft(after));
    fix.is_safe() && drafts.is_some_and(|(before, after)| is_harmless(&before, &after, current))
}

fn write(diagnostic: &Diagnostic, fix: &Fix, is_safe: bool, text: &str) -> String {
    let mut object = Object::new()
        .text("code", diagnostic.code())
        .text("pointer", &diagnostic.pointer())
        .flag("is_safe", is_safe)
        .text("text", text);
    for locale in Locale::ALL {
        object = object.text(locale.tag(), &fix.title(locale));
    }
    object.done()
}
