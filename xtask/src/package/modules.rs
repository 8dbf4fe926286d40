//! The wasm modules of the package.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Build;
use crate::failure::Result;
use crate::run;
use crate::setup::wasm::WasmToolchain;
use crate::workspace::{WASM, Workspace};

/// A module: its name, what it is compiled with, and whether its panics trap without a message.
pub(super) struct Module {
    name: &'static str,
    features: &'static str,
    profile: &'static str,
    traps: bool,
}

/// The module that judges, and the one with everything.
pub(super) const ALL: [Module; 2] = [
    Module {
        name: super::MODULES[0].0,
        features: super::MODULES[0].1,
        profile: "validator",
        traps: true,
    },
    Module {
        name: super::MODULES[1].0,
        features: super::MODULES[1].1,
        profile: "page",
        traps: false,
    },
];

const CRATE: &str = "cts-tracker-wasm";
pub(crate) const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

impl Module {
    /// Compiles it and leaves its glue in `work/glue` and the module in `work`.
    pub(super) fn make(
        &self,
        workspace: &Workspace,
        toolchain: &WasmToolchain,
        bundler: &Path,
        tools: &Path,
        build: Build,
        work: &Path,
    ) -> Result<()> {
        let (profile, probe) = match build {
            Build::Release | Build::Again => (self.profile, ""),
            Build::Probe => ("page-watch", ",probe"),
        };
        // A folder of its own holds nothing that was compiled before.
        let target = match build {
            Build::Again => work.join("target"),
            Build::Release | Build::Probe => workspace.target.clone(),
        };
        let (mut cargo, target) = toolchain.command(&target, "build");
        cargo
            .current_dir(&workspace.root)
            .args([
                "--package",
                CRATE,
                "--lib",
                "--profile",
                profile,
                "--features",
            ])
            .arg(format!("{}{probe}", self.features))
            .env(RUSTFLAGS, flags(workspace, toolchain)?);
        run::step(&format!("compiling {} for wasm32", self.name), || {
            run::visible(&mut cargo)
        })?;
        let compiled = target
            .join(WASM)
            .join(profile)
            .join("cts_tracker_wasm.wasm");
        let glue = work.join("glue");
        let mut library = Command::new(bundler);
        library
            .args(["library", "--name", self.name, "--wasm"])
            .arg(compiled)
            .arg("--out")
            .arg(&glue)
            .arg("--tools")
            .arg(tools)
            .args(self.traps.then_some("--trap"));
        run::step(&format!("making {}.wasm", self.name), || {
            run::visible(&mut library)
        })?;
        let module = format!("{}.wasm", self.name);
        super::rename(&glue.join(&module), &work.join(&module))
    }
}

/// The compiler's flags: those of the toolchain, and no path of this machine in messages of panics, so that every
/// machine makes the same bytes.
pub(crate) fn flags(workspace: &Workspace, toolchain: &WasmToolchain) -> Result<OsString> {
    let mut flags = toolchain
        .variables
        .iter()
        .find(|(name, _)| *name == RUSTFLAGS)
        .map(|(_, value)| value.clone())
        .or_else(|| std::env::var_os(RUSTFLAGS))
        .unwrap_or_default();
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let (library, released) = standard_library()?;
    let places = [
        (home, "cargo".to_owned()),
        (Some(workspace.root.clone()), "source".to_owned()),
        (Some(library), released),
    ];
    for (path, name) in places {
        if let Some(path) = path {
            flags.push(" --remap-path-prefix=");
            flags.push(path);
            flags.push(format!("={name}"));
        }
    }
    Ok(flags)
}

/// Where the compiler finds the source of the standard library if it is installed, and the name that it gives to that
/// source if it is not. Both then say the same.
fn standard_library() -> Result<(PathBuf, String)> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot = run::output(Command::new(&rustc).args(["--print", "sysroot"]))?;
    let version = run::output(Command::new(&rustc).arg("-vV"))?;
    let hash = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .unwrap_or("unknown");
    let source = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    Ok((source, format!("/rustc/{hash}")))
}
