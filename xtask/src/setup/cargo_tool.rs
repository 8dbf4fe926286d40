//! Programs that are installed with `cargo install`, each in a fixed version, once for a user.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{About, Failure, Result};
use crate::workspace::program;
use crate::{cache, run};

/// A program of the package registry. The package has the same name.
pub(crate) struct CargoTool {
    /// The package and the program.
    pub(crate) name: &'static str,
    /// The version that the commands here are written for.
    pub(crate) version: &'static str,
    /// What it is for and how long it takes to compile, for whoever waits.
    pub(crate) purpose: &'static str,
}

impl CargoTool {
    /// Installs the program where needed and returns it.
    pub(crate) fn ensure(&self) -> Result<PathBuf> {
        let root = cache::folder(&[self.name, self.version])?;
        let program = program(&root, "bin", self.name);
        if program.exists() {
            return Ok(program);
        }
        let build = root.join("build");
        run::step(
            &format!("compiling {} ({})", self.name, self.purpose),
            || {
                run::visible(
                    Command::new(run::cargo())
                        .args(["install", self.name, "--locked", "--version", self.version])
                        .arg("--root")
                        .arg(&root)
                        .env("CARGO_TARGET_DIR", &build)
                        // It runs for seconds, so it need not be fast; compiling it should be.
                        .env("CARGO_PROFILE_RELEASE_LTO", "off")
                        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
                )
                .map_err(|failure| {
                    Failure::new(failure.to_string())
                        .remedy("Look at the compiler's message above; then run the command again.")
                })
            },
        )?;
        std::fs::remove_dir_all(&build).about(build.display())?;
        Ok(program)
    }
}
