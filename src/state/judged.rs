//! The draft as text, and the verdict on it.

use std::cell::OnceCell;

use cts_tracker::{Context, Current, Diagnostic, Draft, Emitted, Report, Severity, check};

use super::Difference;

/// The text of the request, that of the draft or one that somebody wrote, and what is said about it. Made anew on each change.
/// The verdict is worked out when it is first asked for: as long as nobody touched the form nothing of it is shown, and its
/// rules may still be on their way.
#[derive(Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) emitted: Emitted,
    report: OnceCell<Report>,
    /// The project id and the region that are judged.
    place: (Option<String>, Option<String>),
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
        Self {
            emitted,
            report: OnceCell::new(),
            place: (project_id.map(str::to_owned), region.map(str::to_owned)),
            difference: current.and_then(|current| Difference::new(draft, current)),
        }
    }

    /// The verdict. `current` is the tracker that the text was compared with.
    pub(super) fn report(&self, current: Option<&Current>) -> &Report {
        self.report.get_or_init(|| {
            let (project_id, region) = &self.place;
            let context = Context {
                project_id: project_id.as_deref(),
                region: region.as_deref(),
                current,
                ..Context::default()
            };
            check(self.emitted.text.as_bytes(), &context)
        })
    }
}

/// Whether it is an error in what would be copied: those of project and region do not count.
pub(super) fn is_body_error(diagnostic: &Diagnostic) -> bool {
    let pointer = diagnostic.pointer();
    diagnostic.severity() == Severity::Error
        && !pointer.starts_with("/path/")
        && pointer != "/region"
}
