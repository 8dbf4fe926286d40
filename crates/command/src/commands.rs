//! The smaller commands: fix, format, diff, schema, samples.

use core::fmt::Write as _;

use cts_samples::{Request, Tool};
use cts_tracker::{Context, Draft, Locale, SchemaDraft, apply_fixes, json};

use crate::Outcome;
use crate::arguments::Wanted;
use crate::check::current;
use crate::host::Host;
use crate::place::located;
use crate::sources;

/// Applies the safe fixes; prints the text, or writes it into the files.
pub(crate) fn fix(wanted: &Wanted, write: bool, host: &dyn Host) -> Result<Outcome, String> {
    let current = current(wanted.current.as_deref(), host)?;
    let context = Context {
        project_id: wanted.project_id.as_deref(),
        region: wanted.region.as_deref(),
        current: current.as_ref(),
        ..Context::default()
    };
    let found = sources::all(wanted, host);
    if !found.problems.is_empty() {
        // All or nothing: whoever mends files wants to know which ones.
        let problems: Vec<_> = found.problems.iter().map(ToString::to_string).collect();
        return Err(problems.join("\ncts-tracker: "));
    }
    let sources = found.sources;
    if let Some(source) = sources.iter().find(|source| source.line.is_some()) {
        return Err(format!(
            "{}: fix reads files with one request each",
            source.name
        ));
    }
    if !write && sources.len() > 1 {
        return Err("fix prints one request; use --write for several".to_owned());
    }
    let mut outcome = Outcome::good("");
    for source in sources {
        let (text, applied) = apply_fixes(&source.text, &context);
        if !write || source.name == sources::INPUT {
            outcome.output = text;
        } else if applied > 0 {
            host.write(&source.name, &text)
                .map_err(|problem| format!("{}: {problem}", source.name))?;
        }
        // Writing into a String does not fail.
        let _ = writeln!(outcome.complaint, "{}: {applied} fixed", source.name);
    }
    Ok(outcome)
}

/// Prints JSON text indented by two spaces.
pub(crate) fn format(file: &str, host: &dyn Host) -> Result<Outcome, String> {
    let (file, text) = sources::one(file, host)?;
    let text = json::format(&text).map_err(|error| located(file, &text, &error))?;
    Ok(Outcome::good(text.trim_end().to_owned() + "\n"))
}

/// Prints what a request changes of the tracker that it is for, as JSON lines.
pub(crate) fn diff(path: &str, file: &str, host: &dyn Host) -> Result<Outcome, String> {
    let current = current(Some(path), host)?.unwrap_or_default();
    let (file, draft) = draft(file, Locale::English, host)?;
    let name = draft.text(cts_tracker::Member::TrackerName);
    let stored = draft
        .tracker_type()
        .zip(name)
        .and_then(|(tracker_type, name)| current.find(tracker_type, name))
        .ok_or_else(|| format!("{path}: it does not list the tracker that {file} is for"))?;
    let changes: Vec<_> = cts_tracker::diff(stored, &draft)
        .iter()
        .map(|change| change.to_json() + "\n")
        .collect();
    Ok(Outcome::good(changes.concat()))
}

/// Prints the request for another tool. Notes that the sample cannot hold go to the standard error
/// stream.
pub(crate) fn samples(
    wanted: &Wanted,
    tool: Tool,
    endpoint: Option<&str>,
    host: &dyn Host,
) -> Result<Outcome, String> {
    let current = current(wanted.current.as_deref(), host)?;
    let file = wanted.files.first().map_or("-", String::as_str);
    let (file, text) = sources::one(file, host)?;
    let draft = read(file, &text, wanted.locale)?;
    let request = Request {
        given: Some(&text),
        endpoint,
        current: current.as_ref(),
        locale: wanted.locale,
        ..Request::new(
            &draft,
            wanted.project_id.as_deref().unwrap_or_default(),
            wanted.region.as_deref().unwrap_or_default(),
        )
    };
    let sample = cts_samples::write(tool, &request);
    let mut outcome = Outcome::good("");
    if !sample.has_notes_in_text() {
        for note in &sample.notes {
            outcome.complaint += &crate::complaint(&note.text);
        }
    }
    outcome.output = sample.text.into();
    Ok(outcome)
}

/// Reads a request; what the file is called, and the request.
fn draft<'a>(file: &'a str, locale: Locale, host: &dyn Host) -> Result<(&'a str, Draft), String> {
    let (file, text) = sources::one(file, host)?;
    Ok((file, read(file, &text, locale)?))
}

/// Reads a request from the text of a file.
fn read(file: &str, text: &[u8], locale: Locale) -> Result<Draft, String> {
    Draft::parse(text).map_err(|report| {
        let first = report.diagnostics().first();
        let message = first.map_or_else(String::new, |first| first.message(locale));
        format!("{file}: {message}")
    })
}

/// Prints a schema.
pub(crate) fn schema(edition: &str, locale: Locale) -> Result<Outcome, String> {
    let text = match edition {
        "2020-12" => cts_tracker::json_schema(SchemaDraft::Draft202012, locale),
        "draft-07" => cts_tracker::json_schema(SchemaDraft::Draft07, locale),
        "openapi-3.1" => cts_tracker::open_api(locale),
        _ => {
            return Err(format!(
                "there is no schema \"{edition}\"; there are 2020-12, draft-07 and openapi-3.1"
            ));
        }
    };
    Ok(Outcome::good(text.trim_end().to_owned() + "\n"))
}
