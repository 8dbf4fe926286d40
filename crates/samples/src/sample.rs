//! A request written for a tool.

use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::write_string;

use crate::foreign;
use crate::note::Note;
use crate::render;
use crate::request::Request;
use crate::tool::Tool;

/// A request written for a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The tool.
    pub tool: Tool,
    /// The sample, ready to be saved in a file named [`Tool::file_name`]. A line feed stands at its
    /// end, except for the HTTP message, which ends with its body. Where the language has comments,
    /// the notes stand at its beginning; a change ticket lists them.
    pub text: String,
    /// What the sample does not say by itself, above all which parts of the request it leaves out.
    pub notes: Vec<Note>,
}

impl Sample {
    /// Whether the notes are in the text already, as comments or in words.
    #[must_use]
    pub const fn has_notes_in_text(&self) -> bool {
        !matches!(self.tool, Tool::Http)
    }

    /// The sample as the text of a JSON object with `tool`, `file_name`, `media_type`, `text` and
    /// `notes`. A note has `text` and `left_out`, a JSON Pointer or null.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        for (before, value) in [
            ("{\"tool\":", self.tool.id()),
            (",\"file_name\":", self.tool.file_name()),
            (",\"media_type\":", self.tool.media_type()),
            (",\"text\":", &self.text),
        ] {
            out.push_str(before);
            write_string(value, &mut out);
        }
        out.push_str(",\"notes\":[");
        for (index, note) in self.notes.iter().enumerate() {
            out.push_str(if index > 0 {
                ",{\"text\":"
            } else {
                "{\"text\":"
            });
            write_string(&note.text, &mut out);
            out.push_str(",\"left_out\":");
            match &note.left_out {
                Some(pointer) => write_string(pointer, &mut out),
                None => out.push_str("null"),
            }
            out.push('}');
        }
        out.push_str("]}");
        out
    }
}

/// Writes a request for a tool.
#[must_use]
pub fn write(tool: Tool, request: &Request<'_>) -> Sample {
    let mut notes = Vec::new();
    foreign::note(request, &mut notes);
    let text = match tool {
        Tool::Curl => render::curl::write(request, &mut notes),
        Tool::CurlSigned => render::signed::write(request, &mut notes),
        Tool::KooCli => render::koocli::write(request, &mut notes),
        Tool::KooCliFile => render::koocli_file::write(request, &mut notes),
        Tool::Terraform => render::terraform::write(request, &mut notes),
        Tool::Python => render::python::write(request, &mut notes),
        Tool::Java => render::java::write(request, &mut notes),
        Tool::Go => render::go::write(request, &mut notes),
        Tool::Node => render::node::write(request, &mut notes),
        Tool::DotNet => render::dotnet::write(request, &mut notes),
        Tool::Php => render::php::write(request, &mut notes),
        Tool::Http => render::http::write(request, &mut notes),
        Tool::Markdown => render::markdown::write(request, &mut notes),
    };
    Sample { tool, text, notes }
}
