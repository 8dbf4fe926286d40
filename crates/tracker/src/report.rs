//! The verdict on a text.

use crate::context::Context;
use crate::rule::{Rule, Severity};
use crate::rules::{Finding, Place};
use crate::table::Member;
use crate::text::Locale;

mod json;
mod message;
mod params;
mod path;
mod position;

pub use params::Param;
pub use path::Segment;
pub use position::{Position, Range};

/// Everything there is to say about a request, in the order of the document. What concerns the
/// project, the region or the credential comes first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

/// One breach of one rule at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    rule: Rule,
    severity: Severity,
    member: Option<Member>,
    path: Vec<Segment>,
    range: Option<Range>,
    params: Vec<(&'static str, Param)>,
}

impl Report {
    /// Makes diagnostics of what the rules have found in a text.
    pub(crate) fn new(text: &[u8], context: &Context<'_>, mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| (finding.start(), finding.rule));
        let paths = path::all(text, &findings);
        let ranges = position::all(text, &findings);
        let diagnostics = findings
            .iter()
            .zip(paths)
            .zip(ranges)
            .map(|((finding, path), range)| Diagnostic {
                rule: finding.rule,
                severity: finding.severity,
                member: member_of(finding.place),
                params: params::of(finding, text, context, &path),
                path,
                range,
            })
            .collect();
        Self { diagnostics }
    }

    /// The diagnostics, in order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many diagnostics have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == severity)
            .count()
    }

    /// Whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The report as JSON text: an array with an object for each diagnostic, which has `code`,
    /// `severity`, `pointer`, `path`, `range` (or null), `params`, `server_code` (or null) and
    /// `message` in the given language.
    #[must_use]
    pub fn to_json(&self, locale: Locale) -> String {
        json::write(self, locale)
    }
}

impl Diagnostic {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The stable code of the rule, for instance `kms-key-required`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.rule.code()
    }

    /// How grave it is. Some rules depend on the rest of the request: `data-bucket-required` is an
    /// error only when `status` is given.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The member it concerns, when it is one of the table.
    #[must_use]
    pub fn member(&self) -> Option<Member> {
        self.member
    }

    /// Where it stands, segment by segment. Empty for the body as a whole.
    #[must_use]
    pub fn path(&self) -> &[Segment] {
        &self.path
    }

    /// Where it stands, as a JSON Pointer (RFC 6901). `/path/project_id`, `/region` and `/auth`
    /// stand for what is not in the body.
    #[must_use]
    pub fn pointer(&self) -> String {
        path::pointer(&self.path)
    }

    /// The part of the text it concerns. For a missing member that is the brace which opens the
    /// object that lacks it; there is none for what is not in the text.
    #[must_use]
    pub fn range(&self) -> Option<&Range> {
        self.range.as_ref()
    }

    /// The values in its message, by name.
    #[must_use]
    pub fn params(&self) -> &[(&'static str, Param)] {
        &self.params
    }

    /// The code the cloud would most likely answer with. A prediction, not an observation.
    #[must_use]
    pub fn server_code(&self) -> Option<&'static str> {
        self.rule.entry().server_codes.first().copied()
    }

    /// The message in one language.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        message::render(self.rule.entry().message.get(locale), &self.params, locale)
    }
}

fn member_of(place: Place) -> Option<Member> {
    match place {
        Place::Context(pointer) => Member::from_pointer(pointer),
        Place::Member(member, _) | Place::Item(member, ..) => Some(member),
        _ => None,
    }
}
