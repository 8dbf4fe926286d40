//! Makes the page and the module of the npm package. For the page it reads `index.html` the way Trunk does, runs wasm-bindgen as a library, and writes a folder that
//! any web server can serve under a strict content security policy.
//!
//! People do not call this program; `cargo xtask build`, `serve` and `sizes` do. It is a crate of its own because
//! wasm-bindgen's library takes minutes to compile and `cargo xtask` should start in seconds.

mod assets;
mod check;
mod chinese;
mod cli;
mod compress;
mod error;
mod glue;
mod hashed;
mod library;
mod markup;
mod names;
mod output;
mod page;
mod panics;
mod shares;
mod sheets;
mod sizes;
mod split;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = match cli::read(lexopt::Parser::from_env()) {
        Ok(cli::Command::Build(options)) => page::build(&options),
        Ok(cli::Command::Check { dist, budget }) => check::run(&dist, budget),
        Ok(cli::Command::Sizes { dist }) => sizes::print(&dist).map(|_| ()),
        Ok(cli::Command::Library(options)) => library::make(&options),
        Ok(cli::Command::Weigh { files, budget }) => library::weigh(&files, budget),
        Err(error) => Err(error),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("page-bundler: {error}");
            ExitCode::FAILURE
        }
    }
}
