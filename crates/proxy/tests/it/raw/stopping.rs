//! The end of the listener, and callers who hang up.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::{LONG, Raw, good_list, rest, status, update};
use crate::site::BODY;

#[tokio::test]
async fn a_stop_lets_requests_end_and_takes_no_more() {
    let raw = Raw::new().await;
    let mut idle = raw.connect().await;
    idle.write_all(good_list().as_bytes()).await.expect("sent");
    let mut begun = raw.connect().await;
    let text = update("", BODY);
    let (first, last) = text.as_bytes().split_at(text.len() - 5);
    begun.write_all(first).await.expect("sent");
    sleep(Duration::from_millis(300)).await;
    let Raw {
        address,
        stop,
        task,
        stand_in,
    } = raw;
    stop.send(()).expect("it serves");
    let answer = rest(&mut idle).await;
    assert_eq!(status(&answer), 200, "{answer}");
    let refused = TcpStream::connect(&address).await;
    assert!(refused.is_err(), "no new connection is taken");
    begun.write_all(last).await.expect("sent");
    let answer = rest(&mut begun).await;
    assert_eq!(status(&answer), 200, "{answer}");
    timeout(LONG, task)
        .await
        .expect("it ends")
        .expect("no panic");
    assert_eq!(stand_in.emulator().received(), 2);
}

/// A change that was sent is followed to its end, so that the log tells how it went.
#[tokio::test]
async fn a_caller_who_hangs_up_cancels_nothing() {
    let raw = Raw::new().await;
    for round in 1..=5 {
        let mut stream = raw.connect().await;
        stream
            .write_all(update("", BODY).as_bytes())
            .await
            .expect("sent");
        stream.shutdown().await.expect("half closed");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        assert_eq!(status(&answer), 200, "{answer}");
        assert_eq!(raw.received(), round);
    }
}
