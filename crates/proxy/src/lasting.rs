//! What outlives a reload of the settings.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::audit::Audit;
use crate::detached::Detached;
use crate::settings::{Settings, SettingsError};
use crate::telemetry::Metrics;

/// Shared by the proxy of the old settings and that of the new ones.
pub(crate) struct Lasting {
    stopping: AtomicBool,
    audit: Option<Audit>,
    detached: Detached,
    metrics: Metrics,
}

impl Lasting {
    /// Opens what the settings ask for.
    pub(crate) fn open(settings: &Settings) -> Result<Self, SettingsError> {
        let audit = settings.audit.as_ref().map(Audit::open).transpose()?;
        Ok(Self {
            stopping: AtomicBool::new(false),
            metrics: Metrics::new(audit.as_ref().map(Audit::state)),
            audit,
            detached: Detached::default(),
        })
    }

    /// From now on no new requests are wanted.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }

    pub(crate) fn audit(&self) -> Option<&Audit> {
        self.audit.as_ref()
    }

    pub(crate) fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    pub(crate) fn detached(&self) -> &Detached {
        &self.detached
    }

    /// Waits until everything is in the audit log that was told to it. Nothing can be sent afterwards.
    pub(crate) async fn close(&self) {
        if let Some(audit) = &self.audit {
            audit.close().await;
        }
    }
}
