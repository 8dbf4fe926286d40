//! Runs other programs and says clearly what happened when one fails.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Instant;

use crate::failure::{About, Failure, Result};

/// The cargo that started us, so that one toolchain does everything.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Says what is being done and why, and afterwards how long it took. Long steps show their own progress below.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("xtask: {what}");
    let start = Instant::now();
    let outcome = work()?;
    let seconds = start.elapsed().as_secs();
    if seconds > 2 {
        eprintln!("xtask: … took {seconds} s");
    }
    Ok(outcome)
}

/// Runs a program with our own input and output. An end other than success is a failure.
pub(crate) fn visible(command: &mut Command) -> Result<()> {
    let status = status(command)?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "`{}` ended with {status}",
            line(command)
        )))
    }
}

/// Runs a program with our own input and output and returns how it ended.
pub(crate) fn status(command: &mut Command) -> Result<ExitStatus> {
    command
        .status()
        .map_err(|error| not_started(command, &error))
}

/// Runs a program quietly and returns what it printed. Its errors stay visible.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    command.stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command
        .output()
        .map_err(|error| not_started(command, &error))?;
    if output.status.success() {
        String::from_utf8(output.stdout).about(line(command))
    } else {
        Err(Failure::new(format!(
            "`{}` ended with {}",
            line(command),
            output.status
        )))
    }
}

/// Runs a program, shows each line it prints as it comes, and hands each to `look`.
pub(crate) fn watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<ExitStatus> {
    command.stdout(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).split(b'\n') {
            let text = text.about(line(command))?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            look(&text);
        }
    }
    child.wait().about(line(command))
}

/// Whether a program can be started at all and answers `--version`.
pub(crate) fn answers(program: &str) -> bool {
    Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The first of these programs that lies on PATH.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    })
}

/// The command as a person would type it. Environment variables are left out: they may hold secrets.
fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy()));
    words.join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let failure = Failure::new(format!("`{}` cannot be started: {error}", line(command)));
    match command.get_program().to_string_lossy().as_ref() {
        "npm" | "npx" | "node" => {
            failure.remedy("Install Node.js 20 or newer (https://nodejs.org).")
        }
        "rustup" => failure.remedy("Install Rust with rustup (https://rustup.rs)."),
        _ => failure,
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{output, visible, watched};

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let error = visible(Command::new("no-such-program-here").arg("x")).expect_err("missing");
        assert!(
            error
                .to_string()
                .contains("`no-such-program-here x` cannot be started")
        );
    }

    #[test]
    fn a_failing_program_is_named() {
        let error = output(&mut Command::new("false")).expect_err("fails");
        assert!(error.to_string().contains("`false` ended with"), "{error}");
    }

    #[test]
    fn lines_are_seen_as_they_come() {
        let mut lines = Vec::new();
        let status = watched(Command::new("printf").arg("a\\nb"), |text| {
            lines.push(text.to_owned());
        });
        assert!(status.expect("started").success());
        assert_eq!(lines, ["a", "b"]);
    }
}
