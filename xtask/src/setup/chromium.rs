//! The browser for the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{node, system};
use crate::failure::{Failure, Result};
use crate::run;
use crate::workspace::Workspace;

/// Names that Chromium and Chrome go by.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Where they are on macOS, which does not use PATH for them.
const APPLICATIONS: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Finds or installs a browser. Nothing means: the one that Playwright installed for itself.
pub(crate) fn ensure(workspace: &Workspace) -> Result<Option<PathBuf>> {
    if let Some(browser) = find()? {
        return Ok(Some(browser));
    }
    if system::is_debian() && system::is_root() {
        run::step(
            "installing Chromium from Debian (about 130 MB): the browser tests run in it",
            || system::install(&["chromium"]),
        )?;
        if let Some(browser) = find()? {
            return Ok(Some(browser));
        }
    }
    node::tests(workspace)?;
    run::step(
        "installing Chromium with Playwright: the browser tests run in it",
        || {
            run::visible(Command::new("npx").current_dir(workspace.tests()).args([
                "--no-install",
                "playwright",
                "install",
                "chromium",
            ]))
        },
    )
    .map_err(|failure| {
        Failure::new(format!(
            "there is no Chromium and it cannot be installed: {failure}"
        ))
        .remedy("Install Chromium or Chrome, or set CTS_CHROMIUM to one.")
    })?;
    Ok(None)
}

fn find() -> Result<Option<PathBuf>> {
    if let Some(chosen) = std::env::var_os("CTS_CHROMIUM").filter(|value| !value.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() {
            Ok(Some(chosen))
        } else {
            Err(Failure::new(format!(
                "CTS_CHROMIUM names {}, which is no file",
                chosen.display()
            ))
            .remedy("Set it to the browser's program, or unset it."))
        };
    }
    let application = || {
        APPLICATIONS
            .iter()
            .map(Path::new)
            .find(|file| file.is_file())
    };
    Ok(run::on_path(NAMES).or_else(|| application().map(Path::to_path_buf)))
}
