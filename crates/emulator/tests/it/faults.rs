//! Faults on demand, over sockets.

use std::time::{Duration, Instant};

use cts_emulator::{Emulator, Fault, FaultKind, Settings, serve};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::call::{PROJECT, key, settings, signed};

const OFF: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#;

/// A stand-in on a socket; it ends with the runtime of the test.
pub(crate) struct Served {
    pub(crate) emulator: Emulator,
    address: String,
}

impl Served {
    pub(crate) async fn new(settings: Settings) -> Self {
        let emulator = Emulator::new(settings);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let never = std::future::pending();
        tokio::spawn(serve(listener, emulator.clone(), never));
        Self { emulator, address }
    }

    /// What comes back on a connection of its own, and the error that ended it, if one did.
    pub(crate) async fn exchange(
        &self,
        method: &str,
        target: &str,
        headers: &[(String, String)],
        body: &str,
    ) -> (String, Option<std::io::ErrorKind>) {
        let lines: String = headers
            .iter()
            .flat_map(|(name, value)| [name.as_str(), ": ", value.as_str(), "\r\n"])
            .collect();
        let length = body.len();
        let text = format!(
            "{method} {target} HTTP/1.1\r\n{lines}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        let mut stream = TcpStream::connect(&self.address)
            .await
            .expect("a connection");
        stream.write_all(text.as_bytes()).await.expect("sent");
        let mut answer = Vec::new();
        let end = stream.read_to_end(&mut answer).await;
        let answer = String::from_utf8(answer).expect("UTF-8");
        (answer, end.err().map(|error| error.kind()))
    }

    async fn update(&self) -> (String, Option<std::io::ErrorKind>) {
        let target = format!("/v3/{PROJECT}/tracker");
        let headers = signed(&key(), "PUT", &target, OFF);
        self.exchange("PUT", &target, &headers, OFF).await
    }

    async fn list(&self) -> (String, Option<std::io::ErrorKind>) {
        let target = format!("/v3/{PROJECT}/trackers?tracker_name=system");
        let headers = signed(&key(), "GET", &target, "");
        self.exchange("GET", &target, &headers, "").await
    }

    /// Whether the update of these tests took.
    async fn is_off(&self) -> bool {
        let (answer, end) = self.list().await;
        assert_eq!((&answer[..15], end), ("HTTP/1.1 200 OK", None), "{answer}");
        answer.contains("\"status\":\"disabled\"")
    }
}

async fn served() -> Served {
    Served::new(settings()).await
}

/// The declared length of an answer and the length of what came.
fn lengths(answer: &str) -> (usize, usize) {
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let declared = head
        .lines()
        .find_map(|line| {
            line.to_lowercase()
                .strip_prefix("content-length: ")
                .map(str::to_owned)
        })
        .expect("a length");
    (declared.parse().expect("a number"), body.len())
}

#[tokio::test]
async fn a_reset_before_the_change_and_after_it() {
    for (fault, made) in [
        (Fault::new(FaultKind::Reset), false),
        (Fault::new(FaultKind::Reset).after_change(), true),
    ] {
        let served = served().await;
        served.emulator.add_fault(fault);
        let (answer, end) = served.update().await;
        assert_eq!(answer, "");
        assert_eq!(end, Some(std::io::ErrorKind::ConnectionReset));
        assert_eq!(served.is_off().await, made, "the next connection is served");
    }
}

#[tokio::test]
async fn half_an_answer() {
    let served = served().await;
    served
        .emulator
        .add_fault(Fault::new(FaultKind::HalfAnswer).times(2));
    let (answer, _) = served.list().await;
    let (declared, came) = lengths(&answer);
    assert_eq!(came, declared / 2, "{answer}");
    let (answer, _) = served.update().await;
    assert_eq!(lengths(&answer), (2, 1), "{answer}");
    assert!(served.is_off().await, "the request is carried out");
}

#[tokio::test]
async fn a_wrong_length() {
    let served = served().await;
    served
        .emulator
        .add_fault(Fault::new(FaultKind::WrongLength));
    let (answer, _) = served.list().await;
    let (declared, came) = lengths(&answer);
    assert_eq!(declared, came + 7, "{answer}");
    assert!(answer.ends_with("]}"), "{answer}");
}

#[tokio::test]
async fn a_page_of_something_in_between() {
    let served = served().await;
    served.emulator.add_fault(Fault::new(FaultKind::HtmlPage));
    let (answer, end) = served.update().await;
    assert!(answer.starts_with("HTTP/1.1 502 "), "{answer}");
    assert!(answer.contains("content-type: text/html"), "{answer}");
    assert!(answer.contains("<h1>502 Bad Gateway</h1>"), "{answer}");
    assert_eq!(end, None);
    assert!(!served.is_off().await);
}

#[tokio::test]
async fn a_delay() {
    let served = served().await;
    let time = Duration::from_millis(300);
    served
        .emulator
        .add_fault(Fault::new(FaultKind::Delay(time)).on("PUT"));
    let start = Instant::now();
    assert!(!served.is_off().await);
    assert!(start.elapsed() < time, "a list is not a PUT");
    let start = Instant::now();
    let (answer, _) = served.update().await;
    assert!(start.elapsed() >= time);
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(served.is_off().await);
}

#[tokio::test]
async fn refusals_of_each_kind_change_nothing() {
    let served = served().await;
    for (code, status) in [("APIGW.0308", 429), ("CTS.0004", 500), ("APIGW.0613", 503)] {
        served.emulator.add_fault(Fault::code(code));
        let (answer, _) = served.update().await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{answer}"
        );
        assert!(answer.contains(code), "{answer}");
        assert!(!served.is_off().await);
    }
    served.emulator.add_fault(Fault::code("CTS.9999"));
    let (answer, _) = served.update().await;
    assert!(answer.contains("APIGW.0601"), "{answer}");
}

#[tokio::test]
async fn a_time_out_with_the_change_made() {
    let served = served().await;
    served.emulator.add_fault(Fault::late_timeout());
    let (answer, _) = served.update().await;
    assert!(answer.starts_with("HTTP/1.1 504 "), "{answer}");
    assert!(
        answer.contains("\"error_msg\":\"Backend timeout.\""),
        "{answer}"
    );
    assert!(served.is_off().await);
}

#[tokio::test]
async fn exactly_what_was_asked_for() {
    let served = served().await;
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    served.emulator.add_fault(Fault::new(FaultKind::Answer {
        status: 404,
        headers: vec![
            header("X-Request-Id", "abc"),
            header("Content-Type", "text/plain"),
        ],
        body: "plain".to_owned(),
    }));
    let (answer, _) = served.update().await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    assert!(answer.contains("x-request-id: abc\r\n"), "{answer}");
    assert!(answer.ends_with("\r\n\r\nplain"), "{answer}");
}

#[tokio::test]
async fn faults_strike_in_order_and_can_be_forgotten() {
    let served = served().await;
    served.emulator.add_fault(Fault::code("CTS.0004").times(2));
    served.emulator.add_fault(Fault::code("CTS.0005"));
    served.emulator.add_fault(Fault::code("CTS.0001").times(0));
    assert_eq!(served.emulator.pending_faults(), 3);
    for code in ["CTS.0004", "CTS.0004", "CTS.0005"] {
        let (answer, _) = served.update().await;
        assert!(answer.contains(code), "{answer}");
    }
    served.emulator.add_fault(Fault::code("CTS.0004"));
    served.emulator.clear_faults();
    assert!(!served.is_off().await);
}
