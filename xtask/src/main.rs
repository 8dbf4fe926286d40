//! `cargo xtask …`: the one entry for set-up, build, run and test of this project.
//!
//! Each command installs what it misses, says so, and names the remedy when something cannot be had. Tools live in a
//! folder per user (see [`cache`]), so that a second clone is quick.

mod bench;
mod build;
mod cache;
mod check;
mod clean;
mod cli;
mod failure;
mod fuzz;
mod help;
mod mutants;
mod package;
mod release;
mod run;
mod serve;
mod setup;
mod test;
mod workspace;

use std::process::ExitCode;

use cli::Command;

fn main() -> ExitCode {
    let command = match cli::read(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(failure) => return report(&failure),
    };
    let outcome = match command {
        Command::Help(topic) => {
            print!("{}", help::text(topic));
            Ok(ExitCode::SUCCESS)
        }
        Command::Setup => setup::everything().map(|()| ExitCode::SUCCESS),
        Command::Build { watch_profile } => {
            build::command(watch_profile).map(|()| ExitCode::SUCCESS)
        }
        Command::Serve(options) => serve::command(&options),
        Command::Test { only } => test::command(only),
        Command::Check { only } => check::command(only),
        Command::Bench {
            subject,
            write,
            soak,
        } => bench::command(subject, write, soak).map(|()| ExitCode::SUCCESS),
        Command::Package => package::command().map(|()| ExitCode::SUCCESS),
        Command::Release => release::command().map(|()| ExitCode::SUCCESS),
        Command::Sizes => build::sizes().map(|()| ExitCode::SUCCESS),
        Command::Fuzz { only, seconds } => fuzz::command(only, seconds),
        Command::Mutants { file } => mutants::command(file.as_deref()),
        Command::Clean { cache } => clean::command(cache).map(|()| ExitCode::SUCCESS),
    };
    outcome.unwrap_or_else(|failure| report(&failure))
}

fn report(failure: &failure::Failure) -> ExitCode {
    eprintln!("xtask: {failure}");
    ExitCode::FAILURE
}
