//! The vendor's Python SDK as a peer of the stand-in of the cloud.

use std::process::Command;

use super::{Tally, count};
use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::python;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let folder = workspace.tests().join("sdk").join("python");
    let python = python::ensure(&folder.join("requirements.txt"))?;
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
    let report = workspace.target.join("sdk-python.xml");
    // The report of an earlier run must not be counted when this one ends before it writes one.
    if report.exists() {
        std::fs::remove_file(&report).about(report.display())?;
    }
    let mut junit = std::ffi::OsString::from("--junitxml=");
    junit.push(&report);
    let mut pytest = Command::new(python);
    pytest
        .current_dir(&workspace.root)
        .args(["-m", "pytest", "-p", "no:cacheprovider"])
        .arg(junit)
        .arg(&folder)
        .env("CTS_EMULATOR", workspace.program("debug", "cts-emulator"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let status = run::status(&mut pytest)?;
    let text = std::fs::read_to_string(&report).about(report.display())?;
    let tally =
        count::from_junit(&text).ok_or_else(|| Failure::new("pytest's report holds no counts"))?;
    Ok(tally.checked(status))
}
