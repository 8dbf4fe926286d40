//! The client: connections that are kept, and the certificates that are trusted.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::Full;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client as PooledClient;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

use super::dial::{Dial, InTime};
use crate::settings::{Settings, SettingsError};

/// The client of every call to the cloud.
pub(crate) type Client = PooledClient<InTime<HttpsConnector<Dial>>, Full<Bytes>>;

/// How long a connection without a request is kept. Shorter than what gateways usually allow, so that few
/// requests meet a connection that the other side is closing.
const IDLE: Duration = Duration::from_secs(30);

/// How many of them are kept for each endpoint.
const IDLE_CONNECTIONS: usize = 64;

/// A client that verifies certificates always.
pub(super) fn client(settings: &Settings) -> Result<Client, SettingsError> {
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

/// The certificates of the machine, and those of `upstream.ca_file` besides.
fn roots(settings: &Settings) -> Result<RootCertStore, SettingsError> {
    let mut roots = RootCertStore::empty();
    if let Some(file) = &settings.upstream.ca_file {
        let wrong = |problem: String| {
            let problem = format!("{} {problem}", file.display());
            let remedy = "Name a file with certificates in PEM form.";
            SettingsError::new("upstream.ca_file", problem, remedy)
        };
        let certificates = CertificateDer::pem_file_iter(file)
            .map_err(|error| wrong(format!("cannot be read: {error}")))?;
        for certificate in certificates {
            let certificate =
                certificate.map_err(|error| wrong(format!("cannot be read: {error}")))?;
            roots
                .add(certificate)
                .map_err(|error| wrong(format!("has a wrong certificate: {error}")))?;
        }
        if roots.is_empty() {
            return Err(wrong("holds no certificate".to_owned()));
        }
    }
    let needed = settings
        .endpoints()
        .any(|endpoint| endpoint.starts_with("https:"));
    if needed {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return Err(SettingsError::new(
                "SSL_CERT_FILE",
                "this machine has no trusted certificates, so no endpoint can be verified",
                "Install the package ca-certificates, or name a file with upstream.ca_file.",
            ));
        }
    }
    Ok(roots)
}
