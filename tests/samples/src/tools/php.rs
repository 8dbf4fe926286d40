//! The official SDK for PHP. The SDK itself cannot be had from any registry that is used here, so
//! the samples are read by PHP and not run.

use cts_samples::Tool;

use crate::chain::{on_path, program, succeed};
use crate::proof::{Proof, Tally};

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(php) = on_path("php") else {
        return tally.skip("php", "PHP");
    };
    match proof.files(Tool::Php) {
        Ok(files) => {
            for (index, file) in files.iter().enumerate() {
                let outcome = succeed(program(proof, &php, index).arg("-l").arg(file));
                tally.count(&proof.what(Tool::Php, index), outcome.map(drop));
            }
        }
        Err(problem) => tally.count("php", Err(problem)),
    }
}
