//! The SDK for Go.

use std::path::Path;
use std::process::Command;

use super::Tally;
use crate::failure::Result;
use crate::run;
use crate::setup::go;

/// `None` where there is no Go.
pub(super) fn run(folder: &Path, emulator: &Path) -> Result<Option<Tally>> {
    if !go::modules(folder)? {
        return Ok(None);
    }
    let unformatted = run::output(Command::new("gofmt").current_dir(folder).args(["-d", "."]))?;
    let mut tally = Tally::default();
    if unformatted.is_empty() {
        tally.passed += 1;
    } else {
        eprintln!("{unformatted}");
        tally.failed += 1;
    }
    let mut test = Command::new("go");
    test.current_dir(folder)
        .args(["test", "-v", "-count=1", "-mod=readonly", "./..."])
        .env("CTS_EMULATOR", emulator);
    let status = run::watched(&mut test, |line| count(line, &mut tally))?;
    Ok(Some(tally.checked(status)))
}

/// Takes in a line such as `    --- PASS: TestUpdates/published (0.01s)`.
fn count(line: &str, tally: &mut Tally) {
    match line.trim_start().strip_prefix("--- ") {
        Some(rest) if rest.starts_with("PASS:") => tally.passed += 1,
        Some(rest) if rest.starts_with("FAIL:") => tally.failed += 1,
        Some(rest) if rest.starts_with("SKIP:") => tally.skipped += 1,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, count};

    #[test]
    fn lines_of_go_are_counted() {
        let mut tally = Tally::default();
        for line in [
            "=== RUN   TestUpdates",
            "--- PASS: TestUpdates (0.05s)",
            "    --- FAIL: TestUpdates/nothing (0.00s)",
            "--- SKIP: TestOther (0.00s)",
            "PASS",
            "ok  \tpeers\t0.243s",
        ] {
            count(line, &mut tally);
        }
        let wanted = Tally {
            passed: 1,
            failed: 1,
            skipped: 1,
        };
        assert_eq!(tally, wanted);
    }
}
