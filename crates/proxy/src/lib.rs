//! `cts-proxy` serves the tracker form, judges what it sends, signs it and forwards it to the cloud.
//!
//! It is not a general proxy: it knows two calls, and only the regions, endpoints and projects of its
//! settings. The credential never leaves it. Without a credential it starts a stand-in of the cloud on
//! loopback. `docs/proxy.md` describes its settings, routes and error codes.
#![deny(missing_docs)]

mod answer;
mod body;
mod caller;
mod current;
mod forward;
mod guard;
mod headers;
mod limit;
mod listen;
mod page;
mod random;
mod routes;
mod settings;
mod stand_in;
mod upstream;

use std::sync::Arc;

use axum::Router;
use sdk_hmac_sha256::Credentials;

use self::caller::Identity;
pub use self::caller::NewToken;
use self::limit::Limiter;
pub use self::listen::{Patience, serve};
pub use self::settings::{
    Callers, HeaderCallers, Limits, Project, Region, Settings, SettingsError, Timeouts, Token,
    credentials,
};
pub use self::stand_in::StandIn;
use self::upstream::Upstream;

/// Where the page finds the calls that the proxy forwards.
pub const BASE: &str = "/api";

/// The header that each call has to carry, with the value `1`. A form or an image of another site cannot
/// send it, and a script of another site is stopped by the browser before it does.
pub const FORM_HEADER: &str = "x-cts-tracker-form";

/// The header that tells whose answer it is: `upstream` or `proxy`.
pub const ANSWER_FROM: &str = "x-cts-answer-from";

/// The largest body that is taken, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// The proxy: its settings and its way to the cloud. Clones share both.
#[derive(Clone)]
pub struct Proxy {
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    identity: Identity,
    limiter: Limiter,
    upstream: Upstream,
}

impl Proxy {
    /// Prepares everything that requests share.
    ///
    /// # Errors
    /// When an endpoint needs TLS and the machine has no trusted certificates.
    pub fn new(settings: Settings, credentials: Credentials) -> Result<Self, SettingsError> {
        let identity = Identity::new(&settings.callers);
        let limiter = Limiter::new(&settings.limits);
        let upstream = Upstream::new(&settings, credentials)?;
        Ok(Self {
            inner: Arc::new(Inner {
                settings,
                identity,
                limiter,
                upstream,
            }),
        })
    }

    fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    fn identity(&self) -> &Identity {
        &self.inner.identity
    }

    fn limiter(&self) -> &Limiter {
        &self.inner.limiter
    }

    fn upstream(&self) -> &Upstream {
        &self.inner.upstream
    }
}

/// All routes: the page, `/config.json`, `/healthz` and the two calls under [`BASE`].
pub fn app(proxy: Proxy) -> Router {
    routes::router(proxy)
}
