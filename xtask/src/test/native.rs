//! The tests of all crates, natively.

use std::process::Command;

use super::{Tally, count};
use crate::failure::Result;
use crate::run;
use crate::setup::{bundler, json_suite};
use crate::workspace::Workspace;

/// The workspace, and the bundler apart from it: its dependencies are compiled already, with another profile.
pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let suite = json_suite::ensure(workspace)?;
    let mut cargo = Command::new(run::cargo());
    cargo
        .current_dir(&workspace.root)
        .args([
            "test",
            "--workspace",
            "--exclude",
            "page-bundler",
            "--no-fail-fast",
        ])
        .env("JSON_TEST_SUITE", suite);
    let mut tally = counted(&mut cargo)?;
    tally.add(counted(&mut bundler::command(workspace, "test")?)?);
    Ok(tally)
}

fn counted(cargo: &mut Command) -> Result<Tally> {
    let mut tally = Tally::default();
    let status = run::watched(cargo, |line| {
        if let Some(more) = count::from_line(line) {
            tally.add(more);
        }
    })?;
    Ok(tally.checked(status))
}
