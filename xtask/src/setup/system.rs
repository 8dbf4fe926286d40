//! Debian's package manager, as far as we may use it.

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::run;

/// Whether this is Debian itself. Ubuntu's package of Chromium only points to another store.
pub(crate) fn is_debian() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
        && run::on_path(&["apt-get"]).is_some()
}

/// Whether we may install packages.
pub(crate) fn is_root() -> bool {
    run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages, with fresh lists when the present ones do not suffice.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let apt = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(args);
        command
    };
    let mut args = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    args.extend(packages);
    let install = || run::visible(&mut apt(&args));
    install()
        .or_else(|_| run::visible(&mut apt(&["update", "--quiet"])).and_then(|()| install()))
        .map_err(|failure| {
            Failure::new(failure.to_string())
                .remedy(format!("Install {} by hand.", packages.join(", ")))
        })
}
