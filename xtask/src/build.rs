//! Builds the page.

use std::process::Command;

use crate::failure::Result;
use crate::package::modules::{RUSTFLAGS, flags};
use crate::run;
use crate::setup::{bundler, node, wasm};
use crate::workspace::{LATER, PAGE, Workspace};

/// How much care goes into the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// For users: small.
    Release,
    /// For whoever edits it: soon.
    Watch,
}

impl Care {
    /// The profile in `Cargo.toml`, which is also the name of cargo's folder.
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "page",
            Self::Watch => "page-watch",
        }
    }
}

/// `cargo xtask build`.
pub(crate) fn command(watch_profile: bool) -> Result<()> {
    let workspace = Workspace::find()?;
    let care = if watch_profile {
        Care::Watch
    } else {
        Care::Release
    };
    page(&workspace, care)?;
    eprintln!("xtask: the page is in {}", workspace.dist().display());
    Ok(())
}

/// `cargo xtask sizes`. The bundler prints the table after each build for users.
pub(crate) fn sizes() -> Result<()> {
    page(&Workspace::find()?, Care::Release)
}

/// Installs what is missing and leaves the page in `dist/`.
pub(crate) fn page(workspace: &Workspace, care: Care) -> Result<()> {
    let toolchain = wasm::ensure()?;
    let bundler = bundler::ensure(workspace)?;
    let (mut cargo, target) = toolchain.command(&workspace.target, "build");
    cargo
        .current_dir(&workspace.root)
        .args(["--package", PAGE, "--profile", care.profile()]);
    if care == Care::Release {
        // The page shows people where it broke; that must not tell where it was built.
        cargo.env(RUSTFLAGS, flags(workspace, &toolchain)?);
    }
    run::step("compiling the page for wasm32", || run::visible(&mut cargo))?;
    let compiled = target.join(crate::workspace::WASM).join(care.profile());
    let mut bundle = Command::new(bundler);
    bundle
        .arg("build")
        .arg("--html")
        .arg(workspace.root.join("index.html"))
        .arg("--wasm")
        .arg(compiled.join(format!("{PAGE}.wasm")))
        .arg("--out")
        .arg(workspace.dist());
    for name in LATER {
        bundle
            .arg("--later")
            .arg(compiled.join(format!("{name}.wasm")));
    }
    match care {
        Care::Release => bundle.arg("--tools").arg(node::tools(workspace)?),
        // Needs no tool from npm; the bundler wants the option nevertheless.
        Care::Watch => bundle.arg("--tools").arg(&workspace.target).arg("--fast"),
    };
    run::step("writing the page to dist/", || run::visible(&mut bundle))
}
