//! What `cargo tree` says.

use std::collections::BTreeSet;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::run;
use crate::workspace::{WASM, Workspace};

/// A crate in one version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
}

impl Crate {
    /// Its package address (purl).
    pub(super) fn address(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }
}

/// The crates of a module, and which needs which.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Crate,
    pub(super) crates: BTreeSet<Crate>,
    pub(super) edges: BTreeSet<(Crate, Crate)>,
}

impl Tree {
    /// Asks cargo what a crate of the workspace is compiled from for wasm32.
    pub(super) fn of(workspace: &Workspace, root: &str, features: &str) -> Result<Self> {
        let mut cargo = Command::new(run::cargo());
        cargo.current_dir(&workspace.root).args([
            "tree",
            "--locked",
            "--package",
            root,
            "--features",
            features,
            "--target",
            WASM,
            // Neither what runs while compiling nor what only tests need.
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "depth",
            "--no-dedupe",
            "--format",
            " {p}",
        ]);
        Self::read(&run::output(&mut cargo)?)
    }

    /// Reads lines such as `2 serde_json v1.0.154`, the number being the depth.
    pub(super) fn read(text: &str) -> Result<Self> {
        let mut above: Vec<Crate> = Vec::new();
        let mut crates = BTreeSet::new();
        let mut edges = BTreeSet::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (depth, one) = read_line(line)
                .filter(|(depth, _)| *depth <= above.len())
                .ok_or_else(|| Failure::new(format!("cargo tree printed {line:?}")))?;
            above.truncate(depth);
            if let Some(parent) = above.last() {
                edges.insert((parent.clone(), one.clone()));
            }
            crates.insert(one.clone());
            above.push(one);
        }
        let root = above
            .first()
            .cloned()
            .ok_or_else(|| Failure::new("cargo tree printed nothing"))?;
        Ok(Self {
            root,
            crates,
            edges,
        })
    }
}

fn read_line(line: &str) -> Option<(usize, Crate)> {
    let mut words = line.split(' ');
    let depth = words.next()?.parse().ok()?;
    let name = words.next()?.to_owned();
    let version = words.next()?.strip_prefix('v')?.to_owned();
    Some((depth, Crate { name, version }))
}
