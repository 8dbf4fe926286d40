//! A setting that is wrong.

use std::error::Error;
use std::fmt;

/// Which setting is wrong, why, and what to do. It never holds the value of a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    key: String,
    problem: String,
    remedy: String,
}

impl SettingsError {
    pub(crate) fn new(
        key: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            key: key.into(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }

    /// The key in the file, the option or the variable.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}. {}",
            self.key,
            self.problem.trim_end_matches('.'),
            self.remedy
        )
    }
}

impl Error for SettingsError {}
