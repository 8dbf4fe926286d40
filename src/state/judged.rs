//! The draft as text, and the verdict on it.

use cts_tracker::{Context, Current, Diagnostic, Draft, Emitted, Report, Severity, check};

use super::Difference;

/// The text of the request, that of the draft or one that somebody wrote, and what is said about it. Made anew on each change.
#[derive(Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) emitted: Emitted,
    pub(crate) report: Report,
    /// What it changes, when its tracker was listed.
    pub(crate) difference: Option<Difference>,
}

impl Judged {
    pub(super) fn new(
        draft: &Draft,
        written: Option<&str>,
        project_id: Option<&str>,
        region: Option<&str>,
        current: Option<&Current>,
    ) -> Self {
        let emitted = match written {
            Some(text) => Emitted::of_text(text.to_owned()),
            None => draft.emit_with_places(),
        };
        let context = Context {
            project_id,
            region,
            current,
            ..Context::default()
        };
        let report = check(emitted.text.as_bytes(), &context);
        Self {
            emitted,
            report,
            difference: current.and_then(|current| Difference::new(draft, current)),
        }
    }

    /// The errors in what would be copied: those of project and region do not count.
    pub(crate) fn body_errors(&self) -> usize {
        self.report
            .diagnostics()
            .iter()
            .filter(|found| is_body_error(found))
            .count()
    }
}

fn is_body_error(diagnostic: &Diagnostic) -> bool {
    let pointer = diagnostic.pointer();
    diagnostic.severity() == Severity::Error
        && !pointer.starts_with("/path/")
        && pointer != "/region"
}
