//! The shape of a verdict, for the declarations. Its JSON text is that of
//! [`cts_tracker::Report::to_json`], which the tests hold; in the module it crosses the boundary as
//! [`words`](crate::words).

use cts_tracker::Locale;
use serde::{Serialize, Serializer};
use serde_json::Value;
use ts_rs::TS;

/// The verdict on one body.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Report {
    /// Whether there is no error. Warnings and hints do not count.
    pub valid: bool,
    /// How many diagnostics there are of each severity.
    pub counts: Counts,
    /// Everything there is to say, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many diagnostics there are of each severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Counts {
    /// Sending is pointless or harmful.
    pub error: u32,
    /// Likely not meant.
    pub warning: u32,
    /// Worth knowing.
    pub info: u32,
}

/// One breach of one rule at one place.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Diagnostic {
    /// The stable code of the rule.
    #[ts(type = "Code")]
    pub code: &'static str,
    /// How grave it is.
    #[ts(type = "Severity")]
    pub severity: &'static str,
    /// Where it stands, as a JSON Pointer (RFC 6901). `/path/project_id`, `/region` and `/auth`
    /// stand for what is not in the body.
    pub pointer: String,
    /// The same, segment by segment.
    pub path: Vec<Segment>,
    /// The part of the text it concerns; for a missing member the brace that opens the object
    /// which lacks it. `null` for what is not in the text, and when an object was checked.
    pub range: Option<Range>,
    /// The values in its message, by name.
    #[ts(type = "Record<string, string | number>")]
    #[serde(serialize_with = "as_object")]
    pub params: Vec<(&'static str, Param)>,
    /// What was probably meant, for a misspelt name or value.
    pub suggestion: Option<&'static str>,
    /// The code the cloud would most likely answer with. A prediction, not an observation.
    pub server_code: Option<&'static str>,
    /// A change that removes the diagnostic. `null` when none is known or `fixes` is not asked for.
    pub fix: Option<Fix>,
    /// The message in the chosen language.
    pub message: String,
}

/// A change that removes a diagnostic and adds no error and no warning.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Fix {
    /// What it does, in the chosen language.
    pub title: String,
    /// Whether it does what was certainly meant. Others deserve a look.
    pub safe: bool,
    /// The change as JSON Patch (RFC 6902).
    pub patch: Vec<Operation>,
}

/// An operation of JSON Patch (RFC 6902).
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Operation {
    /// Adds a member to an object.
    Add {
        /// Where it will stand.
        path: String,
        /// Its value.
        #[ts(type = "unknown")]
        value: Value,
    },
    /// Removes a member or an item.
    Remove {
        /// Where it stands.
        path: String,
    },
    /// Gives a member or an item another value.
    Replace {
        /// Where it stands.
        path: String,
        /// Its new value.
        #[ts(type = "unknown")]
        value: Value,
    },
    /// Gives a member another name in the same object.
    Move {
        /// Where it will stand.
        path: String,
        /// Where it stands.
        from: String,
    },
}

/// A step of a path: the name of a member, or the number of an item.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(untagged)]
pub enum Segment {
    /// The name of a member.
    Name(String),
    /// The number of an item, from 0.
    Index(u32),
}

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(untagged)]
pub enum Param {
    /// A text.
    Text(String),
    /// A number.
    Number(u32),
}

/// A part of the text, its end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Range {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// A place in the text, in every unit that people and programs count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Position {
    /// UTF-8 bytes before it.
    pub byte: u32,
    /// UTF-16 code units before it: the offset in a JavaScript string.
    pub utf16: u32,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: u32,
}

/// The verdict on text with one body a line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LinesReport {
    /// Whether no line has an error.
    pub valid: bool,
    /// How many lines hold a body. Blank lines do not.
    pub bodies: u32,
    /// The lines about which there is something to say, in order.
    pub lines: Vec<Line>,
}

/// The verdict on one line.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Line {
    /// Its number, from 1.
    pub line: u32,
    /// Where it begins, in UTF-8 bytes.
    pub byte: u32,
    /// Where it begins, in UTF-16 code units.
    pub utf16: u32,
    /// Whether it has no error.
    pub valid: bool,
    /// What there is to say. Ranges count from the start of the line.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes pairs as an object whose members keep their order.
fn as_object<S: Serializer>(
    pairs: &[(&'static str, Param)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, param)| (name, param)))
}

impl Report {
    /// Makes values of a report.
    #[must_use]
    pub fn of(report: &cts_tracker::Report, locale: Locale) -> Self {
        Self {
            valid: !report.has_errors(),
            counts: Counts {
                error: count(report, cts_tracker::Severity::Error),
                warning: count(report, cts_tracker::Severity::Warning),
                info: count(report, cts_tracker::Severity::Info),
            },
            diagnostics: report
                .diagnostics()
                .iter()
                .map(|diagnostic| Diagnostic::of(diagnostic, locale))
                .collect(),
        }
    }
}

fn count(report: &cts_tracker::Report, severity: cts_tracker::Severity) -> u32 {
    u32::try_from(report.count(severity)).unwrap_or(u32::MAX)
}

impl Diagnostic {
    fn of(diagnostic: &cts_tracker::Diagnostic, locale: Locale) -> Self {
        Self {
            code: diagnostic.code(),
            severity: diagnostic.severity().as_str(),
            pointer: diagnostic.pointer(),
            path: diagnostic
                .path()
                .into_iter()
                .map(|segment| match segment {
                    cts_tracker::Segment::Name(name) => Segment::Name(name),
                    cts_tracker::Segment::Index(index) => Segment::Index(index),
                })
                .collect(),
            range: diagnostic.range().map(|range| Range {
                start: Position::of(range.start),
                end: Position::of(range.end),
            }),
            params: diagnostic
                .params()
                .iter()
                .map(|(name, param)| (*name, Param::of(param)))
                .collect(),
            suggestion: diagnostic.suggestion(),
            server_code: diagnostic.server_code(),
            fix: diagnostic.fix().map(|fix| Fix {
                title: fix.title(locale),
                safe: fix.is_safe(),
                patch: fix.operations().iter().map(Operation::of).collect(),
            }),
            message: diagnostic.message(locale),
        }
    }
}

impl Position {
    fn of(position: cts_tracker::Position) -> Self {
        Self {
            byte: position.byte,
            utf16: position.utf16,
            line: position.line,
            column: position.column,
        }
    }
}

impl Param {
    fn of(param: &cts_tracker::Param) -> Self {
        match param {
            cts_tracker::Param::Text(text) => Self::Text(text.clone()),
            cts_tracker::Param::Number(number) => Self::Number(*number),
            cts_tracker::Param::Expected(expected) => Self::Text(expected.name().to_owned()),
            cts_tracker::Param::Reason(kind) => Self::Text(kind.name().to_owned()),
        }
    }
}

impl Operation {
    fn of(operation: &cts_tracker::Operation) -> Self {
        // The core writes values as JSON text; text that is not would be a fault of its own.
        let parsed = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        match operation.clone() {
            cts_tracker::Operation::Add { path, value } => Self::Add {
                path,
                value: parsed(&value),
            },
            cts_tracker::Operation::Remove { path } => Self::Remove { path },
            cts_tracker::Operation::Replace { path, value } => Self::Replace {
                path,
                value: parsed(&value),
            },
            cts_tracker::Operation::Move { from, path } => Self::Move { path, from },
        }
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Context, Locale, Options, check_with};

    use super::Report;

    #[test]
    fn values_have_the_same_json_as_the_report_of_the_core() {
        let texts: [&str; 8] = [
            "",
            "{",
            r#"{"tracker_type":"system"}"#,
            r#"{"tracker_type":"data","a/b~":1,"obs_info":{"bucket_name":"A!","bucket_lifecycle":"9","x":{}}}"#,
            "{\"tracker_type\":\"data\",\"tracker_name\":\"\u{1f600}\",\n\"data_bucket\":{\"data_event\":[\"READ\",\"READ\",1]}}",
            r#"{"tracker_type":1,"tracker_type":2}"#,
            r#"{"tracker_typ":"System","stats":"enabled"}"#,
            r#"{"tracker_type":"system","tracker_name":"other","data_bucket":{}}"#,
        ];
        for text in texts {
            for locale in Locale::ALL {
                let options = Options::default().fixes(true);
                let report = check_with(text.as_bytes(), &Context::default(), &options);
                let view = Report::of(&report, locale);
                let json = serde_json::to_string(&view.diagnostics).expect("JSON");
                assert_eq!(json, report.to_json(locale), "{text}");
                assert_eq!(view.valid, !report.has_errors());
            }
        }
    }
}
