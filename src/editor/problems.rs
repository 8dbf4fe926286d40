//! What is wrong with the text, and where.

use core::ops::Range;

use cts_tracker::{Current, Diagnostic, Locale, Options, Rule, Severity, check_with};

use crate::fixes::Known;

/// Something that is wrong at a place of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) code: &'static str,
    pub(super) pointer: String,
    pub(super) severity: Severity,
    /// The bytes of the text.
    pub(super) place: Range<usize>,
    /// The line, from 1.
    pub(super) line: u32,
    pub(super) message: String,
    pub(super) fix: Option<Fix>,
}

/// A change that mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fix {
    pub(super) title: String,
    /// The whole text afterwards.
    pub(super) text: String,
}

impl Problem {
    /// Whether somebody should do something about it.
    pub(super) fn is_grave(&self) -> bool {
        self.severity != Severity::Info
    }

    /// Whether the form cannot read the text because of it.
    pub(super) fn is_about_all(&self) -> bool {
        [Rule::BodySyntax, Rule::BodyNotObject, Rule::BodyEmpty]
            .iter()
            .any(|rule| rule.code() == self.code)
    }

    /// Whether it is the same as another one, wherever that stands.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.code == other.code && self.pointer == other.pointer
    }

    /// Whether a place touches it: a caret behind its last letter does.
    pub(super) fn touches(&self, at: usize) -> bool {
        (self.place.start..=self.place.end).contains(&at)
    }
}

/// What is wrong with a text, in the order of the document. What is not in the text, such as the
/// region, is left out. Fixes take longer to find.
pub(super) fn find(
    text: &str,
    known: &Known,
    current: Option<&Current>,
    locale: Locale,
    fixes: bool,
) -> Vec<Problem> {
    let options = Options::default().fixes(fixes);
    let report = check_with(text.as_bytes(), &known.context(current), &options);
    let problem = |diagnostic: &Diagnostic| {
        let range = diagnostic.range()?;
        Some(Problem {
            code: diagnostic.code(),
            pointer: diagnostic.pointer(),
            severity: diagnostic.severity(),
            place: visible(text, range.start.byte as usize..range.end.byte as usize),
            line: range.start.line,
            message: diagnostic.message(locale),
            fix: diagnostic.fix().and_then(|fix| {
                Some(Fix {
                    title: fix.title(locale),
                    text: fix.apply(text)?,
                })
            }),
        })
    };
    report.diagnostics().iter().filter_map(problem).collect()
}

/// The place to mark. Of an object or a list on several lines that is its bracket. Where there is
/// nothing to see it is the letter before: a text that breaks off is wrong behind its end.
fn visible(text: &str, place: Range<usize>) -> Range<usize> {
    let marked = text.get(place.clone()).unwrap_or_default();
    if !marked.trim().is_empty() {
        let is_wide = marked.starts_with(['{', '[']) && marked.contains('\n');
        let end = if is_wide { place.start + 1 } else { place.end };
        return place.start..end;
    }
    let before = text.get(..place.start).unwrap_or_default().trim_end();
    let letter = before.chars().next_back().map_or(0, char::len_utf8);
    before.len() - letter..before.len()
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Locale, Severity};

    use super::{Problem, find};
    use crate::fixes::Known;

    fn all(text: &str, fixes: bool) -> Vec<Problem> {
        find(text, &Known::default(), None, Locale::English, fixes)
    }

    #[test]
    fn each_problem_has_its_place_and_some_a_fix() {
        let text = "{\"tracker_type\":\"system\",\n\"tracker_name\":\"审\",\"stat\":1,\"status\":\"Enabled\"}";
        let found = all(text, true);
        let errors: Vec<_> = found
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .map(|problem| (&text[problem.place.clone()], problem.line))
            .collect();
        assert_eq!(errors, [("\"审\"", 2), ("\"Enabled\"", 2)]);
        let status = found
            .iter()
            .find(|problem| problem.pointer == "/status")
            .expect("there");
        let fix = status.fix.as_ref().expect("a fix");
        assert_eq!(fix.text, text.replace("Enabled", "enabled"));
        assert!(all(text, false).iter().all(|problem| problem.fix.is_none()));
    }

    #[test]
    fn what_breaks_off_is_marked_at_its_last_letter_and_what_is_wide_at_its_bracket() {
        for (text, marked) in [
            ("{\"a\": 1,\n\n", 7..8),
            ("{\"审", 1..2),
            ("[\n]", 0..1),
            ("[ ]", 0..3),
            ("", 0..0),
            ("  ", 0..0),
        ] {
            let found = all(text, false);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].place, marked, "{text}: {found:?}");
            assert!(found[0].is_about_all());
        }
    }
}
