//! `KooCLI` with the request in a file.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::koocli;
use crate::comment::comments;
use crate::note::Note;
use crate::request::Request;

/// The file that the sample writes and hands over.
const FILE: &str = "update-tracker.json";

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = koocli::target(request, notes);
    let [region, project] = koocli::place(&target);
    // A JSON text has no line that could end the document: its strings have no line breaks.
    let body = request.json().replace('\n', "\n  ");
    format!(
        "#!/bin/sh
{}cat >{FILE} <<'JSON'
{{
  \"body\": {body}
}}
JSON
hcloud CTS UpdateTracker \\
  {region} \\
  {project} \\
  --cli-jsonInput={FILE}
",
        comments(notes, "#")
    )
}
