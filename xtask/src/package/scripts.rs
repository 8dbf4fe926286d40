//! The scripts, declarations and texts of the package.

use std::path::Path;
use std::process::Command;

use crate::failure::{About, Failure, Result};
use crate::run;
use crate::workspace::Workspace;

/// A script to bundle: its source, its name in the package, and what esbuild is told besides.
type Script = (&'static str, &'static str, &'static [&'static str]);

const ES: &str = "--format=esm";
const COMMON: &str = "--format=cjs";
/// How a script finds the files beside it: ES modules have `import.meta.url`, `CommonJS` has `__dirname`.
const HERE_ES: &str = "--alias:here=./here.js";
const HERE_COMMON: &str = "--alias:here=./here.cjs.js";

/// What only the functions for rare needs use is a file of its own, which browsers load when they need it.
const TOOLS: &str = "--external:./tools.js";

const SCRIPTS: [Script; 9] = [
    ("web.js", "web.js", &[ES, TOOLS]),
    ("glue/cts_tracker_tools.js", "tools.js", &[ES]),
    ("node.js", "node.js", &[ES, "--platform=node", HERE_ES]),
    (
        "node.js",
        "node.cjs",
        &[COMMON, "--platform=node", HERE_COMMON],
    ),
    ("inline.js", "inline.js", &[ES, TOOLS]),
    ("inline.js", "inline.cjs", &[COMMON, TOOLS]),
    ("codes.js", "codes.js", &[ES]),
    ("codes.js", "codes.cjs", &[COMMON]),
    ("cli.js", "cli.js", &[ES, "--platform=node", HERE_ES]),
];

/// Writes everything into the folder of the package.
pub(super) fn write(workspace: &Workspace, tools: &Path, work: &Path, out: &Path) -> Result<()> {
    let esbuild = tools.join("node_modules").join(".bin").join("esbuild");
    run::step("bundling the scripts of the package", || {
        for script in SCRIPTS {
            bundle(&esbuild, script, work, out)?;
        }
        Ok(())
    })?;
    for name in ["cts_tracker.wasm", "cts_tracker_tools.wasm"] {
        copy(&work.join(name), &out.join(name))?;
    }
    declarations(workspace, work, out)?;
    manifest(workspace, out)?;
    copy(
        &workspace.root.join("docs").join("npm.md"),
        &out.join("README.md"),
    )?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&workspace.root.join(name), &out.join(name))?;
    }
    Ok(())
}

fn bundle(esbuild: &Path, script: Script, work: &Path, out: &Path) -> Result<()> {
    let (source, name, options) = script;
    let mut outfile = std::ffi::OsString::from("--outfile=");
    outfile.push(out.join(name));
    let mut command = Command::new(esbuild);
    command
        .current_dir(work)
        .args([
            source,
            "--bundle",
            "--minify",
            "--target=es2022",
            "--legal-comments=none",
        ])
        .args([
            "--loader:.wasm=binary",
            "--log-level=warning",
            "--charset=utf8",
        ])
        .args(options)
        .arg(outfile);
    run::visible(&mut command)
}

/// Puts the generated types and those of the functions together, for both kinds of module.
fn declarations(workspace: &Workspace, work: &Path, out: &Path) -> Result<()> {
    let codes = read(&work.join("codes.d.ts"))?;
    let values = read(&work.join("values.d.ts"))?;
    let functions = read(&workspace.root.join("npm").join("types").join("api.d.ts"))?;
    for (extension, module) in [("d.ts", "js"), ("d.cts", "cjs")] {
        let index = format!(
            "import type {{ Code, Severity }} from './codes.{module}';\n\
             export type {{ Code, Severity }} from './codes.{module}';\n\n{values}\n{functions}"
        );
        store(&out.join(format!("index.{extension}")), &index)?;
        store(&out.join(format!("codes.{extension}")), &codes)?;
    }
    Ok(())
}

/// Where the sources lie, for whoever publishes: npm compares it with where the package was built, and refuses the proof
/// of origin (provenance) otherwise.
const REPOSITORY: &str = "CTS_REPOSITORY";

/// The package has the version of the workspace.
fn manifest(workspace: &Workspace, out: &Path) -> Result<()> {
    let source = workspace.root.join("npm").join("package.json");
    let repository = std::env::var(REPOSITORY).ok();
    let text = filled(
        &read(&source)?,
        &workspace.version()?,
        repository.as_deref(),
    )
    .ok_or_else(|| Failure::new(format!("{} lacks {PLACEHOLDER}", source.display())))?;
    store(&out.join("package.json"), &text)
}

/// What stands for the version in the source of the manifest.
const PLACEHOLDER: &str = "\"version\": \"0.0.0\"";

/// The manifest with its version and, where it is known, its repository.
fn filled(manifest: &str, version: &str, repository: Option<&str>) -> Option<String> {
    let mut members = format!("\"version\": \"{version}\"");
    if let Some(address) = repository {
        let repository = serde_json::json!({"type": "git", "url": address});
        members = format!("{members},\n  \"repository\": {repository}");
    }
    manifest
        .contains(PLACEHOLDER)
        .then(|| manifest.replacen(PLACEHOLDER, &members, 1))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).about(path.display())
}

fn store(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).about(path.display())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to).about(from.display()).map(|_| ())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::filled;

    const MANIFEST: &str = include_str!("../../../npm/package.json");

    #[test]
    fn the_manifest_gets_its_version_and_repository() {
        let read = |repository| -> Value {
            let text = filled(MANIFEST, "1.2.3", repository).expect("filled");
            serde_json::from_str(&text).expect("JSON")
        };
        assert_eq!(read(None)["version"], "1.2.3");
        assert_eq!(read(None)["repository"], Value::Null);
        let address = "git+https://example.com/\"quoted\".git";
        assert_eq!(read(Some(address))["repository"]["url"], address);
        assert_eq!(filled("{}", "1.2.3", None), None);
    }
}
