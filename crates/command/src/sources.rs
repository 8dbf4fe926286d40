//! The requests that the arguments lead to.

use crate::arguments::Wanted;
use crate::host::{Host, Kind};

/// A request to judge.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path as it was given, or `<stdin>`.
    pub(crate) name: String,
    /// For one request a line: the line, from 1.
    pub(crate) line: Option<u32>,
    /// Where the text begins in its file, in bytes.
    pub(crate) offset: usize,
    pub(crate) text: Vec<u8>,
}

/// Reads everything that the arguments name, in their order; folders in the order of names.
pub(crate) fn all(wanted: &Wanted, host: &dyn Host) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    for path in &wanted.files {
        if path == "-" {
            let text = host
                .read_input()
                .map_err(|problem| format!("standard input: {problem}"))?;
            add("<stdin>", text, wanted.lines, &mut sources);
        } else {
            visit(path, wanted.lines, true, host, &mut sources)?;
        }
    }
    Ok(sources)
}

fn visit(
    path: &str,
    lines: bool,
    is_named: bool,
    host: &dyn Host,
    sources: &mut Vec<Source>,
) -> Result<(), String> {
    match host.kind(path) {
        Kind::Missing => Err(format!("{path}: there is no such file")),
        Kind::Folder => {
            let mut names = host
                .list(path)
                .map_err(|problem| format!("{path}: {problem}"))?;
            names.sort();
            for name in names {
                let inner = match path {
                    "." | "./" => name,
                    folder => format!("{}/{name}", folder.trim_end_matches('/')),
                };
                visit(&inner, lines, false, host, sources)?;
            }
            Ok(())
        }
        Kind::File => {
            let has_lines = ends_with(path, &["ndjson", "jsonl"]);
            if is_named || has_lines || ends_with(path, &["json"]) {
                let text = host
                    .read(path)
                    .map_err(|problem| format!("{path}: {problem}"))?;
                add(path, text, lines || has_lines, sources);
            }
            Ok(())
        }
    }
}

fn ends_with(path: &str, extensions: &[&str]) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| extensions.contains(&extension))
}

/// Adds a text, or each line of it that is not blank. Lines are taken as the npm package takes
/// them.
fn add(name: &str, text: Vec<u8>, lines: bool, sources: &mut Vec<Source>) {
    if !lines {
        sources.push(Source {
            name: name.to_owned(),
            line: None,
            offset: 0,
            text,
        });
        return;
    }
    let mut offset = 0;
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let body = line.strip_suffix(b"\r").unwrap_or(line);
        if !body.trim_ascii().is_empty() {
            sources.push(Source {
                name: name.to_owned(),
                line: u32::try_from(index + 1).ok(),
                offset,
                text: body.to_vec(),
            });
        }
        offset += line.len() + 1;
    }
}
