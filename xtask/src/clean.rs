//! `cargo xtask clean`.

use std::path::Path;

use crate::cache;
use crate::failure::{About, Result};
use crate::workspace::Workspace;

/// Removes what was built, and with `cache` the tools of this user.
pub(crate) fn command(tools_too: bool) -> Result<()> {
    let workspace = Workspace::find()?;
    remove(&workspace.dist())?;
    remove(&workspace.tests().join("node_modules"))?;
    if tools_too {
        remove(&cache::root()?)?;
    }
    // Last: it holds the program that is running. Removing a running program works on Unix.
    remove(&workspace.target)
}

fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    eprintln!("xtask: removing {}", folder.display());
    std::fs::remove_dir_all(folder).about(folder.display())
}
