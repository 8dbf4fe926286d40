//! The client: connections that are kept, and the certificates that are trusted.

use std::time::Duration;

use axum::body::Bytes;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client as PooledClient;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::dial::{Dial, InTime};
use crate::settings::{Settings, SettingsError};
use crate::trust::Authorities;

/// The client of every call to the cloud.
pub(crate) type Client = PooledClient<InTime<HttpsConnector<Dial>>, Full<Bytes>>;

/// How long a connection without a request is kept. Shorter than what gateways usually allow, so that few
/// requests meet a connection that the other side is closing.
const IDLE: Duration = Duration::from_secs(30);

/// How many of them are kept for each endpoint.
const IDLE_CONNECTIONS: usize = 64;

/// A client that verifies certificates always.
pub(super) fn client(settings: &Settings) -> Result<Client, SettingsError> {
    let authorities = Authorities {
        key: "upstream.ca_file",
        file: settings.upstream.ca_file.as_deref(),
        of_machine: settings
            .endpoints()
            .any(|endpoint| endpoint.starts_with("https:")),
    };
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(authorities.client()?)
        .https_or_http()
        .enable_http1()
        .wrap_connector(Dial::new(&settings.upstream));
    // A request that finds its kept connection closed goes to another one. That happens only as long as no byte
    // of it was written: the client gets it back unread from the connection, so it cannot arrive twice.
    let client = PooledClient::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(IDLE)
        .pool_max_idle_per_host(IDLE_CONNECTIONS)
        .retry_canceled_requests(true)
        .build(InTime {
            inner: connector,
            limit: settings.upstream.connect,
        });
    Ok(client)
}
