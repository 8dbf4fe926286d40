//! A program while it is written, line by line.

use alloc::string::String;

/// Lines of a program with their indentation.
pub(crate) struct Lines {
    text: String,
    step: &'static str,
    depth: usize,
}

impl Lines {
    /// Nothing yet. `step` is what one level of indentation is made of.
    pub(crate) const fn new(step: &'static str) -> Self {
        Self {
            text: String::new(),
            step,
            depth: 0,
        }
    }

    /// Adds a line. An empty one gets no indentation.
    pub(crate) fn line(&mut self, line: &str) {
        if !line.is_empty() {
            for _ in 0..self.depth {
                self.text.push_str(self.step);
            }
        }
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds several lines, each with the indentation of this place.
    pub(crate) fn lines(&mut self, lines: &str) {
        for line in lines.lines() {
            self.line(line);
        }
    }

    /// Adds a line and indents what follows.
    pub(crate) fn open(&mut self, line: &str) {
        self.line(line);
        self.depth += 1;
    }

    /// Ends the indentation and adds a line.
    pub(crate) fn close(&mut self, line: &str) {
        self.depth -= 1;
        self.line(line);
    }

    /// Adds a line that ends one indented part and begins another.
    pub(crate) fn between(&mut self, line: &str) {
        self.close(line);
        self.depth += 1;
    }

    /// How many columns the indentation takes here; a tab counts as four.
    pub(crate) fn indentation(&self) -> usize {
        self.depth
            * if self.step == "\t" {
                4
            } else {
                self.step.len()
            }
    }

    /// The text, with a line feed at its end.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}
