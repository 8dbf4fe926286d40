//! `cargo xtask package`: the npm package, from the sources to the tarball.

pub(crate) mod modules;
mod scripts;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::{bundler, node, wasm};
use crate::workspace::Workspace;

/// The modules: their names, and the features that the crate is compiled with for them.
pub(crate) const MODULES: [(&str, &str); 2] = [("cts_tracker", ""), ("cts_tracker_tools", "tools")];

/// The name of the package, and of its folder.
pub(crate) const NAME: &str = "cts-tracker-validator";

/// Bytes, brotli, of all that a browser has to load. 45 KB, a KB being 1000 bytes.
const BROWSER_BUDGET: u64 = 45_000;
/// The same for codes and their types without the module.
const CODES_BUDGET: u64 = 4_000;

/// What to build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// For users.
    Release,
    /// For users once more, compiled from nothing, to see whether the same comes out.
    Again,
    /// For one test: the module panics when it is asked to, and is built quickly.
    Probe,
}

/// `cargo xtask package`: builds for users, makes the tarball, looks at the sizes.
pub(crate) fn command() -> Result<()> {
    let workspace = Workspace::find()?;
    let folder = assemble(&workspace, Build::Release)?;
    let tarball = pack(&folder)?;
    eprintln!(
        "xtask: the package is in {} and {}",
        folder.display(),
        tarball.display()
    );
    weigh(&workspace, &folder)
}

/// Builds the package into a folder and returns that.
pub(crate) fn assemble(workspace: &Workspace, build: Build) -> Result<PathBuf> {
    let toolchain = wasm::ensure()?;
    let bundler = bundler::ensure(workspace)?;
    let tools = node::tools(workspace)?;
    let (work, out) = match build {
        Build::Release => ("build", NAME),
        Build::Again => ("build-again", "again"),
        Build::Probe => ("build-probe", "probe"),
    };
    let npm = workspace.target.join("npm");
    let (work, out) = (npm.join(work), npm.join(out));
    empty(&work)?;
    empty(&out)?;
    copy(&workspace.root.join("npm").join("src"), &work)?;
    for module in modules::ALL {
        module.make(workspace, &toolchain, &bundler, &tools, build, &work)?;
    }
    declarations(workspace, &work)?;
    scripts::write(workspace, &tools, &work, &out)?;
    Ok(out)
}

/// Writes types and codes, which come from the tables of the core.
fn declarations(workspace: &Workspace, work: &Path) -> Result<()> {
    let mut types = Command::new(run::cargo());
    types
        .current_dir(&workspace.root)
        .args([
            "run",
            "--quiet",
            "--package",
            "cts-tracker-wasm",
            "--bin",
            "cts-tracker-types",
        ])
        .arg(work);
    run::step("writing the types from the tables of the core", || {
        run::visible(&mut types)
    })
}

/// Makes the tarball beside the folder. npm gives all files one fixed time, so the same files make the same bytes.
pub(crate) fn pack(folder: &Path) -> Result<PathBuf> {
    let beside = folder.parent().unwrap_or(folder);
    let mut npm = Command::new("npm");
    npm.current_dir(folder)
        .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(beside);
    let name = run::output(&mut npm)?;
    Ok(beside.join(name.trim()))
}

/// Prints what the parts weigh. More than promised is a failure.
pub(crate) fn weigh(workspace: &Workspace, folder: &Path) -> Result<()> {
    let bundler = bundler::ensure(workspace)?;
    let weigh = |title: &str, files: &[&str], budget: u64| {
        println!("{title:<24} {:>9} {:>9} {:>9}", "bytes", "gzip", "brotli");
        let mut command = Command::new(&bundler);
        command.args(["weigh", "--budget", &budget.to_string()]);
        command.args(files.iter().map(|file| folder.join(file)));
        run::visible(&mut command)
    };
    let all = [
        weigh(
            "what a browser loads",
            &["web.js", "cts_tracker.wasm"],
            BROWSER_BUDGET,
        ),
        weigh("types and codes", &["codes.js", "codes.d.ts"], CODES_BUDGET),
        // No promise; printed so that it is seen to grow.
        weigh(
            "only when asked for",
            &["cts_tracker_tools.wasm"],
            1_000_000,
        ),
        weigh("in one file", &["inline.js"], 1_000_000),
    ];
    all.into_iter().collect()
}

/// Whether two folders hold the same files with the same bytes; if not, the first name that differs.
pub(crate) fn same(one: &Path, other: &Path) -> Result<()> {
    let [names, others] = [names(one)?, names(other)?];
    if names != others {
        return Err(Failure::new(format!("{names:?} are not {others:?}")));
    }
    for name in names {
        let read = |folder: &Path| std::fs::read(folder.join(&name)).about(folder.display());
        if read(one)? != read(other)? {
            let name = name.display();
            return Err(Failure::new(format!(
                "{name} differs between two builds of the same"
            )));
        }
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<std::ffi::OsString>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).about(folder.display())? {
        names.push(entry.about(folder.display())?.file_name());
    }
    names.sort();
    Ok(names)
}

/// Makes an empty folder.
fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).about(folder.display())?;
    }
    std::fs::create_dir_all(folder).about(folder.display())
}

/// Copies the files of a folder.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in std::fs::read_dir(from).about(from.display())? {
        let path = entry.about(from.display())?.path();
        let name = path
            .file_name()
            .ok_or_else(|| Failure::new(format!("{} has no name", path.display())))?;
        std::fs::copy(&path, to.join(name)).about(path.display())?;
    }
    Ok(())
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to).about(from.display())
}
