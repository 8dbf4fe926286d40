//! The shapes of what JavaScript gives and gets, from which its types are written.
//!
//! The module itself does not use them: it reads options from JSON text and writes JSON text or
//! [`words`](crate::words), which keeps it small. The tests hold these shapes against what it
//! writes.

use std::collections::BTreeMap;

use ts_rs::TS;

mod change;
mod explanation;
mod report;
mod sample;

pub use change::Change;
pub use explanation::{Answer, Explanation, MeaningAndRemedy};
pub use report::{
    Counts, Diagnostic, Fix, Line, LinesReport, Operation, Param, Position, Range, Report, Segment,
};

pub use sample::{Sample, SampleNote};

/// What is known besides the text, and how the verdict is wanted. Every member may be left out.
#[derive(Clone, Debug, Default, PartialEq, TS)]
#[ts(optional_fields, rename_all = "camelCase")]
pub struct Options {
    /// The project id for the path. `""` means that it is missing, which is an error.
    pub project_id: Option<String>,
    /// The region id, for instance `cn-north-4`.
    pub region: Option<String>,
    /// The trackers as they are configured now: what the cloud lists (`GET
    /// /v3/{project_id}/trackers`), a list of trackers or one tracker, as JSON text or as an
    /// object. Rules that compare with them are silent without.
    #[ts(type = "string | object | null", optional)]
    pub current: Option<String>,
    /// The language of messages, as a language tag. English when left out.
    #[ts(type = "\"en\" | \"zh-CN\" | (string & {})", optional)]
    pub locale: Option<String>,
    /// The least grave diagnostics to report. `"info"` when left out, which is everything.
    #[ts(type = "Severity", optional)]
    pub level: Option<String>,
    /// Whether to look for a fix for each diagnostic, which takes longer.
    pub fixes: Option<bool>,
    /// How grave single rules are, by their code. `"off"` silences a rule. A code that no rule has
    /// is refused.
    #[ts(type = "Partial<Record<Code, Severity | \"off\">>", optional)]
    pub severities: Option<BTreeMap<String, String>>,
}

/// A rule, as the package knows it.
#[derive(Clone, Debug, PartialEq, TS)]
pub struct Rule {
    /// The stable code. Codes are never reused.
    #[ts(type = "Code")]
    pub code: String,
    /// How grave a breach is.
    #[ts(type = "Severity")]
    pub severity: String,
    /// The codes the cloud is expected to answer with, the likeliest first. A prediction.
    pub server_codes: Vec<String>,
    /// The message in the chosen language, with its params in braces.
    pub message: String,
}
