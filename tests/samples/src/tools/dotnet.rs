//! The official SDK for .NET. Its compiler cannot be had from any registry that is used here, so
//! the samples are parsed with a grammar.

use cts_samples::Tool;

use super::drive;
use crate::chain::{part, program};
use crate::proof::{Proof, Tally};

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(python) = part("PROOF_PYTHON") else {
        return tally.skip("dotnet", "Python with a grammar of C#");
    };
    let mut command = program(proof, python, 0);
    command.arg(proof.drivers.join("python.py")).arg("csharp");
    drive(Tool::DotNet, proof, &mut command, tally, |_, _| Ok(()));
}
