//! An upstream of a few lines that keeps whole requests and says one thing to all of them.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    /// The first line.
    pub(crate) line: String,
    /// Names in lower case, and values.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Arrived {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other == name)?;
        Some(&found.1)
    }
}

/// It ends with the runtime of the test.
pub(crate) struct Recorder {
    pub(crate) endpoint: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl Recorder {
    /// Says this to every request; nothing at all breaks the connection.
    pub(crate) async fn new(said: Vec<u8>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        let arrived = Arc::new(Mutex::new(Vec::new()));
        let kept = arrived.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, said.clone(), kept.clone()));
            }
        });
        Self { endpoint, arrived }
    }

    /// Everything that arrived so far.
    pub(crate) fn requests(&self) -> Vec<Arrived> {
        self.arrived.lock().expect("no panic").clone()
    }
}

async fn converse(mut stream: TcpStream, said: Vec<u8>, kept: Arc<Mutex<Vec<Arrived>>>) {
    while let Some(request) = read(&mut stream).await {
        kept.lock().expect("no panic").push(request);
        if said.is_empty() || stream.write_all(&said).await.is_err() {
            return;
        }
    }
}

/// The next request; requests do not overlap.
pub(crate) async fn read(stream: &mut TcpStream) -> Option<Arrived> {
    let mut text = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(request) = whole(&text) {
            return Some(request);
        }
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => text.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
}

fn whole(text: &[u8]) -> Option<Arrived> {
    let end = text.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&text[..end]).into_owned();
    let mut lines = head.lines().map(str::to_owned);
    let mut request = Arrived {
        line: lines.next()?,
        headers: lines
            .filter_map(|line| {
                let (name, value) = line.split_once(':')?;
                Some((name.to_lowercase(), value.trim().to_owned()))
            })
            .collect(),
        body: text[end + 4..].to_vec(),
    };
    let length = request
        .header("content-length")
        .map_or(0, |length| length.parse().expect("a length"));
    (request.body.len() >= length).then(|| {
        request.body.truncate(length);
        request
    })
}

/// An answer as bytes on the wire.
pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        text.extend([*name, ": ", *value, "\r\n"]);
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}
