//! The page bundler with wasm-bindgen's library, compiled when a page is first built.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Result;
use crate::workspace::{Workspace, program};
use crate::{cache, run};

/// Name of the package and of its program.
const NAME: &str = "page-bundler";

/// Compiles the bundler where needed and returns the program.
pub(crate) fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    let program = program(&folder(workspace), "tool", NAME);
    let mut build = command(workspace, "build")?;
    if program.exists() {
        run::visible(build.arg("--quiet"))?;
    } else {
        run::step(
            "compiling the page bundler with wasm-bindgen as a library (the first time 1 to 3 minutes, later clones reuse it)",
            || run::visible(&mut build),
        )?;
    }
    Ok(program)
}

/// A cargo command about the bundler. What is compiled for its dependencies lies in the user's cache and serves all
/// clones; cargo itself tells versions apart there. The program lies in the clone, so clones do not mix.
pub(crate) fn command(workspace: &Workspace, subcommand: &str) -> Result<Command> {
    let mut cargo = Command::new(run::cargo());
    cargo
        .current_dir(&workspace.root)
        .args([
            subcommand,
            "--package",
            NAME,
            "--profile",
            "tool",
            "--target-dir",
        ])
        .arg(folder(workspace))
        .env("CARGO_BUILD_BUILD_DIR", cache::folder(&["cargo-tools"])?);
    Ok(cargo)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}
