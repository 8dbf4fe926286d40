//! `cargo xtask release`: everything that a release needs, as a dry run. It publishes nothing.

pub(crate) mod sbom;

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::failure::{About, Failure, Result};
use crate::package::{self, Build};
use crate::run;
use crate::workspace::Workspace;

/// Prints the SHA-256 of each file that it is given, as `sha256sum` does. Node.js is there anyway to make the package.
const CHECKSUMS: &str = include_str!("release/checksums.mjs");

/// What the files of a release are listed in, beside them.
const LIST: &str = "SHA256SUMS";

/// `cargo xtask release`: builds twice and compares, packs, lists what is inside and what it hashes to.
pub(crate) fn command() -> Result<()> {
    let workspace = Workspace::find()?;
    let version = workspace.version()?;
    announced(&workspace.root.join("CHANGELOG.md"), &version)?;
    let folder = package::assemble(&workspace, Build::Release)?;
    let again = package::assemble(&workspace, Build::Again)?;
    package::same(&folder, &again)
        .map_err(|failure| Failure::new(format!("two builds differ: {failure}")))?;
    eprintln!("xtask: two builds from nothing are the same, byte for byte");
    let tarball = package::pack(&folder)?;
    let sbom = sbom::write(&workspace, &version)?;
    sbom::validate(&workspace, &sbom)?;
    let sums = checksums(&[
        &tarball,
        &sbom,
        &folder.join("cts_tracker.wasm"),
        &folder.join("cts_tracker_tools.wasm"),
    ])?;
    let list = tarball.with_file_name(LIST);
    std::fs::write(&list, &sums).about(list.display())?;
    print!("{sums}");
    package::weigh(&workspace, &folder)?;
    println!(
        "\nready, and nothing is published: docs/release.md says how to\n  {}\n  {}\n  {}",
        tarball.display(),
        sbom.display(),
        list.display()
    );
    Ok(())
}

/// Whether the log of changes has a section for a version.
fn announced(path: &Path, version: &str) -> Result<()> {
    let text = std::fs::read_to_string(path).about(path.display())?;
    if has_section(&text, version) {
        return Ok(());
    }
    Err(
        Failure::new(format!("{} says nothing about {version}", path.display()))
            .remedy(format!("Add a section \"## [{version}]\".")),
    )
}

fn has_section(text: &str, version: &str) -> bool {
    let heading = format!("## [{version}]");
    text.lines().any(|line| line.starts_with(&heading))
}

/// Names and hashes, a line each, without folders: the list is read where the files lie.
fn checksums(files: &[&Path]) -> Result<String> {
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", CHECKSUMS, "--"])
        .args(files);
    let printed = run::output(&mut node)?;
    let mut out = String::new();
    for (hash, file) in printed.lines().zip(files) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        // Writing into a String does not fail.
        let _ = writeln!(out, "{hash}  {name}");
    }
    if out.lines().count() == files.len() {
        Ok(out)
    } else {
        Err(Failure::new("Node.js did not print a hash for each file"))
    }
}

#[cfg(test)]
mod tests;
