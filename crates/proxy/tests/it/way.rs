//! The way to the cloud: which addresses are dialled, through what, and whom the proxy trusts.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cts_proxy::{Proxy, Settings};
use cts_tracker::answer::{Outcome, Retry};
use sdk_hmac_sha256::Credentials;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use crate::faults::explained;
use crate::program::{Running, command};
use crate::site::{BODY, PROJECT, REGION, call, list, list_target, update};
use crate::tls::{certificate, pem, server};

fn settings(upstream: &str, endpoint: &str) -> String {
    format!(
        "listen = \"127.0.0.1:0\"\n[upstream]\nconnect_timeout_seconds = 2\n{upstream}\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"{endpoint}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
    )
}

/// A program with these settings, and keys in its environment.
fn program(folder: &Path, text: &str) -> Command {
    let file = folder.join("proxy.toml");
    fs::write(&file, text).expect("a file");
    let mut command = command(&["--config", &file.display().to_string()]);
    command.env("CLOUD_SDK_AK", "AK").env("CLOUD_SDK_SK", "SK");
    for name in ["HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "HTTP_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command
}

/// What it answers to a list.
fn ask(command: &mut Command) -> (String, String) {
    let proxy = Running::start(command);
    let head = format!("GET {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1", list_target());
    let answer = proxy.send(&head, "");
    (answer, proxy.stop("-TERM"))
}

/// Spellings of loopback that are no name of it: they are resolved, and refused before anything is dialled.
#[tokio::test]
async fn a_name_that_leads_to_loopback_is_not_dialled() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let text = settings("", &format!("https://0x7f000001:{port}"));
    let settings = Settings::read(&text, false).expect("the name says nothing");
    let proxy = Proxy::new(settings, Credentials::new("AK", "SK")).expect("a proxy");
    let routes = cts_proxy::app(proxy);
    for request in [update(BODY), list("")] {
        let answer = call(&routes, request).await;
        assert_eq!((answer.status, answer.code()), (502, "PROXY.0502".into()));
        let explanation = explained(&answer);
        assert_eq!(explanation.outcome, Outcome::NotTaken);
        assert_eq!(explanation.retry, Retry::AfterSupport);
        let message = answer.message();
        assert!(
            message.contains("must not use; nothing was sent"),
            "{message}"
        );
        assert!(!message.contains("127.0.0.1"), "the log has it: {message}");
    }
    let nobody = std::time::Duration::from_millis(200);
    let dialled = tokio::time::timeout(nobody, listener.accept()).await;
    assert!(dialled.is_err(), "it was dialled");
}

#[test]
fn an_endpoint_that_is_an_address_is_looked_at_with_the_settings() {
    for (upstream, endpoint, good) in [
        ("", "https://10.0.0.1", false),
        ("", "https://169.254.169.254", false),
        ("", "https://[fd00::1]:8443", false),
        ("", "https://[::ffff:10.0.0.1]", false),
        ("", "https://127.0.0.2", false),
        ("", "https://127.0.0.1", true),
        ("", "https://[::1]:8443", true),
        ("", "https://1.1.1.1", true),
        (
            "allow_addresses = [\"10.0.0.0/8\"]",
            "https://10.0.0.1",
            true,
        ),
        ("allow_addresses = [\"10.0.0.1\"]", "https://10.0.0.1", true),
        (
            "allow_addresses = [\"10.0.0.2\"]",
            "https://10.0.0.1",
            false,
        ),
    ] {
        match Settings::read(&settings(upstream, endpoint), false) {
            Ok(_) => assert!(good, "{endpoint}"),
            Err(error) => {
                assert!(!good, "{error}");
                assert_eq!(error.key(), "region.endpoint");
                assert!(
                    error.to_string().contains("upstream.allow_addresses"),
                    "{error}"
                );
            }
        }
    }
}

/// The time for a connection counts to the end of the TLS handshake, and until then nothing was sent.
#[tokio::test]
async fn a_handshake_that_does_not_end_is_not_waited_for() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let text = settings("", &format!("https://localhost:{port}"));
    let settings = Settings::read(&text, false).expect("good settings");
    let proxy = Proxy::new(settings, Credentials::new("AK", "SK")).expect("a proxy");
    // The system takes the connection; nobody ever answers on it.
    let start = std::time::Instant::now();
    let answer = call(&cts_proxy::app(proxy), update(BODY)).await;
    let took = start.elapsed().as_millis();
    assert_eq!((answer.status, answer.code()), (502, "PROXY.0502".into()));
    let message = answer.message();
    assert!(
        message.contains("cannot be reached; nothing was sent"),
        "{message}"
    );
    assert_eq!(explained(&answer).outcome, Outcome::NotTaken);
    assert!((1_500..10_000).contains(&took), "{took} ms");
    drop(listener);
}

/// Counts the tunnels that were asked for, and opens each to the cloud of the test, whatever host was named.
async fn forward_proxy(cloud: u16) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let tunnels = Arc::new(AtomicUsize::new(0));
    let counter = tunnels.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let counter = counter.clone();
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    let byte = stream.read_u8().await.expect("a head");
                    head.push(byte);
                }
                let head = String::from_utf8(head).expect("text").to_lowercase();
                assert!(
                    head.starts_with("connect cts.example.com:443 http/1.1\r\n"),
                    "{head}"
                );
                assert!(!head.contains("x-sdk-date") && !head.contains("\r\nauthorization"));
                let wanted = "proxy-authorization: basic dxnlcjpwyxnz";
                let said: &[u8] = if head.contains(wanted) {
                    b"HTTP/1.1 200 Connection established\r\n\r\n"
                } else {
                    b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"
                };
                stream.write_all(said).await.expect("sent");
                if said.starts_with(b"HTTP/1.1 200") {
                    counter.fetch_add(1, Ordering::SeqCst);
                    let mut cloud = TcpStream::connect(("127.0.0.1", cloud))
                        .await
                        .expect("open");
                    // Ends when one of them hangs up.
                    let _ = copy_bidirectional(&mut stream, &mut cloud).await;
                }
            });
        }
    });
    (address, tunnels)
}

/// The name of the endpoint does not exist, so only the forward proxy can lead to the cloud of the test.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn proxy_variables_count_when_the_settings_say_so() {
    let certificate = certificate("cts.example.com");
    let (cloud, requests) = server(&certificate).await;
    let (forward, tunnels) = forward_proxy(cloud).await;
    let with_user = forward.replace("http://", "http://user:pass@");
    let folder = TempDir::new().expect("a folder");
    let ca = folder.path().join("ca.pem");
    fs::write(&ca, pem(&certificate)).expect("a file");
    let trust = format!("ca_file = \"{}\"", ca.display());
    for (line, variables, taken, said) in [
        // By default no variable changes anything.
        (
            "",
            &[("HTTPS_PROXY", &with_user), ("ALL_PROXY", &with_user)][..],
            false,
            "cannot be reached",
        ),
        (
            "proxy = \"environment\"",
            &[("HTTPS_PROXY", &with_user)],
            true,
            "",
        ),
        (
            "proxy = \"environment\"",
            &[("https_proxy", &with_user)],
            true,
            "",
        ),
        (
            "proxy = \"environment\"",
            &[("ALL_PROXY", &with_user)],
            true,
            "",
        ),
        (
            "proxy = \"environment\"",
            &[
                ("HTTPS_PROXY", &with_user),
                ("NO_PROXY", &"example.com".to_owned()),
            ],
            false,
            "cannot be reached",
        ),
        (
            "proxy = \"environment\"",
            &[("HTTP_PROXY", &with_user)],
            false,
            "cannot be reached",
        ),
        // An address in the settings has no password, which this forward proxy wants.
        (
            &format!("proxy = \"{forward}\""),
            &[],
            false,
            "cannot be reached",
        ),
    ] {
        let before = (
            requests.load(Ordering::SeqCst),
            tunnels.load(Ordering::SeqCst),
        );
        let text = settings(&format!("{trust}\n{line}"), "https://cts.example.com");
        let mut command = program(folder.path(), &text);
        for (name, value) in variables {
            command.env(name, value);
        }
        let (answer, log) = tokio::task::spawn_blocking(move || ask(&mut command))
            .await
            .expect("no panic");
        let after = (
            requests.load(Ordering::SeqCst),
            tunnels.load(Ordering::SeqCst),
        );
        let passed = usize::from(taken);
        assert_eq!(
            (after.0 - before.0, after.1 - before.1),
            (passed, passed),
            "{line}: {answer} {log}"
        );
        if taken {
            assert!(answer.ends_with("{\"trackers\":[]}"), "{answer}");
        } else {
            assert!(
                answer.contains(said) && answer.contains("nothing was sent"),
                "{answer}"
            );
        }
        assert!(!log.contains("user:pass"), "{log}");
        if line.contains("http://") {
            assert!(log.contains("proxy authorization required"), "{log}");
        }
    }
}

/// A local endpoint is reached directly, whatever the settings say about a forward proxy.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_local_endpoint_is_not_reached_through_a_forward_proxy() {
    let certificate = certificate("localhost");
    let (cloud, requests) = server(&certificate).await;
    let (forward, tunnels) = forward_proxy(cloud).await;
    let folder = TempDir::new().expect("a folder");
    let ca = folder.path().join("ca.pem");
    fs::write(&ca, pem(&certificate)).expect("a file");
    let upstream = format!("ca_file = \"{}\"\nproxy = \"{forward}\"", ca.display());
    let text = settings(&upstream, &format!("https://localhost:{cloud}"));
    let mut command = program(folder.path(), &text);
    let (answer, _) = tokio::task::spawn_blocking(move || ask(&mut command))
        .await
        .expect("no panic");
    assert!(answer.ends_with("{\"trackers\":[]}"), "{answer}");
    let seen = (
        requests.load(Ordering::SeqCst),
        tunnels.load(Ordering::SeqCst),
    );
    assert_eq!(seen, (1, 0));
}

#[tokio::test]
async fn a_file_with_certificates_is_read_whole() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("ca.pem");
    let good = pem(&certificate("localhost"));
    for (text, part) in [
        (None, "cannot be read"),
        (Some(""), "holds no certificate"),
        (
            Some("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n"),
            "cannot be read",
        ),
        (
            Some("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            "wrong certificate",
        ),
    ] {
        match text {
            Some(text) => fs::write(&file, format!("{text}\n")).expect("a file"),
            None => drop(fs::remove_file(&file)),
        }
        let upstream = format!("ca_file = \"{}\"", file.display());
        let read = |endpoint: &str| {
            let settings =
                Settings::read(&settings(&upstream, endpoint), false).expect("good settings");
            Proxy::new(settings, Credentials::new("AK", "SK")).map(drop)
        };
        let error = read("https://localhost").expect_err("wrong");
        assert_eq!(error.key(), "upstream.ca_file");
        assert!(error.to_string().contains(part), "{error}");
        if text.is_some_and(|text| text.contains("AAAA")) {
            fs::write(&file, format!("{good}{}", text.unwrap_or_default())).expect("a file");
            assert!(
                read("https://localhost").is_err(),
                "one wrong one among good ones"
            );
            fs::write(&file, &good).expect("a file");
            assert_eq!(read("https://localhost"), Ok(()));
        }
    }
}
