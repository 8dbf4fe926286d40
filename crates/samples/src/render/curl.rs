//! curl with a token.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::comment::comments;
use crate::note::Note;
use crate::quote::shell_quoted;
use crate::request::Request;
use crate::target::{PROJECT_ID, REGION, TOKEN, Target};

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let notes = comments(notes, "#");
    let body = shell_quoted(&request.json());
    let address = address(&target);
    // The token comes from standard input: arguments can be seen by every user of the machine.
    format!(
        "#!/bin/sh
{notes}curl --request PUT --silent --show-error --fail-with-body \\
  --header 'Content-Type: application/json' \\
  --header @- \\
  --data-raw {body} \\
  {address} <<HEADERS
X-Auth-Token: ${{{TOKEN}:?}}
HEADERS
"
    )
}

/// The address of the tracker as a word of the shell.
fn address(target: &Target) -> String {
    let variable = |name: &str| format!("${{{name}:?}}");
    let project = target.project.clone();
    let quote = if target.project.is_some() && target.endpoint().is_some() {
        '\''
    } else {
        '"'
    };
    let project = project.unwrap_or_else(|| variable(PROJECT_ID));
    let endpoint = target.endpoint().map_or_else(
        || format!("https://cts.{}.myhuaweicloud.com", variable(REGION)),
        String::from,
    );
    format!("{quote}{endpoint}/v3/{project}/tracker{quote}")
}
