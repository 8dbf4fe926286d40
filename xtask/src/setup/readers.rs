//! Programs that only read samples: PHP and shellcheck.

use super::system;
use crate::failure::Result;
use crate::run;

/// Installs them where that is possible and needed. Where it is not, the tests say what is missing.
pub(crate) fn ensure() -> Result<()> {
    for (program, package) in [("php", "php-cli"), ("shellcheck", "shellcheck")] {
        if run::on_path(&[program]).is_none() && system::is_debian() && system::is_root() {
            run::step(
                &format!("installing Debian's {package}: it reads samples"),
                || system::install(&[package]),
            )?;
        }
    }
    Ok(())
}
