//! `cts-tracker check`.

use cts_tracker::{Context, Current, Diagnostic, Report, Severity, check_with};

use crate::Outcome;
use crate::arguments::{Colors, Format, Wanted};
use crate::host::Host;
use crate::output;
use crate::place::located;
use crate::sources::{self, Source};

/// So many diagnostics of one request get their fixes looked for. Each one takes another verdict,
/// and nobody reads more.
const WITH_FIXES: usize = 100;

/// A request and the verdict on it.
pub(crate) struct Judged {
    pub(crate) source: Source,
    pub(crate) report: Report,
}

impl Judged {
    /// Line and column of both ends of a diagnostic in the file, if it has a place there.
    pub(crate) fn lines(&self, diagnostic: &Diagnostic) -> Option<[(u32, u32); 2]> {
        let above = self.source.line.map_or(0, |line| line - 1);
        let range = diagnostic.range()?;
        Some([range.start, range.end].map(|place| (place.line + above, place.column)))
    }
}

/// Judges every request and shows the verdicts. What cannot be read is complained of and hides
/// nothing else.
pub(crate) fn run(wanted: &Wanted, host: &dyn Host) -> Result<Outcome, String> {
    let current = current(wanted.current.as_deref(), host)?;
    let context = Context {
        project_id: wanted.project_id.as_deref(),
        region: wanted.region.as_deref(),
        current: current.as_ref(),
        ..Context::default()
    };
    let found = sources::all(wanted, host);
    let judged: Vec<_> = found
        .sources
        .into_iter()
        .map(|source| Judged {
            report: judge(&source.text, &context, wanted),
            source,
        })
        .collect();
    let problems = &found.problems;
    let output = match wanted.format {
        Format::People if judged.is_empty() && !problems.is_empty() => String::new(),
        Format::People => {
            let colors = match wanted.colors {
                Colors::Always => true,
                Colors::Never => false,
                Colors::Auto => host.wants_colors(),
            };
            output::people::write(&judged, wanted.locale, colors)
        }
        Format::Json => output::json::write(&judged, wanted.locale),
        Format::Sarif => output::sarif::write(&judged, problems, wanted.locale),
        Format::GitHub => output::github::write(&judged, problems, wanted.locale),
    };
    let fails = |one: &Diagnostic| one.severity() <= wanted.fail_on;
    let is_faulty = judged
        .iter()
        .any(|judged| judged.report.diagnostics().iter().any(fails));
    let status = if problems.is_empty() {
        u8::from(is_faulty)
    } else {
        2
    };
    Ok(Outcome {
        status,
        output: output.into_bytes(),
        complaint: problems
            .iter()
            .map(|problem| crate::complaint(&problem.to_string()))
            .collect(),
    })
}

/// The verdict on a request. People are told what mends it as well.
fn judge(text: &[u8], context: &Context<'_>, wanted: &Wanted) -> Report {
    let report = check_with(text, context, &wanted.options);
    let count = report.diagnostics().len();
    if wanted.format != Format::People || count == 0 || count > WITH_FIXES {
        return report;
    }
    check_with(text, context, &wanted.options.clone().fixes(true))
}

/// Reads the trackers as they are configured now.
pub(crate) fn current(path: Option<&str>, host: &dyn Host) -> Result<Option<Current>, String> {
    path.map(|path| {
        let (name, text) = sources::one(path, host)?;
        Current::parse(&text).map_err(|error| match error {
            cts_tracker::CurrentError::Syntax(error) => located(name, &text, &error),
            error @ cts_tracker::CurrentError::NoTrackers => format!("{name}: {error}"),
        })
    })
    .transpose()
}

/// How many diagnostics of each severity there are in all, the gravest first.
pub(crate) fn counts(judged: &[Judged]) -> [usize; 3] {
    Severity::ALL.map(|severity| judged.iter().map(|one| one.report.count(severity)).sum())
}
