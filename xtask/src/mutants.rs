//! `cargo xtask mutants`: whether the tests notice when a rule is changed.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::cargo_tool::CargoTool;
use crate::workspace::Workspace;

/// What is changed: the rules, the fixes and the guesses of what was meant.
const FILES: [&str; 5] = [
    "crates/tracker/src/rules.rs",
    "crates/tracker/src/rules/**",
    "crates/tracker/src/fix.rs",
    "crates/tracker/src/fix/**",
    "crates/tracker/src/suggest.rs",
];

/// The tests of the crate that judge. The others look at texts, answers and very large bodies.
const TESTS: [&str; 8] = [
    "rules",
    "precedence",
    "corpus",
    "fixes",
    "fix_texts",
    "fuzzed",
    "properties",
    "suggestions",
];

/// How many of a hundred have to be noticed.
const ENOUGH: usize = 90;

/// Changes each place once, or those of one file, and counts what was noticed.
pub(crate) fn command(file: Option<&str>) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let program = CargoTool {
        name: "cargo-mutants",
        version: "27.1.0",
        purpose: "once, 2 to 3 minutes: it changes the rules and looks whether a test fails",
    }
    .ensure()?;
    let out = workspace.target.join("mutants");
    fs::create_dir_all(&out).about(out.display())?;
    let mut command = Command::new(program);
    command
        .current_dir(&workspace.root)
        .args(["mutants", "--package", "cts-tracker", "--jobs", "1"])
        .args(["--timeout", "120", "--build-timeout", "600", "--output"])
        .arg(&out);
    let files: &[&str] = file.as_ref().map_or(&FILES, std::slice::from_ref);
    for file in files {
        command.args(["--file", file]);
    }
    command
        .args(["--", "--lib"])
        .args(TESTS.iter().flat_map(|test| ["--test", test]))
        // It builds in a copy of its own.
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    let status = run::status(&mut command)?;
    // 2: some were missed. 3: some ran out of time, which is to notice them too.
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(
            Failure::new(format!("cargo-mutants ended with {status}")).remedy(
                "Its own message is above; the tests have to pass before anything is changed.",
            ),
        );
    }
    let results = out.join("mutants.out");
    let noticed = lines(&results.join("caught.txt"))? + lines(&results.join("timeout.txt"))?;
    let missed = lines(&results.join("missed.txt"))?;
    println!(
        "{noticed} of {} changes were noticed; the others:",
        noticed + missed
    );
    print!(
        "{}",
        fs::read_to_string(results.join("missed.txt")).about("missed.txt")?
    );
    Ok(if is_enough(noticed, missed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn is_enough(noticed: usize, missed: usize) -> bool {
    noticed > 0 && noticed * 100 >= (noticed + missed) * ENOUGH
}

fn lines(file: &Path) -> Result<usize> {
    let text = fs::read_to_string(file).about(file.display())?;
    Ok(text.lines().count())
}

#[cfg(test)]
mod tests {
    use super::is_enough;

    #[test]
    fn nine_of_ten_are_enough_and_nothing_is_not() {
        assert!(is_enough(9, 1));
        assert!(is_enough(1, 0));
        assert!(!is_enough(89, 11));
        assert!(!is_enough(0, 0));
    }
}
