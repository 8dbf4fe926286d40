//! `cts-tracker check`.

use cts_tracker::{Context, Current, Diagnostic, Report, Severity, check_with};

use crate::Outcome;
use crate::arguments::{Colors, Format, Wanted};
use crate::host::Host;
use crate::output;
use crate::sources::{self, Source};

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

/// Judges every request and shows the verdicts.
pub(crate) fn run(wanted: &Wanted, host: &dyn Host) -> Result<Outcome, String> {
    let current = current(wanted.current.as_deref(), host)?;
    let context = Context {
        project_id: wanted.project_id.as_deref(),
        region: wanted.region.as_deref(),
        current: current.as_ref(),
        ..Context::default()
    };
    let judged: Vec<_> = sources::all(wanted, host)?
        .into_iter()
        .map(|source| Judged {
            report: check_with(&source.text, &context, &wanted.options),
            source,
        })
        .collect();
    let output = match wanted.format {
        Format::People => {
            let colors = match wanted.colors {
                Colors::Always => true,
                Colors::Never => false,
                Colors::Auto => host.wants_colors(),
            };
            output::people::write(&judged, wanted.locale, colors)
        }
        Format::Json => output::json::write(&judged, wanted.locale),
        Format::Sarif => output::sarif::write(&judged, wanted.locale),
        Format::GitHub => output::github::write(&judged, wanted.locale),
    };
    let status = u8::from(judged.iter().any(|judged| judged.report.has_errors()));
    Ok(Outcome {
        status,
        ..Outcome::good(output)
    })
}

/// Reads the trackers as they are configured now.
pub(crate) fn current(path: Option<&str>, host: &dyn Host) -> Result<Option<Current>, String> {
    path.map(|path| {
        let text = host
            .read(path)
            .map_err(|problem| format!("{path}: {problem}"))?;
        Current::parse(&text).map_err(|error| format!("{path}: {error}"))
    })
    .transpose()
}

/// How many diagnostics of each severity there are in all, the gravest first.
pub(crate) fn counts(judged: &[Judged]) -> [usize; 3] {
    Severity::ALL.map(|severity| judged.iter().map(|one| one.report.count(severity)).sum())
}
