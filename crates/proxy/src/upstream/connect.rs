//! Connections to the endpoints of the settings.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

use crate::settings::{Settings, SettingsError};

/// Opens connections. The resolver inside can be replaced by one that refuses addresses.
pub(super) type Connector = HttpsConnector<HttpConnector>;

/// A client that verifies certificates against those that the machine trusts, and reads no proxy variables.
pub(super) fn client(settings: &Settings) -> Result<Client<Connector, Full<Bytes>>, SettingsError> {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_connect_timeout(Some(settings.timeouts.connect));
    tcp.set_nodelay(true);
    let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| {
            SettingsError::new("TLS", error.to_string(), "This is a fault in cts-proxy.")
        })?
        .with_root_certificates(roots(settings)?)
        .with_no_client_auth();
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(tls)
        .https_or_http()
        .enable_http1()
        .wrap_connector(tcp);
    let client = Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .pool_idle_timeout(Duration::from_secs(30))
        .build(connector);
    Ok(client)
}

fn roots(settings: &Settings) -> Result<RootCertStore, SettingsError> {
    let mut roots = RootCertStore::empty();
    if settings
        .regions
        .iter()
        .any(|region| region.endpoint.starts_with("https:"))
    {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return Err(SettingsError::new(
                "SSL_CERT_FILE",
                "this machine has no trusted certificates, so no endpoint can be verified",
                "Install the package ca-certificates, or let SSL_CERT_FILE name a file with certificates.",
            ));
        }
    }
    Ok(roots)
}
