//! New settings while the proxy runs, and how it ends.
#![cfg(unix)]

use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;

use crate::program::{Running, command};
use crate::recorder::{answer, read};
use crate::site::{BODY, PROJECT, REGION};

/// A settings file that can be written anew.
struct File {
    folder: TempDir,
    endpoint: String,
}

impl File {
    fn new(endpoint: &str) -> Self {
        let folder = TempDir::new().expect("a folder");
        let file = Self {
            folder,
            endpoint: endpoint.to_owned(),
        };
        file.write("", "First");
        file
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("proxy.toml")
    }

    fn write(&self, lines: &str, project: &str) {
        let text = format!(
            "listen = \"127.0.0.1:0\"\n{lines}\n\
             [[region]]\nid = \"{REGION}\"\nendpoint = \"{}\"\n\
             [[project]]\nid = \"{PROJECT}\"\nname = \"{project}\"\nregion = \"{REGION}\"\n",
            self.endpoint
        );
        fs::write(self.path(), text).expect("a file");
    }

    fn start(&self) -> Running {
        let mut command = command(&["--config", &self.path().display().to_string()]);
        command.env("CLOUD_SDK_AK", "AK").env("CLOUD_SDK_SK", "SK");
        Running::start(&mut command)
    }
}

fn project(proxy: &Running) -> String {
    let answer = proxy.send("GET /config.json HTTP/1.1", "");
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let config: serde_json::Value = serde_json::from_str(body).expect("JSON");
    config["projects"][0]["name"]
        .as_str()
        .expect("a name")
        .to_owned()
}

/// Waits until it holds.
fn eventually(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(10), "{what}");
        sleep(Duration::from_millis(20));
    }
}

fn update_head() -> String {
    format!(
        "PUT /api/{REGION}/v3/{PROJECT}/tracker HTTP/1.1\r\nX-CTS-Tracker-Form: 1\r\n\
         Content-Type: application/json"
    )
}

#[test]
fn new_settings_are_taken_and_wrong_ones_are_not() {
    let file = File::new("http://127.0.0.1:9");
    let proxy = file.start();
    assert_eq!(project(&proxy), "First");
    file.write("", "Second");
    proxy.signal("-HUP");
    eventually("the new settings", || project(&proxy) == "Second");
    for (lines, project_name) in [
        ("lissten = 1", "Third"),
        ("", " "),
        ("[upstream]\nca_file = \"/nonexistent\"", "Third"),
        ("[credential]\nfile = \"/nonexistent\"", "Third"),
    ] {
        file.write(lines, project_name);
        proxy.signal("-HUP");
        sleep(Duration::from_millis(200));
        assert_eq!(project(&proxy), "Second", "{lines}");
    }
    file.write("", "Fourth");
    proxy.signal("-HUP");
    eventually("good ones again", || project(&proxy) == "Fourth");
    file.write("", "Fifth");
    let text = fs::read_to_string(file.path()).expect("a file");
    fs::write(file.path(), text.replace("127.0.0.1:0", "127.0.0.1:1")).expect("a file");
    proxy.signal("-HUP");
    sleep(Duration::from_millis(200));
    assert_eq!(project(&proxy), "Fourth");
    let log = proxy.stop("-TERM");
    for part in [
        "unknown field `lissten`",
        "project.name",
        "upstream.ca_file: /nonexistent cannot be read",
        "credential: there are keys in the environment too",
        "listen: the proxy listens on 127.0.0.1:0, which cannot become 127.0.0.1:1",
        "the old ones stay",
    ] {
        assert!(log.contains(part), "{part}: {log}");
    }
    let (all, wrong) = (log.matches("new settings"), log.matches("the new settings"));
    assert_eq!((all.count(), wrong.count()), (7, 5), "{log}");
}

/// A cloud that answers after this long.
async fn slow(seconds: u64) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                while read(&mut stream).await.is_some() {
                    tokio::time::sleep(Duration::from_secs(seconds)).await;
                    if stream.write_all(&answer(200, &[], "")).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    endpoint
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_in_flight_ends_with_what_it_began_with() {
    let file = File::new(&slow(2).await);
    let outcome = tokio::task::spawn_blocking(move || {
        let proxy = file.start();
        let flight = proxy.begin(&update_head(), BODY);
        sleep(Duration::from_millis(300));
        let nobody = File {
            endpoint: "http://127.0.0.1:9".to_owned(),
            ..file
        };
        nobody.write("", "Second");
        proxy.signal("-HUP");
        eventually("the new settings", || project(&proxy) == "Second");
        let next = proxy.send(&update_head(), BODY);
        assert!(next.starts_with("HTTP/1.1 502 "), "{next}");
        Running::end(flight)
    });
    let answer = outcome.await.expect("no panic");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_in_flight_is_finished_and_new_ones_are_refused() {
    let file = File::new(&slow(2).await);
    tokio::task::spawn_blocking(move || {
        let proxy = file.start();
        let flight = proxy.begin(&update_head(), BODY);
        sleep(Duration::from_millis(300));
        proxy.signal("-TERM");
        eventually("no new connections", || !proxy.accepts());
        let answer = Running::end(flight);
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        let log = proxy.ended();
        assert!(log.0.success() && log.1.contains("stopping"), "{log:?}");
    })
    .await
    .expect("no panic");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_second_signal_ends_it_at_once() {
    let file = File::new(&slow(20).await);
    tokio::task::spawn_blocking(move || {
        let proxy = file.start();
        let _flight = proxy.begin(&update_head(), BODY);
        sleep(Duration::from_millis(300));
        let start = Instant::now();
        proxy.signal("-INT");
        eventually("no new connections", || !proxy.accepts());
        proxy.signal("-TERM");
        let (status, log) = proxy.ended();
        assert!(!status.success());
        assert!(log.contains("stopped at once"), "{log}");
        assert!(start.elapsed() < Duration::from_secs(5));
    })
    .await
    .expect("no panic");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_delay_and_the_grace_are_those_of_the_settings() {
    let file = File::new(&slow(20).await);
    file.write("[stop]\ndelay_seconds = 1\ngrace_seconds = 1", "First");
    tokio::task::spawn_blocking(move || {
        let proxy = file.start();
        let _flight = proxy.begin(&update_head(), BODY);
        sleep(Duration::from_millis(300));
        let ready = || proxy.send("GET /readyz HTTP/1.1", "");
        assert!(ready().starts_with("HTTP/1.1 200 "), "{}", ready());
        let start = Instant::now();
        proxy.signal("-TERM");
        sleep(Duration::from_millis(300));
        let probed = ready();
        assert!(probed.starts_with("HTTP/1.1 503 "), "{probed}");
        assert!(probed.contains("the proxy is stopping"), "{probed}");
        assert_eq!(project(&proxy), "First", "it still serves");
        let (status, log) = proxy.ended();
        let took = start.elapsed();
        assert!(status.success(), "{log}");
        assert!(log.contains("some requests did not end in time"), "{log}");
        assert!((2..5).contains(&took.as_secs()), "{took:?}");
    })
    .await
    .expect("no panic");
}
