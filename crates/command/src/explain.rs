//! `cts-tracker explain CODE`.

use cts_tracker::answer::{FAMILIES, Row};
use cts_tracker::{Diagnostic, Fix, Locale, Options, Rule, RuleEntry};

use crate::Outcome;
use crate::arguments::Telling;
use crate::guide::{self, Guide};

mod json;
mod markdown;
mod people;
mod words;

/// What to explain.
#[derive(Debug)]
pub(crate) enum Subject {
    /// A code of a rule, such as `kms-key-required`, or of the cloud, such as `CTS.0231`.
    Code(String),
    /// Every rule, in the order of the catalogue.
    Rules,
}

/// Explains a code, or every rule.
pub(crate) fn run(subject: &Subject, telling: Telling, locale: Locale) -> Result<Outcome, String> {
    let rules: Vec<_> = match subject {
        Subject::Rules => Rule::ALL
            .iter()
            .filter_map(|rule| Told::of(*rule))
            .collect(),
        Subject::Code(code) => match Rule::from_code(code) {
            Some(rule) => Told::of(rule).into_iter().collect(),
            None => return of_answer(code, telling, locale),
        },
    };
    Ok(Outcome::good(match (telling, subject) {
        (Telling::People, _) => people::rules(&rules, locale),
        (Telling::Json, _) => json::rules(&rules, locale),
        (Telling::Markdown, Subject::Rules) => markdown::page(&rules),
        (Telling::Markdown, Subject::Code(_)) => markdown::sections(&rules),
    }))
}

fn of_answer(code: &str, telling: Telling, locale: Locale) -> Result<Outcome, String> {
    let rows = rows(code);
    if rows.is_empty() {
        // The core knows what was probably meant.
        let problem = Options::default().severity(code, None).err();
        let problem = problem.map_or_else(String::new, |error| error.to_string());
        return Err(format!(
            "{problem}. `cts-tracker explain --all` explains every rule; codes of the cloud look like CTS.0231"
        ));
    }
    Ok(Outcome::good(match telling {
        Telling::People => people::answers(code, &rows, locale),
        Telling::Json => json::answers(code, &rows, locale),
        Telling::Markdown => markdown::answers(code, &rows, locale),
    }))
}

/// The rows of the catalogue for a code such as `CTS.0231`; several when its message tells more.
fn rows(code: &str) -> Vec<&'static Row> {
    let Some((prefix, digits)) = code.rsplit_once('.') else {
        return Vec::new();
    };
    let Some(number) = (digits.len() == 4).then(|| digits.parse().ok()).flatten() else {
        return Vec::new();
    };
    FAMILIES
        .iter()
        .filter(|family| family.prefixes.contains(&prefix))
        .flat_map(|family| family.rows)
        .filter(|row| (row.numbers().0..=row.numbers().1).contains(&number))
        .collect()
}

/// Whoever shows a rule apart from the command gets this text with it: the evidence, the sources and
/// the answer of the cloud, without examples.
pub(crate) fn help(rule: Rule, locale: Locale) -> String {
    guide::of(rule).map_or_else(String::new, |guide| {
        people::facts(rule.entry(), guide, locale)
    })
}

/// A rule with everything that is told about it.
struct Told {
    entry: &'static RuleEntry,
    guide: &'static Guide,
    /// What its wrong example is told.
    diagnostic: Option<Diagnostic>,
}

impl Told {
    fn of(rule: Rule) -> Option<Self> {
        let guide = guide::of(rule)?;
        let diagnostic = guide
            .wrong
            .judge()
            .diagnostics()
            .iter()
            .find(|diagnostic| diagnostic.rule() == rule)
            .cloned();
        Some(Self {
            entry: rule.entry(),
            guide,
            diagnostic,
        })
    }

    /// The message of the wrong example, which has values in the place of parameters.
    fn message(&self, locale: Locale) -> String {
        self.diagnostic.as_ref().map_or_else(
            || self.entry.message.get(locale).to_owned(),
            |diagnostic| diagnostic.message(locale),
        )
    }

    /// What mends the wrong example.
    fn fix(&self) -> Option<&Fix> {
        self.diagnostic.as_ref().and_then(Diagnostic::fix)
    }
}
