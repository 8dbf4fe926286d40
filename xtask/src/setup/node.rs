//! Node.js and the packages we take from npm, in the versions of committed lock files.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::{self, Mark};
use crate::failure::{About, Failure, Result};
use crate::run;
use crate::workspace::Workspace;

/// The oldest Node.js that the tools run on.
const OLDEST: u32 = 20;

/// wasm-opt and the minifier: a folder of the cache that holds `node_modules`.
pub(crate) fn tools(workspace: &Workspace) -> Result<PathBuf> {
    let source = workspace.root.join("xtask").join("tools");
    let lock = read(&source.join("package-lock.json"))?;
    let folder = cache::folder(&["node-tools", &cache::key(&lock)])?;
    for name in ["package.json", "package-lock.json"] {
        std::fs::copy(source.join(name), folder.join(name)).about(source.join(name).display())?;
    }
    install(
        &folder,
        &lock,
        "installing wasm-opt and the minifier from npm: they make the page small",
    )?;
    Ok(folder)
}

/// The packages of the browser tests, in `tests/node_modules`.
pub(crate) fn tests(workspace: &Workspace) -> Result<()> {
    let folder = workspace.tests();
    let lock = read(&folder.join("package-lock.json"))?;
    install(
        &folder,
        &lock,
        "installing the packages of the browser tests from npm (Playwright, axe, JSON test data)",
    )
}

/// The bundlers, runtimes and checkers of the tests of the npm package, in `tests/npm/node_modules`.
pub(crate) fn npm_tests(workspace: &Workspace) -> Result<()> {
    let folder = workspace.tests().join("npm");
    let lock = read(&folder.join("package-lock.json"))?;
    install(
        &folder,
        &lock,
        "installing the bundlers, runtimes and checkers that the npm package is tested with",
    )
}

/// The other form pages that ours is measured beside, in `tests/pages/node_modules`.
pub(crate) fn page_peers(workspace: &Workspace) -> Result<()> {
    let folder = workspace.tests().join("pages");
    let lock = read(&folder.join("package-lock.json"))?;
    install(
        &folder,
        &lock,
        "installing the form pages that ours is measured beside",
    )
}

/// What validates the list of components, in `tests/sbom/node_modules`.
pub(crate) fn sbom_check(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.tests().join("sbom");
    let lock = read(&folder.join("package-lock.json"))?;
    install(
        &folder,
        &lock,
        "installing the validator of lists of components (CycloneDX)",
    )?;
    Ok(folder)
}

/// The core package of the vendor's SDK, and the formatter that its samples are held against, in
/// `tests/samples/drivers/node/node_modules`.
pub(crate) fn samples(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.tests().join("samples/drivers/node");
    let lock = read(&folder.join("package-lock.json"))?;
    install(
        &folder,
        &lock,
        "installing the vendor's SDK for Node.js: samples are run with it",
    )?;
    Ok(folder.join("node_modules"))
}

fn install(folder: &Path, lock: &[u8], what: &str) -> Result<()> {
    let packages = folder.join("node_modules");
    let mark = Mark::new(&packages, lock);
    if mark.is_set() {
        return Ok(());
    }
    require_node()?;
    run::step(what, || {
        run::visible(
            Command::new("npm")
                .current_dir(folder)
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                // Browsers are set up by us; the package must not fetch them by itself.
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        )
    })?;
    mark.set()
}

/// An error with a remedy where Node.js is missing or too old.
pub(crate) fn require_node() -> Result<()> {
    let version = run::output(Command::new("node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= OLDEST => Ok(()),
        _ => Err(
            Failure::new(format!("Node.js {} is too old", version.trim())).remedy(format!(
                "Install Node.js {OLDEST} or newer (https://nodejs.org)."
            )),
        ),
    }
}

/// `v20.1.2` gives 20.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).about(path.display())
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20.1.0"), None);
    }
}
