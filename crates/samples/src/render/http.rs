//! The HTTP message itself.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::note::Note;
use crate::request::Request;
use crate::target::{PROJECT_ID, REGION, TOKEN, Target};

/// Head and body as they go over the wire, with `\r\n` at the end of each line of the head. A
/// variable of the environment stands for the token and for what is not chosen.
pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let project = target
        .project
        .clone()
        .unwrap_or_else(|| format!("${PROJECT_ID}"));
    let unknown = format!("cts.${REGION}.myhuaweicloud.com");
    let host = target.host(&unknown);
    let body = request.json();
    format!(
        "PUT /v3/{project}/tracker HTTP/1.1\r
Host: {host}\r
Content-Type: application/json\r
Content-Length: {}\r
X-Auth-Token: ${TOKEN}\r
\r
{body}",
        body.len()
    )
}
