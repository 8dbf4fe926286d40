//! The packed npm package where people use it.

use std::path::Path;
use std::process::Command;

use super::{Tally, count};
use crate::failure::{About, Result};
use crate::package::{self, Build};
use crate::release::sbom;
use crate::run;
use crate::setup::{chromium, node};
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let first = package::assemble(workspace, Build::Release)?;
    let tarball = package::pack(&first)?;
    let probe = package::assemble(workspace, Build::Probe)?;
    run::step("compiling the native command to compare it with", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args(["build", "--package", "cts-tracker-command"]),
        )
    })?;
    node::npm_tests(workspace)?;
    let browser = chromium::ensure(workspace)?;
    let mut tests = Command::new("node");
    tests
        .current_dir(workspace.tests().join("npm"))
        .args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
        .args(test_files(&workspace.tests().join("npm"))?)
        .env("CTS_TARBALL", tarball)
        .env("CTS_PROBE", probe)
        .env("CTS_COMMAND", workspace.program("debug", "cts-tracker"));
    if let Some(browser) = browser {
        tests.env("CTS_CHROMIUM", browser);
    }
    let mut tally = Tally::default();
    let status = run::watched(&mut tests, |line| count::from_tap(line, &mut tally))?;
    tally = tally.checked(status);
    let again = package::assemble(workspace, Build::Again)?;
    for (name, outcome) in [
        ("two builds are the same", package::same(&first, &again)),
        ("the list of what is inside is valid", listed(workspace)),
        ("no part is too heavy", package::weigh(workspace, &first)),
    ] {
        match outcome {
            Ok(()) => {
                println!("npm: {name} ... ok");
                tally.passed += 1;
            }
            Err(failure) => {
                println!("npm: {name} ... FAILED: {failure}");
                tally.failed += 1;
            }
        }
    }
    Ok(tally)
}

/// Writes and validates the list of components that goes with a release.
fn listed(workspace: &Workspace) -> Result<()> {
    let list = sbom::write(workspace, &workspace.version()?)?;
    sbom::validate(workspace, &list)
}

fn test_files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).about(folder.display())? {
        let name = entry
            .about(folder.display())?
            .file_name()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".test.mjs") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
