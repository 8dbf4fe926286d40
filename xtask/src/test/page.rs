//! The finished page: size budget, nothing inline, twins, hashed names.

use std::process::Command;

use super::{Tally, count};
use crate::failure::Result;
use crate::run;
use crate::setup::bundler;
use crate::workspace::Workspace;

/// Bytes, brotli, of everything a browser loads before the page can be used: 120 KB, a KB being 1000 bytes.
const BUDGET: &str = "120000";

pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    let mut check = Command::new(bundler::ensure(workspace)?);
    check
        .args(["check", "--budget", BUDGET, "--out"])
        .arg(workspace.dist());
    let mut tally = Tally::default();
    let status = run::watched(&mut check, |line| {
        if let Some(counted) = count::from_line(line) {
            tally = counted;
        }
    })?;
    Ok(tally.checked(status))
}
