//! Annotations of GitHub Actions (workflow commands).

use core::fmt::Write as _;

use cts_tracker::{Locale, Severity};

use crate::check::Judged;
use crate::sources::Problem;

/// Writes a workflow command for each path that led to no request and for each diagnostic.
pub(crate) fn write(judged: &[Judged], problems: &[Problem], locale: Locale) -> String {
    let mut out = String::new();
    for problem in problems {
        // Writing into a String does not fail.
        let _ = writeln!(
            out,
            "::error file={},title=cts-tracker::{}",
            property(&problem.path),
            data(&problem.reason)
        );
    }
    for one in judged {
        for diagnostic in one.report.diagnostics() {
            let command = match diagnostic.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            // Writing into a String does not fail.
            let _ = write!(out, "::{command} file={}", property(&one.source.name));
            if let Some([(line, column), (end_line, end_column)]) = one.lines(diagnostic) {
                let _ = write!(out, ",line={line},endLine={end_line}");
                // Columns are only read when both ends are on one line.
                if line == end_line {
                    let _ = write!(out, ",col={column},endColumn={end_column}");
                }
            }
            let title = property(diagnostic.code());
            let _ = writeln!(out, ",title={title}::{}", data(&diagnostic.message(locale)));
        }
    }
    out
}

/// Text in a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Text in a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("50%\r\n::error::"), "50%25%0D%0A::error::");
        assert_eq!(property("c:/a,b.json"), "c%3A/a%2Cb.json");
    }
}
