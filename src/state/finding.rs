//! What is wrong, where it is shown and whether it may be shown yet.

use cts_tracker::{Member, Severity, Text};

use super::{Field, Mend, Rules, Scope, State, Step};
use crate::texts::steps;

/// Something to be said about a field, or about the body as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    pub(crate) field: Option<Field>,
    /// Where it begins in the text, in UTF-16 code units.
    pub(crate) place: Option<u32>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    /// Whether the cloud said so, not the rules.
    pub(crate) from_cloud: bool,
    /// The change that mends it, once it is known.
    pub(crate) mend: Option<Mend>,
}

impl State {
    /// Everything there is to say, in the language of the page: what the cloud said, what the
    /// address lacks, then what the rules say in document order.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (field, reply) in &self.marks {
            let Some(explanation) = &reply.explanation else {
                continue;
            };
            let meaning = explanation.meaning.get(self.locale);
            let message = match &explanation.code {
                Some(code) => [code, ": ", meaning].concat(),
                None => meaning.to_owned(),
            };
            findings.push(Finding {
                field: Some(*field),
                place: None,
                severity: Severity::Error,
                message,
                from_cloud: true,
                mend: None,
            });
        }
        if self.can_send() && self.target.region.trim().is_empty() {
            findings.push(self.lacking(Field::Region, steps::REGION_NEEDED));
        }
        findings.extend(
            self.report()
                .diagnostics()
                .iter()
                .map(|diagnostic| Finding {
                    field: Field::of(diagnostic).filter(|field| self.has(*field)),
                    place: diagnostic.range().map(|range| range.start.utf16),
                    severity: diagnostic.severity(),
                    message: diagnostic.message(self.locale),
                    from_cloud: false,
                    mend: self.mend_of(diagnostic),
                }),
        );
        findings
    }

    fn lacking(&self, field: Field, text: Text) -> Finding {
        Finding {
            field: Some(field),
            place: None,
            severity: Severity::Error,
            message: text.get(self.locale).to_owned(),
            from_cloud: false,
            mend: None,
        }
    }

    /// What may be shown at fields now.
    pub(crate) fn open_findings(&self) -> Vec<Finding> {
        let is_untouched = self.gate().is_closed() && self.summary.is_none();
        if self.rules == Rules::Coming || (is_untouched && self.marks.is_empty()) {
            return Vec::new();
        }
        let mut findings = self.findings();
        findings.retain(|finding| self.is_open(finding));
        findings
    }

    /// Whether the form has a field. One of the other tracker type stands in the text at most.
    fn has(&self, field: Field) -> bool {
        match field {
            Field::Region => true,
            Field::Member(member) => member.belongs_to(self.tracker_type()),
        }
    }

    fn is_open(&self, finding: &Finding) -> bool {
        finding.from_cloud
            || match finding.field {
                Some(field) => self.gate().is_open(field),
                None => self.summary == Some(Scope::All),
            }
    }

    /// What the error summary lists, in the order of the form, and before that what only the text
    /// has. Empty when there is no summary to show.
    pub(crate) fn summarised(&self, open: &[Finding]) -> Vec<Finding> {
        let Some(scope) = self.summary else {
            return Vec::new();
        };
        let in_scope = |field: Field| match scope {
            Scope::All => true,
            Scope::Step(step) => field.step() == step,
        };
        let at = |field: Option<Field>| {
            open.iter().filter(move |finding| {
                finding.field == field && finding.severity == Severity::Error
            })
        };
        // Who can send is asked for the place first.
        let leads = |field: &Field| {
            self.can_send() && matches!(field, Field::Region | Field::Member(Member::ProjectId))
        };
        let first = Field::ALL.into_iter().filter(leads);
        let rest = Field::ALL.into_iter().filter(|field| !leads(field));
        let fields = first.chain(rest).filter(|&field| in_scope(field));
        let places = [None].into_iter().filter(|_| scope == Scope::All);
        places
            .chain(fields.map(Some))
            .flat_map(|field| at(field))
            .cloned()
            .collect()
    }

    /// How many errors are shown.
    pub(super) fn shown_errors(&self) -> usize {
        let open = self.open_findings();
        open.iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count()
    }

    /// Whether a field shows an error right now.
    pub(super) fn shows_error(&self, field: Field) -> bool {
        self.open_findings()
            .iter()
            .any(|finding| finding.field == Some(field) && finding.severity == Severity::Error)
    }

    /// Whether a step has errors, shown or not.
    pub(super) fn has_errors_in(&self, step: Step) -> bool {
        self.findings()
            .iter()
            .any(|finding| finding.severity == Severity::Error && step_of(finding) == Some(step))
    }
}

fn step_of(finding: &Finding) -> Option<Step> {
    finding.field.map(Field::step)
}
