//! cargo-deny, which looks at the licences, duplicates and sources of dependencies.

use std::path::PathBuf;

use super::cargo_tool::CargoTool;
use crate::failure::Result;

/// Installs cargo-deny where needed and returns the program.
pub(crate) fn ensure() -> Result<PathBuf> {
    CargoTool {
        name: "cargo-deny",
        version: "0.20.2",
        purpose: "once, 2 to 4 minutes: it checks the dependencies",
    }
    .ensure()
}
