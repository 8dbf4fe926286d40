//! The official SDK for Python.

use cts_samples::Tool;

use super::{drive, projects};
use crate::chain::{part, program};
use crate::proof::{Proof, Tally};

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(python) = part("PROOF_PYTHON") else {
        return tally.skip("python", "Python with the SDK");
    };
    let mut command = program(proof, python, 0);
    command
        .arg(proof.drivers.join("python.py"))
        .arg("run")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PROOF_PROJECTS", projects(proof, Tool::Python));
    drive(Tool::Python, proof, &mut command, tally, |index, _| {
        proof.arrived(Tool::Python, index).map(drop)
    });
}
