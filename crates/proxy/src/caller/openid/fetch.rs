//! Asks an issuer for its keys.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Request, Uri, header};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use serde::Deserialize;
use serde_json::Value;
use tokio::time::timeout;

use crate::settings::{OpenIdConnect, SettingsError, is_secure};

/// How long one of the two questions may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The largest answer that is read, in bytes.
const LIMIT: usize = 256 * 1024;

/// The way to an issuer. It follows no redirect and reads no proxy variable.
pub(super) struct Fetch {
    client: Client<HttpsConnector<HttpConnector>, Empty<Bytes>>,
    issuer: String,
}

/// The part of the issuer's configuration that matters here.
#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

/// A set of keys (RFC 7517). Keys are read one by one, so that one of an unknown kind does not hide the others.
#[derive(Deserialize)]
struct KeySet {
    keys: Vec<Value>,
}

impl Fetch {
    pub(super) fn new(settings: &OpenIdConnect) -> Result<Self, SettingsError> {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_connect_timeout(Some(PATIENCE));
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
        let issuer = settings.issuer.clone();
        Ok(Self { client, issuer })
    }

    pub(super) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The keys that the issuer publishes now; else why they cannot be had, for the log.
    pub(super) async fn keys(&self) -> Result<Vec<Value>, String> {
        let address = format!(
            "{}/.well-known/openid-configuration",
            self.issuer.trim_end_matches('/')
        );
        let configuration: Configuration = self.get(&address).await?;
        // Otherwise the keys of one issuer could be passed off as those of another.
        if configuration.issuer != self.issuer {
            return Err(format!(
                "{address} names another issuer, {:?}",
                configuration.issuer
            ));
        }
        if !is_secure(&configuration.jwks_uri) {
            return Err(format!(
                "the address of the keys, {:?}, does not begin with https://",
                configuration.jwks_uri
            ));
        }
        let set: KeySet = self.get(&configuration.jwks_uri).await?;
        Ok(set.keys)
    }

    async fn get<T: for<'de> Deserialize<'de>>(&self, address: &str) -> Result<T, String> {
        let answer = timeout(PATIENCE, self.exchange(address)).await;
        let body = answer.map_err(|_| format!("{address} did not answer in time"))??;
        serde_json::from_slice(&body)
            .map_err(|error| format!("the answer of {address} cannot be read: {error}"))
    }

    async fn exchange(&self, address: &str) -> Result<Bytes, String> {
        let uri: Uri = address
            .parse()
            .map_err(|_| format!("{address:?} is not an address"))?;
        let request = Request::get(uri)
            .header(header::ACCEPT, "application/json")
            .header(
                header::USER_AGENT,
                concat!("cts-proxy/", env!("CARGO_PKG_VERSION")),
            )
            .body(Empty::new())
            .map_err(|error| error.to_string())?;
        let answer = self
            .client
            .request(request)
            .await
            .map_err(|error| format!("{address} cannot be reached: {error}"))?;
        if !answer.status().is_success() {
            return Err(format!("{address} answered {}", answer.status().as_u16()));
        }
        let body = Limited::new(answer.into_body(), LIMIT).collect().await;
        let body = body
            .map_err(|_| format!("the answer of {address} broke off or is larger than 256 KiB"))?;
        Ok(body.to_bytes())
    }
}

/// The certificates that are trusted: those of the machine, or in their place those of the settings.
fn roots(settings: &OpenIdConnect) -> Result<RootCertStore, SettingsError> {
    let mut roots = RootCertStore::empty();
    if let Some(file) = &settings.ca_file {
        let wrong = |problem: String| {
            let problem = format!("{}: {problem}", file.display());
            SettingsError::new(
                "callers.openid.ca_file",
                problem,
                "Name a file with certificates in PEM form.",
            )
        };
        for certificate in
            CertificateDer::pem_file_iter(file).map_err(|error| wrong(error.to_string()))?
        {
            let certificate = certificate.map_err(|error| wrong(error.to_string()))?;
            roots
                .add(certificate)
                .map_err(|error| wrong(error.to_string()))?;
        }
        if roots.is_empty() {
            return Err(wrong("there is no certificate in it".to_owned()));
        }
    } else if settings.issuer.starts_with("https:") {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return Err(SettingsError::new(
                "SSL_CERT_FILE",
                "this machine has no trusted certificates, so the issuer of tokens cannot be verified",
                "Install the package ca-certificates, or name a file in callers.openid.ca_file.",
            ));
        }
    }
    Ok(roots)
}
