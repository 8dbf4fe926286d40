//! The program.

mod options;
mod setup;
mod signals;
mod token;

use std::env;
use std::error::Error;
use std::io::Write as _;
use std::process::ExitCode;

use cts_proxy::{Live, Patience, SPANS, Traces};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};
use tracing::{Level, info, warn};
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use self::options::Options;
use self::setup::Setup;
use self::signals::{Signal, Signals};

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == "audit") {
        return cts_proxy::audit_command(arguments);
    }
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cts-proxy: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut arguments = lexopt::Parser::from_env();
    if env::args_os().nth(1).is_some_and(|first| first == "token") {
        arguments.next()?;
        return token::command(arguments);
    }
    let options = Options::read(arguments)?;
    if options.help {
        println!("{}", options::HELP);
        return Ok(());
    }
    let mut setup = Setup::new(options);
    let (settings, source) = setup.read()?;
    if setup.only_checks() {
        println!("The settings are valid.");
        return Ok(());
    }
    let traces = settings.telemetry.traces.as_ref();
    let traces = traces.map(Traces::new).transpose()?;
    log(traces.as_ref());

    let listener = TcpListener::bind(settings.listen).await.map_err(|error| {
        format!(
            "listen: {} cannot be had: {error}. Choose another port with --listen.",
            settings.listen
        )
    })?;
    // A reload that is asked for before the proxy serves waits until then.
    let signals = Signals::new()?;
    let live = setup.start(settings, source).await?;
    serve_metrics(&live).await?;
    let outcome = serve(listener, &live, &setup, signals).await;
    if let Some(traces) = traces {
        tokio::task::spawn_blocking(|| traces.close()).await?;
    }
    outcome
}

/// Serves until the process is asked to stop. Then the proxy says that it is not ready, takes requests for a while
/// yet, and lets those in flight end. Whoever asks a second time gets his way at once.
async fn serve(
    listener: TcpListener,
    live: &Live,
    setup: &Setup,
    mut signals: Signals,
) -> Result<(), Box<dyn Error>> {
    let address = listener.local_addr()?;
    let (close, closed) = oneshot::channel::<()>();
    let server = cts_proxy::serve(listener, live.routes(), Patience::default(), async {
        // Either way it is time to close the listener.
        let _ = closed.await;
    });
    let mut server = tokio::spawn(server);
    if live.proxy().writes_output() {
        // Standard output holds the audit log and nothing else.
        eprintln!("listening on http://{address}");
    } else {
        println!("listening on http://{address}");
        std::io::stdout().flush()?;
    }
    loop {
        tokio::select! {
            signal = signals.next() => match signal {
                Signal::Reload => setup.reload(live),
                Signal::Stop => break,
            },
            // It does not end by itself, unless it panics.
            outcome = &mut server => return Ok(outcome?),
        }
    }
    info!("stopping");
    live.stop();
    let stop = live.proxy().stop_settings();
    let end = async {
        sleep(stop.delay).await;
        drop(close);
        let proxy = live.proxy();
        let ended = async {
            let outcome = server.await;
            proxy.finished().await;
            outcome
        };
        let outcome = timeout(stop.grace, ended).await;
        if outcome.is_err() {
            warn!("some requests did not end in time");
        }
        proxy.close().await;
        Ok(outcome.unwrap_or(Ok(()))?)
    };
    tokio::select! {
        outcome = end => outcome,
        () = signals.stop() => Err("stopped at once, as it was asked twice".into()),
    }
}

/// Logs to standard error; standard output is for the address alone. Spans go to the collector only.
fn log(traces: Option<&Traces>) {
    let level = env::var("CTS_PROXY_LOG")
        .ok()
        .and_then(|level| level.parse().ok());
    let lines = Targets::new()
        .with_default(level.unwrap_or(Level::INFO))
        .with_target(SPANS, LevelFilter::OFF);
    let log = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_filter(lines);
    tracing_subscriber::registry()
        .with(traces.map(Traces::layer))
        .with(log)
        .init();
}

/// Serves the metrics until the process ends, if the settings ask for it.
async fn serve_metrics(live: &Live) -> Result<(), Box<dyn Error>> {
    let Some(address) = live.proxy().telemetry_settings().metrics else {
        return Ok(());
    };
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("telemetry.metrics: {address} cannot be had: {error}"))?;
    info!(address = %listener.local_addr()?, "metrics");
    let never = std::future::pending();
    let routes = live.metrics_routes();
    tokio::spawn(cts_proxy::serve(
        listener,
        routes,
        Patience::default(),
        never,
    ));
    Ok(())
}
