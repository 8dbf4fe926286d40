//! Reads the arguments.

use std::ffi::OsString;

use cts_samples::Tool;
use cts_tracker::{Locale, Options, Severity};
use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use crate::explain::Subject;

/// What the person asked for.
#[derive(Debug)]
pub(crate) enum Action {
    Help,
    Version,
    Check(Wanted),
    Explain {
        subject: Subject,
        telling: Telling,
        locale: Locale,
    },
    Fix {
        options: Wanted,
        write: bool,
    },
    Format {
        file: String,
    },
    Diff {
        current: String,
        file: String,
    },
    Schema {
        edition: String,
        locale: Locale,
    },
    Samples {
        options: Wanted,
        tool: Tool,
        endpoint: Option<String>,
    },
}

/// What to judge, with what, and how to show it.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) files: Vec<String>,
    pub(crate) format: Format,
    pub(crate) options: Options,
    /// The least grave severity with which the command fails.
    pub(crate) fail_on: Severity,
    pub(crate) locale: Locale,
    pub(crate) current: Option<String>,
    pub(crate) project_id: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) lines: bool,
    pub(crate) colors: Colors,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            format: Format::default(),
            options: Options::default(),
            fail_on: Severity::Error,
            locale: Locale::default(),
            current: None,
            project_id: None,
            region: None,
            lines: false,
            colors: Colors::default(),
        }
    }
}

/// How to show a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    People,
    Json,
    Sarif,
    GitHub,
}

/// How to show an explanation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Telling {
    #[default]
    People,
    Json,
    Markdown,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Colors {
    #[default]
    Auto,
    Always,
    Never,
}

/// What is wrong with the arguments.
#[derive(Debug)]
pub(crate) struct Usage(pub(crate) String);

type Result<T> = core::result::Result<T, Usage>;

/// Reads everything behind the name of the command.
pub(crate) fn read<A: Into<OsString>>(arguments: impl IntoIterator<Item = A>) -> Result<Action> {
    let mut parser = Parser::from_args(arguments);
    let verb = match parser.next().map_err(unreadable)? {
        None | Some(Long("help") | Short('h')) => return Ok(Action::Help),
        Some(Long("version") | Short('V')) => return Ok(Action::Version),
        Some(Value(verb)) => text(verb)?,
        Some(other) => return Err(unreadable(other.unexpected())),
    };
    let mut wanted = Wanted::default();
    let mut write = false;
    let mut all = false;
    let mut telling = Telling::default();
    let mut tool = None;
    let mut endpoint = None;
    while let Some(argument) = parser.next().map_err(unreadable)? {
        match (verb.as_str(), argument) {
            (_, Long("help") | Short('h')) => return Ok(Action::Help),
            (_, Value(value)) => wanted.files.push(text(value)?),
            (_, Long("locale")) => wanted.locale = locale(&value(&mut parser)?)?,
            ("fix", Long("write")) => write = true,
            ("samples", Long("tool")) => tool = Some(choose_tool(&value(&mut parser)?)?),
            ("samples", Long("endpoint")) => endpoint = Some(value(&mut parser)?),
            ("check" | "fix" | "diff" | "samples", Long("current")) => {
                wanted.current = Some(value(&mut parser)?);
            }
            ("check" | "fix" | "samples", Long("project-id")) => {
                wanted.project_id = Some(value(&mut parser)?);
            }
            ("check" | "fix" | "samples", Long("region")) => {
                wanted.region = Some(value(&mut parser)?);
            }
            ("explain", Long("all")) => all = true,
            ("explain", Long("format")) => {
                telling = choose("--format", &value(&mut parser)?, TELLINGS)?;
            }
            ("check", Long("lines")) => wanted.lines = true,
            ("check", Long("format")) => {
                wanted.format = choose("--format", &value(&mut parser)?, FORMATS)?;
            }
            ("check", Long("color")) => {
                wanted.colors = choose("--color", &value(&mut parser)?, COLORS)?;
            }
            ("check", Long("level")) => {
                let level = choose("--level", &value(&mut parser)?, SEVERITIES)?;
                wanted.options = wanted.options.level(level);
            }
            ("check", Long("fail-on")) => {
                wanted.fail_on = choose("--fail-on", &value(&mut parser)?, SEVERITIES)?;
            }
            ("check", Long("severity")) => {
                wanted.options = with_severity(wanted.options, &value(&mut parser)?)?;
            }
            (_, other) => return Err(unreadable(other.unexpected())),
        }
    }
    if verb == "explain" {
        let locale = wanted.locale;
        let subject = if all && wanted.files.is_empty() {
            Subject::Rules
        } else if all {
            return Err(Usage("explain takes a code or --all, not both".to_owned()));
        } else {
            Subject::Code(only(&verb, "a code", wanted.files)?)
        };
        return Ok(Action::Explain {
            subject,
            telling,
            locale,
        });
    }
    if verb == "samples" {
        return samples(wanted, tool, endpoint);
    }
    action(&verb, wanted, write)
}

fn samples(wanted: Wanted, tool: Option<Tool>, endpoint: Option<String>) -> Result<Action> {
    let one = only("samples", "a file", wanted.files.clone())?;
    if one == "-" && wanted.current.as_deref() == Some("-") {
        return Err(Usage("standard input (-) can be read only once".to_owned()));
    }
    let tool =
        tool.ok_or_else(|| Usage(format!("samples needs --tool TOOL; there are {}", tools())))?;
    Ok(Action::Samples {
        options: wanted,
        tool,
        endpoint,
    })
}

fn choose_tool(id: &str) -> Result<Tool> {
    Tool::from_id(id).ok_or_else(|| Usage(format!("--tool takes {}, not \"{id}\"", tools())))
}

fn tools() -> String {
    Tool::ALL.map(Tool::id).join(", ")
}

fn action(verb: &str, mut wanted: Wanted, write: bool) -> Result<Action> {
    let named = wanted.files.iter().chain(&wanted.current);
    if named.filter(|path| *path == "-").count() > 1 {
        return Err(Usage("standard input (-) can be read only once".to_owned()));
    }
    let locale = wanted.locale;
    Ok(match verb {
        "check" | "fix" if wanted.files.is_empty() => {
            return Err(Usage(format!(
                "{verb} needs a file, a folder, or - for standard input"
            )));
        }
        "check" => Action::Check(wanted),
        "fix" => Action::Fix {
            options: wanted,
            write,
        },
        "format" => Action::Format {
            file: only(verb, "a file", wanted.files)?,
        },
        "diff" => Action::Diff {
            current: wanted
                .current
                .take()
                .ok_or_else(|| Usage("diff needs --current FILE".to_owned()))?,
            file: only(verb, "a file", wanted.files)?,
        },
        "schema" if wanted.files.is_empty() => Action::Schema {
            edition: "2020-12".to_owned(),
            locale,
        },
        "schema" => Action::Schema {
            edition: only(verb, "an edition", wanted.files)?,
            locale,
        },
        "help" => Action::Help,
        _ => {
            return Err(Usage(format!(
                "there is no command \"{verb}\"; there are check, fix, diff, format, samples, explain and schema"
            )));
        }
    })
}

const FORMATS: &[(&str, Format)] = &[
    ("people", Format::People),
    ("json", Format::Json),
    ("sarif", Format::Sarif),
    ("github", Format::GitHub),
];

const TELLINGS: &[(&str, Telling)] = &[
    ("people", Telling::People),
    ("json", Telling::Json),
    ("markdown", Telling::Markdown),
];

const COLORS: &[(&str, Colors)] = &[
    ("auto", Colors::Auto),
    ("always", Colors::Always),
    ("never", Colors::Never),
];

const SEVERITIES: &[(&str, Severity)] = &[
    ("error", Severity::Error),
    ("warning", Severity::Warning),
    ("info", Severity::Info),
];

fn choose<T: Copy>(option: &str, word: &str, all: &[(&str, T)]) -> Result<T> {
    all.iter()
        .find(|(name, _)| *name == word)
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
            Usage(format!(
                "{option} takes {}, not \"{word}\"",
                names.join(", ")
            ))
        })
}

fn with_severity(options: Options, assignment: &str) -> Result<Options> {
    let (code, word) = assignment.split_once('=').ok_or_else(|| {
        Usage(format!(
            "--severity takes CODE=SEVERITY, not \"{assignment}\""
        ))
    })?;
    let severity = match word {
        "off" => None,
        word => Some(choose("--severity", word, SEVERITIES)?),
    };
    options
        .severity(code, severity)
        .map_err(|error| Usage(error.to_string()))
}

fn locale(tag: &str) -> Result<Locale> {
    Locale::from_tag(tag).ok_or_else(|| Usage(format!("--locale takes en or zh-CN, not \"{tag}\"")))
}

fn only(verb: &str, what: &str, words: Vec<String>) -> Result<String> {
    match <[String; 1]>::try_from(words) {
        Ok([word]) => Ok(word),
        Err(words) => Err(Usage(format!(
            "{verb} needs {what}, exactly one; {} given",
            words.len()
        ))),
    }
}

fn value(parser: &mut Parser) -> Result<String> {
    text(parser.value().map_err(unreadable)?)
}

fn text(value: OsString) -> Result<String> {
    value
        .into_string()
        .map_err(|value| Usage(format!("{} is not Unicode", value.display())))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "map_err hands the value over"
)]
fn unreadable(error: lexopt::Error) -> Usage {
    Usage(error.to_string())
}
