//! Characters, white space and comments.

use super::{Failed, Result};

/// A text while it is read.
#[derive(Clone)]
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What was read since an earlier place.
    pub(super) fn since(&self, start: usize) -> &'t str {
        &self.text[start..self.at]
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += character.len_utf8();
        Some(character)
    }

    /// Takes a text if it stands here.
    pub(super) fn take_text(&mut self, text: &str) -> bool {
        let stands = self.rest().starts_with(text);
        if stands {
            self.at += text.len();
        }
        stands
    }

    pub(super) fn failed(&self) -> Failed {
        Failed(self.at)
    }

    /// Takes the rest of the line, its end not included.
    pub(super) fn take_line(&mut self) -> &'t str {
        let start = self.at;
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        self.since(start)
    }

    /// Whether a line ends here, a comment to its end included.
    pub(super) fn is_at_end_of_line(&self) -> bool {
        let rest = self.rest();
        rest.is_empty()
            || ["\n", "\r\n", "#", "//"]
                .iter()
                .any(|end| rest.starts_with(end))
    }

    /// Skips spaces, and comments that end within the line or between two lines.
    pub(super) fn skip_space(&mut self) -> Result<()> {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches([' ', '\t']).len();
            if !self.rest().starts_with("/*") {
                return Ok(());
            }
            let end = self.rest().find("*/").ok_or(Failed(self.at))?;
            self.at += end + 2;
        }
    }

    /// Skips space, comments and ends of lines.
    pub(super) fn skip_lines(&mut self) -> Result<()> {
        loop {
            self.skip_space()?;
            if self.rest().starts_with('#') || self.rest().starts_with("//") {
                self.take_line();
            }
            if !self.take_text("\n") && !self.take_text("\r\n") {
                return Ok(());
            }
        }
    }

    /// Takes a name.
    pub(super) fn identifier(&mut self) -> Result<&'t str> {
        let begins = |character: char| character.is_alphabetic() || character == '_';
        let goes_on =
            |character: char| character.is_alphanumeric() || matches!(character, '_' | '-');
        let rest = self.rest();
        if !rest.starts_with(begins) {
            return Err(self.failed());
        }
        let length = rest.find(|character| !goes_on(character));
        let start = self.at;
        self.at += length.unwrap_or(rest.len());
        Ok(self.since(start))
    }

    /// Takes a line that calls `terraform import`, perhaps after a prompt.
    pub(super) fn command(&mut self) -> Option<&'t str> {
        let line = self.rest().lines().next().unwrap_or_default();
        let command = line.strip_prefix("$ ").unwrap_or(line).trim();
        let mut words = command.split_whitespace();
        let is_import = words.next() == Some("terraform") && words.next() == Some("import");
        let is_command = is_import && words.next().is_some_and(|word| word != "{");
        is_command.then(|| {
            self.take_line();
            command
        })
    }
}
