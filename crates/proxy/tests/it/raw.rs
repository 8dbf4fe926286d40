//! Malformed HTTP over sockets: refused, never forwarded, and the next connection is served.

mod refused;
mod slow;
mod stopping;

use std::time::Duration;

use cts_proxy::{Patience, StandIn, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::site::{BODY, Site, list_target, update_target};

/// More than any answer here takes.
const LONG: Duration = Duration::from_secs(40);

/// A proxy on a socket.
struct Raw {
    address: String,
    stand_in: StandIn,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Raw {
    async fn new() -> Self {
        Self::with(Patience::default()).await
    }

    async fn with(patience: Patience) -> Self {
        let site = Site::new().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let (stop, stopped) = oneshot::channel::<()>();
        let routes = site.routes.clone();
        let task = tokio::spawn(async move {
            serve(listener, routes, patience, async {
                let _ = stopped.await;
            })
            .await;
        });
        Self {
            address,
            stand_in: site.stand_in,
            stop,
            task,
        }
    }

    fn received(&self) -> u64 {
        self.stand_in.emulator().received()
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(&self.address)
            .await
            .expect("a connection")
    }

    /// Sends these bytes and reads until the proxy closes.
    async fn send(&self, bytes: impl AsRef<[u8]>) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes.as_ref()).await.expect("sent");
        rest(&mut stream).await
    }

    /// An ordinary update on a new connection is served.
    async fn still_serves(&self) {
        let before = self.received();
        let answer = self.send(update("Connection: close\r\n", BODY)).await;
        assert_eq!(status(&answer), 200, "{answer}");
        assert_eq!(self.received(), before + 1);
    }
}

/// What comes until the proxy closes.
async fn rest(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    timeout(LONG, stream.read_to_end(&mut answer))
        .await
        .expect("the proxy closes")
        .expect("an orderly end");
    String::from_utf8(answer).expect("UTF-8")
}

/// The status of the first answer.
fn status(answer: &str) -> u16 {
    let status = answer.split(' ').nth(1).unwrap_or_default();
    status
        .parse()
        .unwrap_or_else(|_| panic!("no status: {answer:?}"))
}

/// How many answers these are.
fn answers(text: &str) -> usize {
    text.split("HTTP/1.1 ")
        .filter(|part| part.starts_with(|first: char| first.is_ascii_digit()))
        .count()
}

/// An update with these header lines more.
fn update(lines: &str, body: &str) -> String {
    let length = body.len();
    with_lines(&format!("Content-Length: {length}\r\n{lines}"), body)
}

/// An update with these header lines, length or not among them.
fn with_lines(lines: &str, body: &str) -> String {
    let target = update_target();
    format!(
        "PUT {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-CTS-Tracker-Form: 1\r\n\
         Content-Type: application/json\r\n{lines}\r\n{body}"
    )
}

/// A list with this first line but for the method.
fn list(target: &str, version: &str) -> String {
    format!("GET {target} {version}\r\nHost: 127.0.0.1\r\nX-CTS-Tracker-Form: 1\r\n\r\n")
}

/// A list that is in order.
fn good_list() -> String {
    list(&list_target(), "HTTP/1.1")
}
