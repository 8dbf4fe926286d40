//! How callers are known: the table `[callers]`.

use std::net::SocketAddr;

use axum::http::HeaderName;
use ipnet::IpNet;
use serde::Deserialize;

use super::error::SettingsError;
use super::openid::{OpenIdConnect, OpenIdTable};
use super::tokens::{Token, TokensTable};

/// How callers are known. Exactly one way, so that there is no second door.
#[derive(Clone, Debug, Default)]
pub enum Callers {
    /// Not at all: whoever reaches the proxy may use it. Only on loopback.
    #[default]
    Nobody,
    /// By a header of a front proxy that has checked them.
    Header(HeaderCallers),
    /// By a token of this proxy.
    Tokens(Vec<Token>),
    /// By a token of an OpenID Connect issuer.
    OpenId(OpenIdConnect),
}

/// The front proxy that names the callers.
#[derive(Clone, Debug)]
pub struct HeaderCallers {
    /// The addresses from which it connects.
    pub peers: Vec<IpNet>,
    /// The header with the name of the caller.
    pub name: HeaderName,
    /// The header with the groups of the caller, separated by commas.
    pub groups: Option<HeaderName>,
}

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallersTable {
    header: Option<HeaderTable>,
    tokens: Option<TokensTable>,
    openid: Option<OpenIdTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeaderTable {
    peers: Vec<String>,
    name: String,
    groups: Option<String>,
}

/// Headers that mean something else already, to browsers, front proxies or this proxy.
const TAKEN: [&str; 12] = [
    "accept-language",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "forwarded",
    "host",
    "origin",
    "te",
    "transfer-encoding",
    "x-cts-tracker-form",
];

impl CallersTable {
    pub(super) fn check(self) -> Result<Callers, SettingsError> {
        match (self.header, self.tokens, self.openid) {
            (Some(table), None, None) => Ok(Callers::Header(table.check()?)),
            (None, Some(table), None) => Ok(Callers::Tokens(table.check()?)),
            (None, None, Some(table)) => Ok(Callers::OpenId(table.check()?)),
            (None, None, None) => Err(SettingsError::new(
                "callers",
                "the table says nothing",
                "Add a table [callers.header], [callers.tokens] or [callers.openid], or remove it.",
            )),
            _ => Err(SettingsError::new(
                "callers",
                "there is more than one way to know callers, so the weakest would count",
                "Keep one of the tables.",
            )),
        }
    }
}

impl HeaderTable {
    fn check(self) -> Result<HeaderCallers, SettingsError> {
        if self.peers.is_empty() {
            return Err(SettingsError::new(
                "callers.header.peers",
                "no front proxy is named",
                "Write the addresses from which it connects, for instance [\"127.0.0.1/32\"].",
            ));
        }
        let name = header_name("callers.header.name", &self.name)?;
        let groups = self.groups.as_deref();
        let groups = groups
            .map(|groups| header_name("callers.header.groups", groups))
            .transpose()?;
        if groups.as_ref() == Some(&name) {
            return Err(SettingsError::new(
                "callers.header.groups",
                "it is the header with the name",
                "Leave it out, or name another header.",
            ));
        }
        let peers = self
            .peers
            .iter()
            .map(|peer| network(peer))
            .collect::<Result<_, _>>()?;
        Ok(HeaderCallers {
            peers,
            name,
            groups,
        })
    }
}

fn network(text: &str) -> Result<IpNet, SettingsError> {
    let wrong = |problem: &str| {
        let problem = format!("{text:?} {problem}");
        SettingsError::new(
            "callers.header.peers",
            problem,
            "Write it like \"10.0.0.7/32\" or \"fd00::7/128\".",
        )
    };
    let network: IpNet = text
        .parse()
        .map_err(|_| wrong("is not a network in CIDR notation"))?;
    if network.prefix_len() == 0 {
        return Err(wrong(
            "is every address there is, so anybody could be anybody",
        ));
    }
    if network.trunc() != network {
        return Err(wrong("has an address that is not the first of its network"));
    }
    Ok(network)
}

fn header_name(key: &str, text: &str) -> Result<HeaderName, SettingsError> {
    let wrong = |problem: &str| {
        let problem = format!("{text:?} {problem}");
        SettingsError::new(
            key,
            problem,
            "Write a header of its own, for instance \"X-Forwarded-User\".",
        )
    };
    let name: HeaderName = text
        .parse()
        .map_err(|_| wrong("is not the name of a header"))?;
    if name.as_str().contains('_') {
        return Err(wrong("has a _, which web servers confuse with a -"));
    }
    if TAKEN.contains(&name.as_str()) || name.as_str().starts_with("sec-") {
        return Err(wrong("means something else already"));
    }
    Ok(name)
}

/// Whoever reaches the proxy uses its credential. When it does not ask who is calling, only programs and people on the
/// same machine may.
pub(super) fn reach(address: SocketAddr, callers: &Callers) -> Result<(), SettingsError> {
    if address.ip().is_loopback() || !matches!(callers, Callers::Nobody) {
        return Ok(());
    }
    Err(SettingsError::new(
        "listen",
        format!(
            "{address} can be reached from other machines, and the proxy does not ask who is calling"
        ),
        "Use 127.0.0.1 or [::1], or say in [callers] how callers are known.",
    ))
}
