//! The requests that the arguments lead to.

use core::fmt;

use crate::arguments::Wanted;
use crate::host::{Host, Kind};

/// What a request on standard input is called.
pub(crate) const INPUT: &str = "<stdin>";

/// A request to judge.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path as it was given, or [`INPUT`].
    pub(crate) name: String,
    /// For one request a line: the line, from 1.
    pub(crate) line: Option<u32>,
    /// Where the text begins in its file, in bytes.
    pub(crate) offset: usize,
    pub(crate) text: Vec<u8>,
}

/// A path that led to no request.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) path: String,
    pub(crate) reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.reason)
    }
}

/// Everything that was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) sources: Vec<Source>,
    pub(crate) problems: Vec<Problem>,
}

/// Reads everything that the arguments name, in their order; folders in the order of names.
pub(crate) fn all(wanted: &Wanted, host: &dyn Host) -> Found {
    let mut found = Found::default();
    for path in &wanted.files {
        if path == "-" {
            match host.read_input() {
                Ok(text) => add(INPUT, text, wanted.lines, &mut found.sources),
                Err(reason) => found.refuse(INPUT, reason),
            }
            continue;
        }
        match host.kind(path) {
            Kind::Missing => found.refuse(path, "there is no such file"),
            Kind::File => found.read(path, wanted.lines, host),
            Kind::Folder => {
                if !found.visit(path, wanted.lines, host) {
                    found.refuse(path, "there is no .json, .ndjson or .jsonl file in it");
                }
            }
        }
    }
    found
}

/// Reads one file, or standard input for `-`; what it is called, and what is in it.
pub(crate) fn one<'a>(path: &'a str, host: &dyn Host) -> Result<(&'a str, Vec<u8>), String> {
    let (name, read) = match path {
        "-" => (INPUT, host.read_input()),
        path => (path, host.read(path)),
    };
    match read {
        Ok(text) => Ok((name, text)),
        Err(reason) => Err(format!("{name}: {reason}")),
    }
}

impl Found {
    fn refuse(&mut self, path: &str, reason: impl Into<String>) {
        self.problems.push(Problem {
            path: path.to_owned(),
            reason: reason.into(),
        });
    }

    fn read(&mut self, path: &str, lines: bool, host: &dyn Host) {
        let lines = lines || ends_with(path, &["ndjson", "jsonl"]);
        match host.read(path) {
            Ok(text) => add(path, text, lines, &mut self.sources),
            Err(reason) => self.refuse(path, reason),
        }
    }

    /// Reads what is in a folder; whether there was anything to read. What is hidden is left out,
    /// and so are the packages of npm.
    fn visit(&mut self, path: &str, lines: bool, host: &dyn Host) -> bool {
        let mut names = match host.list(path) {
            Ok(names) => names,
            Err(reason) => {
                self.refuse(path, reason);
                return true;
            }
        };
        names.retain(|name| !name.starts_with('.') && name != "node_modules");
        names.sort();
        let mut has_any = false;
        for name in names {
            let inner = match path {
                "." | "./" => name,
                folder => format!("{}/{name}", folder.trim_end_matches('/')),
            };
            match host.kind(&inner) {
                Kind::Folder => has_any |= self.visit(&inner, lines, host),
                // A link that leads nowhere is complained of like a file that cannot be read.
                Kind::File | Kind::Missing if ends_with(&inner, &["json", "ndjson", "jsonl"]) => {
                    self.read(&inner, lines, host);
                    has_any = true;
                }
                Kind::File | Kind::Missing => {}
            }
        }
        has_any
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
