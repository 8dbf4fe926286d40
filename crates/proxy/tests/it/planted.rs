//! Whatever the credential comes from: nothing of it is in answers, the log at its finest level, errors and what is
//! printed of settings.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cts_proxy::{Proxy, Settings, Source};
use serde_json::json;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;

use crate::program::{Running, command};
use crate::recorder::{answer, read};
use crate::site::{BODY, PROJECT, REGION, list_target, update_target};

/// A cloud that repeats every header of a request, and gives a new token to whoever asks, good for three seconds.
async fn echo() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let tokens = Arc::new(AtomicUsize::new(0));
    let counter = tokens.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let counter = counter.clone();
            tokio::spawn(async move {
                while let Some(request) = read(&mut stream).await {
                    let said = if request.line.contains("/v3/auth/tokens") {
                        let number = counter.fetch_add(1, Ordering::SeqCst);
                        let token = json!({"token": {
                            "issued_at": "2020-01-04T09:05:22.000000Z",
                            "expires_at": "2020-01-04T09:05:25.000000Z",
                        }});
                        let value = format!("PLANTED/TOKEN-{number}");
                        answer(201, &[("X-Subject-Token", &value)], &token.to_string())
                    } else {
                        let repeated =
                            json!({"error_code": "CTS.0002", "headers": request.headers});
                        let text = repeated.to_string().replace('/', "\\/");
                        let one = request.header("x-auth-token").unwrap_or("none");
                        answer(403, &[("X-Request-Id", one)], &text)
                    };
                    if stream.write_all(&said).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (endpoint, tokens)
}

fn private(path: &Path, text: &str) {
    fs::write(path, text).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("rights");
}

/// Keys as a file or a command gives them.
const KEYS: &str = r#"{"credential":{"access":"PLANTED-AK","secret":"PLANTED/SK","securitytoken":"PLANTED/ST==","expires_at":"2999-01-08T03:50:07.574000Z"}}"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_source_shows_what_it_gives() {
    let folder = TempDir::new().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    private(Path::new(&path("keys.json")), KEYS);
    private(Path::new(&path("password")), "PLANTED/PASSWORD\n");
    let (endpoint, tokens) = echo().await;
    let user = format!(
        "user = \"the-user\"\ndomain = \"the-account\"\niam_endpoint = \"{endpoint}\"\n\
         password_file = \"{}\"",
        path("password")
    );
    let printing = format!("command = [\"printf\", \"%s\", '{KEYS}']");
    let quiet = format!("command = [\"cat\", \"{}\"]", path("keys.json"));
    for (table, secret) in [
        (format!("file = \"{}\"", path("keys.json")), "access=***"),
        (quiet, "access=***"),
        (printing, "access=***"),
        (user, "x-auth-token\",\"***"),
    ] {
        let text = format!(
            "listen = \"127.0.0.1:0\"\n[credential]\n{table}\n\
             [[region]]\nid = \"{REGION}\"\nendpoint = \"{endpoint}\"\n\
             [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
        );
        let file = path("proxy.toml");
        fs::write(&file, &text).expect("a file");
        let printed = what_is_printed(&text);
        let outcome = tokio::task::spawn_blocking(move || run(&file)).await;
        let (answers, log) = outcome.expect("no panic");
        for answer in &answers {
            assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
            assert!(
                answer.to_lowercase().contains(secret),
                "it was repeated: {answer}"
            );
        }
        assert!(
            log.contains("TRACE") && log.contains("credential fetched"),
            "{log}"
        );
        for text in answers.iter().chain([&log, &printed]) {
            assert!(!text.contains("PLANTED"), "{text}");
        }
    }
    let tokens = tokens.load(Ordering::SeqCst);
    assert!((2..=4).contains(&tokens), "it was renewed: {tokens}");
}

/// What somebody would see who prints everything that can be printed.
fn what_is_printed(text: &str) -> String {
    let settings = Settings::read(text, true).expect("good settings");
    let source = Source::open(settings.credential.as_ref().expect("a table"), |_| None);
    let source = source.expect("a source");
    let printed = format!("{settings:?} {settings:#?} {source:?} {source:#?}");
    let proxy = Proxy::new(settings, source).expect("a proxy");
    format!("{printed} {:?}", proxy.ready())
}

/// Some calls while tokens are renewed, a reload, and the log.
fn run(file: &str) -> (Vec<String>, String) {
    let checked = command(&["--config", file, "--check-config"])
        .output()
        .expect("an end");
    assert!(checked.status.success());
    assert_eq!(checked.stdout, b"The settings are valid.\n");
    assert_eq!(checked.stderr, b"");
    let proxy = Running::start(command(&["--config", file]).env("CTS_PROXY_LOG", "trace"));
    let list = format!("GET {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1", list_target());
    let update = format!(
        "PUT {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1\r\nContent-Type: application/json",
        update_target()
    );
    let mut answers = Vec::new();
    for round in 0..6 {
        answers.push(proxy.send(&list, ""));
        answers.push(proxy.send(&update, BODY));
        std::thread::sleep(Duration::from_millis(300));
        if round == 4 {
            proxy.signal("-HUP");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    (answers, proxy.stop("-TERM"))
}

/// A source that is wrong: the error names where, and no text of it.
#[test]
fn what_is_wrong_with_a_source_is_told_without_it() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("secret");
    let shown = path.display();
    let user = format!("user = \"u\"\ndomain = \"d\"\npassword_file = \"{shown}\"");
    let keys = format!("file = \"{shown}\"");
    for (table, text, mode, key, part) in [
        (&keys, "PLANTED", 0o600, "credential.file", "not JSON"),
        (&keys, KEYS, 0o644, "credential.file", "chmod 600"),
        (
            &keys,
            r#"{"access":"PLANTED","secret":"PLANTED\n"}"#,
            0o600,
            "credential.file",
            "secret is empty",
        ),
        (
            &user,
            "PLANTED",
            0o640,
            "credential.password_file",
            "chmod 600",
        ),
        (
            &user,
            "\n",
            0o600,
            "credential.password_file",
            "no password",
        ),
    ] {
        fs::write(&path, text).expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("rights");
        let text = format!(
            "[credential]\n{table}\n[[region]]\nid = \"{REGION}\"\n[[project]]\nid = \"{PROJECT}\"\nname = \"T\"\nregion = \"{REGION}\"\n"
        );
        let settings = Settings::read(&text, true).expect("good settings");
        let source = Source::open(settings.credential.as_ref().expect("a table"), |_| None);
        let error = source.expect_err("wrong");
        assert_eq!(error.key(), key, "{error}");
        assert!(error.to_string().contains(part), "{error}");
        assert!(!format!("{error} {error:?}").contains("PLANTED"), "{error}");
    }
}
