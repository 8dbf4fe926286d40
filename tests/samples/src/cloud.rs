//! The stand-in of the cloud with a list of what arrived, plainly and over TLS.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::routing::any;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cts_emulator::{Emulator, Settings, User, app};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use sdk_hmac_sha256::{Credentials, SecretString};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

/// The access key that the stand-in accepts.
pub(crate) const ACCESS_KEY: &str = "EXAMPLEACCESSKEY0001";
/// Its secret key.
pub(crate) const SECRET_KEY: &str = "ExampleSecretKey00000000000000000000001";

const USER: &str = "proof";

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    pub(crate) method: String,
    pub(crate) body: Vec<u8>,
    /// The headers, by their names in lower case.
    pub(crate) headers: HashMap<String, String>,
    /// The status of the answer. 401 would mean that the credential or its signature is wrong.
    pub(crate) status: u16,
}

/// The stand-in while it runs.
#[derive(Clone)]
pub(crate) struct Cloud {
    pub(crate) plain: u16,
    pub(crate) tls: u16,
    app: Router,
    arrived: Arc<Mutex<HashMap<String, Vec<Arrived>>>>,
}

impl Cloud {
    /// Starts the stand-in on loopback. The certificate for `hosts` is written to a file.
    pub(crate) async fn start(hosts: &[&str], certificate: &Path) -> io::Result<Self> {
        let settings = Settings {
            keys: vec![Credentials::new(ACCESS_KEY, SECRET_KEY)],
            users: vec![User {
                domain: USER.into(),
                name: USER.into(),
                password: SecretString::from(USER.to_owned()),
            }],
            ..Settings::default()
        };
        let app = app(Emulator::new(settings));
        let arrived = Arc::<Mutex<HashMap<_, _>>>::default();
        let plain = TcpListener::bind("127.0.0.1:0").await?;
        let plain_port = plain.local_addr()?.port();
        let (inner, list) = (app.clone(), arrived.clone());
        let router = Router::new().fallback(any(move |request: Request| {
            let (inner, list) = (inner.clone(), list.clone());
            async move { record(inner, &list, request).await }
        }));
        // Ends with the process.
        tokio::spawn(async move { axum::serve(plain, router).await });
        Ok(Self {
            plain: plain_port,
            tls: tls(hosts, certificate, plain_port).await?,
            app,
            arrived,
        })
    }

    /// A token for a project.
    pub(crate) async fn token(&self, project: &str) -> Result<String, String> {
        let body = serde_json::json!({"auth": {
            "identity": {"methods": ["password"], "password": {"user": {
                "domain": {"name": USER}, "name": USER, "password": USER,
            }}},
            "scope": {"project": {"id": project}},
        }});
        let request = Request::post("/v3/auth/tokens")
            .header(CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()))
            .map_err(|error| error.to_string())?;
        let answer = self.app.clone().oneshot(request).await;
        let answer = answer.map_err(|error| error.to_string())?;
        let token = answer.headers().get("x-subject-token");
        let token = token.and_then(|token| token.to_str().ok());
        token
            .map(str::to_owned)
            .ok_or_else(|| format!("no token: {}", answer.status()))
    }

    /// What arrived for a project since this was asked last.
    pub(crate) fn take(&self, project: &str) -> Vec<Arrived> {
        let mut arrived = self.arrived.lock().unwrap_or_else(PoisonError::into_inner);
        arrived.remove(project).unwrap_or_default()
    }
}

/// Hands a request on and remembers it under the project in its path.
async fn record(
    app: Router,
    list: &Mutex<HashMap<String, Vec<Arrived>>>,
    request: Request,
) -> axum::response::Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let project = parts.uri.path().split('/').nth(2).unwrap_or_default();
    let project = project.to_owned();
    let headers = parts
        .headers
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    let method = parts.method.to_string();
    let request = Request::from_parts(parts, Body::from(body.clone()));
    let answer = match app.oneshot(request).await {
        Ok(answer) => answer,
        Err(never) => match never {},
    };
    let arrived = Arrived {
        method,
        body: body.to_vec(),
        headers,
        status: answer.status().as_u16(),
    };
    let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
    list.entry(project).or_default().push(arrived);
    answer
}

/// Listens with a certificate that signs itself and hands what comes on to the plain port.
async fn tls(hosts: &[&str], file: &Path, plain: u16) -> io::Result<u16> {
    let hosts: Vec<_> = hosts.iter().map(|host| (*host).to_owned()).collect();
    let made = rcgen::generate_simple_self_signed(hosts).map_err(io::Error::other)?;
    let text = STANDARD.encode(made.cert.der());
    let lines: Vec<_> = text
        .as_bytes()
        .chunks(64)
        .map(String::from_utf8_lossy)
        .collect();
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    );
    std::fs::write(file, pem)?;
    let key =
        PrivateKeyDer::try_from(made.signing_key.serialize_der()).map_err(io::Error::other)?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .map_err(io::Error::other)?;
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let mut inside = acceptor.accept(stream).await?;
                let mut outside = TcpStream::connect(("127.0.0.1", plain)).await?;
                tokio::io::copy_bidirectional(&mut inside, &mut outside).await
            });
        }
    });
    Ok(port)
}
