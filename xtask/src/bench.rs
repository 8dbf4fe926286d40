//! `cargo xtask bench`: the npm package, the page and the proxy, each side by side with others.

mod proxy;

use std::path::PathBuf;
use std::process::Command;

use crate::build::{self, Care};
use crate::cli::Subject;
use crate::failure::Result;
use crate::package::{self, Build};
use crate::run;
use crate::setup::{chromium, node};
use crate::workspace::Workspace;

/// The program that judges the same bodies without WebAssembly.
const NATIVE: &str = "cts-tracker-bench";
/// It is compiled as the module of the package is.
const PROFILE: &str = "validator";

/// Builds what is measured, measures and prints the document. `write` stores it as well.
pub(crate) fn command(subject: Subject, write: bool, soak: Option<u64>) -> Result<()> {
    let workspace = Workspace::find()?;
    match subject {
        Subject::Validator => validator(&workspace, write),
        Subject::Page => page(&workspace, write),
        Subject::Proxy => proxy::measure(&workspace, write, soak),
    }
}

fn page(workspace: &Workspace, write: bool) -> Result<()> {
    build::page(workspace, Care::Release)?;
    run::step("compiling the command that prints the schema", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args(["build", "--package", "cts-tracker-command"]),
        )
    })?;
    node::page_peers(workspace)?;
    let browser = chromium::ensure(workspace)?;
    let mut measure = Command::new("node");
    measure
        .current_dir(workspace.tests().join("pages"))
        .arg("run.mjs")
        .env("CTS_PAGE", workspace.dist())
        .env("CTS_BUILT", workspace.target.join("page-peers"))
        .env("CTS_COMMAND", workspace.program("debug", "cts-tracker"));
    if let Some(browser) = browser {
        measure.env("CTS_CHROMIUM", browser);
    }
    if write {
        let document = workspace.root.join("docs").join("benchmarks-page.md");
        measure.arg("--write").arg(document);
    }
    run::step(
        "measuring for some minutes; every load has a browser of its own",
        || run::visible(&mut measure),
    )
}

fn validator(workspace: &Workspace, write: bool) -> Result<()> {
    let folder = package::assemble(workspace, Build::Release)?;
    let tarball = package::pack(&folder)?;
    let native = native(workspace)?;
    node::npm_tests(workspace)?;
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
