use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex};
use tokio::time::timeout;

use super::{Checked, LINGER};
use crate::listen::Patience;
use crate::listen::flaw::Flaw;

const HEAD: &str = "PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";
const LIST: &str = "GET /b HTTP/1.1\r\nHost: a\r\n\r\n";

const PATIENCE: Patience = Patience {
    head: Duration::from_secs(10),
    idle: Duration::from_secs(75),
    write: Duration::from_secs(30),
};

fn pair() -> (DuplexStream, Checked<DuplexStream>) {
    let (caller, ours) = duplex(256 * 1024);
    (caller, Checked::new(ours, PATIENCE))
}

/// What comes out before a second passes in which nothing does, and whether the stream ended.
async fn all(checked: &mut Checked<DuplexStream>, piece: usize) -> (String, bool) {
    let mut text = Vec::new();
    let mut buffer = vec![0; piece];
    loop {
        match timeout(Duration::from_secs(1), checked.read(&mut buffer)).await {
            Ok(Ok(0)) => return (String::from_utf8(text).expect("UTF-8"), true),
            Ok(Ok(count)) => text.extend_from_slice(&buffer[..count]),
            Ok(Err(error)) => panic!("{error}"),
            Err(_) => return (String::from_utf8(text).expect("UTF-8"), false),
        }
    }
}

/// Whatever pieces the bytes come and go in.
#[tokio::test(start_paused = true)]
async fn good_messages_come_out_as_they_went_in() {
    let text = format!("{HEAD}hello{LIST}{LIST}{HEAD}\0\n\r\n\n");
    for (sent, taken) in [(1, 1), (1, 4096), (7, 3), (4096, 1), (4096, 4096)] {
        let (mut caller, mut checked) = pair();
        for piece in text.as_bytes().chunks(sent) {
            caller.write_all(piece).await.expect("sent");
        }
        caller.shutdown().await.expect("ended");
        let got = all(&mut checked, taken).await;
        assert_eq!(got, (text.clone(), true), "{sent} {taken}");
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_of_a_flawed_head_nor_after_it_comes_out() {
    for (sent, taken) in [(1, 1), (3, 4096), (4096, 4096)] {
        let (mut caller, mut checked) = pair();
        let text = format!("{HEAD}hello{LIST}GET /secret HTTP/1.0\r\n\r\n{LIST}");
        for piece in text.as_bytes().chunks(sent) {
            caller.write_all(piece).await.expect("sent");
        }
        let wanted = format!("{HEAD}hello{LIST}{}", Flaw::Version.head());
        assert_eq!(all(&mut checked, taken).await, (wanted, false));
    }
}

/// One read never holds parts of two messages, so that the second one cannot be taken for a part of the first.
#[tokio::test(start_paused = true)]
async fn one_read_holds_one_message() {
    let (mut caller, mut checked) = pair();
    caller
        .write_all(format!("{HEAD}hello{LIST}").as_bytes())
        .await
        .expect("sent");
    let mut buffer = [0; 4096];
    for wanted in [HEAD, "hello", LIST] {
        let count = checked.read(&mut buffer).await.expect("read");
        assert_eq!(&buffer[..count], wanted.as_bytes());
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_head_is_refused_and_an_idle_connection_ends() {
    let (mut caller, mut checked) = pair();
    let sender = tokio::spawn(async move {
        for byte in LIST.bytes() {
            if caller.write_all(&[byte]).await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        caller.shutdown().await.expect("ended");
    });
    let start = tokio::time::Instant::now();
    let mut buffer = [0; 4096];
    let count = checked.read(&mut buffer).await.expect("read");
    assert_eq!(&buffer[..count], Flaw::Slow.head().as_bytes());
    assert!(
        start.elapsed() < PATIENCE.head + Duration::from_secs(2),
        "{:?}",
        start.elapsed()
    );
    drop(checked);
    sender.await.expect("ended");

    let (caller, mut checked) = pair();
    let start = tokio::time::Instant::now();
    assert_eq!(checked.read(&mut buffer).await.expect("read"), 0);
    assert_eq!(start.elapsed().as_secs(), PATIENCE.idle.as_secs());
    drop(caller);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_nobody_takes_ends() {
    let (caller, ours) = duplex(8);
    let mut checked = Checked::new(ours, PATIENCE);
    let start = tokio::time::Instant::now();
    let error = checked.write_all(&[b'a'; 64]).await.expect_err("stalled");
    assert_eq!(error.kind(), std::io::ErrorKind::TimedOut);
    assert_eq!(start.elapsed().as_secs(), PATIENCE.write.as_secs());
    drop(caller);
}

/// The end of a refused connection waits for what is still on its way, but not for ever.
#[tokio::test(start_paused = true)]
async fn what_comes_after_a_refusal_is_thrown_away() {
    let (mut caller, mut checked) = pair();
    caller.write_all(b"GET\n").await.expect("sent");
    let mut buffer = [0; 4096];
    let count = checked.read(&mut buffer).await.expect("read");
    assert_eq!(&buffer[..count], Flaw::LineEnd.head().as_bytes());
    caller.write_all(&[b'a'; 10_000]).await.expect("sent");
    let start = tokio::time::Instant::now();
    checked.shutdown().await.expect("ended");
    assert!(
        start.elapsed() >= LINGER && start.elapsed() < LINGER * 2,
        "{:?}",
        start.elapsed()
    );
    assert!(checked.drained >= 10_000);
}
