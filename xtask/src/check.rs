//! `cargo xtask check`: formatting, lints, documentation, dependencies.

mod deny;

use std::process::{Command, ExitCode};

use crate::cli::Lint;
use crate::failure::Result;
use crate::run;
use crate::setup::wasm;
use crate::workspace::{PAGE, Workspace};

const ALL: &[Lint] = &[Lint::Fmt, Lint::Clippy, Lint::Doc, Lint::Deny];

/// Runs each check, also after one failed, and says at the end how each went.
pub(crate) fn command(only: Option<Lint>) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let chosen = only.as_ref().map_or(ALL, std::slice::from_ref);
    let mut good = true;
    let mut lines = Vec::new();
    for lint in chosen {
        let name = format!("{lint:?}").to_lowercase();
        let outcome = run::step(&format!("checking {name}"), || run(&workspace, *lint));
        good &= outcome.is_ok();
        lines.push(match outcome {
            Ok(()) => format!("{name}: good"),
            Err(failure) => format!("{name}: {failure}"),
        });
    }
    println!("\nWhat was checked:");
    for line in lines {
        println!("  {line}");
    }
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn run(workspace: &Workspace, lint: Lint) -> Result<()> {
    match lint {
        Lint::Fmt => run::visible(&mut cargo(workspace, &["fmt", "--all", "--check"])),
        Lint::Clippy => clippy(workspace),
        Lint::Doc => {
            let mut doc = cargo(
                workspace,
                &[
                    "doc",
                    "--workspace",
                    "--no-deps",
                    "--document-private-items",
                ],
            );
            run::visible(doc.env("RUSTDOCFLAGS", "-Dwarnings"))
        }
        Lint::Deny => deny::run(workspace),
    }
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let native = ["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"];
    run::visible(&mut cargo(workspace, &native))?;
    let toolchain = wasm::ensure()?;
    // Debian's compiler comes without clippy; its own warnings are better than nothing, and the gap is said.
    let subcommand = if toolchain.has_clippy() {
        "clippy"
    } else {
        "check"
    };
    let (mut browser, _) = toolchain.command(&workspace.target, subcommand);
    browser
        .current_dir(&workspace.root)
        .args(["--package", PAGE]);
    if toolchain.has_clippy() {
        browser.args(["--", "-Dwarnings"]);
        return run::visible(&mut browser);
    }
    println!(
        "clippy: NOT RUN for wasm32: Debian's compiler has none; checking the compiler's own warnings there"
    );
    toolchain.deny_warnings(&mut browser);
    run::visible(&mut browser)
}

fn cargo(workspace: &Workspace, args: &[&str]) -> Command {
    let mut command = Command::new(run::cargo());
    command.current_dir(&workspace.root).args(args);
    command
}
