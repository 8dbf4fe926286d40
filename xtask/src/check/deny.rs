//! Licences, duplicates and sources of dependencies by cargo-deny; known faults where their database can be reached.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::deny;
use crate::workspace::Workspace;

/// How long the database of known faults may take to arrive. It lies outside the package registries, and where it
/// cannot be reached, the connection often hangs instead of failing.
const PATIENCE: Duration = Duration::from_secs(90);

pub(super) fn run(workspace: &Workspace) -> Result<()> {
    let program = deny::ensure()?;
    let command = |args: &[&str]| {
        let mut command = Command::new(&program);
        // Without --workspace only the root package and what it needs would be looked at.
        command
            .current_dir(&workspace.root)
            .arg("--workspace")
            .args(args);
        command
    };
    run::visible(&mut command(&["check", "licenses", "bans", "sources"]))?;
    if fetched(&mut command(&["fetch", "db"]))? {
        run::visible(&mut command(&["check", "--disable-fetch", "advisories"]))
    } else {
        println!(
            "deny: NOT CHECKED: known faults of dependencies. Their database (deny.toml, [advisories]) cannot be \
             reached from here; everything else was checked."
        );
        Ok(())
    }
}

/// Whether the database could be fetched in time.
fn fetched(command: &mut Command) -> Result<bool> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .about("cargo-deny")?;
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().about("cargo-deny")? {
            return Ok(status.success());
        }
        if start.elapsed() > PATIENCE {
            child.kill().about("cargo-deny")?;
            child
                .wait()
                .map_err(|error| Failure::new(format!("cargo-deny: {error}")))?;
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}
