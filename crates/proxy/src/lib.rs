//! `cts-proxy` serves the tracker form, judges what it sends, signs it and forwards it to the cloud.
//!
//! It is not a general proxy: it knows two calls, and only the regions, endpoints and projects of its
//! settings. The credential never leaves it. Without a credential it starts a stand-in of the cloud on
//! loopback. `docs/proxy.md` describes its settings, routes and error codes.
#![deny(missing_docs)]

mod answer;
mod audit;
mod body;
mod caller;
mod credential;
mod current;
mod detached;
mod forward;
#[doc(hidden)]
pub mod fuzzing;
mod guard;
mod headers;
mod lasting;
mod limit;
mod listen;
mod live;
mod page;
mod policy;
mod probe;
mod random;
mod rebuild;
mod routes;
mod scrub;
mod settings;
mod stand_in;
mod telemetry;
mod trust;
mod upstream;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::http::Method;
use tracing::Instrument as _;

use self::answer::Refusal;
pub use self::audit::{AUDIT_HELP, command as audit_command};
use self::caller::Identity;
pub use self::caller::NewToken;
pub use self::credential::Source;
use self::lasting::Lasting;
use self::limit::Limiter;
pub use self::listen::{Patience, serve};
pub use self::live::Live;
pub use self::policy::Policies;
pub use self::settings::{
    AuditPlace, AuditSettings, Callers, CredentialSettings, ForwardProxy, HeaderCallers, Limits,
    OpenIdConnect, Project, Region, Settings, SettingsError, StopSettings, TelemetrySettings,
    Token, TraceSettings, UpstreamSettings, credentials,
};
pub use self::stand_in::StandIn;
use self::telemetry::CallKind;
pub use self::telemetry::{SPANS, Traces};
use self::upstream::{Answer, Call, Upstream};

/// Where the page finds the calls that the proxy forwards.
pub const BASE: &str = "/api";

/// The header that each call has to carry, with the value `1`. A form or an image of another site cannot
/// send it, and a script of another site is stopped by the browser before it does.
pub const FORM_HEADER: &str = "x-cts-tracker-form";

/// The header that tells whose answer it is: `upstream` or `proxy`.
pub const ANSWER_FROM: &str = "x-cts-answer-from";

/// What the proxy calls itself.
const USER_AGENT: &str = concat!("cts-proxy/", env!("CARGO_PKG_VERSION"));

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
    lasting: Arc<Lasting>,
}

impl Proxy {
    /// Prepares everything that requests share. Keys that are known are a source by themselves.
    ///
    /// # Errors
    /// When an endpoint needs TLS and there are no trusted certificates, those of the settings cannot be read, or
    /// the audit log cannot be written.
    pub fn new(settings: Settings, source: impl Into<Source>) -> Result<Self, SettingsError> {
        let lasting = Arc::new(Lasting::open(&settings)?);
        Self::with(settings, source.into(), lasting)
    }

    /// A proxy with other settings that takes over what outlives them.
    fn renewed(&self, settings: Settings, source: Source) -> Result<Self, SettingsError> {
        Self::with(settings, source, self.inner.lasting.clone())
    }

    fn with(
        settings: Settings,
        source: Source,
        lasting: Arc<Lasting>,
    ) -> Result<Self, SettingsError> {
        let identity = Identity::new(&settings.callers)?;
        let limiter = Limiter::new(&settings.limits);
        let upstream = Upstream::new(&settings, source)?;
        Ok(Self {
            inner: Arc::new(Inner {
                settings,
                identity,
                limiter,
                upstream,
                lasting,
            }),
        })
    }

    /// Whether new requests can be served: the proxy is not stopping, and there is a credential or there was
    /// no trouble fetching one.
    ///
    /// # Errors
    /// Why not, in words that hold no secret.
    pub fn ready(&self) -> Result<(), String> {
        if self.inner.lasting.is_stopping() {
            return Err("the proxy is stopping".to_owned());
        }
        for state in self.upstream().credential().state() {
            if let (None, Some(problem)) = (state.issued, state.problem) {
                return Err(format!("no credential ({}): {}", state.name, problem.text));
            }
        }
        Ok(())
    }

    /// How it ends once it is asked to.
    #[must_use]
    pub fn stop_settings(&self) -> StopSettings {
        self.settings().stop
    }

    /// From now on the proxy is not ready for new requests.
    fn stop(&self) {
        self.inner.lasting.stop();
    }

    /// What it tells about itself.
    #[must_use]
    pub fn telemetry_settings(&self) -> &TelemetrySettings {
        &self.settings().telemetry
    }

    /// Whether standard output is taken by the audit log.
    #[must_use]
    pub fn writes_output(&self) -> bool {
        let audit = self.settings().audit.as_ref();
        audit.is_some_and(|audit| audit.place == AuditPlace::Output)
    }

    /// Waits until every update that began has ended, also those whose callers went away.
    pub async fn finished(&self) {
        self.inner.lasting.detached().finished().await;
    }

    /// Waits until the audit log holds everything that was told to it. Nothing can be sent afterwards.
    pub async fn close(&self) {
        self.inner.lasting.close().await;
    }

    /// Makes a call to the cloud, and counts it.
    async fn call(&self, mut call: Call<'_>) -> Result<Answer, Refusal> {
        let span = telemetry::call(self.traces(), &call);
        call.traceparent = telemetry::traceparent(self.traces(), &span);
        let kind = if call.method == Method::GET {
            CallKind::List
        } else {
            CallKind::Update
        };
        let start = Instant::now();
        let outcome = self.upstream().send(call).instrument(span.clone()).await;
        let end = outcome.as_ref().map(|answer| answer.status.as_u16());
        telemetry::ended(&span, end.map_err(Refusal::code));
        let metrics = self.lasting().metrics();
        metrics.called(kind, outcome.is_ok(), start.elapsed());
        outcome
    }

    fn traces(&self) -> Option<&TraceSettings> {
        self.settings().telemetry.traces.as_ref()
    }

    fn lasting(&self) -> &Lasting {
        &self.inner.lasting
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

/// The routes of the listener for metrics: `/metrics`, and the probes again.
pub fn metrics_app(proxy: Proxy) -> Router {
    telemetry::router(proxy)
}

/// All routes: the page, `/config.json`, `/healthz` and the two calls under [`BASE`].
pub fn app(proxy: Proxy) -> Router {
    routes::router(proxy)
}
