//! Callers who take their time.

use std::time::{Duration, Instant};

use cts_proxy::Patience;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::time::sleep;

use super::{Raw, good_list, rest, status, update};
use crate::site::BODY;

const SHORT: Patience = Patience {
    head: Duration::from_millis(400),
    idle: Duration::from_millis(1_200),
    write: Duration::from_millis(800),
};

/// Many who send a byte now and then do not keep others away, and each is told.
#[tokio::test]
async fn slow_heads() {
    let raw = Raw::with(SHORT).await;
    let mut callers = Vec::new();
    for _ in 0..50 {
        let mut stream = raw.connect().await;
        callers.push(tokio::spawn(async move {
            let (mut from, mut to) = stream.split();
            let sending = async {
                for byte in good_list().bytes() {
                    if to.write_all(&[byte]).await.is_err() {
                        break;
                    }
                    sleep(Duration::from_millis(50)).await;
                }
            };
            let mut answer = String::new();
            let reading = from.read_to_string(&mut answer);
            tokio::select! {
                () = sending => panic!("the proxy waited for the whole head"),
                read = reading => drop(read.expect("UTF-8")),
            }
            answer
        }));
    }
    raw.still_serves().await;
    for caller in callers {
        let answer = caller.await.expect("ended");
        assert_eq!(status(&answer), 408, "{answer}");
        assert!(answer.contains("PROXY.0408"), "{answer}");
    }
    assert_eq!(raw.received(), 1);
}

#[tokio::test]
async fn connections_that_say_nothing() {
    let raw = Raw::with(SHORT).await;
    let start = Instant::now();
    let mut silent = raw.connect().await;
    assert_eq!(rest(&mut silent).await, "");
    assert!(start.elapsed() >= SHORT.idle, "{:?}", start.elapsed());

    // The same after an answer.
    let mut stream = raw.connect().await;
    stream
        .write_all(good_list().as_bytes())
        .await
        .expect("sent");
    let answer = rest(&mut stream).await;
    assert_eq!(status(&answer), 200, "{answer}");
}

/// A body that stays away is given up after 15 seconds; nothing of it is forwarded.
#[tokio::test]
async fn slow_bodies() {
    let raw = Raw::new().await;
    let mut stream = raw.connect().await;
    let text = update("", BODY);
    let start = Instant::now();
    let (first, last) = text.as_bytes().split_at(text.len() - 20);
    stream.write_all(first).await.expect("sent");
    let (mut from, mut to) = stream.split();
    let sending = async {
        for byte in last {
            if to.write_all(&[*byte]).await.is_err() {
                break;
            }
            sleep(Duration::from_secs(2)).await;
        }
    };
    let mut answer = String::new();
    tokio::select! {
        () = sending => panic!("the proxy waited for the whole body"),
        read = from.read_to_string(&mut answer) => drop(read.expect("UTF-8")),
    }
    assert_eq!(status(&answer), 400, "{answer}");
    assert!(answer.contains("ended early"), "{answer}");
    assert!(
        start.elapsed() < Duration::from_secs(25),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(raw.received(), 0);
    raw.still_serves().await;
}

#[tokio::test]
async fn a_body_that_ends_early() {
    let raw = Raw::new().await;
    let mut stream = raw.connect().await;
    let text = update("", BODY);
    stream
        .write_all(&text.as_bytes()[..text.len() - 1])
        .await
        .expect("sent");
    stream.shutdown().await.expect("half closed");
    let answer = rest(&mut stream).await;
    assert_eq!(status(&answer), 400, "{answer}");
    assert_eq!(raw.received(), 0);
    raw.still_serves().await;
}

/// Who asks and never reads does not hold the connection for ever.
#[tokio::test]
async fn answers_that_nobody_takes() {
    let raw = Raw::with(SHORT).await;
    let mut stream = raw.connect().await;
    let many = good_list().repeat(200);
    let mut refused = false;
    // Enough answers to fill the buffers of both sides; then the proxy hangs up.
    for _ in 0..200 {
        let sent =
            tokio::time::timeout(Duration::from_secs(10), stream.write_all(many.as_bytes())).await;
        if sent.is_ok_and(|sent| sent.is_err()) {
            refused = true;
            break;
        }
    }
    assert!(refused, "the proxy still waits");
    raw.still_serves().await;
}
