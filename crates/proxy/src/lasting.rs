//! What outlives a reload of the settings.

use std::sync::atomic::{AtomicBool, Ordering};

/// Shared by the proxy of the old settings and that of the new ones.
#[derive(Default)]
pub(crate) struct Lasting {
    stopping: AtomicBool,
}

impl Lasting {
    /// From now on no new requests are wanted.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::SeqCst)
    }
}
