//! `cargo xtask fuzz`: inputs that nobody thinks of.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::cargo_tool::CargoTool;
use crate::workspace::Workspace;

/// The targets, as `fuzz/Cargo.toml` names them.
pub(crate) const TARGETS: [&str; 9] = [
    "reader",
    "rules",
    "fixes",
    "conversions",
    "boundary",
    "settings",
    "tokens",
    "policy",
    "routes",
];

/// Runs each target, or one of them, for so many seconds, and says how each went.
pub(crate) fn command(only: Option<&'static str>, seconds: u32) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let program = CargoTool {
        name: "cargo-fuzz",
        version: "0.13.2",
        purpose: "once, 1 to 2 minutes: it builds and runs the fuzz targets",
    }
    .ensure()?;
    let work = workspace.target.join("fuzz");
    let seeds = work.join("seeds");
    run::step("writing what the targets start from", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args(["run", "--quiet", "--manifest-path", "fuzz/Cargo.toml"])
                .args(["--example", "seeds", "--"])
                .arg(&seeds)
                .env("CARGO_TARGET_DIR", &work),
        )
    })?;
    let mut good = true;
    let mut lines = Vec::new();
    for target in TARGETS
        .into_iter()
        .filter(|target| only.is_none_or(|only| only == *target))
    {
        let job = Job {
            workspace: &workspace,
            program: &program,
            work: &work,
            target,
        };
        job.build()?;
        let outcome = run::step(&format!("fuzzing {target} for {seconds} s"), || {
            job.run(&seeds.join(target), seconds)
        });
        good &= outcome.is_ok();
        lines.push(match outcome {
            Ok(done) => format!("{target}: {done}"),
            Err(failure) => format!("{target}: FAILED: {failure}"),
        });
    }
    println!("\nWhat was fuzzed:");
    for line in lines {
        println!("  {line}");
    }
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// One target.
struct Job<'a> {
    workspace: &'a Workspace,
    program: &'a Path,
    /// Where everything is built and kept that is not committed.
    work: &'a Path,
    target: &'static str,
}

impl Job<'_> {
    /// The code is all safe Rust, so the sanitizers would find nothing; without them any stable compiler will do.
    fn command(&self, verb: &str) -> Command {
        let mut command = Command::new(self.program);
        command
            .current_dir(&self.workspace.root)
            .args([verb, "--sanitizer", "none", self.target])
            .env("CARGO_TARGET_DIR", self.work);
        command
    }

    fn build(&self) -> Result<()> {
        run::visible(&mut self.command("build"))
    }

    /// Runs the target and returns what libFuzzer says at the end, for instance `Done 9 runs in 1 second(s)`.
    fn run(&self, seeds: &Path, seconds: u32) -> Result<String> {
        let corpus = self.folder("corpus")?;
        let artifacts = self.folder("artifacts")?;
        let log = self.work.join(format!("{}.log", self.target));
        let dictionary = self.workspace.root.join("fuzz").join("tracker.dict");
        let mut command = self.command("run");
        command
            .args([&corpus, seeds])
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .args(["-timeout=20", "-rss_limit_mb=2048", "-max_len=4096"])
            .arg(format!("-dict={}", dictionary.display()))
            .arg(format!("-artifact_prefix={}/", artifacts.display()))
            .stdout(Stdio::null())
            .stderr(File::create(&log).about(log.display())?);
        let status = run::status(&mut command)?;
        let said = fs::read(&log).about(log.display())?;
        let said = String::from_utf8_lossy(&said);
        match said.lines().rev().find(|line| line.starts_with("Done ")) {
            Some(done) if status.success() => Ok(done.to_owned()),
            _ => Err(Failure::new(format!("the end of {}", log.display())).remedy(format!(
                "The input is in {}. `cargo fuzz tmin {}` makes it small; put it into fuzz/regressions/{}, where the \
                 tests find it.",
                artifacts.display(),
                self.target,
                self.target
            ))),
        }
    }

    fn folder(&self, kind: &str) -> Result<PathBuf> {
        let folder = self.work.join(kind).join(self.target);
        fs::create_dir_all(&folder).about(folder.display())?;
        Ok(folder)
    }
}
