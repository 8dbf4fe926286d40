//! The stand-in as a program, for tests written in other languages.

use std::env;
use std::error::Error;
use std::io::Write as _;
use std::net::SocketAddr;
use std::process::ExitCode;

use cts_emulator::{Emulator, Settings, User, serve};
use lexopt::ValueExt as _;
use sdk_hmac_sha256::{Credentials, SecretString};
use tokio::net::TcpListener;

const HELP: &str = "\
cts-emulator: a stand-in for CTS and IAM on loopback

Usage: cts-emulator [--listen ADDRESS] [--control]

  --listen ADDRESS  where to listen; loopback only; default 127.0.0.1:0 (a free port)
  --control         offer calls under /cts-emulator/ that bring about faults, set the clock
                    and tell what arrived; docs/emulator.md lists them

Environment:
  CLOUD_SDK_AK, CLOUD_SDK_SK        the access key and secret key to accept (required)
  CLOUD_SDK_SECURITY_TOKEN          the token that belongs to them, for a temporary pair
  CTS_EMULATOR_DOMAIN, CTS_EMULATOR_USER, CTS_EMULATOR_PASSWORD
                                    a user that may ask for a token (all three, or none)

Prints `listening on http://ADDRESS` when it is ready, and stops on SIGINT or SIGTERM.";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cts-emulator: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut address = SocketAddr::from(([127, 0, 0, 1], 0));
    let mut control = false;
    let mut options = lexopt::Parser::from_env();
    while let Some(option) = options.next()? {
        match option {
            lexopt::Arg::Long("listen") => address = options.value()?.parse()?,
            lexopt::Arg::Long("control") => control = true,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let mut settings = settings()?;
    settings.control = control;
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    let stop = stop_signal()?;
    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    serve(listener, Emulator::new(settings), stop).await?;
    Ok(())
}

fn settings() -> Result<Settings, Box<dyn Error>> {
    let required = |name: &str| env::var(name).map_err(|_| format!("set {name}; see --help"));
    let mut key = Credentials::new(required("CLOUD_SDK_AK")?, required("CLOUD_SDK_SK")?);
    if let Ok(token) = env::var("CLOUD_SDK_SECURITY_TOKEN") {
        key = key.with_security_token(token);
    }
    let mut settings = Settings {
        keys: vec![key],
        ..Settings::default()
    };
    if env::var_os("CTS_EMULATOR_USER").is_some() {
        settings.users.push(User {
            domain: required("CTS_EMULATOR_DOMAIN")?,
            name: required("CTS_EMULATOR_USER")?,
            password: SecretString::from(required("CTS_EMULATOR_PASSWORD")?),
        });
    }
    Ok(settings)
}

/// Done when the process is asked to stop.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Done when the process is asked to stop.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler for Ctrl-C the process simply ends, which is a stop too.
        let _ = tokio::signal::ctrl_c().await;
    })
}
