//! The table `upstream`: how the cloud is reached.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::http::Uri;
use ipnet::IpNet;
use serde::Deserialize;

use super::error::SettingsError;

/// How the cloud is reached.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct UpstreamSettings {
    /// How long a connection may take, from the name to the end of the TLS handshake.
    pub connect: Duration,
    /// How long a whole call may take.
    pub total: Duration,
    /// How long the body of an answer may take once its head is there.
    pub body: Duration,
    /// Addresses that are dialled although they are not public.
    pub allow_addresses: Vec<IpNet>,
    /// A file with certificates that are trusted besides those of the machine.
    pub ca_file: Option<PathBuf>,
    /// The forward proxy on the way.
    pub proxy: ForwardProxy,
}

/// Whether a forward proxy is on the way to endpoints with TLS. The others are on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ForwardProxy {
    /// None, whatever the environment says.
    None,
    /// The one that `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name.
    Environment,
    /// This one.
    Address(Uri),
}

impl Default for UpstreamSettings {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            total: Duration::from_secs(30),
            body: Duration::from_secs(10),
            allow_addresses: Vec::new(),
            ca_file: None,
            proxy: ForwardProxy::None,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    connect_timeout_seconds: Option<u64>,
    timeout_seconds: Option<u64>,
    body_timeout_seconds: Option<u64>,
    #[serde(default)]
    allow_addresses: Vec<String>,
    ca_file: Option<PathBuf>,
    proxy: Option<String>,
}

pub(super) fn read(table: Table) -> Result<UpstreamSettings, SettingsError> {
    let unset = UpstreamSettings::default();
    Ok(UpstreamSettings {
        connect: seconds(
            "connect_timeout_seconds",
            table.connect_timeout_seconds,
            unset.connect,
        )?,
        total: seconds("timeout_seconds", table.timeout_seconds, unset.total)?,
        body: seconds(
            "body_timeout_seconds",
            table.body_timeout_seconds,
            unset.body,
        )?,
        allow_addresses: table
            .allow_addresses
            .iter()
            .map(|text| network(text))
            .collect::<Result<_, _>>()?,
        ca_file: table.ca_file,
        proxy: table
            .proxy
            .map_or(Ok(ForwardProxy::None), |text| proxy(&text))?,
    })
}

fn seconds(key: &str, given: Option<u64>, unset: Duration) -> Result<Duration, SettingsError> {
    match given {
        None => Ok(unset),
        Some(seconds) if (1..=300).contains(&seconds) => Ok(Duration::from_secs(seconds)),
        Some(seconds) => Err(SettingsError::new(
            format!("upstream.{key}"),
            format!("{seconds} is not between 1 and 300"),
            "Leave it out to get the default.",
        )),
    }
}

/// A network, or one address.
fn network(text: &str) -> Result<IpNet, SettingsError> {
    let network = text
        .parse()
        .ok()
        .or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
    let wrong = |problem: &str, remedy: &str| {
        let problem = format!("{text:?} {problem}");
        SettingsError::new("upstream.allow_addresses", problem, remedy)
    };
    let network: IpNet = network.ok_or_else(|| {
        wrong(
            "is not a network",
            "Write it like \"10.20.0.0/16\" or \"fd12:3456::/32\".",
        )
    })?;
    if network.trunc() != network {
        return Err(wrong(
            "has bits beyond its length",
            &format!("Write \"{}\", if that is meant.", network.trunc()),
        ));
    }
    Ok(network)
}

fn proxy(text: &str) -> Result<ForwardProxy, SettingsError> {
    if text == "environment" {
        return Ok(ForwardProxy::Environment);
    }
    // The text may hold a password, so it is not repeated.
    let wrong = |problem: &str| {
        let remedy = "Write \"http://proxy.example.com:3128\", or \"environment\" to take it from HTTPS_PROXY.";
        SettingsError::new("upstream.proxy", problem, remedy)
    };
    let uri: Uri = text.parse().map_err(|_| wrong("it is not an address"))?;
    let authority = uri.authority().ok_or_else(|| wrong("it has no host"))?;
    if authority.as_str().contains('@') {
        return Err(wrong(
            "it holds a user name, which does not belong into a settings file",
        ));
    }
    if uri.scheme_str() != Some("http") {
        return Err(wrong("it does not begin with http://"));
    }
    if uri.path_and_query().is_some_and(|path| path != "/") {
        return Err(wrong("it has a path or a query"));
    }
    Ok(ForwardProxy::Address(uri))
}
