//! Asks an issuer for its keys.

use std::time::Duration;

use axum::body::Bytes;
use axum::http::{Request, Uri, header};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use serde::Deserialize;
use serde_json::Value;
use tokio::time::timeout;

use crate::settings::{OpenIdConnect, SettingsError, is_secure};
use crate::trust::Authorities;

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
        let authorities = Authorities {
            key: "callers.openid.ca_file",
            file: settings.ca_file.as_deref(),
            // A file takes the place of those of the machine: an issuer of one's own is nobody else's.
            of_machine: settings.ca_file.is_none() && settings.issuer.starts_with("https:"),
        };
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(authorities.client()?)
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
