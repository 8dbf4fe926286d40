//! The one error type: a sentence for the person who builds, with the place and the remedy where there is one.

use std::fmt;
use std::path::Path;

/// What went wrong, in words.
#[derive(Debug)]
pub(crate) struct Error(String);

/// Shorthand for results of this crate.
pub(crate) type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// Names the file in the error of a file operation.
pub(crate) trait AtPath<T> {
    fn at(self, path: &Path) -> Result<T>;
}

impl<T, E: fmt::Display> AtPath<T> for std::result::Result<T, E> {
    fn at(self, path: &Path) -> Result<T> {
        self.map_err(|error| Error(format!("{}: {error}", path.display())))
    }
}
