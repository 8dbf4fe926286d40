//! Counts results from what the test programs themselves report.

use std::fmt;
use std::process::ExitStatus;

use serde_json::Value;

/// How many tests passed, failed and were left out.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// One failure: of something that could not run at all.
    pub(crate) fn failure() -> Self {
        Self {
            failed: 1,
            ..Self::default()
        }
    }

    /// Takes the results of another part in.
    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// Whether something ran and nothing failed.
    pub(crate) fn is_good(self) -> bool {
        self.passed > 0 && self.failed == 0
    }

    /// Counts one failure more when the program says that it failed although every counted test passed, and when it
    /// says that all is well although no test ran: neither may look like success.
    pub(crate) fn checked(mut self, status: ExitStatus) -> Self {
        let says_good = status.success();
        if self.failed == 0 && (!says_good || self.passed == 0) {
            self.failed = 1;
        }
        self
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// Reads a summary line of Rust's test program, or of the page bundler's check:
/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, `4 passed, 0 failed`. Nothing for other lines.
pub(crate) fn from_line(line: &str) -> Option<Tally> {
    let numbers = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => line,
    };
    let mut tally = Tally::default();
    let mut seen = 0;
    for part in numbers.split([';', ',']) {
        let Some((number, word)) = part.trim().split_once(' ') else {
            continue;
        };
        let Ok(number) = number.parse() else { continue };
        match word {
            "passed" => (tally.passed, seen) = (number, seen + 1),
            "failed" => (tally.failed, seen) = (number, seen + 1),
            "ignored" => tally.skipped = number,
            _ => {}
        }
    }
    (seen == 2).then_some(tally)
}

/// Takes in a summary line of Node's test runner in TAP form: `# pass 3`, `# fail 0`, `# cancelled 0`, `# skipped 1`.
pub(crate) fn from_tap(line: &str, tally: &mut Tally) {
    let Some((word, number)) = line
        .strip_prefix("# ")
        .and_then(|rest| rest.split_once(' '))
    else {
        return;
    };
    let Ok(number) = number.parse::<u64>() else {
        return;
    };
    match word {
        "pass" => tally.passed += number,
        "fail" | "cancelled" => tally.failed += number,
        "skipped" | "todo" => tally.skipped += number,
        _ => {}
    }
}

/// Reads the report that Playwright writes as JSON. A test that passed only when tried again counts as passed;
/// errors outside of tests count as failures.
pub(crate) fn from_playwright(report: &Value) -> Option<Tally> {
    let stats = &report["stats"];
    let number = |name: &str| stats[name].as_u64();
    let outside = report["errors"].as_array().map_or(0, Vec::len);
    Some(Tally {
        passed: number("expected")? + number("flaky")?,
        failed: number("unexpected")? + u64::try_from(outside).ok()?,
        skipped: number("skipped")?,
    })
}

/// Reads the first `<testsuite …>` of a `JUnit` report, as `pytest` writes it.
pub(crate) fn from_junit(report: &str) -> Option<Tally> {
    let suite = report.split_once("<testsuite ")?.1.split_once('>')?.0;
    let number = |name: &str| {
        let rest = suite.split_once(&format!("{name}=\""))?.1;
        rest.split_once('"')?.0.parse::<u64>().ok()
    };
    let failed = number("failures")? + number("errors")?;
    let skipped = number("skipped")?;
    Some(Tally {
        passed: number("tests")?.checked_sub(failed + skipped)?,
        failed,
        skipped,
    })
}

#[cfg(test)]
mod tests;
