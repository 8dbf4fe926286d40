//! The one way to a verdict.

use alloc::vec::Vec;

use crate::body::{Body, NoBody};
use crate::context::Context;
use crate::json::Span;
use crate::options::{NameForm, Options};
use crate::report::{Brief, Report, Verdict};
use crate::rule::{Rule, Severity};
use crate::rules::{self, Finding, Findings, Found, Place, Subject};

/// The largest body the gateway takes, in bytes (12 MB, gateway error table).
const MAXIMUM_SIZE: usize = 12 * 1024 * 1024;

/// Judges the text of a body, and what is known besides it.
///
/// Every defect is found in one pass and named once. Text that is no body at all (too large, not
/// JSON, not an object, empty) gets that one diagnostic, besides those about project and region.
/// Bytes that are not UTF-8 are a diagnostic too, never a panic. A report has at most 10,000
/// diagnostics of each severity; its counts are those of all.
///
/// ```
/// use cts_tracker::{Context, Locale, check};
///
/// let report = check(br#"{"tracker_type": "system"}"#, &Context::default());
/// let first = report.diagnostics().iter().find(|d| d.code() == "tracker-name-required").unwrap();
/// assert_eq!(first.pointer(), "/tracker_name");
/// assert!(first.message(Locale::English).starts_with("Enter the tracker name."));
/// ```
#[must_use]
pub fn check(text: &[u8], context: &Context<'_>) -> Report {
    let found = findings(text, NameForm::Spelled, context, Severity::Info);
    Report::from(&Verdict::new(text, context, found))
}

/// Judges as [`check()`] does, with a choice of what is reported and how.
///
/// ```
/// use cts_tracker::{Context, Options, Severity, check_with};
///
/// let options = Options::default().level(Severity::Error).severity("status-disabled", Some(Severity::Error))?;
/// let text = br#"{"tracker_type": "system", "tracker_name": "system", "status": "disabled"}"#;
/// let report = check_with(text, &Context::default(), &options);
/// assert_eq!(report.diagnostics().len(), 1);
/// # Ok::<(), cts_tracker::UnknownCode>(())
/// ```
#[must_use]
pub fn check_with(text: &[u8], context: &Context<'_>, options: &Options) -> Report {
    if let Some(find_all) = options.finder() {
        // A fix must not bring back what is hidden here, so it is judged against everything.
        let mut report = check(text, context);
        find_all(text, context, &mut report);
        report.narrow(options);
        return report;
    }
    Report::from(&verdict(text, context, options))
}

/// Judges as [`check_with()`] does and puts nothing into words yet. Fixes are not looked for.
///
/// ```
/// use cts_tracker::{Context, Locale, Options, verdict};
///
/// let text = br#"{"tracker_type": "system", "tracker_name": "audit"}"#;
/// let context = Context::default();
/// let options = Options::default();
/// let mut words = String::new();
/// verdict(text, &context, &options).each(|breach| {
///     breach.message(Locale::English, &mut words);
///     words.push('\n');
/// });
/// assert!(words.contains("always called system"));
/// ```
#[must_use]
pub fn verdict<'t>(text: &'t [u8], context: &'t Context<'t>, options: &Options) -> Verdict<'t> {
    Verdict::new(text, context, wanted(text, context, options))
}

/// Whether [`check_with()`] would find an error with these options.
#[must_use]
pub fn is_valid_with(text: &[u8], context: &Context<'_>, options: &Options) -> bool {
    let found = wanted(text, context, options);
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    found.omitted[Severity::Error as usize] == 0 && !found.list.iter().any(is_error)
}

/// What the rules find and somebody wants to know, as grave as it is wanted.
fn wanted(text: &[u8], context: &Context<'_>, options: &Options) -> Found {
    let mut found = findings(text, options.name_form(), context, options.level_needed());
    if options.is_adjusted() {
        found.list.retain_mut(|finding| {
            let severity = options.judge(finding.rule, finding.severity);
            finding.severity = severity.unwrap_or(finding.severity);
            severity.is_some()
        });
    }
    found
}

/// Whether a text and what is known besides it have no error. The fastest verdict: it makes no
/// report, and allocates nothing for a body in order.
#[must_use]
pub fn is_valid(text: &[u8], context: &Context<'_>) -> bool {
    findings(text, NameForm::Spelled, context, Severity::Error)
        .list
        .is_empty()
}

/// Judges as [`check()`] does and leaves out the words: no path, no position but bytes, no message.
/// For those who judge many bodies and speak of few. It has 10,000 of each severity at most.
#[must_use]
pub fn check_brief(text: &[u8], context: &Context<'_>, level: Severity) -> Vec<Brief> {
    findings(text, NameForm::Spelled, context, level)
        .list
        .iter()
        .map(Finding::brief)
        .collect()
}

/// Judges as [`check_brief()`] does, with a choice of what is reported and how grave it is. Fixes are
/// not looked for.
#[must_use]
pub fn check_brief_with(text: &[u8], context: &Context<'_>, options: &Options) -> Vec<Brief> {
    wanted(text, context, options)
        .list
        .iter()
        .map(Finding::brief)
        .collect()
}

/// Everything the rules find that is at least so grave, in the order of the document.
fn findings(text: &[u8], names: NameForm, context: &Context<'_>, level: Severity) -> Found {
    let mut findings = Findings::new(level);
    rules::context::judge(context, &mut findings);
    let whole = Span::new(0, text.len());
    if text.len() > MAXIMUM_SIZE {
        findings.push(Finding::new(Rule::BodyTooLarge, Place::Body(whole)));
        return findings.into_sorted();
    }
    match Body::read_with(text, names) {
        Err(NoBody::Syntax(error)) => {
            let end = (error.offset + 1).min(text.len());
            let place = Place::Syntax(error.kind, Span::new(error.offset.min(end), end));
            findings.push(Finding::new(Rule::BodySyntax, place));
        }
        Err(NoBody::NotObject(span)) => {
            findings.push(Finding::new(Rule::BodyNotObject, Place::Body(span)));
        }
        Err(NoBody::Blank) => findings.push(Finding::new(Rule::BodyEmpty, Place::Body(whole))),
        Ok(body) if body.is_empty => {
            findings.push(Finding::new(Rule::BodyEmpty, Place::Body(body.root)));
        }
        Ok(body) => rules::judge(&Subject::new(&body), context.current, &mut findings),
    }
    findings.into_sorted()
}
