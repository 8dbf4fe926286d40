//! cargo-deny, which looks at the licences, duplicates and sources of dependencies.

use std::path::PathBuf;
use std::process::Command;

use crate::failure::{About, Failure, Result};
use crate::workspace::program;
use crate::{cache, run};

/// The version the checks are written for.
const VERSION: &str = "0.20.2";

/// Installs cargo-deny where needed and returns the program.
pub(crate) fn ensure() -> Result<PathBuf> {
    let root = cache::folder(&["cargo-deny", VERSION])?;
    let program = program(&root, "bin", "cargo-deny");
    if program.exists() {
        return Ok(program);
    }
    let build = root.join("build");
    run::step(
        "compiling cargo-deny (once, 2 to 4 minutes): it checks the dependencies",
        || {
            run::visible(
                Command::new(run::cargo())
                    .args([
                        "install",
                        "cargo-deny",
                        "--locked",
                        "--version",
                        VERSION,
                        "--root",
                    ])
                    .arg(&root)
                    .env("CARGO_TARGET_DIR", &build)
                    // It runs for a second, so it need not be fast; compiling it should be.
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
            )
            .map_err(|failure| {
                Failure::new(failure.to_string())
                    .remedy("Look at the compiler's message above; then run the command again.")
            })
        },
    )?;
    std::fs::remove_dir_all(&build).about(build.display())?;
    Ok(program)
}
