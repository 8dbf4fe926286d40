//! nginx for the test of the configuration in `docs/nginx.conf`.

use std::path::{Path, PathBuf};

use super::system;
use crate::failure::{Failure, Result};
use crate::run;

/// What sends the compressed files; without it nginx refuses the configuration.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// The packages of Debian with nginx and that module.
const PACKAGES: &[&str] = &["nginx-light", "libnginx-mod-http-brotli-static"];

/// Finds or installs nginx. Where it cannot be had the tests do without it and say so; in a CI run they fail.
pub(crate) fn ensure() -> Result<Option<PathBuf>> {
    if let Some(program) = find() {
        return Ok(Some(program));
    }
    if system::is_debian() && system::is_root() {
        run::step(
            "installing nginx from Debian: the page is tested behind it as well",
            || system::install(PACKAGES),
        )?;
        if let Some(program) = find() {
            return Ok(Some(program));
        }
    }
    let remedy = format!("On Debian: apt-get install {}.", PACKAGES.join(" "));
    if std::env::var_os("CI").is_some() {
        return Err(Failure::new("there is no nginx with brotli_static").remedy(remedy));
    }
    eprintln!("xtask: there is no nginx with brotli_static: its journeys are left out. {remedy}");
    Ok(None)
}

fn find() -> Option<PathBuf> {
    // Administrators' programs are not on everybody's PATH.
    let usual = Path::new("/usr/sbin/nginx");
    let program = run::on_path(&["nginx"]).or_else(|| usual.is_file().then(|| usual.into()))?;
    Path::new(BROTLI).is_file().then_some(program)
}
