//! Requests that were written for other tools, read back.
//!
//! [`read`] takes a curl command, a `KooCLI` command, the file that one names, or Terraform blocks,
//! as the writers of this crate, browsers and people write them. What it understands becomes the
//! JSON text of a request; the rest is listed. Values of what is not understood are not repeated,
//! as they may be secrets.

use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::Position;

use crate::tool::Tool;

mod body;
mod curl;
mod document;
mod hcl;
mod koocli;
mod shell;
mod terraform;

/// What a text for another tool says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The tool: [`Tool::Curl`], [`Tool::KooCli`], [`Tool::KooCliFile`] or [`Tool::Terraform`].
    pub tool: Tool,
    /// The body of the request. Of a curl command it is what the command sends, JSON or not; else it
    /// is JSON text, of an array when there are several trackers.
    pub body: String,
    /// What the text says besides, in its order.
    pub left: Vec<Left>,
}

/// A part of a text that is not in the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it is called there: an option of a command, an argument with the address of its
    /// resource, or the beginning of a block.
    pub place: String,
    /// What stands there, where that can be no secret.
    pub text: Option<String>,
    /// Why it is not in the body.
    pub reason: Reason,
}

/// Why a part of a text is not in the body of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It says where the request goes, as whom, or how.
    Target,
    /// Only the tool needs it.
    ToolOnly,
    /// No member is known by this name.
    Unknown,
    /// Its value is only known where the tool runs: a variable, or something that is worked out.
    Computed,
    /// Its value is none that the argument takes.
    Value,
    /// It is given once more, and this one does not count.
    Repeated,
    /// It is something else than a tracker.
    Other,
}

/// Why a text for another tool holds no request that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// A command without a body.
    NoBody,
    /// A command whose request is in the file of this name.
    File(String),
    /// A `KooCLI` command, but none that updates a tracker.
    OtherOperation,
    /// Terraform without a tracker.
    NoTracker,
    /// What stands at this place is no Terraform.
    Syntax(Position),
}

/// Reads a text that was written for another tool. `None` when it is none of those that are known;
/// a request as it is sent, for one.
///
/// # Errors
///
/// [`Unread`], when the tool is known and there is no request to be had.
#[must_use]
pub fn read(text: &str) -> Option<Result<Reading, Unread>> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) {
        return koocli::file(text).map(Ok);
    }
    Some(match tool(text)? {
        Tool::Curl => curl::read(text),
        Tool::Terraform => terraform::read(text),
        _ => koocli::read(text),
    })
}

/// Whether a text looks like one that [`read`] reads, apart from JSON. Quick, so that it can be asked
/// about any text.
#[must_use]
pub fn is_for_tool(text: &str) -> bool {
    tool(text.trim_start_matches('\u{feff}')).is_some()
}

/// The tool that the first line which belongs to one belongs to.
fn tool(text: &str) -> Option<Tool> {
    let has_tracker = text.contains(terraform::TRACKERS);
    text.lines().find_map(|line| {
        let is = |names| shell::arguments(line, names).is_some();
        if is(curl::NAMES) {
            Some(Tool::Curl)
        } else if is(koocli::NAMES) {
            Some(Tool::KooCli)
        } else {
            terraform::begins(line, has_tracker).then_some(Tool::Terraform)
        }
    })
}
