//! Measures how fast the crate judges a corpus: the code of the npm package without a boundary, the limit of what the
//! package can reach.
//!
//! `cts-tracker-bench check|valid FOLDER MILLISECONDS` reads `corpus.json` and `corpus.ndjson` from the folder and prints the
//! microseconds for a body in each cell as JSON. `cargo xtask bench validator` writes the files and runs it.

#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    native::run()
}

#[cfg(target_arch = "wasm32")]
fn main() -> std::process::ExitCode {
    // There is no clock and no file here; the package is measured from outside.
    std::process::ExitCode::FAILURE
}
