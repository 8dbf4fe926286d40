//! The program.

mod options;
mod stop;
mod token;

use std::env;
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use axum::Router;
use cts_proxy::{Patience, Proxy, Settings, SettingsError, StandIn, app, credentials};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tracing::{Level, info, warn};

use self::options::Options;

/// How long requests in flight may take after the signal to stop.
const GRACE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
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
    let credentials = credentials(|name| env::var(name).ok())?;
    let mut settings = settings(&options, credentials.is_none())?;
    if options.check_config {
        println!("The settings are valid.");
        return Ok(());
    }
    log();

    let listener = TcpListener::bind(settings.listen).await.map_err(|error| {
        format!(
            "listen: {} cannot be had: {error}. Choose another port with --listen.",
            settings.listen
        )
    })?;
    // Kept until the end: the stand-in stops when it is dropped.
    let stand_in;
    let credentials = if let Some(credentials) = credentials {
        for region in &settings.regions {
            info!(
                region = region.id,
                endpoint = region.endpoint,
                "forwards to"
            );
        }
        credentials
    } else {
        stand_in = StandIn::start().await?;
        stand_in.redirect(&mut settings);
        warn!("no credential is set: requests go to the embedded stand-in, no cloud is touched");
        stand_in.credentials().clone()
    };
    if settings.page.is_none() {
        warn!("no page is set: only config.json and the calls are served; see --page");
    }
    let routes = app(Proxy::new(settings, credentials)?);
    serve(listener, routes).await
}

/// Serves until the process is asked to stop, and lets the requests in flight end.
async fn serve(listener: TcpListener, routes: Router) -> Result<(), Box<dyn Error>> {
    let address = listener.local_addr()?;
    let asked = stop::signal()?;
    let (stopping, stopped) = oneshot::channel();
    let server = cts_proxy::serve(listener, routes, Patience::default(), async move {
        asked.await;
        info!("stopping");
        // Nobody waits for this any more when the server has ended by itself.
        let _ = stopping.send(());
    });
    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    let task = tokio::spawn(server);
    // An error means that the server has ended without a signal.
    let _ = stopped.await;
    if let Ok(outcome) = timeout(GRACE, task).await {
        outcome?;
    } else {
        warn!("some requests did not end in time");
    }
    Ok(())
}

/// The settings file with the options applied.
fn settings(options: &Options, stand_in: bool) -> Result<Settings, Box<dyn Error>> {
    let text = match &options.config {
        Some(path) => fs::read_to_string(path)
            .map_err(|error| format!("--config: {} cannot be read: {error}", path.display()))?,
        None => String::new(),
    };
    let mut settings =
        Settings::read(&text, stand_in).map_err(|error: SettingsError| match &options.config {
            Some(path) => format!("{}: {error}", path.display()),
            None if stand_in => error.to_string(),
            None => format!("{error} Name a settings file with --config."),
        })?;
    if let Some(address) = options.listen {
        settings.listen_on(address)?;
    }
    if let Some(folder) = &options.page {
        settings.serve_page(folder.clone())?;
    }
    Ok(settings)
}

/// Logs to standard error; standard output is for the address alone.
fn log() {
    let level = env::var("CTS_PROXY_LOG")
        .ok()
        .and_then(|level| level.parse().ok());
    tracing_subscriber::fmt()
        .with_max_level(level.unwrap_or(Level::INFO))
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .init();
}
