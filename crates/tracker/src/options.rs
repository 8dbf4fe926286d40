//! How a verdict is wanted.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use core::fmt;

use crate::context::Context;
use crate::report::Report;
use crate::rule::{Rule, Severity};

/// How a verdict is wanted: which diagnostics, how grave, and with how much help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    level: Severity,
    severities: Vec<(Rule, Option<Severity>)>,
    names: NameForm,
    finder: Option<Finder>,
}

/// How the names of members are written in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameForm {
    /// As JSON has them.
    #[default]
    Spelled,
    /// A member of the table is one small letter instead of its name, the quotes around that and the
    /// colon: `a` for the first one of the body in [`Member::ALL`](crate::Member::ALL), `b` for the next
    /// and so on, whatever object it is in. `{a"system",i{j"logs"}}` has a type and a bucket. Names may
    /// be spelled as well.
    ///
    /// For those who have a value of another language and no text. They spend most of their time on
    /// writing names and this crate on looking them up.
    Letters,
}

/// Finds the fixes of a report. A program that never asks for fixes does not contain it.
#[derive(Clone, Copy, Debug)]
struct Finder(fn(&[u8], &Context<'_>, &mut Report));

impl PartialEq for Finder {
    /// There is only one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Finder {}

/// A code that no rule has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    /// The code as it was given.
    pub code: String,
    /// The code that was probably meant.
    pub suggestion: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// Everything, each rule as grave as the catalogue says, without fixes.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            level: Severity::Info,
            severities: Vec::new(),
            names: NameForm::Spelled,
            finder: None,
        }
    }

    /// Leaves out what is less grave than this.
    #[must_use]
    pub fn level(mut self, level: Severity) -> Self {
        self.level = level;
        self
    }

    /// Reads names that are written so from now on. Fixes and the rules about the current tracker are
    /// for names that are spelled only.
    pub const fn set_names(&mut self, names: NameForm) {
        self.names = names;
    }

    /// Looks for a fix for each diagnostic. It takes a second verdict for each one that has any.
    #[must_use]
    pub fn fixes(mut self, fixes: bool) -> Self {
        self.finder = fixes.then_some(Finder(crate::fix::find_all));
        self
    }

    /// Makes a rule as grave as this wherever it speaks, or silences it with `None`.
    ///
    /// # Errors
    ///
    /// When no rule has the code.
    pub fn severity(self, code: &str, severity: Option<Severity>) -> Result<Self, UnknownCode> {
        let Some(rule) = Rule::from_code(code) else {
            let codes = Rule::ALL.iter().map(|rule| rule.code());
            let suggestion = crate::suggest::nearest(code, codes);
            return Err(UnknownCode {
                code: code.to_owned(),
                suggestion,
            });
        };
        Ok(self.rule_severity(rule, severity))
    }

    /// Makes a rule as grave as this wherever it speaks, or silences it with `None`.
    #[must_use]
    pub fn rule_severity(mut self, rule: Rule, severity: Option<Severity>) -> Self {
        self.severities.retain(|(known, _)| *known != rule);
        self.severities.push((rule, severity));
        self
    }

    /// How grave a breach of a rule is, or `None` when it is not wanted.
    pub(crate) fn judge(&self, rule: Rule, severity: Severity) -> Option<Severity> {
        let chosen = self.severities.iter().find(|(known, _)| *known == rule);
        let severity = chosen.map_or(Some(severity), |(_, chosen)| *chosen)?;
        (severity <= self.level).then_some(severity)
    }

    /// Whether single rules are as grave as somebody wants and not as the catalogue says.
    pub(crate) fn is_adjusted(&self) -> bool {
        !self.severities.is_empty()
    }

    /// The least grave severity that a finding can have by the catalogue and still be wanted.
    pub(crate) fn level_needed(&self) -> Severity {
        if self.severities.is_empty() {
            self.level
        } else {
            Severity::Info
        }
    }

    pub(crate) fn name_form(&self) -> NameForm {
        self.names
    }

    pub(crate) fn finder(&self) -> Option<fn(&[u8], &Context<'_>, &mut Report)> {
        self.finder.map(|finder| finder.0)
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no rule has the code \"{}\"", self.code)?;
        match self.suggestion {
            Some(suggestion) => write!(formatter, "; perhaps \"{suggestion}\" is meant"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for UnknownCode {}
