//! A request written for a tool.

use alloc::string::String;
use alloc::vec::Vec;

use crate::note::Note;
use crate::render;
use crate::request::Request;
use crate::tool::Tool;

/// A request written for a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The tool.
    pub tool: Tool,
    /// The sample, ready to be saved in a file named [`Tool::file_name`], with a line feed at its
    /// end. Where the language has comments, the notes stand at its beginning.
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
}

/// Writes a request for a tool.
#[must_use]
pub fn write(tool: Tool, request: &Request<'_>) -> Sample {
    let mut notes = Vec::new();
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
        Tool::Markdown => render::markdown::write(request),
    };
    Sample { tool, text, notes }
}
