//! `cts-proxy audit verify`: whether a log is as it was written.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::ExitCode;

use super::chain::{Link, Sealed};
use super::walk::{Fault, Problem, Walk};

/// What `cts-proxy audit --help` prints.
pub const AUDIT_HELP: &str = "\
cts-proxy audit verify: finds lines of an audit log that were altered, removed, moved or cut off

Usage: cts-proxy audit verify [OPTIONS] FILE...

  --expect HASH  also require that a line with this hash is there; may be given several times. With a hash
                 that was noted elsewhere, for instance from the log of the proxy, a removed end is found
  --starts       let a new chain begin anywhere: standard output begins one at each start
  --help         print this

Name all files of a log, in any order; `-` is standard input. Prints what the log holds and its last hash.

Exit status: 0 as it was written, 1 something is amiss, 2 a file or an option cannot be read.";

/// How many problems are printed.
const SHOWN: usize = 20;

/// What is asked.
#[derive(Default)]
struct Options {
    files: Vec<OsString>,
    expected: Vec<String>,
    may_restart: bool,
    help: bool,
}

/// Runs `audit` with the arguments that follow it.
#[must_use]
pub fn command(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = options(arguments).and_then(|options| {
        if options.help {
            return Ok((format!("{AUDIT_HELP}\n"), true));
        }
        let mut files = Vec::new();
        for name in &options.files {
            let bytes =
                read(name).map_err(|error| format!("{}: {error}", Path::new(name).display()))?;
            files.push((Path::new(name).display().to_string(), bytes));
        }
        Ok(report(files, &options.expected, options.may_restart))
    });
    match outcome {
        Ok((text, is_good)) => {
            print!("{text}");
            ExitCode::from(u8::from(!is_good))
        }
        Err(problem) => {
            eprintln!("cts-proxy: {problem}");
            ExitCode::from(2)
        }
    }
}

fn options(arguments: impl IntoIterator<Item = OsString>) -> Result<Options, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut options = Options::default();
    let mut verb = None;
    let wrong = |error: lexopt::Error| error.to_string();
    while let Some(argument) = parser.next().map_err(wrong)? {
        match argument {
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => options.help = true,
            lexopt::Arg::Long("starts") => options.may_restart = true,
            lexopt::Arg::Long("expect") => {
                let hash = parser.value().map_err(wrong)?;
                options.expected.push(hash.to_string_lossy().into_owned());
            }
            lexopt::Arg::Value(value) if verb.is_none() => verb = Some(value),
            lexopt::Arg::Value(value) => options.files.push(value),
            other => return Err(wrong(other.unexpected())),
        }
    }
    if options.help || (verb.as_deref() == Some("verify".as_ref()) && !options.files.is_empty()) {
        Ok(options)
    } else {
        Err("usage: cts-proxy audit verify [--expect HASH] [--starts] FILE...".to_owned())
    }
}

fn read(name: &OsString) -> io::Result<Vec<u8>> {
    if name != "-" {
        return fs::read(name);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What was counted in all files.
#[derive(Default)]
struct Count {
    first: Option<u64>,
    lines: u64,
    changes: u64,
    hashes: HashSet<String>,
    /// Changes without an outcome.
    open: HashSet<String>,
}

impl Count {
    fn add(&mut self, sealed: &Sealed<'_>, expected: &[String]) {
        let members = &sealed.members;
        self.first.get_or_insert(members.number);
        self.lines += 1;
        if expected.iter().any(|hash| hash == sealed.hash) {
            self.hashes.insert(sealed.hash.to_owned());
        }
        match (members.event.as_str(), &members.id) {
            ("intent", Some(id)) => {
                self.changes += 1;
                self.open.insert(id.clone());
            }
            ("outcome", Some(id)) => {
                self.open.remove(id);
            }
            _ => {}
        }
    }
}

/// The text to print, and whether everything is as it was written.
pub(super) fn report(
    mut files: Vec<(String, Vec<u8>)>,
    expected: &[String],
    may_restart: bool,
) -> (String, bool) {
    files.sort_by_key(|(_, bytes)| first_number(bytes));
    let mut text = String::new();
    let mut problems = 0;
    let mut count = Count::default();
    let mut end: Option<Link> = None;
    for (index, (name, bytes)) in files.iter().enumerate() {
        let walked = Walk::new(bytes, &mut |sealed| count.add(sealed, expected))
            .restarting(may_restart)
            .run(end.as_ref());
        if let (0, Some(before)) = (index, walked.before.filter(|before| !before.is_origin())) {
            let number = before.number;
            // Writing to a `String` cannot fail.
            let _ = writeln!(
                text,
                "note: the lines up to number {number} are in no file given"
            );
        }
        for (line, length) in walked.marked {
            let _ = writeln!(
                text,
                "{name}:{line}: note: {length} bytes were not written to the end; the next line says so"
            );
        }
        let cut = walked.tail.map(|(line, _)| Problem {
            line,
            fault: Fault::Cut,
        });
        for problem in walked.problems.into_iter().chain(cut) {
            problems += 1;
            if problems <= SHOWN {
                let _ = writeln!(text, "{name}:{}: {}", problem.line, problem.fault);
            }
        }
        end = walked.end;
    }
    for hash in expected.iter().filter(|hash| !count.hashes.contains(*hash)) {
        problems += 1;
        let _ = writeln!(text, "there is no line with the expected hash {hash}");
    }
    if problems > SHOWN {
        let _ = writeln!(text, "and {} problems more", problems - SHOWN);
    }
    let Some(last) = end else {
        let _ = writeln!(text, "no line of an audit log was found");
        return (text, false);
    };
    let is_good = problems == 0;
    let _ = writeln!(
        text,
        "{}: {} lines, numbers {} to {}; changes: {}, of which {} without an outcome\nlast: {}",
        if is_good { "as written" } else { "AMISS" },
        count.lines,
        count.first.unwrap_or_default(),
        last.number,
        count.changes,
        count.open.len(),
        last.hash
    );
    (text, is_good)
}

/// The number of the first line that can be read, so that files come in the order in which they were written.
fn first_number(bytes: &[u8]) -> u64 {
    bytes
        .split(|byte| *byte == b'\n')
        .find_map(Sealed::read)
        .map_or(u64::MAX, |sealed| sealed.members.number)
}
