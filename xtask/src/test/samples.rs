//! The samples for other tools, run or parsed by those tools.

use std::process::Command;

use super::{Tally, count};
use crate::failure::{About, Result};
use crate::run;
use crate::setup::{go, java, node, python, readers};
use crate::workspace::Workspace;

/// Sets up the tool chains that can be had and runs the proof, which says what is missing.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let drivers = workspace.tests().join("samples/drivers");
    let work = workspace.target.join("samples");
    // What an earlier run left must not look like a result of this one.
    if work.exists() {
        std::fs::remove_dir_all(&work).about(work.display())?;
    }
    std::fs::create_dir_all(&work).about(work.display())?;
    run::step("compiling the proof of the samples", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args(["build", "--package", "samples-proof"]),
        )
    })?;
    readers::ensure()?;
    let mut proof = Command::new(workspace.program("debug", "samples-proof"));
    proof
        .current_dir(&workspace.root)
        .env("PROOF_WORK", &work)
        .env("PROOF_DRIVERS", &drivers)
        .env("PROOF_NODE", node::samples(workspace)?);
    if run::on_path(&["python3", "python"]).is_some() {
        let python = python::ensure(&drivers.join("requirements.txt"))?;
        proof.env("PROOF_PYTHON", python);
    }
    if let Some(classes) = java::class_path(&drivers.join("pom.xml"))? {
        proof.env("PROOF_JAVA", classes);
    }
    let module = drivers.join("go");
    if go::modules(&module)? {
        proof.env("PROOF_GO", module);
    }
    let mut tally = Tally::default();
    let status = run::watched(&mut proof, |line| {
        if let Some(counted) = count::from_line(line) {
            tally = counted;
        }
    })?;
    Ok(tally.checked(status))
}
