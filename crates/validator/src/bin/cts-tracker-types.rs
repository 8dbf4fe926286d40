//! Writes the TypeScript declarations, the script of the entry `./codes` and the tables into a folder.
//! `cargo xtask package` calls it.

use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(std::path::PathBuf::from) else {
        eprintln!("cts-tracker-types: name the folder to write to");
        return ExitCode::FAILURE;
    };
    for (name, text) in [
        ("codes.d.ts", cts_tracker_wasm::types::codes()),
        ("codes.js", cts_tracker_wasm::types::codes_script()),
        ("values.d.ts", cts_tracker_wasm::types::values()),
        ("tables.js", cts_tracker_wasm::tables_script()),
    ] {
        let path = folder.join(name);
        if let Err(error) = std::fs::write(&path, text) {
            eprintln!("cts-tracker-types: {}: {error}", path.display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

#[cfg(target_arch = "wasm32")]
fn main() -> ExitCode {
    // Declarations are written natively; there is no file to write to here.
    ExitCode::FAILURE
}
