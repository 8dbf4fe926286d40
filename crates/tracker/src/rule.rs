//! The rules: their codes, how grave they are, and what is known of them.

use crate::table::Trackers;
use crate::text::Text;

mod catalogue;

pub use catalogue::Rule;

/// What the catalogue says about a rule.
#[derive(Debug)]
pub struct RuleEntry {
    /// The stable name of the rule, for instance `kms-key-required`. Never reused.
    pub code: &'static str,
    /// How grave a breach is.
    pub severity: Severity,
    /// The tracker types whose requests it judges.
    pub trackers: Trackers,
    /// The codes the cloud is expected to answer with, the likeliest first. A prediction from the
    /// vendor's error tables; nothing here was observed.
    pub server_codes: &'static [&'static str],
    /// How well the rule is founded.
    pub evidence: Evidence,
    /// What a breach is called in each language. `{name}` stands for a parameter.
    pub message: Text,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Sending is pointless or harmful.
    Error,
    /// Likely not meant.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The stable name: `error`, `warning` or `info`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// How well a rule is founded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// A page of the vendor states it.
    Documented,
    /// An error code exists for it.
    ErrorTable,
    /// It is only in the schemas of the official SDKs or of the API definition.
    Sdk,
    /// Another official or partner client behaves so.
    Client,
    /// Users reported it.
    Report,
    /// Inferred; no outside source.
    Inference,
}

impl Rule {
    /// What the catalogue says about the rule.
    #[must_use]
    pub const fn entry(self) -> &'static RuleEntry {
        &catalogue::ENTRIES[self as usize]
    }

    /// How grave a breach is, unless the rest of the request makes it less so.
    #[must_use]
    pub const fn severity(self) -> Severity {
        SEVERITIES[self as usize]
    }

    /// What a breach is called in each language. `{name}` stands for a parameter.
    #[must_use]
    pub const fn message(self) -> Text {
        MESSAGES[self as usize]
    }

    /// The stable name of the rule, for instance `kms-key-required`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// Finds a rule by its code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }
}

/// What judging needs of the catalogue. A program that leaves codes and expected answers to others
/// does not contain those.
static SEVERITIES: [Severity; Rule::ALL.len()] = {
    let mut severities = [Severity::Info; Rule::ALL.len()];
    let mut rule = 0;
    while rule < severities.len() {
        severities[rule] = catalogue::ENTRIES[rule].severity;
        rule += 1;
    }
    severities
};

static MESSAGES: [Text; Rule::ALL.len()] = {
    let mut messages = [catalogue::ENTRIES[0].message; Rule::ALL.len()];
    let mut rule = 1;
    while rule < messages.len() {
        messages[rule] = catalogue::ENTRIES[rule].message;
        rule += 1;
    }
    messages
};
