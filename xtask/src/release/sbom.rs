//! The list of what is compiled into the package, in the form of `CycloneDX` 1.6 (ECMA-424).
//!
//! Cargo itself says what goes into each module: its crates for wasm32 with the features that the module has, without
//! what only runs while compiling. There is no date and no random number in it, so the same sources give the same list.

mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::failure::{About, Failure, Result};
use crate::package::{self, MODULES};
use crate::run;
use crate::setup::node;
use crate::workspace::Workspace;
use tree::{Crate, Tree};

/// The crate that the modules are made of.
const ROOT: &str = "cts-tracker-wasm";

/// Writes the list beside the tarball and returns its path.
pub(crate) fn write(workspace: &Workspace, version: &str) -> Result<PathBuf> {
    let mut trees = Vec::new();
    for (name, features) in MODULES {
        trees.push((name, Tree::of(workspace, ROOT, features)?));
    }
    let known = Known::read(workspace)?;
    let list = document(&trees, &known, version, &standard_library()?)?;
    let folder = workspace.target.join("npm");
    std::fs::create_dir_all(&folder).about(folder.display())?;
    let path = folder.join(format!("{}-{version}.cdx.json", package::NAME));
    std::fs::write(&path, format!("{list:#}\n")).about(path.display())?;
    Ok(path)
}

/// Validates a list against the schema of `CycloneDX`, and that nothing in it is missing or needless.
pub(crate) fn validate(workspace: &Workspace, list: &Path) -> Result<()> {
    let folder = node::sbom_check(workspace)?;
    run::visible(
        Command::new("node")
            .current_dir(folder)
            .arg("check.mjs")
            .arg(list),
    )
}

/// What cargo's metadata and the lock file say about crates.
struct Known {
    licenses: BTreeMap<Crate, String>,
    descriptions: BTreeMap<Crate, String>,
    checksums: BTreeMap<Crate, String>,
}

impl Known {
    fn read(workspace: &Workspace) -> Result<Self> {
        let mut cargo = Command::new(run::cargo());
        cargo
            .current_dir(&workspace.root)
            .args(["metadata", "--locked", "--format-version", "1"]);
        let metadata: Value =
            serde_json::from_str(&run::output(&mut cargo)?).about("cargo metadata")?;
        let path = workspace.root.join("Cargo.lock");
        let lock = std::fs::read_to_string(&path).about(path.display())?;
        let mut known = Self {
            licenses: BTreeMap::new(),
            descriptions: BTreeMap::new(),
            checksums: checksums(&lock),
        };
        for package in metadata["packages"].as_array().into_iter().flatten() {
            let text = |name: &str| package[name].as_str().map(|text| text.trim().to_owned());
            let (Some(name), Some(version)) = (text("name"), text("version")) else {
                continue;
            };
            let one = Crate { name, version };
            known
                .licenses
                .extend(text("license").map(|text| (one.clone(), text)));
            known
                .descriptions
                .extend(text("description").map(|text| (one, text)));
        }
        Ok(known)
    }
}

/// The SHA-256 of each crate, from the text of the lock file.
fn checksums(lock: &str) -> BTreeMap<Crate, String> {
    let value = |block: &str, name: &str| {
        let start = format!("{name} = \"");
        let line = block.lines().find_map(|line| line.strip_prefix(&start))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    lock.split("[[package]]")
        .filter_map(|block| {
            let name = value(block, "name")?;
            let version = value(block, "version")?;
            Some((Crate { name, version }, value(block, "checksum")?))
        })
        .collect()
}

fn document(
    trees: &[(&str, Tree)],
    known: &Known,
    version: &str,
    library: &Value,
) -> Result<Value> {
    let mut modules: BTreeMap<&Crate, BTreeSet<&str>> = BTreeMap::new();
    let mut edges: BTreeMap<&Crate, BTreeSet<&Crate>> = BTreeMap::new();
    for (name, tree) in trees {
        for one in &tree.crates {
            modules.entry(one).or_default().insert(name);
            edges.entry(one).or_default();
        }
        for (from, to) in &tree.edges {
            edges.entry(from).or_default().insert(to);
        }
    }
    let mut components = vec![library.clone()];
    for (one, modules) in &modules {
        components.push(component(one, modules, known)?);
    }
    let root = format!("pkg:npm/{}@{version}", package::NAME);
    let mut dependencies = vec![json!({
        "ref": root,
        "dependsOn": trees.iter().map(|(_, tree)| tree.root.address()).collect::<BTreeSet<_>>(),
    })];
    for (from, to) in &edges {
        let mut to: BTreeSet<_> = to.iter().map(|one| one.address()).collect();
        to.extend(library["bom-ref"].as_str().map(str::to_owned));
        dependencies.push(json!({"ref": from.address(), "dependsOn": to}));
    }
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": root,
                "name": package::NAME,
                "version": version,
                "purl": root,
                "licenses": [{"expression": "MIT OR Apache-2.0"}],
            },
            "tools": {"components": [{"type": "application", "name": "cargo xtask release", "version": version}]},
        },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(one: &Crate, modules: &BTreeSet<&str>, known: &Known) -> Result<Value> {
    let license = known.licenses.get(one).ok_or_else(|| {
        Failure::new(format!(
            "cargo knows no licence of {} {}",
            one.name, one.version
        ))
    })?;
    let mut out = json!({
        "type": "library",
        "bom-ref": one.address(),
        "name": one.name,
        "version": one.version,
        "scope": "required",
        "purl": one.address(),
        // Some crates write an older form of the expression.
        "licenses": [{"expression": license.replace('/', " OR ")}],
        "properties": modules.iter().map(|name| json!({"name": "cts-tracker:module", "value": format!("{name}.wasm")})).collect::<Vec<_>>(),
    });
    if let Some(description) = known.descriptions.get(one) {
        out["description"] = description
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .into();
    }
    // Those of this workspace have none.
    if let Some(checksum) = known.checksums.get(one) {
        out["hashes"] = json!([{"alg": "SHA-256", "content": checksum}]);
    }
    Ok(out)
}

/// Rust's standard library, which is in every module and which cargo does not list.
fn standard_library() -> Result<Value> {
    let version = run::output(
        Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV"),
    )?;
    let release = version
        .lines()
        .find_map(|line| line.strip_prefix("release: "))
        .ok_or_else(|| Failure::new("rustc does not say its release"))?;
    let address = format!("pkg:generic/rust-std@{release}");
    Ok(json!({
        "type": "library",
        "bom-ref": address,
        "name": "rust-std",
        "version": release,
        "description": "The standard library of Rust",
        "scope": "required",
        "purl": address,
        "licenses": [{"expression": "MIT OR Apache-2.0"}],
    }))
}

#[cfg(test)]
mod tests;
