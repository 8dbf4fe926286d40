//! Heads that could be read in more than one way, and what is no request at all.

use cts_tracker::answer::{Answer as CloudAnswer, Outcome, explain};
use tokio::io::AsyncWriteExt as _;

use super::{Raw, answers, good_list, list, rest, status, update, with_lines};
use crate::site::{BODY, list_target};

/// Sends each, one connection each; none is forwarded.
async fn refused(raw: &Raw, requests: &[(String, u16)]) {
    for (text, wanted) in requests {
        let before = raw.received();
        let answer = raw.send(text).await;
        assert_eq!(status(&answer), *wanted, "{text:?}: {answer}");
        assert_eq!(answers(&answer), 1, "{text:?}: {answer}");
        assert!(answer.contains("\r\nconnection: close\r\n"), "{answer}");
        assert!(
            answer.contains(&format!("\"error_code\":\"PROXY.{wanted:04}\"")),
            "{answer}"
        );
        assert!(
            answer.contains("\r\nx-content-type-options: nosniff\r\n"),
            "{answer}"
        );
        assert!(
            answer.to_lowercase().contains("nothing was sent"),
            "{answer}"
        );
        assert_eq!(raw.received(), before, "{text:?} was forwarded");
        let body = answer.split_once("\r\n\r\n").expect("a body").1.as_bytes();
        let status = *wanted;
        let explanation = explain(&CloudAnswer {
            status,
            headers: &[],
            body,
        });
        assert!(explanation.known, "{text:?}");
        assert_eq!(explanation.outcome, Outcome::NotTaken, "{text:?}");
    }
    raw.still_serves().await;
}

/// A body in chunks, after lines that say so.
fn chunked(lines: &str, body: &str) -> String {
    with_lines(&format!("Transfer-Encoding: chunked\r\n{lines}"), body)
}

#[tokio::test]
async fn lengths_that_contradict_each_other() {
    let raw = Raw::new().await;
    let size = BODY.len();
    let whole = format!("{size:x}\r\n{BODY}\r\n0\r\n\r\n");
    // The second request is what a smuggler wants the proxy to see.
    let smuggled = format!("0\r\n\r\n{}", good_list());
    refused(
        &raw,
        &[
            (
                with_lines(
                    &format!("Content-Length: {size}\r\nTransfer-Encoding: chunked\r\n"),
                    &whole,
                ),
                400,
            ),
            (
                with_lines(
                    &format!("Transfer-Encoding: chunked\r\nContent-Length: {size}\r\n"),
                    &whole,
                ),
                400,
            ),
            (
                with_lines(
                    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                    &smuggled,
                ),
                400,
            ),
            (
                with_lines(
                    &format!("Content-Length: {size}\r\nTransfer-Encoding: identity\r\n"),
                    BODY,
                ),
                400,
            ),
            (
                with_lines(
                    &format!("Content-Length: {size}\r\nContent-Length: {size}\r\n"),
                    BODY,
                ),
                400,
            ),
            (
                with_lines(
                    &format!("Content-Length: {size}\r\nContent-Length: 0\r\n"),
                    BODY,
                ),
                400,
            ),
            (
                with_lines(&format!("Content-Length: {size}, {size}\r\n"), BODY),
                400,
            ),
            (
                with_lines(&format!("Content-Length: +{size}\r\n"), BODY),
                400,
            ),
            (with_lines("Content-Length: -1\r\n", BODY), 400),
            (
                with_lines("Content-Length: 18446744073709551617\r\n", BODY),
                400,
            ),
            (
                with_lines(
                    &format!("Content_Length: 1\r\nContent-Length: {size}\r\n"),
                    BODY,
                ),
                400,
            ),
        ],
    )
    .await;
}

/// A body has a length that is told beforehand, so no oddity of chunks can matter.
#[tokio::test]
async fn bodies_in_chunks() {
    let raw = Raw::new().await;
    let size = BODY.len();
    let requests: Vec<_> = [
        chunked("", &format!("{size:x}\r\n{BODY}\r\n0\r\n\r\n")),
        chunked("", &format!("{size:x};a=b\r\n{BODY}\r\n0\r\n\r\n")),
        chunked(
            "",
            &format!("{size:x}\r\n{BODY}\r\n0\r\nX-CTS-Tracker-Form: 1\r\n\r\n"),
        ),
        chunked(
            "Trailer: Host\r\n",
            &format!("{size:x}\r\n{BODY}\r\n0\r\nHost: other\r\n\r\n"),
        ),
        chunked("", &format!("0x{size:x}\r\n{BODY}\r\n0\r\n\r\n")),
        chunked("", &format!("{size:x}\n{BODY}\n0\n\n")),
        chunked("", "ffffffffffffffff0\r\n{}\r\n0\r\n\r\n"),
        chunked("", "-1\r\n{}\r\n0\r\n\r\n"),
        chunked("", "zz\r\n"),
        with_lines("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"),
        with_lines("Transfer-Encoding: \u{b}chunked\r\n", "0\r\n\r\n").replace('\u{b}', "x"),
        with_lines("transfer-encoding:chunked\r\n", "0\r\n\r\n"),
    ]
    .into_iter()
    .map(|request| (request, 411))
    .collect();
    refused(&raw, &requests).await;
}

#[tokio::test]
async fn hosts_and_headers() {
    let raw = Raw::new().await;
    let good = good_list();
    let replace = |from: &str, to: &str| good.replace(from, to);
    let host = "Host: 127.0.0.1\r\n";
    let requests: Vec<_> = [
        replace(host, ""),
        replace(host, "Host:\r\n"),
        replace(host, "Host: 127.0.0.1\r\nHost: 127.0.0.1\r\n"),
        replace(host, "Host: 127.0.0.1\r\nhost: evil.example\r\n"),
        replace(host, "Host: 127.0.0.1, evil.example\r\n"),
        replace(host, "Host: evil.example@127.0.0.1\r\n"),
        replace(host, "Host: 127.0.0.1 evil\r\n"),
        replace(host, " Host: 127.0.0.1\r\n"),
        replace(host, "Host : 127.0.0.1\r\n"),
        replace(host, "Host: 127.0.0.1\r\n continued\r\n"),
        replace(host, "Host: 127.0.0.1\r\n\tX: continued\r\n"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form:\r\n 1"),
        replace("X-CTS-Tracker-Form: 1", "X_CTS_Tracker_Form: 1"),
        replace(
            "X-CTS-Tracker-Form: 1",
            "X-CTS-Tracker-Form: 1\r\nX_Project_Id: 1",
        ),
        replace(
            "X-CTS-Tracker-Form: 1",
            "X-CTS-Tracker-Form: 1\r\nX-CTS-Tracker-Form: 0",
        ),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form 1"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form: 1\0"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form\0: 1"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form: 1\rX: 1"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form: 1\nX: 1"),
        replace("X-CTS-Tracker-Form: 1", "X-CTS-Tracker-Form: \u{8}1"),
        replace("\r\n", "\n"),
        replace("\r\n\r\n", "\r\n\n"),
        format!("\r\n{good}"),
        replace("\r\n\r\n", "\r\nContent-Length: 2\r\n\r\n{}"),
        replace(
            "\r\n\r\n",
            "\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        ),
    ]
    .into_iter()
    .map(|request| (request, 400))
    .collect();
    refused(&raw, &requests).await;
}

#[tokio::test]
async fn targets() {
    let raw = Raw::new().await;
    let good = list_target();
    let (prefix, project) = good.rsplit_once("/v3/").expect("a version");
    let requests: Vec<_> = [
        format!("http://127.0.0.1{good}"),
        format!("https://evil.example{good}"),
        format!("//evil.example{good}"),
        format!("/{good}"),
        format!("/x/..{good}"),
        format!("/.{good}"),
        format!("/%2e{good}"),
        format!("/x/%2E%2e{good}"),
        format!("{prefix}%2fv3/{project}"),
        format!("{prefix}/v3%5C{project}"),
        format!("{prefix}/v3\\{project}"),
        format!("{prefix}//v3/{project}"),
        format!("{good}%00"),
        format!("{good}%0d%0aHost:%20evil"),
        format!("{good}%252f"),
        format!("{good}#fragment"),
        format!("{good}?tracker_name=a#b"),
        format!("{good}%"),
        format!("{good}%g0"),
        format!("{good}\u{e9}"),
        "*".to_owned(),
        "127.0.0.1:80".to_owned(),
        String::new(),
    ]
    .into_iter()
    .map(|target| (list(&target, "HTTP/1.1"), 400))
    .collect();
    refused(&raw, &requests).await;
}

#[tokio::test]
async fn other_protocols_and_methods() {
    let raw = Raw::new().await;
    let good = list_target();
    let connect = "CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n".to_owned();
    refused(
        &raw,
        &[
            (list(&good, "HTTP/1.0"), 505),
            (format!("GET {good} HTTP/1.0\r\n\r\n"), 505),
            (list(&good, "HTTP/2.0"), 505),
            (list(&good, "HTTP/0.9"), 505),
            ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), 505),
            (list(&good, "ICY/1.1"), 400),
            (format!("GET {good}\r\n\r\n"), 400),
            (list(&good, "HTTP/1.1 "), 400),
            (connect, 405),
            (good_list().replace("GET", "TRACE"), 405),
            (good_list().replace("GET", "get"), 405),
            // The name that the listener itself uses for what it refuses.
            (good_list().replace("GET", "REFUSED"), 405),
            (update("Expect: 100-continue\r\n", BODY), 417),
            (
                update("Upgrade: websocket\r\nConnection: Upgrade\r\n", BODY),
                400,
            ),
            (
                "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}".to_owned(),
                400,
            ),
            ("\n".to_owned(), 400),
        ],
    )
    .await;
}

#[tokio::test]
async fn heads_that_are_too_long() {
    let raw = Raw::new().await;
    let good = good_list();
    let long = "a".repeat(40_000);
    refused(
        &raw,
        &[
            (
                list(
                    &format!("{}?tracker_name={}", list_target(), &long[..8200]),
                    "HTTP/1.1",
                ),
                414,
            ),
            (format!("GET /{long}"), 414),
            (
                good.replace("\r\n\r\n", &format!("\r\nX: {long}\r\n\r\n")),
                431,
            ),
            (format!("GET / HTTP/1.1\r\nX: {long}"), 431),
            (
                good.replace("\r\n\r\n", &format!("\r\n{}\r\n", "X: a\r\n".repeat(100))),
                431,
            ),
            (
                good.replace("\r\n\r\n", &format!("\r\n{}\r\n", "X: a\r\n".repeat(9_000))),
                431,
            ),
        ],
    )
    .await;
}

/// Whatever follows a refused request on its connection is part of it.
#[tokio::test]
async fn nothing_after_a_refusal_is_served() {
    let raw = Raw::new().await;
    let bad = with_lines("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "");
    for after in ["", "0\r\n\r\n", "hello"] {
        let text = format!("{bad}{after}{}{}", update("", BODY), good_list());
        let answer = raw.send(text).await;
        assert_eq!((status(&answer), answers(&answer)), (400, 1), "{answer}");
    }
    assert_eq!(raw.received(), 0);

    // Requests before it keep their answers, in their order.
    let text = format!("{}{}{bad}{}", good_list(), update("", BODY), good_list());
    let answer = raw.send(text).await;
    let statuses: Vec<_> = answer
        .split("HTTP/1.1 ")
        .skip(1)
        .map(|part| &part[..3])
        .collect();
    assert_eq!(statuses, ["200", "200", "400"], "{answer}");
    assert_eq!(raw.received(), 2);
    raw.still_serves().await;
}

/// The answer arrives although the caller is still sending when the connection ends.
#[tokio::test]
async fn the_refusal_reaches_who_still_sends() {
    let raw = Raw::new().await;
    let mut stream = raw.connect().await;
    let text = with_lines("Transfer-Encoding: chunked\r\n", "");
    stream.write_all(text.as_bytes()).await.expect("sent");
    let chunk = format!("{:x}\r\n{}\r\n", 10_000, "a".repeat(10_000));
    for _ in 0..40 {
        stream.write_all(chunk.as_bytes()).await.expect("sent");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let answer = rest(&mut stream).await;
    assert_eq!(status(&answer), 411, "{answer}");
    assert_eq!(raw.received(), 0);
}

/// Requests that are in order may follow each other without waiting.
#[tokio::test]
async fn good_requests_may_be_pipelined() {
    let raw = Raw::new().await;
    let text = format!(
        "{}{}{}",
        update("", BODY),
        good_list(),
        update("Connection: close\r\n", BODY)
    );
    let answer = raw.send(text).await;
    assert_eq!(answers(&answer), 3, "{answer}");
    assert_eq!(raw.received(), 3);
}
