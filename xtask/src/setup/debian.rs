//! The way to the wasm target where rustup is missing or cannot reach its server: Debian's own compiler for the web
//! and the source of the standard library, which is compiled once and kept in the cache. Needs Debian, and root for
//! the packages; takes about three minutes.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::system;
use super::wasm::{WasmToolchain, has_standard_library};
use crate::failure::{About, Failure, Result};
use crate::workspace::WASM;
use crate::{cache, run};

/// Compiler, cargo, source of the standard library, linker. The linker has the number of the LLVM that this compiler
/// is made with.
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const LINKER: &str = "/usr/bin/lld-22";

/// `lto = "fat"` needs bitcode in the standard library too.
const BITCODE: &str = "-Cembed-bitcode=yes";

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Installs the packages where needed, compiles the standard library where needed.
pub(super) fn ensure() -> Result<WasmToolchain> {
    install_packages()?;
    let version = run::output(Command::new(RUSTC).arg("--version"))?;
    let sysroot = cache::folder(&["debian-wasm", &cache::key(version.as_bytes()), "sysroot"])?;
    let finished = sysroot.join("lib/rustlib").join(WASM);
    if !has_standard_library(&finished) {
        let what = format!(
            "compiling the standard library for wasm32 with {} (once, about 2 minutes): the page needs it",
            version.trim()
        );
        run::step(&what, || make(&sysroot, &finished))?;
    }
    Ok(toolchain(&sysroot))
}

fn toolchain(sysroot: &Path) -> WasmToolchain {
    let mut flags = OsString::from(BITCODE);
    flags.push(" --sysroot=");
    flags.push(sysroot);
    WasmToolchain {
        cargo: CARGO.into(),
        variables: vec![("RUSTC", RUSTC.into()), (FLAGS, flags)],
        subfolder: Some("debian"),
    }
}

fn install_packages() -> Result<()> {
    let source = "/usr/lib/rustlib/src/rust/library";
    if [CARGO, RUSTC, LINKER, source]
        .iter()
        .all(|file| Path::new(file).exists())
    {
        return Ok(());
    }
    let remedy = format!(
        "Install Rust with rustup (https://rustup.rs) and run `rustup target add {WASM}`, or on Debian 12 as root: \
         apt-get install {}",
        PACKAGES.join(" ")
    );
    if !system::is_debian() || !system::is_root() {
        return Err(Failure::new(format!("the target {WASM} cannot be had here")).remedy(remedy));
    }
    run::step(
        "installing Debian's Rust for the web: rustup's target is not to be had",
        || system::install(PACKAGES),
    )
}

/// Compiles the standard library in a throw-away crate and lays a sysroot around it: the wasm library is ours, the
/// host's parts are links to Debian's.
fn make(sysroot: &Path, finished: &Path) -> Result<()> {
    let host = host()?;
    let library = compile(sysroot.parent().unwrap_or(sysroot))?;
    let rustlib = sysroot.join("lib/rustlib");
    let system = Path::new("/usr/lib/rustlib");
    let bin = rustlib.join(&host).join("bin");
    fs::create_dir_all(&bin).about(bin.display())?;
    link(
        &system.join(&host).join("lib"),
        &rustlib.join(&host).join("lib"),
    )?;
    link(Path::new(LINKER), &bin.join("rust-lld"))?;
    if system.join("etc").exists() {
        link(&system.join("etc"), &rustlib.join("etc"))?;
    }
    // Last, because its presence says that all is there.
    fs::create_dir_all(finished).about(finished.display())?;
    fs::rename(&library, finished.join("lib")).about(library.display())
}

/// Returns a folder with the compiled libraries.
fn compile(work: &Path) -> Result<PathBuf> {
    let project = work.join("build");
    let source = project.join("src");
    fs::create_dir_all(&source).about(source.display())?;
    let manifest = "[package]\nname = \"std-for-wasm\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
    for (file, text) in [
        (project.join("Cargo.toml"), manifest),
        (source.join("lib.rs"), ""),
    ] {
        fs::write(&file, text).about(file.display())?;
    }
    let mut cargo = Command::new(CARGO);
    cargo
        .current_dir(&project)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env("RUSTC", RUSTC)
        // Building the standard library is not stable; with this compiler and this source it is known to work.
        .env("RUSTC_BOOTSTRAP", "1")
        .env(FLAGS, BITCODE)
        .args([
            "build",
            "--release",
            "--target",
            WASM,
            "-Zbuild-std=std,panic_abort,test,proc_macro",
        ])
        .arg("--target-dir")
        .arg(project.join("target"));
    run::visible(&mut cargo)?;
    let library = project.join("lib");
    fs::create_dir_all(&library).about(library.display())?;
    let made = project.join("target").join(WASM).join("release/deps");
    for entry in fs::read_dir(&made).about(made.display())? {
        let path = entry.about(made.display())?.path();
        let name = path.file_name().unwrap_or_default().to_os_string();
        let is_library = path
            .extension()
            .is_some_and(|extension| extension == "rlib");
        if is_library && !name.to_string_lossy().starts_with("libstd_for_wasm") {
            fs::copy(&path, library.join(name)).about(path.display())?;
        }
    }
    fs::remove_dir_all(project.join("target")).about(project.display())?;
    Ok(library)
}

fn host() -> Result<String> {
    let text = run::output(Command::new(RUSTC).arg("-vV"))?;
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("{RUSTC} does not name its host")))
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result<()> {
    if at.symlink_metadata().is_ok() {
        fs::remove_file(at).about(at.display())?;
    }
    std::os::unix::fs::symlink(to, at).about(at.display())
}

#[cfg(not(unix))]
fn link(_to: &Path, at: &Path) -> Result<()> {
    Err(Failure::new(format!(
        "{} cannot be linked: this is not Debian",
        at.display()
    )))
}
