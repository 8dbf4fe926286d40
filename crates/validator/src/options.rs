//! Options, read once and kept for the calls that follow.

use core::fmt;

use cts_tracker::json::{self, Tree};
use cts_tracker::{Context, Current, Locale, Report, Severity, check_with};

/// What the calls that follow are judged with.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    project_id: Option<String>,
    region: Option<String>,
    current: Option<Current>,
    options: cts_tracker::Options,
    /// Whether single rules are as grave as somebody wants and not as the catalogue says.
    is_adjusted: bool,
    /// The language of messages.
    pub locale: Locale,
}

/// An option that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionError {
    /// The name of the option.
    pub name: String,
    /// What is wrong with it, in English: it speaks to whoever writes the program.
    pub problem: String,
}

impl Settings {
    /// Reads options from the text of a JSON object. [`crate::view::Options`] tells their names and
    /// types; `null` stands for one that is left out, and `current` is itself a text.
    ///
    /// # Errors
    ///
    /// When an option is unknown or of another type, when a language, a level or a code is
    /// unknown, or when `current` holds no tracker.
    pub fn read(text: &str) -> Result<Self, OptionError> {
        let mut settings = Self::default();
        let mut chosen = cts_tracker::Options::default();
        let Ok(Tree::Object(options)) = json::parse(text.as_bytes()) else {
            return Err(OptionError::new("options", "they must be an object"));
        };
        for (name, value) in options {
            match (name.as_str(), value) {
                (_, Tree::Null) => {}
                ("projectId", Tree::Text(id)) => settings.project_id = Some(id),
                ("region", Tree::Text(id)) => settings.region = Some(id),
                ("current", Tree::Text(text)) => {
                    let current = Current::parse(text.as_bytes())
                        .map_err(|error| OptionError::new("current", error.to_string()))?;
                    settings.current = Some(current);
                }
                ("locale", Tree::Text(tag)) => settings.locale = locale(&tag)?,
                ("level", Tree::Text(word)) => chosen = chosen.level(severity("level", &word)?),
                ("severities", Tree::Object(severities)) => {
                    settings.is_adjusted = !severities.is_empty();
                    for (code, word) in severities {
                        chosen = with_severity(chosen, &code, &word)?;
                    }
                }
                ("fixes", Tree::Boolean(false)) => {}
                #[cfg(any(feature = "tools", not(target_arch = "wasm32")))]
                ("fixes", Tree::Boolean(fixes)) => chosen = chosen.fixes(fixes),
                (name, _) => {
                    let problem = "it is unknown or has another type";
                    return Err(OptionError::new(name, problem));
                }
            }
        }
        settings.options = chosen;
        Ok(settings)
    }

    /// Judges a text.
    #[must_use]
    pub fn check(&self, text: &[u8]) -> Report {
        check_with(text, &self.context(), &self.options)
    }

    /// Whether a text has no error.
    #[must_use]
    pub fn is_valid(&self, text: &[u8]) -> bool {
        if self.is_adjusted {
            !self.check(text).has_errors()
        } else {
            cts_tracker::is_valid(text, &self.context())
        }
    }

    /// Applies every safe fix to a text. Returns the text and how many were applied.
    #[must_use]
    pub fn apply_fixes(&self, text: &[u8]) -> (Vec<u8>, usize) {
        cts_tracker::apply_fixes(text, &self.context())
    }

    fn context(&self) -> Context<'_> {
        Context {
            project_id: self.project_id.as_deref(),
            region: self.region.as_deref(),
            current: self.current.as_ref(),
            ..Context::default()
        }
    }
}

impl OptionError {
    fn new(name: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            problem: problem.into(),
        }
    }
}

/// Reads a language tag.
///
/// # Errors
///
/// When the language is not spoken here.
pub fn locale(tag: &str) -> Result<Locale, OptionError> {
    Locale::from_tag(tag).ok_or_else(|| {
        let problem = format!("\"{tag}\" is not spoken here; en and zh-CN are");
        OptionError::new("locale", problem)
    })
}

/// Makes a rule as grave as a word says.
fn with_severity(
    options: cts_tracker::Options,
    code: &str,
    word: &Tree,
) -> Result<cts_tracker::Options, OptionError> {
    let wanted = match word.as_text() {
        Some("off") => None,
        word => Some(severity("severities", word.unwrap_or_default())?),
    };
    options
        .severity(code, wanted)
        .map_err(|error| OptionError::new("severities", error.to_string()))
}

fn severity(name: &str, word: &str) -> Result<Severity, OptionError> {
    Severity::ALL
        .into_iter()
        .find(|severity| severity.as_str() == word)
        .ok_or_else(|| {
            let problem = format!("\"{word}\" is not one of error, warning and info");
            OptionError::new(name, problem)
        })
}

impl fmt::Display for OptionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "option {}: {}", self.name, self.problem)
    }
}

impl core::error::Error for OptionError {}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn what_cannot_be_used_is_named() {
        for (options, problem) in [
            ("[]", "option options: they must be an object"),
            (
                r#"{"locale":"fr"}"#,
                "option locale: \"fr\" is not spoken here; en and zh-CN are",
            ),
            (
                r#"{"level":"fatal"}"#,
                "option level: \"fatal\" is not one of error, warning and info",
            ),
            (
                r#"{"severities":{"kms-key-requird":"off"}}"#,
                "option severities: no rule has the code \"kms-key-requird\"; perhaps \"kms-key-required\" is meant",
            ),
            (
                r#"{"severities":{"kms-key-required":1}}"#,
                "option severities: \"\" is not one of error, warning and info",
            ),
            (
                r#"{"projectID":""}"#,
                "option projectID: it is unknown or has another type",
            ),
            (
                r#"{"region":1}"#,
                "option region: it is unknown or has another type",
            ),
        ] {
            let error = Settings::read(options).expect_err(options);
            assert_eq!(error.to_string(), problem);
        }
        let current = Settings::read(r#"{"current":"[{}]"}"#).expect_err("no tracker");
        assert!(
            current
                .to_string()
                .starts_with("option current: the current trackers must be")
        );
    }

    #[test]
    fn validity_knows_of_adjusted_severities() {
        let faulty = br#"{"tracker_type":"system"}"#;
        let is_valid =
            |options, text: &[u8]| Settings::read(options).expect(options).is_valid(text);
        assert!(!is_valid("{}", faulty));
        assert!(!is_valid(r#"{"level":"error","severities":{}}"#, faulty));
        assert!(is_valid(
            r#"{"severities":{"tracker-name-required":"warning"}}"#,
            faulty
        ));
        let good = br#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;
        assert!(is_valid("{}", good));
        assert!(!is_valid(
            r#"{"severities":{"takes-effect-at-once":"error"}}"#,
            good
        ));
        assert!(!is_valid(r#"{"projectId":""}"#, good));
    }

    #[test]
    fn options_reach_the_verdict() {
        let text = br#"{"tracker_type":"system"}"#;
        let count = |options| {
            let settings = Settings::read(options).expect(options);
            settings.check(text).diagnostics().len()
        };
        let everything = count("{}");
        assert_eq!(
            count(r#"{"severities":{"tracker-name-required":"off"}}"#),
            everything - 1
        );
        assert_eq!(count(r#"{"projectId":"","region":null}"#), everything + 1);
        assert_eq!(count(r#"{"level":"error"}"#), 1);
        assert_eq!(count(r#"{"region":"nowhere"}"#), everything + 1);
    }
}
