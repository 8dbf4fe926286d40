//! The shape of a request that is written for another tool.

use serde::Deserialize;
use ts_rs::TS;

/// A request that is written for another tool.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// The tool.
    #[ts(type = "Tool")]
    pub tool: String,
    /// A name for a file that holds the sample.
    pub file_name: String,
    /// The media type of such a file. It is always UTF-8.
    pub media_type: String,
    /// The sample. Where the language has comments, the notes stand at its beginning. The change
    /// ticket lists them, and the HTTP message has none.
    pub text: String,
    /// What the sample does not say by itself.
    pub notes: Vec<SampleNote>,
}

/// What a sample does not say by itself.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SampleNote {
    /// The note, in the chosen language.
    pub text: String,
    /// The JSON Pointer of what the sample leaves out, when that is what the note is about.
    pub left_out: Option<String>,
}

#[cfg(test)]
mod tests {
    use cts_samples::{Request, Tool, write};
    use cts_tracker::Draft;

    use super::Sample;

    #[test]
    fn samples_have_this_shape() {
        let text = br#"{"tracker_type":"data","tracker_name":"d","more":"\n"}"#;
        let draft = Draft::parse(text).expect("a request");
        for tool in Tool::ALL {
            let written = write(tool, &Request::new(&draft, "", "cn-north-4"));
            let read: Sample = serde_json::from_str(&written.to_json()).expect("the shape");
            assert_eq!((read.tool.as_str(), &read.text), (tool.id(), &written.text));
            assert_eq!(read.notes.len(), written.notes.len());
            let left_out = read.notes.iter().filter(|note| note.left_out.is_some());
            assert_eq!(
                left_out.count(),
                written
                    .notes
                    .iter()
                    .filter(|note| note.left_out.is_some())
                    .count()
            );
        }
    }
}
