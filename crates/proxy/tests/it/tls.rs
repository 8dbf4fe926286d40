//! Certificates are always verified.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::program::{Running, command};
use crate::site::{PROJECT, REGION, list_target};

/// A certificate for this name that signs itself.
pub(crate) fn certificate(name: &str) -> CertifiedKey<rcgen::KeyPair> {
    generate_simple_self_signed(vec![name.to_owned()]).expect("a certificate")
}

/// The certificate as text.
pub(crate) fn pem(certificate: &CertifiedKey<rcgen::KeyPair>) -> String {
    let text = STANDARD.encode(certificate.cert.der());
    let lines: Vec<_> = text
        .as_bytes()
        .chunks(64)
        .map(String::from_utf8_lossy)
        .collect();
    format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    )
}

/// A server that shows the certificate and counts the requests that get through.
pub(crate) async fn server(certificate: &CertifiedKey<rcgen::KeyPair>) -> (u16, Arc<AtomicUsize>) {
    let key = PrivateKeyDer::try_from(certificate.signing_key.serialize_der()).expect("a key");
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.cert.der().clone()], key)
        .expect("a configuration");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let requests = Arc::new(AtomicUsize::new(0));
    let counter = requests.clone();
    // Ends with the runtime of the test.
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A client that does not trust the certificate breaks off here.
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            let mut buffer = [0; 4096];
            if matches!(stream.read(&mut buffer).await, Ok(count) if count > 0) {
                counter.fetch_add(1, Ordering::SeqCst);
                let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"trackers\":[]}";
                stream.write_all(answer).await.expect("sent");
            }
        }
    });
    (port, requests)
}

/// What the proxy answers when it trusts `trusted` and the region leads to `endpoint`.
fn ask(folder: &Path, trusted: &str, endpoint: &str) -> String {
    let (roots, file) = (folder.join("roots.pem"), folder.join("proxy.toml"));
    fs::write(&roots, trusted).expect("a file");
    let text = format!(
        "listen = \"127.0.0.1:0\"\n[[region]]\nid = \"{REGION}\"\nendpoint = \"{endpoint}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
    );
    fs::write(&file, text).expect("a file");
    let mut command = command(&["--config", &file.display().to_string()]);
    command.env("CLOUD_SDK_AK", "AK").env("CLOUD_SDK_SK", "SK");
    command
        .env("SSL_CERT_FILE", roots)
        .env_remove("SSL_CERT_DIR");
    let proxy = Running::start(&mut command);
    proxy.send(
        &format!("GET {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1", list_target()),
        "",
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_trusted_certificate_for_the_name_is_taken() {
    let certificate = certificate("localhost");
    let (port, requests) = server(&certificate).await;
    let (own, other) = (pem(&certificate), pem(&self::certificate("localhost")));
    for (trusted, host, taken) in [
        (&own, "localhost", true),
        (&other, "localhost", false),
        (&own, "127.0.0.1", false),
    ] {
        let before = requests.load(Ordering::SeqCst);
        let (trusted, endpoint) = (trusted.clone(), format!("https://{host}:{port}"));
        let asked = tokio::task::spawn_blocking(move || {
            let folder = TempDir::new().expect("a folder");
            ask(folder.path(), &trusted, &endpoint)
        });
        let answer = asked.await.expect("no panic");
        if taken {
            assert!(answer.ends_with("{\"trackers\":[]}"), "{answer}");
        } else {
            assert!(
                answer.contains("PROXY.0502") && answer.contains("nothing was sent"),
                "{answer}"
            );
        }
        assert_eq!(
            requests.load(Ordering::SeqCst) - before,
            usize::from(taken),
            "{host}"
        );
    }
}
