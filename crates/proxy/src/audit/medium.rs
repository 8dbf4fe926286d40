//! Where lines are kept.

use std::io;

use super::chain::{Link, Torn};

/// Where lines are kept. A writer owns one and calls it from one thread.
pub(crate) trait Medium: Send + 'static {
    /// Opens it, also again after a failure, and looks at what is there.
    ///
    /// # Errors
    /// When it cannot be opened, or what is there was changed. `known` is the last line that was confirmed; without it
    /// in what is there, something was changed.
    fn open(&mut self, known: Option<&Link>) -> io::Result<Opened>;

    /// Writes lines and waits until they would survive a loss of power.
    ///
    /// # Errors
    /// When that is not certain. A part may be written all the same.
    fn append(&mut self, lines: &[u8]) -> io::Result<()>;

    /// Whether it is time for another file.
    fn is_full(&self) -> bool;

    /// Puts the present file aside and opens an empty one.
    ///
    /// # Errors
    /// When that cannot be done.
    fn rotate(&mut self) -> io::Result<()>;
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// The end of the chain.
    pub(crate) end: Link,
    /// Whether the file is empty, so that its first line is due.
    pub(crate) is_empty: bool,
    /// Whether a line break has to be written first.
    pub(crate) is_unended: bool,
    /// What is at the end and was not written to its end.
    pub(crate) torn: Option<Torn>,
}
