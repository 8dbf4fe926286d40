//! The standard library for browsers' wasm.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::failure::{Failure, Result};
use crate::run;
use crate::workspace::WASM;

/// A toolchain that can compile for wasm32.
pub(crate) struct WasmToolchain {
    /// The cargo to call.
    pub(crate) cargo: OsString,
    /// Variables to set for it.
    pub(crate) variables: Vec<(&'static str, OsString)>,
    /// A target folder below the clone's own, where compilers must not be mixed.
    pub(crate) subfolder: Option<&'static str>,
}

impl WasmToolchain {
    /// The toolchain that runs us.
    fn own() -> Self {
        Self {
            cargo: run::cargo(),
            variables: Vec::new(),
            subfolder: None,
        }
    }

    /// Whether clippy can look at what this compiles.
    pub(crate) fn has_clippy(&self) -> bool {
        self.subfolder.is_none()
    }

    /// Makes the compiler's warnings errors in a command of this toolchain. Cargo shows no warnings of dependencies,
    /// so only our own code is held to it.
    pub(crate) fn deny_warnings(&self, command: &mut Command) {
        for (name, value) in &self.variables {
            if name.ends_with("_RUSTFLAGS") {
                let mut flags = value.clone();
                flags.push(" -Dwarnings");
                command.env(name, flags);
            }
        }
    }

    /// A cargo command for wasm32 whose output goes below `target`, and the folder it goes to.
    pub(crate) fn command(&self, target: &Path, subcommand: &str) -> (Command, PathBuf) {
        let folder = self
            .subfolder
            .map_or_else(|| target.to_path_buf(), |name| target.join(name));
        let mut command = Command::new(&self.cargo);
        command
            .args([subcommand, "--target", WASM, "--target-dir"])
            .arg(&folder);
        if self.subfolder.is_some() {
            // These would bring rustup's compiler back in.
            command.env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        (command, folder)
    }
}

/// Finds or installs the target: rustup's where there is rustup and it can reach its server, else Debian's.
pub(crate) fn ensure() -> Result<WasmToolchain> {
    if std::env::var_os("CTS_XTASK_WASM").is_some_and(|value| value == "debian") {
        return debian::ensure();
    }
    if is_installed()? {
        return Ok(WasmToolchain::own());
    }
    if run::answers("rustup") {
        let added = run::step(
            "adding the target wasm32-unknown-unknown with rustup: browsers run it",
            || run::visible(Command::new("rustup").args(["target", "add", WASM])),
        );
        match added {
            Ok(()) => return Ok(WasmToolchain::own()),
            Err(failure) => {
                eprintln!("xtask: rustup could not add it ({failure}); trying Debian's packages");
            }
        }
    }
    debian::ensure()
}

/// Looks for the compiled standard library, which works without rustup as well.
fn is_installed() -> Result<bool> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let sysroot =
        run::output(Command::new(rustc).args(["--print", "sysroot"])).map_err(|failure| {
            Failure::new(failure.to_string())
                .remedy("Install Rust with rustup (https://rustup.rs).")
        })?;
    Ok(has_standard_library(
        &Path::new(sysroot.trim()).join("lib/rustlib").join(WASM),
    ))
}

/// Whether a target's folder holds a compiled standard library.
pub(super) fn has_standard_library(folder: &Path) -> bool {
    std::fs::read_dir(folder.join("lib")).is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::WasmToolchain;

    #[test]
    fn a_foreign_compiler_gets_a_folder_of_its_own() {
        let mut toolchain = WasmToolchain::own();
        assert_eq!(toolchain.command(Path::new("t"), "build").1, Path::new("t"));
        toolchain.subfolder = Some("debian");
        let (command, folder) = toolchain.command(Path::new("t"), "build");
        assert_eq!(folder, Path::new("t/debian"));
        assert!(
            command
                .get_envs()
                .any(|(name, value)| name == "RUSTUP_TOOLCHAIN" && value.is_none())
        );
    }
}
