//! The page bundler with wasm-bindgen's library, compiled when a page is first built.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::cache::Mark;
use crate::failure::{About, Result};
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
/// clones; cargo itself tells versions apart there. The program lies in the clone.
pub(crate) fn command(workspace: &Workspace, subcommand: &str) -> Result<Command> {
    let cache = cache::folder(&["cargo-tools"])?;
    compile_anew_after_other_clone(workspace, &cache)?;
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
        .env("CARGO_BUILD_BUILD_DIR", cache);
    Ok(cargo)
}

/// Cargo knows the bundlers of all clones by the same name and takes what another clone compiled for that of this one
/// when the sources here are older. A source that is new tells it otherwise.
fn compile_anew_after_other_clone(workspace: &Workspace, cache: &Path) -> Result<()> {
    let mark = Mark::new(cache, workspace.root.as_os_str().as_encoded_bytes());
    if !mark.is_set() {
        let source = workspace.root.join("xtask/bundler/src/main.rs");
        let file = File::options().append(true).open(&source);
        file.and_then(|file| file.set_modified(SystemTime::now()))
            .about(source.display())?;
        mark.set()?;
    }
    Ok(())
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}
