//! Callers whose name a front proxy sends in a header.

use std::net::IpAddr;

use axum::http::{HeaderMap, HeaderName};

use super::Caller;
use super::identify::Unknown;
use crate::settings::HeaderCallers;

/// A front proxy that has checked who calls.
pub(crate) struct FrontProxy {
    settings: HeaderCallers,
}

impl FrontProxy {
    pub(crate) fn new(settings: HeaderCallers) -> Self {
        Self { settings }
    }

    /// The caller that the header names. It counts only when the front proxy itself sent it, and when nobody could have
    /// slipped a second one past it.
    pub(crate) fn caller(
        &self,
        headers: &HeaderMap,
        peer: Option<IpAddr>,
    ) -> Result<Caller, Unknown> {
        let trusted =
            peer.is_some_and(|peer| self.settings.peers.iter().any(|net| net.contains(&peer)));
        if !trusted {
            return Err(Unknown::Wrong("the address is not that of a front proxy"));
        }
        let name = only(headers, &self.settings.name)?.ok_or(Unknown::Missing)?;
        let groups = match &self.settings.groups {
            Some(header) => only(headers, header)?.unwrap_or_default(),
            None => "",
        };
        let groups = groups
            .split(',')
            .map(str::trim)
            .filter(|group| !group.is_empty())
            .map(str::to_owned)
            .collect();
        Caller::new(name, groups).ok_or(Unknown::Wrong("the header holds no name"))
    }
}

/// The value of a header that is there once at most, and under no other spelling. Web servers hand `X_User` on as
/// if it were `X-User`, and a front proxy that overwrites the one may let the other pass.
fn only<'a>(headers: &'a HeaderMap, wanted: &HeaderName) -> Result<Option<&'a str>, Unknown> {
    let mut found = None;
    for (name, value) in headers {
        if !looks_like(name.as_str(), wanted.as_str()) {
            continue;
        }
        if name != wanted {
            return Err(Unknown::Wrong(
                "a header is written with _ to look like the one with the name",
            ));
        }
        let value = std::str::from_utf8(value.as_bytes())
            .map_err(|_| Unknown::Wrong("the header is not UTF-8"))?;
        if found.replace(value).is_some() {
            return Err(Unknown::Wrong("the header is there twice"));
        }
    }
    Ok(found.filter(|value| !value.is_empty()))
}

/// Whether two names of headers, both in lower case, differ in `-` and `_` at most.
fn looks_like(name: &str, wanted: &str) -> bool {
    name.len() == wanted.len()
        && name
            .bytes()
            .zip(wanted.bytes())
            .all(|(one, other)| one == other || (one == b'_' && other == b'-'))
}
