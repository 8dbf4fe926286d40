//! Command line of the bundler. Only `xtask` calls it, so the messages are short.

use std::path::PathBuf;

use lexopt::Arg::{Long, Value};

use crate::error::{Error, Result};

/// What to do.
pub(crate) enum Command {
    /// Make the page.
    Build(BuildOptions),
    /// Look whether a made page keeps its promises, the size budget included.
    Check {
        dist: PathBuf,
        /// Bytes, brotli, of all that a browser loads first.
        budget: u64,
    },
    /// Print what a browser loads first.
    Sizes { dist: PathBuf },
    /// Make the module of the npm package.
    Library(LibraryOptions),
    /// Print what files weigh, and fail above the budget.
    Weigh { files: Vec<PathBuf>, budget: u64 },
}

/// Where the module of the npm package comes from and goes to.
pub(crate) struct LibraryOptions {
    /// The wasm file as cargo left it.
    pub(crate) wasm: PathBuf,
    /// The folder to write to.
    pub(crate) out: PathBuf,
    /// Folder that holds `node_modules` with binaryen.
    pub(crate) tools: PathBuf,
    /// The name of both files, without extension.
    pub(crate) name: String,
    /// Panics trap without a message.
    pub(crate) trap: bool,
}

/// Where things are and how much care to take.
pub(crate) struct BuildOptions {
    /// The `index.html` with Trunk's links. Paths in it are relative to its folder.
    pub(crate) html: PathBuf,
    /// The wasm file as cargo left it.
    pub(crate) wasm: PathBuf,
    /// The wasm files of what the page loads only when it needs it. It knows them by their names
    /// without the extension.
    pub(crate) later: Vec<PathBuf>,
    /// The folder to write.
    pub(crate) out: PathBuf,
    /// Folder that holds `node_modules` with binaryen and esbuild.
    pub(crate) tools: PathBuf,
    /// No wasm-opt, no minifying, no compressed twins, and the page reloads itself after each build.
    pub(crate) fast: bool,
    /// Every function of the program leaves a mark when it is called; see [`crate::split::watch`].
    pub(crate) watch: bool,
}

/// Reads the command line.
pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Command> {
    let mut verb = None;
    let [mut html, mut wasm, mut out, mut tools] = [const { None::<PathBuf> }; 4];
    let mut later = Vec::new();
    let mut budget = None;
    let mut name = None;
    let mut files = Vec::new();
    let [mut fast, mut trap, mut watch] = [false; 3];
    while let Some(arg) = parser.next().map_err(unreadable)? {
        match arg {
            Value(value) if verb.is_none() => verb = Some(value.to_string_lossy().into_owned()),
            Value(value) => files.push(value.into()),
            Long("html") => html = Some(parser.value().map_err(unreadable)?.into()),
            Long("wasm") => wasm = Some(parser.value().map_err(unreadable)?.into()),
            Long("later") => later.push(parser.value().map_err(unreadable)?.into()),
            Long("out") => out = Some(parser.value().map_err(unreadable)?.into()),
            Long("tools") => tools = Some(parser.value().map_err(unreadable)?.into()),
            Long("budget") => {
                let value = parser.value().map_err(unreadable)?;
                let text = value.to_string_lossy();
                let bytes = text
                    .parse()
                    .map_err(|_| Error::new(format!("--budget takes bytes, not {text:?}")))?;
                budget = Some(bytes);
            }
            Long("name") => {
                name = Some(
                    parser
                        .value()
                        .map_err(unreadable)?
                        .to_string_lossy()
                        .into_owned(),
                );
            }
            Long("fast") => fast = true,
            Long("trap") => trap = true,
            Long("watch") => watch = true,
            other => return Err(unreadable(other.unexpected())),
        }
    }
    match verb.as_deref() {
        Some("build") => Ok(Command::Build(BuildOptions {
            html: needed("html", html)?,
            wasm: needed("wasm", wasm)?,
            later,
            out: needed("out", out)?,
            tools: needed("tools", tools)?,
            fast,
            watch,
        })),
        Some("check") => Ok(Command::Check {
            dist: needed("out", out)?,
            budget: needed("budget", budget)?,
        }),
        Some("sizes") => Ok(Command::Sizes {
            dist: needed("out", out)?,
        }),
        Some("library") => Ok(Command::Library(LibraryOptions {
            wasm: needed("wasm", wasm)?,
            out: needed("out", out)?,
            tools: needed("tools", tools)?,
            name: needed("name", name)?,
            trap,
        })),
        Some("weigh") => Ok(Command::Weigh {
            files,
            budget: needed("budget", budget)?,
        }),
        _ => Err(Error::new("expected build, check, sizes, library or weigh")),
    }
}

fn needed<T>(name: &str, value: Option<T>) -> Result<T> {
    value.ok_or_else(|| Error::new(format!("--{name} is missing")))
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "passed by name to map_err, which hands over the value"
)]
fn unreadable(error: lexopt::Error) -> Error {
    Error::new(error.to_string())
}
