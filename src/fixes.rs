//! The changes that mend a text, as text that can go from one module to another.
//!
//! Looking for fixes takes a second verdict for each one and code that changes JSON text. Most
//! visits need neither, so this is part of the module `editor`, which the page loads when somebody
//! could mend something.

use cts_tracker::{Context, Current, Diagnostic, Fix, Locale, Options, check_with};

use crate::json::{Object, array};

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
/// `pointer` of the diagnostic, `is_safe` as the core says it, what the fix does in each language
/// under its tag, and `text`, which is the whole text with this one fix applied.
#[must_use]
pub fn find(text: &str, known: &Known) -> String {
    let current = known.current();
    let context = known.context(current.as_ref());
    let report = check_with(text.as_bytes(), &context, &Options::default().fixes(true));
    let entry = |diagnostic: &Diagnostic| {
        let fix = diagnostic.fix()?;
        Some(write(diagnostic, fix, &fix.apply(text)?))
    };
    array(
        &report
            .diagnostics()
            .iter()
            .filter_map(entry)
            .collect::<Vec<_>>(),
    )
}

fn write(diagnostic: &Diagnostic, fix: &Fix, text: &str) -> String {
    let mut object = Object::new()
        .text("code", diagnostic.code())
        .text("pointer", &diagnostic.pointer())
        .flag("is_safe", fix.is_safe())
        .text("text", text);
    for locale in Locale::ALL {
        object = object.text(locale.tag(), &fix.title(locale));
    }
    object.done()
}
