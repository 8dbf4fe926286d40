//! Measures the proxy under load: directly to the stand-in of the cloud, through nginx as a plain reverse proxy, and
//! through cts-proxy, in turn within one run on loopback. `cargo xtask bench proxy` builds what it needs and starts it.
#![cfg_attr(
    not(target_os = "linux"),
    expect(dead_code, reason = "memory is read from /proc")
)]

mod client;
mod contender;
mod document;
mod measure;
mod program;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use self::contender::Contenders;
use self::measure::{Measured, Plan};

/// What can go wrong here is told to the person who started it.
type Result<T> = std::result::Result<T, Box<dyn Error>>;

const HELP: &str = "\
proxy-load [--rounds N] [--seconds N] [--connections N] [--soak N] [--write FILE]

Environment: CTS_PROXY, CTS_EMULATOR and NGINX name the programs; without NGINX its columns stay empty.";

struct Options {
    plan: Plan,
    write: Option<PathBuf>,
}

fn main() -> ExitCode {
    let outcome = options().and_then(|options| match options {
        Some(options) => run(&options),
        None => Ok(true),
    });
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("proxy-load: requests failed, see above");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("proxy-load: {error}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Option<Options>> {
    let mut options = Options {
        plan: Plan {
            rounds: 5,
            time: Duration::from_secs(2),
            soak: 0,
            connections: None,
        },
        write: None,
    };
    let mut parser = lexopt::Parser::from_env();
    let number = |parser: &mut lexopt::Parser| -> Result<u64> {
        let value = parser.value()?;
        let text = value.to_string_lossy();
        text.parse()
            .map_err(|_| format!("{text:?} is not a whole number").into())
    };
    while let Some(option) = parser.next()? {
        match option {
            lexopt::Arg::Long("rounds") => {
                options.plan.rounds = usize::try_from(number(&mut parser)?.max(1))?;
            }
            lexopt::Arg::Long("seconds") => {
                options.plan.time = Duration::from_secs(number(&mut parser)?.max(1));
            }
            lexopt::Arg::Long("connections") => {
                options.plan.connections = Some(usize::try_from(number(&mut parser)?)?);
            }
            lexopt::Arg::Long("soak") => options.plan.soak = number(&mut parser)?,
            lexopt::Arg::Long("write") => options.write = Some(parser.value()?.into()),
            lexopt::Arg::Long("help") => {
                println!("{HELP}");
                return Ok(None);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(options))
}

/// Whether every request was answered as it should.
fn run(options: &Options) -> Result<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let contenders = Contenders::start()?;
    let measured = runtime.block_on(measure::all(&contenders, &options.plan))?;
    let text = document::write(&contenders, &options.plan, &measured);
    println!("{text}");
    if let Some(path) = &options.write {
        fs::write(path, &text)?;
    }
    Ok(measured.failed() == 0)
}

impl Measured {
    /// How many requests were not answered with 200.
    fn failed(&self) -> u64 {
        let cells: u64 = self.cells.iter().map(|cell| cell.failed).sum();
        cells + self.soak.as_ref().map_or(0, |soak| soak.failed)
    }
}
