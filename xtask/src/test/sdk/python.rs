//! The SDK for Python.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::{Tally, counted, forget};
use crate::failure::Result;
use crate::run;
use crate::setup::python;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, folder: &Path, emulator: &Path) -> Result<Tally> {
    let python = python::ensure(&folder.join("requirements.txt"))?;
    let report = workspace.target.join("sdk-python.xml");
    forget(&report)?;
    let mut junit = OsString::from("--junitxml=");
    junit.push(&report);
    let mut pytest = Command::new(python);
    pytest
        .current_dir(&workspace.root)
        .args(["-m", "pytest", "-p", "no:cacheprovider"])
        .arg(junit)
        .arg(folder)
        .env("CTS_EMULATOR", emulator)
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let status = run::status(&mut pytest)?;
    Ok(counted(&report)?.checked(status))
}
