//! Go, and the modules that samples and tests are built with.

use std::path::Path;
use std::process::Command;

use crate::failure::Result;
use crate::run;

/// Whether Go is there; if so, the modules of a folder are fetched.
pub(crate) fn modules(folder: &Path) -> Result<bool> {
    if run::on_path(&["go"]).is_none() || run::on_path(&["gofmt"]).is_none() {
        return Ok(false);
    }
    run::step("fetching the vendor's SDK for Go", || {
        run::visible(
            Command::new("go")
                .current_dir(folder)
                .args(["mod", "download"]),
        )
    })?;
    Ok(true)
}
