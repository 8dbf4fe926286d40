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
//! with [`FORBIDDEN_BUCKET`]. A retention is not taken for a bucket whose name begins with [`LOCKED_BUCKET`]
//! (CTS.0217). [`KMS_KEYS`] are the keys that exist.
//!
//! **The gateway.** Sizes of URI, headers and body are limited ([`URI_LIMIT`], [`HEADER_LIMIT`], [`HEADERS_LIMIT`],
//! [`BODY_LIMIT`]); [`FAILURES`] wrong signatures in a row lock an access key for [`LOCK`]; calls are limited when
//! [`Settings::throttle`] says so. [`Conditions`] are circumstances of the account.
//!
//! **Codes.** What a request or [`Conditions`] can bring about has its code. These codes have no such cause here and
//! come only when [`Fault::code`] asks for them:
//!
//! - faults inside the cloud: CTS.0001, CTS.0004, CTS.0005; APIGW.0103 to 0106, 0201 with 500, 502 and 504, 0401, 0404,
//!   0601, 0605, 0606, 0608 to 0613, 0705;
//! - calls that are not part of the stand-in: making and deleting trackers (CTS.0200, 0201, 0208), the list of versions
//!   (CTS.0100), queries of traces (CTS.0300), notifications (CTS.0400 to 0411);
//! - ways to sign in that are not part of it: apps and debugging (APIGW.0303 to 0306, 0311, 0501, 0502, 1009), lists of
//!   users and addresses at the gateway (0302, 0402), the permitted regions of a user (0802);
//! - what a plain socket of loopback cannot show: versions of TLS and HTTP instead of HTTPS (APIGW.0204, 0607), and
//!   0602, for which no cause is published.
//!
//! **Faults on demand.** [`Emulator::add_fault`] lets the next requests fail in a chosen way; the program `cts-emulator`
//! takes the same as calls when it is started with `--control`. Neither is part of the default.
#![deny(missing_docs)]

mod answer;
mod authentication;
mod codes;
mod conditions;
mod control;
mod fault;
mod gateway;
mod identity;
mod listen;
mod random;
mod routes;
mod settings;
mod store;

use std::future::Future;
use std::io;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use sdk_hmac_sha256::SdkDate;
use tokio::net::TcpListener;

pub use self::conditions::{Conditions, Organization, Permission};
use self::fault::Faults;
pub use self::fault::{Fault, FaultKind};
use self::gateway::Gateway;
pub use self::gateway::{BODY_LIMIT, FAILURES, HEADER_LIMIT, HEADERS_LIMIT, LOCK, URI_LIMIT};
use self::identity::Tokens;
use self::listen::{Line, Resettable};
pub use self::settings::{Clock, Project, Settings, Throttle, User};
use self::store::Store;
pub use self::store::{FORBIDDEN_BUCKET, KMS_KEYS, LOCKED_BUCKET, MISSING_BUCKET, TAKEN_BUCKETS};

/// A running stand-in: its settings and its state. Clones share both.
#[derive(Clone)]
pub struct Emulator {
    inner: Arc<Inner>,
}

struct Inner {
    settings: Settings,
    store: Mutex<Store>,
    tokens: Mutex<Tokens>,
    gateway: Mutex<Gateway>,
    faults: Mutex<Faults>,
    /// Seconds by which the clock is put forward.
    offset: AtomicI64,
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
            gateway: Mutex::default(),
            faults: Mutex::default(),
            offset: AtomicI64::new(0),
            received: AtomicU64::new(0),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// Lets the next requests fail; see [`Fault`].
    pub fn add_fault(&self, fault: Fault) {
        self.faults().add(fault);
    }

    /// Forgets all faults that have not struck.
    pub fn clear_faults(&self) {
        self.faults().clear();
    }

    /// How many requests will still be struck by a fault.
    #[must_use]
    pub fn pending_faults(&self) -> u64 {
        self.faults().pending()
    }

    /// Puts the clock forward by so many seconds, or back.
    pub fn set_clock_offset(&self, seconds: i64) {
        self.inner.offset.store(seconds, Ordering::SeqCst);
    }

    /// Ends all tokens that were given out, as a change of a password or of a permission does.
    pub fn revoke_tokens(&self) {
        self.tokens().revoke();
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

    /// Milliseconds since 1970 by the clock of the stand-in.
    fn now_milliseconds(&self) -> u64 {
        let offset = self
            .inner
            .offset
            .load(Ordering::SeqCst)
            .saturating_mul(1_000);
        self.settings()
            .now_milliseconds()
            .saturating_add_signed(offset)
    }

    /// The time as the signature writes it.
    fn now(&self) -> SdkDate {
        settings::date(i64::try_from(self.now_milliseconds() / 1_000).unwrap_or(i64::MAX))
    }

    fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.inner.faults)
    }

    fn gateway(&self) -> MutexGuard<'_, Gateway> {
        lock(&self.inner.gateway)
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
    let routes = app(emulator).into_make_service_with_connect_info::<Line>();
    axum::serve(Resettable(listener), routes)
        .with_graceful_shutdown(shutdown)
        .await
}
