//! `cts-proxy token`: makes a token for a caller.

use std::error::Error;
use std::time::{Duration, SystemTime};

use cts_proxy::NewToken;
use lexopt::ValueExt as _;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// What `cts-proxy token --help` prints.
const HELP: &str = "\
cts-proxy token: makes a token for a caller

Usage: cts-proxy token NAME [OPTIONS]

  --group GROUP  a group of the caller; may be given more than once
  --days DAYS    how long the token holds, 1 to 3650 days; default 365
  --help         print this

Prints the table for the file of tokens (callers.tokens.file) to standard output, and the token itself to
standard error. The token is kept nowhere: who loses it needs a new one.";

/// Tokens that hold for years are forgotten, not renewed.
const DAYS: u64 = 365;
const MOST_DAYS: u64 = 3650;

pub(crate) fn command(mut parser: lexopt::Parser) -> Result<(), Box<dyn Error>> {
    let mut name: Option<String> = None;
    let mut groups: Vec<String> = Vec::new();
    let mut days = DAYS;
    while let Some(option) = parser.next()? {
        match option {
            lexopt::Arg::Value(value) if name.is_none() => name = Some(value.string()?),
            lexopt::Arg::Long("group") => groups.push(parser.value()?.string()?),
            lexopt::Arg::Long("days") => days = parser.value()?.parse()?,
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let name = name.ok_or("token: NAME is missing; see cts-proxy token --help")?;
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(format!("--days: {days} is not between 1 and {MOST_DAYS}").into());
    }
    let expires = SystemTime::now() + Duration::from_hours(24 * days);
    let expires = OffsetDateTime::from(expires)
        .replace_nanosecond(0)?
        .format(&Rfc3339)?;
    let new =
        NewToken::new(&name, &groups, Some(&expires)).map_err(|error| format!("token: {error}"))?;
    print!("{}", new.entry);
    eprintln!(
        "The token of {name:?}, shown only now. The caller sends it in the header Authorization, after Bearer:\n{}",
        new.token
    );
    Ok(())
}
