//! Installs what the commands need. Each part looks first, says a line when it has to do something, and names the
//! remedy when it cannot.

pub(crate) mod bundler;
pub(crate) mod cargo_tool;
pub(crate) mod chromium;
mod debian;
pub(crate) mod deny;
pub(crate) mod firefox;
pub(crate) mod go;
pub(crate) mod java;
pub(crate) mod json_suite;
pub(crate) mod nginx;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod readers;
mod system;
pub(crate) mod wasm;

use crate::failure::Result;
use crate::workspace::Workspace;

/// Everything that `serve` and `test` need before they compile the project itself.
pub(crate) fn everything() -> Result<()> {
    let workspace = Workspace::find()?;
    wasm::ensure()?;
    bundler::ensure(&workspace)?;
    node::tools(&workspace)?;
    node::tests(&workspace)?;
    chromium::ensure(&workspace)?;
    firefox::ensure()?;
    nginx::ensure()?;
    json_suite::ensure(&workspace)?;
    eprintln!("xtask: everything is there");
    Ok(())
}
