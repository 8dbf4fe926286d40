//! A cloud of a few lines: it answers by method, counts, and can be slow.

use std::sync::{Arc, Mutex};

use axum::Router;
use cts_proxy::{Proxy, Settings, app};
use sdk_hmac_sha256::Credentials;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::site::{PROJECT, REGION};

/// What it answers to a method: the whole answer as bytes on the wire.
type Answers = fn(&str) -> &'static str;

/// A cloud on loopback. It ends with the runtime of the test.
pub(crate) struct Cloud {
    pub(crate) endpoint: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Cloud {
    pub(crate) async fn new(answers: Answers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let list = seen.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, answers, list.clone()));
            }
        });
        Self { endpoint, seen }
    }

    /// The heads of the requests that arrived, in lower case.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.seen.lock().expect("no panic").clone()
    }

    /// The methods of the requests that arrived.
    pub(crate) fn seen(&self) -> Vec<String> {
        let method = |head: &String| head.split(' ').next().unwrap_or_default().to_uppercase();
        self.heads().iter().map(method).collect()
    }

    /// The settings of a proxy whose only region leads here, with these lines before the tables.
    pub(crate) fn settings(&self, text: &str) -> Settings {
        let text = format!(
            "{text}\n[[region]]\nid = \"{REGION}\"\nendpoint = \"{}\"\n\
             [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n",
            self.endpoint
        );
        // Keys are there without the table, and only without it.
        Settings::read(&text, text.contains("[credential]")).expect("good settings")
    }

    /// A proxy in front of it.
    pub(crate) fn proxy(&self, text: &str) -> Router {
        let proxy = Proxy::new(self.settings(text), Credentials::new("THE-AK", "THE-SK"));
        app(proxy.expect("a proxy"))
    }
}

/// Reads one request after the other and answers each.
async fn converse(mut stream: TcpStream, answers: Answers, seen: Arc<Mutex<Vec<String>>>) {
    let mut text = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let whole = whole_request(&text);
        if let Some((head, length)) = whole {
            text.drain(..length);
            let answer = answers(head.split(' ').next().unwrap_or_default());
            seen.lock().expect("no panic").push(head.to_lowercase());
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
            continue;
        }
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => text.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
}

/// The head of the first request and its whole length, when all of it is there.
fn whole_request(text: &[u8]) -> Option<(String, usize)> {
    let end = text.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&text[..end]).into_owned();
    let length = head
        .lines()
        .find_map(|line| {
            line.to_lowercase()
                .strip_prefix("content-length:")?
                .trim()
                .parse()
                .ok()
        })
        .unwrap_or(0);
    (text.len() >= end + length).then_some((head, end + length))
}
