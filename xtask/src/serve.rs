//! `cargo xtask serve`: page and proxy, built and running.

mod child;
mod port;
mod watch;

use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::build::{self, Care};
use crate::cli::ServeOptions;
use crate::failure::{About, Result};
use crate::run;
use crate::workspace::Workspace;
use child::Proxy;
use watch::Change;

/// How often we look at the child, the sources and Ctrl-C.
const PAUSE: Duration = Duration::from_millis(200);

/// Builds, starts, and stays until Ctrl-C or until the proxy ends.
pub(crate) fn command(options: &ServeOptions) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    let care = if options.release {
        Care::Release
    } else {
        Care::Watch
    };
    // Looked at before the build, so that an edit made during it is seen.
    let mut sources = watch::Sources::look(&workspace.root);
    build::page(&workspace, care)?;
    build_proxy(&workspace)?;
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    // From here on Ctrl-C stops the proxy in order; before, it simply ends what is being built.
    ctrlc::set_handler(move || asked.store(true, Ordering::SeqCst)).about("Ctrl-C")?;
    let port = port::free(options.port)?;
    if port != options.port {
        eprintln!("xtask: port {} is busy; taking {port}", options.port);
    }
    let mut proxy = start(&workspace, options, port)?;
    loop {
        std::thread::sleep(PAUSE);
        if stop.load(Ordering::SeqCst) {
            eprintln!("xtask: stopping");
            proxy.stop();
            return Ok(ExitCode::SUCCESS);
        }
        if let Some(status) = proxy.ended()? {
            eprintln!("xtask: the proxy ended by itself with {status}; its message is above");
            return Ok(ExitCode::FAILURE);
        }
        if !options.watch {
            continue;
        }
        if let Some(change) = sources.changed(&workspace.root) {
            let outcome = rebuild(&workspace, care, change);
            // Ctrl-C during a build also ends cargo, which then looks like a failed build.
            if stop.load(Ordering::SeqCst) {
                continue;
            }
            match outcome {
                Err(failure) => {
                    eprintln!("xtask: {failure}\nxtask: still serving the last good build");
                }
                Ok(()) if change.proxy => {
                    proxy.stop();
                    proxy = start(&workspace, options, port)?;
                }
                Ok(()) => ready(proxy.address()),
            }
        }
    }
}

fn rebuild(workspace: &Workspace, care: Care, change: Change) -> Result<()> {
    if change.page {
        build::page(workspace, care)?;
    }
    if change.proxy {
        build_proxy(workspace)?;
    }
    Ok(())
}

fn build_proxy(workspace: &Workspace) -> Result<()> {
    run::step("compiling cts-proxy (the first time some minutes)", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args([
                    "build",
                    "--release",
                    "--package",
                    "cts-proxy",
                    "--bin",
                    "cts-proxy",
                ]),
        )
    })
}

fn start(workspace: &Workspace, options: &ServeOptions, port: u16) -> Result<Proxy> {
    let mut command = Command::new(workspace.program("release", "cts-proxy"));
    command
        .arg("--page")
        .arg(workspace.dist())
        .arg("--listen")
        .arg(format!("127.0.0.1:{port}"));
    if let Some(config) = &options.config {
        command.arg("--config").arg(config);
    }
    let proxy = Proxy::start(&mut command)?;
    ready(proxy.address());
    Ok(proxy)
}

fn ready(address: &str) {
    println!("Ready: {address}  (Ctrl-C stops it)");
}
