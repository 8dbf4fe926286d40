//! A stand-in for the audit service CTS and the identity service IAM, for loopback only.
//!
//! It answers `PUT /v3/{project_id}/tracker`, `GET /v3/{project_id}/trackers` and `POST /v3/auth/tokens` with
//! the codes, messages, body shapes and headers that the vendor's pages and recorded answers show, and keeps
//! its state in memory. It judges a body with [`cts_tracker::check`], so that its verdict is the one of the
//! page. Nothing here was compared with the live service.
//!
//! **State.** Kept per project id; a project seen for the first time gets one management tracker and two data
//! trackers. `data-tracker-name` is switched on and records reading and writing of the bucket
//! `tracked-bucket`; `data-archive` is switched off and would record reading of the same bucket, so enabling
//! it as it is answers CTS.0209.
//!
//! **What an update does.** No page says whether a member left out keeps its value. The stand-in takes the
//! reading that fits all reports: an object left out stays, `obs_info` that is there replaces the old one as a
//! whole, a boolean left out becomes false, other members left out stay. A body that only switches the
//! status keeps everything.
//!
//! **Buckets and keys.** A bucket is taken to exist unless its name begins with [`MISSING_BUCKET`]; one that
//! `is_obs_created` asks for is made unless it is one of [`TAKEN_BUCKETS`], was seen before, or its name begins
//! with [`FORBIDDEN_BUCKET`]. [`KMS_KEYS`] are the keys that exist.
#![deny(missing_docs)]

mod answer;
mod authentication;
mod codes;
mod identity;
mod random;
mod routes;
mod settings;
mod store;

use std::future::Future;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use tokio::net::TcpListener;

use self::identity::Tokens;
pub use self::settings::{Clock, Project, Settings, User};
use self::store::Store;
pub use self::store::{FORBIDDEN_BUCKET, KMS_KEYS, MISSING_BUCKET, TAKEN_BUCKETS};

/// A running stand-in: its settings and its state. Clones share both.
#[derive(Clone)]
pub struct Emulator {
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    store: Mutex<Store>,
    tokens: Mutex<Tokens>,
    received: AtomicU64,
}

impl Emulator {
    /// A stand-in with fresh state.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        let inner = Inner {
            settings,
            store: Mutex::default(),
            tokens: Mutex::default(),
            received: AtomicU64::new(0),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// How many requests arrived so far, whatever they were answered with.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.inner.received.load(Ordering::SeqCst)
    }

    fn count_request(&self) {
        self.inner.received.fetch_add(1, Ordering::SeqCst);
    }

    fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        lock(&self.inner.store)
    }

    fn tokens(&self) -> MutexGuard<'_, Tokens> {
        lock(&self.inner.tokens)
    }
}

/// A panic while the state was held leaves it as it was between two statements, which is good enough for a
/// stand-in to go on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The routes of the stand-in.
pub fn app(emulator: Emulator) -> Router {
    routes::router(emulator)
}

/// Serves the stand-in until `shutdown` is done, then finishes what is in flight.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] when the listener is not on loopback; otherwise what accepting
/// connections reports.
pub async fn serve(
    listener: TcpListener,
    emulator: Emulator,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    if !listener.local_addr()?.ip().is_loopback() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "the stand-in listens on loopback only; use 127.0.0.1 or [::1]",
        ));
    }
    axum::serve(listener, app(emulator))
        .with_graceful_shutdown(shutdown)
        .await
}
