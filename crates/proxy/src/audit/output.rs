//! Standard output, for those who collect it.

use std::io::{self, Write as _};

use super::chain::Link;
use super::medium::{Medium, Opened};

/// Standard output. What was written before cannot be read, so each opening begins a chain of its own.
#[derive(Debug, Default)]
pub(crate) struct Output {
    has_failed: bool,
}

impl Medium for Output {
    fn open(&mut self, _: Option<&Link>) -> io::Result<Opened> {
        Ok(Opened {
            // After a failure a part of a line may stand there.
            is_unended: self.has_failed,
            ..Opened::empty(Link::origin())
        })
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let mut output = io::stdout().lock();
        let outcome = output.write_all(lines).and_then(|()| output.flush());
        self.has_failed |= outcome.is_err();
        outcome
    }

    fn is_full(&self) -> bool {
        false
    }

    fn rotate(&mut self) -> io::Result<()> {
        Ok(())
    }
}
