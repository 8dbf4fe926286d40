//! The draft as text, and the verdict on it.

use cts_tracker::{Context, Diagnostic, Draft, Emitted, Report, Severity, check};

/// The text of a draft and what is said about it. Made anew on each change.
#[derive(Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) emitted: Emitted,
    pub(crate) report: Report,
}

impl Judged {
    pub(super) fn new(draft: &Draft, project_id: Option<&str>, region: Option<&str>) -> Self {
        let emitted = draft.emit_with_places();
        let context = Context {
            project_id,
            region,
            ..Context::default()
        };
        let report = check(emitted.text.as_bytes(), &context);
        Self { emitted, report }
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
