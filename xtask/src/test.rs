//! `cargo xtask test`: everything that shows the project to work.

mod browser;
mod count;
mod native;
mod npm;
mod page;
mod samples;
mod sdk;

use std::process::ExitCode;
use std::time::Instant;

use crate::build::{self, Care};
use crate::cli::Suite;
use crate::failure::Result;
use crate::workspace::Workspace;
pub(crate) use count::Tally;

/// The parts of the whole run, in the order of their cost.
const ALL: &[Suite] = &[
    Suite::Native,
    Suite::Page,
    Suite::Sdk,
    Suite::Samples,
    Suite::Npm,
    Suite::Browser,
];

/// Runs the parts, prints what ran, and last `N passed, N failed`.
pub(crate) fn command(only: Option<Suite>) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let suites = only.as_ref().map_or(ALL, std::slice::from_ref);
    let mut page_built = false;
    let mut total = Tally::default();
    let mut lines = Vec::new();
    for suite in suites {
        let start = Instant::now();
        let name = format!("{suite:?}").to_lowercase();
        eprintln!("xtask: testing {name}");
        if matches!(suite, Suite::Page | Suite::Browser) && !page_built {
            page_built = true;
            if let Err(failure) = build::page(&workspace, Care::Release) {
                lines.push(format!("{name}: could not run: {failure}"));
                total.add(Tally::failure());
                continue;
            }
        }
        let tally = match run(&workspace, *suite) {
            Ok(tally) => tally,
            Err(failure) => {
                lines.push(format!("{name}: could not run: {failure}"));
                total.add(Tally::failure());
                continue;
            }
        };
        lines.push(format!(
            "{name}: {tally} in {} s",
            start.elapsed().as_secs()
        ));
        total.add(tally);
    }
    println!("\nWhat ran:");
    for line in lines {
        println!("  {line}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run(workspace: &Workspace, suite: Suite) -> Result<Tally> {
    match suite {
        Suite::Native => native::run(workspace),
        Suite::Page => page::run(workspace),
        Suite::Browser => browser::run(workspace),
        Suite::Sdk => sdk::run(workspace),
        Suite::Samples => samples::run(workspace),
        Suite::Npm => npm::run(workspace),
    }
}
