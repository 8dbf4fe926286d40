//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use lexopt::ValueExt as _;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
cts-proxy: serves the tracker form, judges, signs and forwards tracker updates

Usage: cts-proxy [OPTIONS]
       cts-proxy token NAME    makes a token for a caller; see cts-proxy token --help
       cts-proxy audit verify  checks an audit log; see cts-proxy audit --help

  --page DIR        the folder with the built page
  --listen ADDRESS  where to listen; default 127.0.0.1:8080; port 0 takes a free one;
                    loopback only unless the settings say how callers are known
  --config FILE     the settings (TOML)
  --check-config    check settings and variables, then stop
  --help            print this

Environment:
  CLOUD_SDK_AK, CLOUD_SDK_SK   the access key and secret key to sign with;
                               without them requests go to an embedded stand-in, no cloud is touched
  CLOUD_SDK_SECURITY_TOKEN     the token that belongs to temporary keys
  CLOUD_SDK_PASSWORD           the password of the user that the settings name
  CTS_PROXY_LOG                error, warn, info (default), debug or trace

Prints `listening on http://ADDRESS` when it is ready and logs to standard error.
SIGHUP: reads the settings anew, and keeps the old ones when the new ones are wrong.
SIGINT or SIGTERM: stops once the requests in flight are answered; the second one stops at once.";

/// The options.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) page: Option<PathBuf>,
    pub(crate) listen: Option<SocketAddr>,
    pub(crate) config: Option<PathBuf>,
    pub(crate) check_config: bool,
    pub(crate) help: bool,
}

impl Options {
    pub(crate) fn read(mut parser: lexopt::Parser) -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        while let Some(option) = parser.next()? {
            match option {
                lexopt::Arg::Long("page") => options.page = Some(parser.value()?.into()),
                lexopt::Arg::Long("listen") => options.listen = Some(parser.value()?.parse()?),
                lexopt::Arg::Long("config") => options.config = Some(parser.value()?.into()),
                lexopt::Arg::Long("check-config") => options.check_config = true,
                lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => options.help = true,
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }
}
