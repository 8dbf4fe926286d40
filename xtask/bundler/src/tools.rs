//! The two tools that come from npm: wasm-opt (binaryen) and the minifier (esbuild). `xtask` installs them in pinned
//! versions; this module only calls them.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::{AtPath, Error, Result};

/// Where the tools are.
pub(crate) struct Tools {
    bin: PathBuf,
}

/// What esbuild is given.
#[derive(Clone, Copy)]
pub(crate) enum Language {
    Css,
    JavaScript,
}

/// What wasm-opt should look at first.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    Size,
    Speed,
}

impl Tools {
    /// `folder` holds `node_modules`.
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            bin: folder.join("node_modules").join(".bin"),
        }
    }

    /// Makes a wasm module better. wasm-opt reads from the module's feature section what it may use. The names of functions
    /// stay, for [`crate::shares`].
    pub(crate) fn optimise(&self, wasm: &[u8], aim: Aim, work: &Path) -> Result<Vec<u8>> {
        let before = work.join("before.wasm");
        let after = work.join("after.wasm");
        std::fs::write(&before, wasm).at(&before)?;
        let args = [
            OsStr::new(match aim {
                Aim::Size => "-Oz",
                Aim::Speed => "-O3",
            }),
            OsStr::new("-g"),
            // The first addresses belong to the end of the stack; nothing lies there.
            OsStr::new("--low-memory-unused"),
            before.as_os_str(),
            OsStr::new("-o"),
            after.as_os_str(),
        ];
        self.run("wasm-opt", &args, &[])?;
        std::fs::read(&after).at(&after)
    }

    /// Makes a style sheet or a script smaller. Names and meaning stay; comments and white space go.
    pub(crate) fn minify(&self, text: &[u8], language: Language) -> Result<Vec<u8>> {
        let loader = match language {
            Language::Css => "--loader=css",
            Language::JavaScript => "--loader=js",
        };
        // esnext: the page needs current browsers anyway, and nothing should be rewritten for older ones.
        let args = [
            "--minify",
            "--target=esnext",
            "--legal-comments=none",
            "--log-level=warning",
            loader,
        ];
        self.run("esbuild", &args.map(OsStr::new), text)
    }

    fn run(&self, name: &str, args: &[&OsStr], input: &[u8]) -> Result<Vec<u8>> {
        let program = self.bin.join(name);
        let mut child = Command::new(&program)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .at(&program)?;
        if let Some(mut stdin) = child.stdin.take() {
            // esbuild reads all input before it writes, so writing first cannot block for ever.
            stdin.write_all(input).at(&program)?;
        }
        let output = child.wait_with_output().at(&program)?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(Error::new(format!(
                "{name} ended with {}; its message is above",
                output.status
            )))
        }
    }
}
