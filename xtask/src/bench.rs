//! `cargo xtask bench validator`: the npm package side by side with others.

use std::process::Command;

use crate::failure::Result;
use crate::package::{self, Build};
use crate::run;
use crate::setup::node;
use crate::workspace::Workspace;

/// Builds the package and prints a table with one column for each contender.
pub(crate) fn command() -> Result<()> {
    let workspace = Workspace::find()?;
    let folder = package::assemble(&workspace, Build::Release)?;
    let tarball = package::pack(&folder)?;
    node::npm_tests(&workspace)?;
    run::step(
        "measuring; every contender has a process of its own",
        || {
            run::visible(
                Command::new("node")
                    .current_dir(workspace.tests().join("npm"))
                    .arg("bench/run.mjs")
                    .env("CTS_TARBALL", &tarball),
            )
        },
    )
}
