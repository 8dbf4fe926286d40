//! Runs the programs of a tool chain.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::cloud::{ACCESS_KEY, SECRET_KEY};
use crate::proof::{Proof, REGION, project};

/// A part of a tool chain that `cargo xtask` has set up, by the name of its variable.
pub(crate) fn part(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// A program on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A program with the environment that samples are run in: keys, a token, and for those that leave
/// them open, project and region. No proxy comes between it and the stand-in.
pub(crate) fn program(proof: &Proof, name: impl Into<OsString>, index: usize) -> Command {
    let mut command = Command::new(name.into());
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        command.env_remove(name).env_remove(name.to_uppercase());
    }
    let address = format!("http://127.0.0.1:{}", proof.cloud.plain);
    command
        .stdin(Stdio::null())
        .env("CLOUD_SDK_AK", ACCESS_KEY)
        .env("CLOUD_SDK_SK", SECRET_KEY)
        .env("CLOUD_SDK_PROJECT_ID", project(index))
        .env("CLOUD_SDK_REGION", REGION)
        .env("X_AUTH_TOKEN", &proof.tokens[index])
        // How the official SDKs let the address of a region be replaced.
        .env("HUAWEICLOUD_SDK_REGION_CTS_CN_NORTH_4", address);
    command
}

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command) -> Result<Output, String> {
    command
        .output()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))
}

/// Runs a program that has to succeed, and returns what it printed.
pub(crate) fn succeed(command: &mut Command) -> Result<String, String> {
    let output = run(command)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(format!("{}{}", text(&output.stdout), text(&output.stderr)))
    }
}
