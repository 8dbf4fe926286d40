//! Lets only requests through whose caller is known.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::HeaderMap;
use axum::middleware::Next;
use axum::response::Response;
use tracing::warn;

use super::{Caller, header, openid, tokens};
use crate::answer::Refusal;
use crate::settings::{Callers, SettingsError};
use crate::{Proxy, random};

/// How callers are known, with what that needs while the proxy runs.
pub(crate) enum Identity {
    /// Not at all.
    Nobody,
    /// By a header of a front proxy.
    Header(header::FrontProxy),
    /// By a token of the proxy.
    Tokens(Box<tokens::Tokens>),
    /// By a token of an OpenID Connect issuer.
    OpenId(Box<openid::Issuer>),
}

/// Why a caller is not known.
pub(crate) enum Unknown {
    /// There is nothing in the request that tells it.
    Missing,
    /// What there is does not hold. The reason is for the log: it says nothing of a secret, and the caller does not
    /// learn it.
    Wrong(&'static str),
    /// There were too many attempts; how long to wait.
    TooOften(Duration),
    /// Too many others are being looked at.
    Busy,
    /// The issuer of the tokens cannot be asked for its keys.
    Unreachable,
}

impl Unknown {
    /// For the log.
    fn reason(&self) -> &'static str {
        match self {
            Self::Missing => "nothing tells who is calling",
            Self::Wrong(reason) => reason,
            Self::TooOften(_) => "there were too many attempts with this token",
            Self::Busy => "too many tokens are being looked at",
            Self::Unreachable => "the keys of the issuer cannot be had",
        }
    }
}

impl Identity {
    /// Prepares what the settings ask for.
    pub(crate) fn new(callers: &Callers) -> Result<Self, SettingsError> {
        Ok(match callers {
            Callers::Nobody => Self::Nobody,
            Callers::Header(settings) => Self::Header(header::FrontProxy::new(settings.clone())),
            Callers::Tokens(tokens) => Self::Tokens(Box::new(tokens::Tokens::new(tokens))),
            Callers::OpenId(settings) => {
                Self::OpenId(Box::new(openid::Issuer::new(settings.clone())?))
            }
        })
    }

    /// The caller of a request with these headers from this address.
    async fn caller(&self, headers: &HeaderMap, peer: Option<IpAddr>) -> Result<Caller, Unknown> {
        match self {
            Self::Nobody => Ok(Caller::anonymous()),
            Self::Header(front) => front.caller(headers, peer),
            Self::Tokens(tokens) => tokens.caller(headers, peer).await,
            Self::OpenId(issuer) => issuer.caller(headers).await,
        }
    }

    /// What a caller has to do to be known, for the header `WWW-Authenticate`.
    fn challenge(&self, unknown: &Unknown) -> &'static str {
        match (self, unknown) {
            // There is no registered scheme for it; this one makes no browser ask for a password.
            (Self::Nobody | Self::Header(_), _) => "Front-Proxy realm=\"cts-proxy\"",
            (_, Unknown::Missing) => "Bearer realm=\"cts-proxy\"",
            _ => "Bearer realm=\"cts-proxy\", error=\"invalid_token\"",
        }
    }
}

/// Puts the [`Caller`] into the extensions of the request, or answers instead of what comes after.
pub(crate) async fn identify(
    State(proxy): State<Proxy>,
    mut request: Request,
    next: Next,
) -> Result<Response, Response> {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(address)| address.ip().to_canonical());
    let identity = proxy.identity();
    match identity.caller(request.headers(), peer).await {
        Ok(caller) => {
            request.extensions_mut().insert(caller);
            Ok(next.run(request).await)
        }
        Err(unknown) => {
            let refusal = refusal(&unknown, identity.challenge(&unknown));
            let (id, method, path) = (random::hex(16), request.method(), request.uri().path());
            let (code, status) = (refusal.code(), refusal.status().as_u16());
            warn!(%method, path, ?peer, reason = unknown.reason(), status, code, id, "refused");
            Err(refusal.answer(&id))
        }
    }
}

/// What the caller learns of it.
fn refusal(unknown: &Unknown, challenge: &'static str) -> Refusal {
    match unknown {
        Unknown::Missing | Unknown::Wrong(_) => Refusal::unknown(challenge),
        Unknown::TooOften(wait) => Refusal::too_often(*wait),
        Unknown::Busy => {
            Refusal::busy("The proxy cannot look at who is calling just now; nothing was sent.")
        }
        Unknown::Unreachable => Refusal::busy(
            "The proxy cannot ask the issuer of the token for its keys, so it does not know who is calling; \
             nothing was sent.",
        ),
    }
}
