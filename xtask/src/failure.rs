//! The one error type of the commands: what went wrong, and what the person can do about it.

use std::fmt;

/// Something that stops a command.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    remedy: Option<String>,
}

/// Shorthand for results of this crate.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// What went wrong, as a sentence without a full stop.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            remedy: None,
        }
    }

    /// Adds what to do about it, as a whole sentence.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)?;
        match &self.remedy {
            Some(remedy) => write!(formatter, "\n  remedy: {remedy}"),
            None => Ok(()),
        }
    }
}

/// Gives an error of a library a subject.
pub(crate) trait About<T> {
    /// `subject` is the file, program or address concerned.
    fn about(self, subject: impl fmt::Display) -> Result<T>;
}

impl<T, E: fmt::Display> About<T> for std::result::Result<T, E> {
    fn about(self, subject: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Failure::new(format!("{subject}: {error}")))
    }
}
