//! `cargo xtask bench validator`: the npm package side by side with others.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Result;
use crate::package::{self, Build};
use crate::run;
use crate::setup::node;
use crate::workspace::Workspace;

/// The program that judges the same bodies without WebAssembly.
const NATIVE: &str = "cts-tracker-bench";
/// It is compiled as the module of the package is.
const PROFILE: &str = "validator";

/// Builds the package, measures and prints the document. `write` stores it as well.
pub(crate) fn command(write: bool) -> Result<()> {
    let workspace = Workspace::find()?;
    let folder = package::assemble(&workspace, Build::Release)?;
    let tarball = package::pack(&folder)?;
    let native = native(&workspace)?;
    node::npm_tests(&workspace)?;
    let mut measure = Command::new("node");
    measure
        .current_dir(workspace.tests().join("npm"))
        .arg("bench/run.mjs")
        .env("CTS_TARBALL", &tarball)
        .env("CTS_NATIVE", &native);
    if write {
        let document = workspace.root.join("docs").join("benchmarks.md");
        measure.arg("--write").arg(document);
    }
    run::step(
        "measuring for some minutes; every contender has a process of its own",
        || run::visible(&mut measure),
    )
}

fn native(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = Command::new(run::cargo());
    cargo.current_dir(&workspace.root).args([
        "build",
        "--package",
        "cts-tracker-wasm",
        "--bin",
        NATIVE,
        "--profile",
        PROFILE,
    ]);
    run::step(
        "compiling the same code natively: the limit of what the package can reach",
        || run::visible(&mut cargo),
    )?;
    Ok(workspace.program(PROFILE, NATIVE))
}
