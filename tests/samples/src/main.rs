//! The samples, proven by the tools that they are for.
//!
//! Each draft is written for each tool. What can be run is run, against the stand-in of the cloud:
//! the body that arrives has to be the request as a value, and the stand-in verifies signatures.
//! What cannot be run is parsed. Where there is a formatter, it has to leave the sample as it is.
//!
//! The tool chains come from `cargo xtask test --only samples`, through variables of the
//! environment. One that is missing is named and left out, or fails where `CI` is set.

mod body;
mod chain;
mod cloud;
mod drafts;
mod proof;
mod tools;

use std::process::ExitCode;

use proof::Proof;

#[tokio::main]
async fn main() -> ExitCode {
    let proof = match Proof::start().await {
        Ok(proof) => proof,
        Err(error) => {
            eprintln!("samples-proof: {error}");
            return ExitCode::FAILURE;
        }
    };
    // The programs block; the stand-in goes on beside them.
    let tally = tokio::task::spawn_blocking(move || tools::prove_all(proof)).await;
    match tally {
        Ok(tally) => {
            println!("{tally}");
            if tally.failed == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(error) => {
            eprintln!("samples-proof: {error}");
            ExitCode::FAILURE
        }
    }
}
