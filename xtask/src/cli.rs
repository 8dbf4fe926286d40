//! Reads the command line.

use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use lexopt::Parser;

use crate::failure::{Failure, Result};
use crate::fuzz;
use crate::help::Topic;

/// What the person asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help(Topic),
    Setup,
    /// `watch_profile`: the quick profile that `serve --watch` uses.
    Build {
        watch_profile: bool,
    },
    Serve(ServeOptions),
    Test {
        only: Option<Suite>,
    },
    Check {
        only: Option<Lint>,
    },
    Package,
    Release,
    /// `write`: the document as well. `soak`: how many requests the long run has, for the proxy.
    Bench {
        subject: Subject,
        write: bool,
        soak: Option<u64>,
    },
    Sizes,
    /// `only`: one target. `seconds`: how long each runs.
    Fuzz {
        only: Option<&'static str>,
        seconds: u32,
    },
    /// `file`: the files to change, as a pattern.
    Mutants {
        file: Option<String>,
    },
    /// `cache`: the tools of this user as well.
    Clean {
        cache: bool,
    },
}

/// What is measured beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// The npm package.
    Validator,
    Page,
    Proxy,
}

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// The first port to try.
    pub(crate) port: u16,
    /// The proxy's settings file.
    pub(crate) config: Option<PathBuf>,
    /// Build again when a source changes.
    pub(crate) watch: bool,
    /// Whether the page is built as for users. The default, except with `--watch`.
    pub(crate) release: bool,
}

/// A part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Suite {
    Native,
    Page,
    Browser,
    Sdk,
    Samples,
    Npm,
}

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lint {
    Fmt,
    Clippy,
    Doc,
    Deny,
}

/// Reads everything after `cargo xtask`.
pub(crate) fn read(mut parser: Parser) -> Result<Command> {
    let topic = match parser.next().map_err(unreadable)? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help(Topic::All)),
        Some(Value(name)) => {
            let name = name.to_string_lossy().into_owned();
            Topic::named(&name).ok_or_else(|| {
                Failure::new(format!("there is no command {name:?}"))
                    .remedy("`cargo xtask` lists the commands.")
            })?
        }
        Some(other) => return Err(unreadable(other.unexpected())),
    };
    let mut given = Given::default();
    while let Some(arg) = parser.next().map_err(unreadable)? {
        match (topic, arg) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help(topic)),
            (Topic::Build, Long("watch-profile")) | (Topic::Serve, Long("watch")) => {
                given.watch = true;
            }
            (Topic::Serve, Long("release")) => given.release = true,
            (Topic::Serve, Long("port")) => given.port = Some(port(&text(&mut parser)?)?),
            (Topic::Serve, Long("config")) => given.config = Some(text(&mut parser)?.into()),
            (Topic::Fuzz, Long("seconds")) => given.seconds = Some(seconds(&text(&mut parser)?)?),
            (Topic::Mutants, Long("file")) => given.file = Some(text(&mut parser)?),
            (Topic::Test | Topic::Check | Topic::Fuzz, Long("only")) => {
                given.only = Some(text(&mut parser)?);
            }
            (Topic::Bench, Value(subject)) => {
                given.subject = Some(subject.to_string_lossy().into_owned());
            }
            (Topic::Bench, Long("write")) => given.write = true,
            (Topic::Bench, Long("soak")) => given.soak = Some(count(&text(&mut parser)?)?),
            (Topic::Clean, Long("cache")) => given.cache = true,
            (_, other) => return Err(unreadable(other.unexpected())),
        }
    }
    given.command(topic)
}

/// Options as they came.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of the command line, given or not"
)]
struct Given {
    watch: bool,
    release: bool,
    cache: bool,
    write: bool,
    port: Option<u16>,
    config: Option<PathBuf>,
    only: Option<String>,
    seconds: Option<u32>,
    file: Option<String>,
    subject: Option<String>,
    soak: Option<u64>,
}

impl Given {
    fn command(self, topic: Topic) -> Result<Command> {
        Ok(match topic {
            Topic::All => Command::Help(Topic::All),
            Topic::Setup => Command::Setup,
            Topic::Build => Command::Build {
                watch_profile: self.watch,
            },
            Topic::Serve => Command::Serve(ServeOptions {
                port: self.port.unwrap_or(8080),
                config: self.config,
                watch: self.watch,
                release: self.release || !self.watch,
            }),
            Topic::Test => Command::Test {
                only: self
                    .only
                    .as_deref()
                    .map(|name| choose(name, SUITES))
                    .transpose()?,
            },
            Topic::Check => Command::Check {
                only: self
                    .only
                    .as_deref()
                    .map(|name| choose(name, LINTS))
                    .transpose()?,
            },
            Topic::Package => Command::Package,
            Topic::Release => Command::Release,
            Topic::Bench => {
                let subject = match self.subject.as_deref() {
                    Some("validator") => Subject::Validator,
                    Some("page") => Subject::Page,
                    Some("proxy") => Subject::Proxy,
                    _ => {
                        return Err(Failure::new("bench does not say what to measure")
                            .remedy("Write `cargo xtask bench` and validator, page or proxy."));
                    }
                };
                if self.soak.is_some() && subject != Subject::Proxy {
                    return Err(Failure::new("only the proxy has a long run")
                        .remedy("Write `cargo xtask bench proxy --soak N`."));
                }
                Command::Bench {
                    subject,
                    write: self.write,
                    soak: self.soak,
                }
            }
            Topic::Sizes => Command::Sizes,
            Topic::Fuzz => Command::Fuzz {
                only: self
                    .only
                    .as_deref()
                    .map(|name| choose(name, &fuzz::TARGETS.map(|target| (target, target))))
                    .transpose()?,
                seconds: self.seconds.unwrap_or(60),
            },
            Topic::Mutants => Command::Mutants { file: self.file },
            Topic::Clean => Command::Clean { cache: self.cache },
        })
    }
}

const SUITES: &[(&str, Suite)] = &[
    ("native", Suite::Native),
    ("page", Suite::Page),
    ("browser", Suite::Browser),
    ("sdk", Suite::Sdk),
    ("samples", Suite::Samples),
    ("npm", Suite::Npm),
];

const LINTS: &[(&str, Lint)] = &[
    ("fmt", Lint::Fmt),
    ("clippy", Lint::Clippy),
    ("doc", Lint::Doc),
    ("deny", Lint::Deny),
];

fn choose<T: Copy>(name: &str, all: &[(&str, T)]) -> Result<T> {
    all.iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
        .ok_or_else(|| {
            let names: Vec<_> = all.iter().map(|(known, _)| *known).collect();
            Failure::new(format!("--only does not know {name:?}"))
                .remedy(format!("It takes {}.", names.join(", ")))
        })
}

fn seconds(text: &str) -> Result<u32> {
    text.parse()
        .ok()
        .filter(|seconds| *seconds > 0)
        .ok_or_else(|| {
            Failure::new(format!("--seconds cannot be {text:?}"))
                .remedy("It takes a whole number, at least 1.")
        })
}

fn count(text: &str) -> Result<u64> {
    text.parse().ok().filter(|count| *count > 0).ok_or_else(|| {
        Failure::new(format!("--soak cannot be {text:?}"))
            .remedy("It takes a whole number of requests, at least 1.")
    })
}

fn port(text: &str) -> Result<u16> {
    text.parse().ok().filter(|port| *port > 0).ok_or_else(|| {
        Failure::new(format!("--port cannot be {text:?}"))
            .remedy("It takes a number from 1 to 65535.")
    })
}

fn text(parser: &mut Parser) -> Result<String> {
    let value = parser.value().map_err(unreadable)?;
    value
        .into_string()
        .map_err(|value| Failure::new(format!("{} is not Unicode", value.display())))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "passed by name to map_err, which hands over the value"
)]
fn unreadable(error: lexopt::Error) -> Failure {
    Failure::new(error.to_string())
        .remedy("`cargo xtask COMMAND --help` lists the options of a command.")
}

#[cfg(test)]
mod tests;
