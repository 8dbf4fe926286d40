//! The proxy beside nginx, under load.

use std::process::Command;

use crate::failure::Result;
use crate::run;
use crate::setup::nginx;
use crate::workspace::Workspace;

/// As it is built for servers.
const PROFILE: &str = "server";

pub(super) fn measure(workspace: &Workspace, write: bool, soak: Option<u64>) -> Result<()> {
    run::step(
        "compiling the proxy, the stand-in and the client, optimised",
        || {
            run::visible(
                Command::new(run::cargo())
                    .current_dir(&workspace.root)
                    .args(["build", "--profile", PROFILE])
                    .args(["--package", "cts-proxy", "--bin", "cts-proxy"])
                    .args(["--package", "cts-emulator", "--bin", "cts-emulator"])
                    .args(["--package", "proxy-load"]),
            )
        },
    )?;
    let mut measure = Command::new(workspace.program(PROFILE, "proxy-load"));
    measure
        .current_dir(&workspace.root)
        .env("CTS_PROXY", workspace.program(PROFILE, "cts-proxy"))
        .env("CTS_EMULATOR", workspace.program(PROFILE, "cts-emulator"))
        .env_remove("NGINX");
    if let Some(nginx) = nginx::ensure()? {
        measure.env("NGINX", nginx);
    }
    if let Some(soak) = soak {
        measure.arg("--soak").arg(soak.to_string());
    }
    if write {
        let document = workspace.root.join("docs").join("benchmarks-proxy.md");
        measure.arg("--write").arg(document);
    }
    run::step("measuring for some minutes; all ways take turns", || {
        run::visible(&mut measure)
    })
}
