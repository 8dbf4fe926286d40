//! The second browser for some of the tests.

use std::path::{Path, PathBuf};

use super::system;
use crate::failure::{Failure, Result};
use crate::run;

/// Names that Firefox goes by.
const NAMES: &[&str] = &["firefox-esr", "firefox"];

/// Where it is on macOS, which does not use PATH for it.
const APPLICATION: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// What to do where there is none.
const REMEDY: &str = "Install Firefox, or set CTS_FIREFOX to one.";

/// Finds or installs Firefox. Where it cannot be had the tests do without it and say so; in a CI run they fail.
pub(crate) fn ensure() -> Result<Option<PathBuf>> {
    if let Some(browser) = find()? {
        return Ok(Some(browser));
    }
    if system::is_debian() && system::is_root() {
        run::step(
            "installing Firefox from Debian (about 80 MB): some browser tests run in it as well",
            || system::install(&["firefox-esr"]),
        )?;
        if let Some(browser) = find()? {
            return Ok(Some(browser));
        }
    }
    if std::env::var_os("CI").is_some() {
        return Err(Failure::new("there is no Firefox").remedy(REMEDY));
    }
    eprintln!("xtask: there is no Firefox: the journeys in it are left out. {REMEDY}");
    Ok(None)
}

fn find() -> Result<Option<PathBuf>> {
    if let Some(chosen) = std::env::var_os("CTS_FIREFOX").filter(|value| !value.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() {
            Ok(Some(chosen))
        } else {
            let problem = format!("CTS_FIREFOX names {}, which is no file", chosen.display());
            Err(Failure::new(problem).remedy("Set it to the browser's program, or unset it."))
        };
    }
    let application = Some(Path::new(APPLICATION)).filter(|file| file.is_file());
    Ok(run::on_path(NAMES).or_else(|| application.map(Path::to_path_buf)))
}
