//! A virtual environment with the vendor's Python SDK.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::{self, Mark};
use crate::failure::{About, Failure, Result};
use crate::run;

/// Makes the environment for a requirements file where needed and returns its Python.
pub(crate) fn ensure(requirements: &Path) -> Result<PathBuf> {
    let wanted = std::fs::read(requirements).about(requirements.display())?;
    let base = run::on_path(&["python3", "python"])
        .ok_or_else(|| Failure::new("there is no Python").remedy("Install Python 3.9 or newer."))?;
    let version = run::output(Command::new(&base).arg("--version"))?;
    let mut content = wanted;
    content.extend_from_slice(version.as_bytes());
    let folder = cache::folder(&["python", &cache::key(&content)])?;
    let python = folder.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });
    let mark = Mark::new(&folder, &content);
    if !mark.is_set() {
        run::step(
            "installing the vendor's Python SDK into an environment of its own: it is our test peer",
            || {
                run::visible(
                    Command::new(&base)
                        .args(["-m", "venv", "--clear"])
                        .arg(&folder),
                )
                .map_err(|failure| {
                    Failure::new(failure.to_string())
                        .remedy("On Debian: apt-get install python3-venv")
                })?;
                run::visible(
                    Command::new(&python)
                        .args([
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "-r",
                        ])
                        .arg(requirements),
                )
            },
        )?;
        mark.set()?;
    }
    Ok(python)
}
