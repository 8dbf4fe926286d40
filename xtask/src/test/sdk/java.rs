//! The SDK for Java.

use std::path::Path;
use std::process::Command;

use super::{Tally, counted, forget};
use crate::failure::{About, Result};
use crate::run;
use crate::setup::java;
use crate::workspace::Workspace;

/// `None` where there is no JDK or no Maven.
pub(super) fn run(workspace: &Workspace, folder: &Path, emulator: &Path) -> Result<Option<Tally>> {
    let Some(mut classes) = java::class_path(&folder.join("pom.xml"))? else {
        return Ok(None);
    };
    let compiled = workspace.target.join("sdk-java");
    if compiled.exists() {
        std::fs::remove_dir_all(&compiled).about(compiled.display())?;
    }
    let mut javac = Command::new("javac");
    javac
        .args(["-Xlint:all,-processing,-classfile,-path", "-Werror", "-cp"])
        .arg(&classes)
        .arg("-d")
        .arg(&compiled);
    for file in ["StandIn.java", "PeerTest.java", "SignatureTest.java"] {
        javac.arg(folder.join(file));
    }
    run::step("compiling the tests in Java", || run::visible(&mut javac))?;
    // As the runner names it.
    let report = compiled.join("TEST-junit-jupiter.xml");
    forget(&report)?;
    classes.push(if cfg!(windows) { ";" } else { ":" });
    classes.push(&compiled);
    let mut test = Command::new("java");
    test.arg("-cp")
        .arg(classes)
        .arg("org.junit.platform.console.ConsoleLauncher")
        .args([
            "execute",
            "--disable-banner",
            "--details=tree",
            "--scan-classpath",
        ])
        .arg(&compiled)
        .arg("--reports-dir")
        .arg(&compiled)
        .env("CTS_EMULATOR", emulator)
        .env("PEER_FOLDER", folder);
    let status = run::status(&mut test)?;
    Ok(Some(counted(&report)?.checked(status)))
}
