//! The verdict on a text.

use alloc::string::String;
use alloc::vec::Vec;

use crate::fix::Fix;
use crate::options::Options;
use crate::rule::{Rule, Severity};
use crate::rules::Place;
use crate::table::Member;
use crate::text::{Locale, Text};

mod brief;
mod json;
mod message;
mod params;
mod path;
mod position;
mod suggestion;
mod verdict;

pub use brief::Brief;
pub use params::{Expected, Param, Shown};
use path::Path;
pub use path::Segment;
pub use position::{Position, Range};
pub use verdict::{Breach, Verdict};

/// Everything there is to say about a request, in the order of the document. What concerns the
/// project, the region or the credential comes first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    /// How many more there are, by severity.
    omitted: [usize; Severity::ALL.len()],
}

/// One breach of one rule at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    rule: Rule,
    severity: Severity,
    member: Option<Member>,
    path: Path,
    range: Option<Range>,
    params: Vec<(&'static str, Param)>,
    suggestion: Option<&'static str>,
    fix: Option<Fix>,
}

impl From<&Verdict<'_>> for Report {
    fn from(verdict: &Verdict<'_>) -> Self {
        let mut diagnostics = Vec::with_capacity(verdict.len());
        verdict.each(|breach| diagnostics.push(Diagnostic::of(breach)));
        Self {
            diagnostics,
            omitted: verdict.found.omitted,
        }
    }
}

impl Report {
    /// Every name that a param can have.
    pub const PARAM_NAMES: &[&str] = &params::NAMES;

    /// The sentence behind a message that tells what was probably meant, which stands at `{}`.
    pub const SUGGESTION: Text = message::SUGGESTION;

    /// Gives each diagnostic its fix.
    pub(crate) fn attach(&mut self, fixes: Vec<Option<Fix>>) {
        for (diagnostic, fix) in self.diagnostics.iter_mut().zip(fixes) {
            diagnostic.fix = fix;
        }
    }

    /// Leaves what is wanted, as grave as it is wanted.
    pub(crate) fn narrow(&mut self, options: &Options) {
        self.diagnostics.retain_mut(|diagnostic| {
            match options.judge(diagnostic.rule, diagnostic.severity) {
                Some(severity) => {
                    diagnostic.severity = severity;
                    true
                }
                None => false,
            }
        });
    }

    /// The diagnostics, in order.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How many breaches have this severity, those included that are left out of a long report.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let listed = |diagnostic: &&Diagnostic| diagnostic.severity == severity;
        self.diagnostics.iter().filter(listed).count() + self.omitted[severity as usize]
    }

    /// How many breaches are left out, because there are more than a report holds.
    #[must_use]
    pub fn omitted(&self) -> usize {
        self.omitted.iter().sum()
    }

    /// Whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The report as JSON text: an array with an object for each diagnostic, which has `code`,
    /// `severity`, `pointer`, `path`, `range` (or null), `params`, `suggestion` (or null),
    /// `server_code` (or null), `fix` (or null) and `message` in the given language. A fix has
    /// `title`, `safe` and `patch`.
    #[must_use]
    pub fn to_json(&self, locale: Locale) -> String {
        json::write(self, locale)
    }
}

impl Diagnostic {
    fn of(breach: &Breach<'_>) -> Self {
        let param = |(name, value): (usize, Shown<'_>)| (params::NAMES[name], value.to_param());
        Self {
            rule: breach.rule(),
            severity: breach.severity(),
            member: breach.member(),
            path: breach.place(),
            range: breach.range().copied(),
            params: breach.values().map(param).collect(),
            suggestion: breach.suggestion(),
            fix: None,
        }
    }

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
    pub fn path(&self) -> Vec<Segment> {
        self.path.segments()
    }

    /// The number of the item it concerns, from 0, when it concerns one of a list of the table.
    #[must_use]
    pub fn item(&self) -> Option<u32> {
        match self.path {
            Path::Item(_, index) => Some(index),
            _ => None,
        }
    }

    /// Where it stands, as a JSON Pointer (RFC 6901). `/path/project_id`, `/region` and `/auth`
    /// stand for what is not in the body.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.path.pointer()
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

    /// What was probably meant: the nearest member name or listed value.
    #[must_use]
    pub fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }

    /// The change that mends it. There is none unless [`Options::fixes`] asked for it.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_ref()
    }

    /// The message in one language, with what was probably meant.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        let mut out = String::new();
        let number = |name| params::NAMES.iter().position(|known| *known == name);
        let values = self
            .params
            .iter()
            .filter_map(|(name, param)| Some((number(*name)?, param.as_shown())));
        message::write(self.rule, values, self.suggestion, locale, &mut out);
        out
    }
}

fn member_of(place: Place) -> Option<Member> {
    match place {
        Place::Context(pointer) => Member::from_pointer(pointer),
        Place::Member(member, _) | Place::Item(member, ..) => Some(member),
        _ => None,
    }
}
