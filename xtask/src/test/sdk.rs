//! The vendor's SDKs as peers of the stand-in of the cloud.

mod go;
mod java;
mod python;

use std::path::Path;
use std::process::Command;

use super::Tally;
use crate::failure::{About, Failure, Result};
use crate::run;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    run::step("compiling cts-emulator for the SDK tests", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args([
                    "build",
                    "--package",
                    "cts-emulator",
                    "--bin",
                    "cts-emulator",
                ]),
        )
    })?;
    let emulator = workspace.program("debug", "cts-emulator");
    let folder = workspace.tests().join("sdk");
    let mut tally = python::run(workspace, &folder.join("python"), &emulator)?;
    for (name, outcome) in [
        ("Go", go::run(&folder.join("go"), &emulator)?),
        (
            "a JDK with Maven",
            java::run(workspace, &folder.join("java"), &emulator)?,
        ),
    ] {
        tally.add(outcome.map_or_else(|| missing(name), Ok)?);
    }
    Ok(tally)
}

/// A tool chain that is not there is one test left out on a person's machine, and a failure in a CI run.
fn missing(name: &str) -> Result<Tally> {
    let what = format!("there is no {name}: its SDK is not tried as a peer");
    if std::env::var_os("CI").is_some() {
        return Err(Failure::new(what).remedy(format!("Install {name}.")));
    }
    eprintln!("xtask: {what}");
    Ok(Tally {
        skipped: 1,
        ..Tally::default()
    })
}

/// Forgets the report of an earlier run: it must not be counted when this one ends before it writes one.
fn forget(report: &Path) -> Result<()> {
    if report.exists() {
        std::fs::remove_file(report).about(report.display())?;
    }
    Ok(())
}

/// Counts a report of the form that many test runners write.
fn counted(report: &Path) -> Result<Tally> {
    let text = std::fs::read_to_string(report).about(report.display())?;
    super::count::from_junit(&text)
        .ok_or_else(|| Failure::new(format!("{} holds no counts", report.display())))
}
