//! An upstream that misbehaves: each case has its own clear answer, and nothing is sent twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use cts_tracker::answer::{Answer as CloudAnswer, Explanation, Outcome, explain};
use sdk_hmac_sha256::Credentials;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::site::{Answer, BODY, call, list, proxy_to, update};

/// What the upstream does once it has read a request.
#[derive(Clone)]
enum Fault {
    /// Sends exactly this and closes.
    Say(Vec<u8>),
    /// Sends nothing for this long.
    Wait(Duration),
}

/// An upstream with one fault; counts the requests it has read.
struct Upstream {
    routes: Router,
    requests: Arc<AtomicUsize>,
}

impl Upstream {
    async fn new(fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(AtomicUsize::new(0));
        let counter = requests.clone();
        // Ends with the runtime of the test.
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(misbehave(stream, fault.clone(), counter.clone()));
            }
        });
        Self {
            routes: proxy_to(&endpoint, 1, Credentials::new("THE-AK", "THE-SK")),
            requests,
        }
    }

    async fn saying(text: &str) -> Self {
        Self::new(Fault::Say(text.into())).await
    }

    async fn update(&self) -> Answer {
        let answer = call(&self.routes, update(BODY)).await;
        assert_eq!(self.requests.load(Ordering::SeqCst), 1, "sent once");
        answer
    }
}

async fn misbehave(mut stream: TcpStream, fault: Fault, counter: Arc<AtomicUsize>) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    // A list ends with its head, an update with its body.
    let ended = |request: &[u8]| {
        let end: &[u8] = if request.starts_with(b"PUT") {
            BODY.as_bytes()
        } else {
            b"\r\n\r\n"
        };
        request.ends_with(end)
    };
    while !ended(&request) {
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => request.extend_from_slice(&buffer[..count]),
            _ => return,
        }
    }
    counter.fetch_add(1, Ordering::SeqCst);
    match fault {
        // The proxy may have hung up by then, which is what some cases are about.
        Fault::Say(bytes) => drop(stream.write_all(&bytes).await),
        Fault::Wait(time) => tokio::time::sleep(time).await,
    }
}

/// What the page would say about this answer.
fn outcome(answer: &Answer) -> Outcome {
    explained(answer).outcome
}

/// The explanation of an answer, which has to be in the catalogue.
pub(crate) fn explained(answer: &Answer) -> Explanation {
    let headers: Vec<_> = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
        .collect();
    let given = CloudAnswer {
        status: answer.status,
        headers: &headers,
        body: &answer.body,
    };
    let explanation = explain(&given);
    assert!(
        explanation.known,
        "{} is not in the catalogue",
        answer.text()
    );
    explanation
}

#[tokio::test]
async fn an_upstream_that_does_not_answer_in_time() {
    let upstream = Upstream::new(Fault::Wait(Duration::from_secs(20))).await;
    let start = Instant::now();
    let answer = upstream.update().await;
    assert!(
        start.elapsed() < Duration::from_secs(10),
        "{:?}",
        start.elapsed()
    );
    assert_eq!((answer.status, answer.code()), (504, "PROXY.0504".into()));
    assert!(
        answer.message().contains("may have been made"),
        "{}",
        answer.message()
    );
    assert_eq!(outcome(&answer), Outcome::Unknown);

    let answer = call(&upstream.routes, list("")).await;
    assert_eq!((answer.status, answer.code()), (504, "PROXY.0504".into()));
    assert!(
        !answer.message().contains("may have been made"),
        "a list changes nothing"
    );
}

#[tokio::test]
async fn an_upstream_that_breaks_off() {
    for text in [
        "",
        "HTTP/1.1 200",
        "not HTTP at all\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
    ] {
        let answer = Upstream::saying(text).await.update().await;
        assert_eq!(
            (answer.status, answer.code()),
            (502, "PROXY.0502".into()),
            "{text:?}"
        );
        assert!(
            answer.message().contains("may have been made"),
            "{}",
            answer.message()
        );
        assert_eq!(outcome(&answer), Outcome::Unknown, "{text:?}");
        assert_eq!(answer.header("x-cts-answer-from"), "proxy");
    }
}

#[tokio::test]
async fn an_upstream_that_cannot_be_reached() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let routes = proxy_to(&endpoint, 5, Credentials::new("AK", "SK"));
    let answer = call(&routes, update(BODY)).await;
    assert_eq!((answer.status, answer.code()), (502, "PROXY.0502".into()));
    assert!(
        answer.message().contains("nothing was sent"),
        "{}",
        answer.message()
    );
    assert_eq!(outcome(&answer), Outcome::NotTaken);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let target = Upstream::saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await;
    for status in [301, 302, 303, 307, 308] {
        let text = format!(
            "HTTP/1.1 {status} Moved\r\nLocation: http://127.0.0.1:1/elsewhere\r\nContent-Length: 0\r\n\r\n"
        );
        let answer = Upstream::saying(&text).await.update().await;
        assert_eq!((answer.status, answer.code()), (502, "PROXY.0502".into()));
        assert!(
            answer.message().contains("a redirect"),
            "{}",
            answer.message()
        );
        assert!(answer.headers.get("location").is_none());
        outcome(&answer);
    }
    assert_eq!(target.requests.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_page_of_something_in_between_passes_as_text() {
    let text = "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nServer: nginx\r\n\
                Set-Cookie: a=b\r\nX-Request-Id: abc\r\nRetry-After: 7\r\nContent-Length: 24\r\n\r\n\
                <html>Bad Gateway</html>";
    let answer = Upstream::saying(text).await.update().await;
    assert_eq!(
        (answer.status, answer.text()),
        (502, "<html>Bad Gateway</html>")
    );
    assert_eq!(answer.header("x-cts-answer-from"), "upstream");
    assert_eq!(answer.header("x-request-id"), "abc");
    assert_eq!(answer.header("retry-after"), "7");
    assert_eq!(answer.header("content-type"), "text/html");
    assert_eq!(answer.header("set-cookie"), "", "only what the page needs");
    assert_eq!(answer.header("server"), "");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[tokio::test]
async fn an_answer_without_end_is_cut() {
    let mut bytes = b"HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n".to_vec();
    bytes.resize(3_000_000, b' ');
    let answer = Upstream::new(Fault::Say(bytes)).await.update().await;
    assert_eq!((answer.status, answer.code()), (502, "PROXY.0502".into()));
    assert!(
        answer.message().contains("larger than 1 MiB"),
        "{}",
        answer.message()
    );
}

#[tokio::test]
async fn a_401_is_not_tried_again() {
    let text = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    let answer = Upstream::saying(text).await.update().await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn an_answer_does_not_repeat_the_credential() {
    let text = "HTTP/1.1 403 Forbidden\r\nX-Request-Id: for-THE-AK\r\nContent-Length: 22\r\n\r\n\
                THE-AK may not, THE-SK";
    let answer = Upstream::saying(text).await.update().await;
    assert_eq!((answer.status, answer.text()), (403, "*** may not, ***"));
    assert_eq!(answer.header("x-request-id"), "for-***");
}
