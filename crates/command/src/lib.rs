//! The command `cts-tracker`: checks update requests of trackers in files, and explains codes.
//!
//! The command does no input or output of its own. It asks a [`Host`] for files and returns what
//! is to be printed, so that the native program and the npm package give the same bytes.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod arguments;
mod check;
mod commands;
mod explain;
mod guide;
mod host;
mod output;
mod place;
mod sources;

pub use host::{Host, Kind};

use arguments::{Action, Usage};

/// What the command has to say, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// 0: no error was found. 1: at least one request has an error. 2: the command could not do
    /// what it was asked for: wrong arguments, a file that cannot be read, an unknown code.
    pub status: u8,
    /// For the standard output.
    pub output: Vec<u8>,
    /// For the standard error stream.
    pub complaint: String,
}

impl Outcome {
    fn good(output: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 0,
            output: output.into(),
            complaint: String::new(),
        }
    }

    fn refused(complaint: &str) -> Self {
        Self {
            status: 2,
            output: Vec::new(),
            complaint: self::complaint(complaint),
        }
    }
}

/// A line for the standard error stream.
fn complaint(problem: &str) -> String {
    format!("cts-tracker: {problem}\n")
}

/// Runs the command with the arguments that follow its name.
#[must_use]
pub fn run<A: Into<std::ffi::OsString>>(
    arguments: impl IntoIterator<Item = A>,
    host: &dyn Host,
) -> Outcome {
    let action = match arguments::read(arguments) {
        Ok(action) => action,
        Err(Usage(problem)) => {
            return Outcome::refused(&format!("{problem}\nTry `cts-tracker --help`."));
        }
    };
    let done = match action {
        Action::Help => Ok(Outcome::good(include_str!("help.txt"))),
        Action::Version => Ok(Outcome::good(concat!(
            "cts-tracker ",
            env!("CARGO_PKG_VERSION"),
            "\n"
        ))),
        Action::Check(options) => check::run(&options, host),
        Action::Explain {
            subject,
            telling,
            locale,
        } => explain::run(&subject, telling, locale),
        Action::Fix { options, write } => commands::fix(&options, write, host),
        Action::Format { file } => commands::format(&file, host),
        Action::Diff { current, file } => commands::diff(&current, &file, host),
        Action::Schema { edition, locale } => commands::schema(&edition, locale),
        Action::Samples {
            options,
            tool,
            endpoint,
        } => commands::samples(&options, tool, endpoint.as_deref(), host),
    };
    done.unwrap_or_else(|problem| Outcome::refused(&problem))
}
