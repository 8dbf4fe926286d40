//! The core package of the official SDK for Node.js.

use std::path::Path;

use cts_samples::Tool;

use super::{drive, projects};
use crate::chain::{part, program};
use crate::proof::{Proof, Tally};

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(packages) = part("PROOF_NODE") else {
        return tally.skip("node", "Node.js with the SDK");
    };
    // Programs find packages in the folders above them.
    let folder = proof.work.join(Tool::Node.id());
    let link = folder.join("node_modules");
    let linked = std::fs::create_dir_all(&folder).and_then(|()| {
        if link.symlink_metadata().is_ok() {
            std::fs::remove_file(&link)?;
        }
        symlink(Path::new(&packages), &link)
    });
    if let Err(error) = linked {
        return tally.count("node", Err(error.to_string()));
    }
    let mut command = program(proof, "node", 0);
    command
        .current_dir(&folder)
        .arg(proof.drivers.join("node.mjs"))
        .env("NODE_EXTRA_CA_CERTS", &proof.certificate)
        .env("PROOF_TLS_PORT", proof.cloud.tls.to_string())
        .env("PROOF_PROJECTS", projects(proof, Tool::Node));
    drive(Tool::Node, proof, &mut command, tally, |index, _| {
        proof.arrived(Tool::Node, index).map(drop)
    });
}

#[cfg(unix)]
fn symlink(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(windows)]
fn symlink(to: &Path, at: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(to, at)
}
