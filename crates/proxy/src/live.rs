//! The proxy while it runs: new settings take the place of the old ones between two requests.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::Request;
use tower::{ServiceExt as _, service_fn};

use crate::settings::{Settings, SettingsError};
use crate::{Proxy, Source, app, metrics_app};

/// A proxy whose settings can be replaced. Clones share it.
///
/// A request is served to its end by the settings with which it began. Connections to the cloud and a credential that
/// was fetched belong to the settings, and begin anew with them.
#[derive(Clone)]
pub struct Live {
    current: Arc<RwLock<Current>>,
}

struct Current {
    proxy: Proxy,
    routes: Router,
    metrics: Router,
}

impl Current {
    fn new(proxy: Proxy) -> Self {
        Self {
            routes: app(proxy.clone()),
            metrics: metrics_app(proxy.clone()),
            proxy,
        }
    }
}

impl Live {
    /// Begins with this proxy.
    #[must_use]
    pub fn new(proxy: Proxy) -> Self {
        let current = Arc::new(RwLock::new(Current::new(proxy)));
        Self { current }
    }

    /// The proxy of the settings that count now.
    #[must_use]
    pub fn proxy(&self) -> Proxy {
        self.read(|current| current.proxy.clone())
    }

    /// Routes that serve each request with the settings that count when it begins.
    pub fn routes(&self) -> Router {
        self.latest(|current| current.routes.clone())
    }

    /// The routes of the listener for metrics, in the same way.
    pub fn metrics_routes(&self) -> Router {
        self.latest(|current| current.metrics.clone())
    }

    fn latest(&self, choose: fn(&Current) -> Router) -> Router {
        let live = self.clone();
        let service = service_fn(move |request: Request| {
            let routes = live.read(choose);
            async move { routes.oneshot(request).await }
        });
        Router::new().fallback_service(service)
    }

    /// Takes new settings, or keeps the old ones and says what is wrong with the new ones.
    ///
    /// # Errors
    /// When the address to listen on, the audit log or telemetry is another one, which needs a new start, and as [`Proxy::new`].
    pub fn reload(
        &self,
        settings: Settings,
        source: impl Into<Source>,
    ) -> Result<(), SettingsError> {
        let old = self.proxy();
        let listen = old.settings().listen;
        if settings.listen != listen {
            return Err(SettingsError::new(
                "listen",
                format!(
                    "the proxy listens on {listen}, which cannot become {} while it runs",
                    settings.listen
                ),
                "Start it anew.",
            ));
        }
        if settings.audit != old.settings().audit {
            return Err(SettingsError::new(
                "audit",
                "the audit log cannot become another one while the proxy runs",
                "Start it anew.",
            ));
        }
        if settings.telemetry != old.settings().telemetry {
            return Err(SettingsError::new(
                "telemetry",
                "where metrics and traces go cannot change while the proxy runs",
                "Start it anew.",
            ));
        }
        let current = Current::new(old.renewed(settings, source.into())?);
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = current;
        Ok(())
    }

    /// From now on the proxy is not ready for new requests, and says so.
    pub fn stop(&self) {
        self.read(|current| current.proxy.stop());
    }

    /// Nothing that could panic happens while it is locked.
    fn read<T>(&self, look: impl FnOnce(&Current) -> T) -> T {
        look(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }
}
