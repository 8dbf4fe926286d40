//! Where things are in this clone.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{About, Failure, Result};
use crate::run;

/// The package that is the page.
pub(crate) const PAGE: &str = "cts-tracker-form";

/// The programs of that package with what the page loads only when it needs it.
pub(crate) const LATER: [&str; 4] = ["answers", "editor", "import", "samples"];

/// The target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// This clone.
pub(crate) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Where cargo builds, as set by the person's environment and settings.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Asks cargo, which knows the person's settings.
    pub(crate) fn find() -> Result<Self> {
        let mut command = Command::new(run::cargo());
        command.args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Value =
            serde_json::from_str(&run::output(&mut command)?).about("cargo metadata")?;
        let folder = |name: &str| {
            metadata[name]
                .as_str()
                .map(PathBuf::from)
                .ok_or_else(|| Failure::new(format!("cargo metadata does not say {name}")))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// The version that all crates of the workspace and the npm package have.
    pub(crate) fn version(&self) -> Result<String> {
        let mut command = Command::new(run::cargo());
        command
            .current_dir(&self.root)
            .args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Value =
            serde_json::from_str(&run::output(&mut command)?).about("cargo metadata")?;
        metadata["packages"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|package| package["name"] == "cts-tracker")
            .and_then(|package| package["version"].as_str())
            .map(str::to_owned)
            .ok_or_else(|| Failure::new("cargo metadata has no version of cts-tracker"))
    }

    /// The folder of the finished page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the browser tests and of other test data.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// A native program that cargo built. `profile` is the folder's name: `debug` or `release`.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        program(&self.target, profile, name)
    }
}

/// A native program in a target folder.
pub(crate) fn program(target: &Path, profile: &str, name: &str) -> PathBuf {
    target
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
