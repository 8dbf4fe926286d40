//! Options, kept for the calls that follow. JavaScript reads what people write; here are numbers
//! and texts.

use cts_tracker::{
    Context, Locale, NameForm, Report, Rule, Severity, Verdict, check_with, is_valid_with,
};

/// What the calls that follow are judged with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The project whose tracker is changed.
    pub project_id: Option<String>,
    /// The region of the project.
    pub region: Option<String>,
    /// The language of messages.
    pub locale: Locale,
    #[cfg(any(feature = "tools", not(target_arch = "wasm32")))]
    current: Option<cts_tracker::Current>,
    options: cts_tracker::Options,
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

impl Settings {
    /// Everything is reported, in English, and nothing is known besides the text.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            project_id: None,
            region: None,
            locale: Locale::English,
            #[cfg(any(feature = "tools", not(target_arch = "wasm32")))]
            current: None,
            options: cts_tracker::Options::new(),
        }
    }

    /// Leaves out what is less grave than the severity with this number in [`Severity::ALL`].
    pub fn set_level(&mut self, level: usize) {
        if let Some(level) = Severity::ALL.get(level) {
            self.options = core::mem::take(&mut self.options).level(*level);
        }
    }

    /// Makes the rule with this number as grave as the severity with that one. A number that no
    /// severity has silences the rule.
    pub fn set_severity(&mut self, rule: usize, severity: usize) {
        if let Some(rule) = Rule::ALL.get(rule) {
            let severity = Severity::ALL.get(severity).copied();
            self.options = core::mem::take(&mut self.options).rule_severity(*rule, severity);
        }
    }

    /// Whether the names of members are letters in what is judged next.
    pub fn set_letters(&mut self, letters: bool) {
        let names = if letters {
            NameForm::Letters
        } else {
            NameForm::Spelled
        };
        self.options.set_names(names);
    }

    /// Reads the trackers as they are configured now.
    ///
    /// # Errors
    ///
    /// When the text is not JSON or holds no tracker.
    #[cfg(any(feature = "tools", not(target_arch = "wasm32")))]
    pub fn set_current(&mut self, text: &str) -> Result<(), cts_tracker::CurrentError> {
        self.current = Some(cts_tracker::Current::parse(text.as_bytes())?);
        Ok(())
    }

    /// Judges a text, and lets somebody have the verdict.
    pub fn judge<T>(&self, text: &[u8], take: impl FnOnce(&Verdict<'_>) -> T) -> T {
        take(&cts_tracker::verdict(text, &self.context(), &self.options))
    }

    /// Judges a text and looks for a fix for each diagnostic.
    #[must_use]
    pub fn check_with_fixes(&self, text: &[u8]) -> Report {
        check_with(text, &self.context(), &self.options.clone().fixes(true))
    }

    /// Whether a text has no error.
    #[must_use]
    pub fn is_valid(&self, text: &[u8]) -> bool {
        is_valid_with(text, &self.context(), &self.options)
    }

    /// Applies every safe fix to a text. Returns the text and how many were applied.
    #[must_use]
    pub fn apply_fixes(&self, text: &[u8]) -> (Vec<u8>, usize) {
        cts_tracker::apply_fixes(text, &self.context())
    }

    /// The trackers as they are configured now.
    #[cfg(all(feature = "tools", target_arch = "wasm32"))]
    pub(crate) fn current(&self) -> Option<&cts_tracker::Current> {
        self.current.as_ref()
    }

    fn context(&self) -> Context<'_> {
        Context {
            project_id: self.project_id.as_deref(),
            region: self.region.as_deref(),
            #[cfg(any(feature = "tools", not(target_arch = "wasm32")))]
            current: self.current.as_ref(),
            ..Context::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{CurrentError, Rule};

    use super::Settings;

    const SILENT: usize = 3;

    #[test]
    fn validity_knows_of_adjusted_severities() {
        let faulty = br#"{"tracker_type":"system"}"#;
        let mut settings = Settings::default();
        assert!(!settings.is_valid(faulty));
        settings.set_level(0);
        assert!(!settings.is_valid(faulty));
        settings.set_severity(Rule::TrackerNameRequired as usize, 1);
        assert!(settings.is_valid(faulty));
        let good = br#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;
        assert!(settings.is_valid(good));
        settings.set_severity(Rule::TakesEffectAtOnce as usize, 0);
        assert!(!settings.is_valid(good));
        settings = Settings::default();
        settings.project_id = Some(String::new());
        assert!(!settings.is_valid(good));
    }

    #[test]
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method alone is of one lifetime, and the verdict is lent for any"
    )]
    fn options_reach_the_verdict() {
        let count = |change: &dyn Fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            let text = br#"{"tracker_type":"system"}"#;
            settings.judge(text, |verdict| verdict.len())
        };
        let everything = count(&|_| ());
        let silenced = Rule::TrackerNameRequired as usize;
        assert_eq!(
            count(&|settings| settings.set_severity(silenced, SILENT)),
            everything - 1
        );
        assert_eq!(
            count(&|settings| settings.project_id = Some(String::new())),
            everything + 1
        );
        assert_eq!(
            count(&|settings| settings.region = Some("nowhere".into())),
            everything + 1
        );
        assert_eq!(count(&|settings| settings.set_level(0)), 1);
    }

    #[test]
    fn current_trackers_are_read_or_refused() {
        let mut settings = Settings::default();
        assert_eq!(settings.set_current("[{}]"), Err(CurrentError::NoTrackers));
        assert!(settings.set_current("{").is_err());
        assert_eq!(settings.set_current(r#"{"trackers":[]}"#), Ok(()));
    }
}
