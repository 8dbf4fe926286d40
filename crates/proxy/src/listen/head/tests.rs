use super::{MAX_HEAD, MAX_HEADERS, MAX_TARGET, check, end};
use crate::listen::flaw::Flaw;

const HOST: &str = "Host: localhost\r\n";

/// What becomes of a head with these lines, as the socket sees it.
fn outcome(lines: &str) -> Result<u64, Flaw> {
    let text = format!("{lines}\r\n");
    let found = end(text.as_bytes(), 0)?.expect("a whole head");
    assert_eq!(found, text.len(), "{lines:?}");
    check(text.as_bytes())
}

/// The same for a first line.
fn first(line: &str) -> Result<u64, Flaw> {
    outcome(&format!("{line}\r\n{HOST}"))
}

/// The same for header lines beside `Host`.
fn with(lines: &str) -> Result<u64, Flaw> {
    outcome(&format!("PUT /a HTTP/1.1\r\n{HOST}{lines}"))
}

#[test]
fn ordinary_requests_pass() {
    for line in [
        "GET / HTTP/1.1",
        "HEAD /pkg/a-1.2_b~c.wasm?x=%2F&y=../.. HTTP/1.1",
        "GET /folder/ HTTP/1.1",
        "OPTIONS /%E8%BF%BD%20x HTTP/1.1",
        "PATCH /..a/b../...c? HTTP/1.1",
    ] {
        assert_eq!(first(line), Ok(0), "{line}");
    }
    for (lines, length) in [
        ("Content-Length: 12\r\n", 12),
        ("Content-Length:0\r\n", 0),
        ("content-LENGTH: \t 7 \r\n", 7),
        ("X-Empty:\r\nAccept: a\r\nAccept: b\r\n", 0),
        ("X-Text: \u{e9}\ttab\r\n", 0),
    ] {
        assert_eq!(with(lines), Ok(length), "{lines:?}");
    }
    for host in ["localhost:8080", "127.0.0.1", "[::1]:1", "a-b.example"] {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n");
        assert_eq!(outcome(&head), Ok(0), "{host}");
    }
}

#[test]
fn first_lines_that_are_refused() {
    for (line, flaw) in [
        ("GET /", Flaw::RequestLine),
        ("GET  / HTTP/1.1", Flaw::RequestLine),
        ("GET / HTTP/1.1 ", Flaw::RequestLine),
        (" GET / HTTP/1.1", Flaw::RequestLine),
        ("GET / http/1.1", Flaw::RequestLine),
        ("GET\t/ HTTP/1.1", Flaw::RequestLine),
        ("GET / HTTP/1.0", Flaw::Version),
        ("GET / HTTP/2.0", Flaw::Version),
        ("GET / HTTP/1.10", Flaw::Version),
        ("PRI * HTTP/2.0", Flaw::Version),
        ("CONNECT localhost:1 HTTP/1.1", Flaw::Method),
        ("TRACE / HTTP/1.1", Flaw::Method),
        ("get / HTTP/1.1", Flaw::Method),
        ("REFUSED /host HTTP/1.1", Flaw::Method),
        ("GET * HTTP/1.1", Flaw::Target),
        ("GET http://localhost/ HTTP/1.1", Flaw::Target),
        ("GET //localhost/ HTTP/1.1", Flaw::Target),
        ("GET /a//b HTTP/1.1", Flaw::Target),
        ("GET /. HTTP/1.1", Flaw::Target),
        ("GET /a/../b HTTP/1.1", Flaw::Target),
        ("GET /%2e%2E/b HTTP/1.1", Flaw::Target),
        ("GET /a%2fb HTTP/1.1", Flaw::Target),
        ("GET /a%5Cb HTTP/1.1", Flaw::Target),
        ("GET /a\\b HTTP/1.1", Flaw::Target),
        ("GET /a%00 HTTP/1.1", Flaw::Target),
        ("GET /a%0d%0ab HTTP/1.1", Flaw::Target),
        ("GET /a%252fb HTTP/1.1", Flaw::Target),
        ("GET /a%2 HTTP/1.1", Flaw::Target),
        ("GET /a% HTTP/1.1", Flaw::Target),
        ("GET /a%+1 HTTP/1.1", Flaw::Target),
        ("GET /a#b HTTP/1.1", Flaw::Target),
        ("GET /a?b#c HTTP/1.1", Flaw::Target),
        ("GET /\u{e9} HTTP/1.1", Flaw::Target),
    ] {
        assert_eq!(first(line), Err(flaw), "{line:?}");
    }
    let target = |length: usize| format!("GET /{} HTTP/1.1", "a".repeat(length - 1));
    assert_eq!(first(&target(MAX_TARGET)), Ok(0));
    assert_eq!(first(&target(MAX_TARGET + 1)), Err(Flaw::TargetTooLong));
}

#[test]
fn headers_that_are_refused() {
    for (lines, flaw) in [
        ("Content-Length: 1\r\nContent-Length: 1\r\n", Flaw::Repeated),
        ("Content-Length: 1\r\ncontent-length: 2\r\n", Flaw::Repeated),
        ("Content-Length: 1, 1\r\n", Flaw::Length),
        ("Content-Length: +1\r\n", Flaw::Length),
        ("Content-Length: 0x1\r\n", Flaw::Length),
        ("Content-Length: 1 1\r\n", Flaw::Length),
        ("Content-Length:\r\n", Flaw::Length),
        ("Content-Length: 9999999999999999999\r\n", Flaw::Length),
        ("Transfer-Encoding: chunked\r\n", Flaw::TransferEncoding),
        ("Transfer-Encoding: identity\r\n", Flaw::TransferEncoding),
        (
            "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
            Flaw::TwoLengths,
        ),
        (
            "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
            Flaw::TwoLengths,
        ),
        (
            "Content-Length: 0\r\nTransfer-Encoding: x\r\n",
            Flaw::TwoLengths,
        ),
        (
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            Flaw::Repeated,
        ),
        ("Transfer_Encoding: chunked\r\n", Flaw::HeaderName),
        ("X_CTS_Tracker_Form: 1\r\n", Flaw::HeaderName),
        ("Host: localhost\r\n", Flaw::Repeated),
        ("host: other\r\n", Flaw::Repeated),
        ("Origin: a\r\nOrigin: a\r\n", Flaw::Repeated),
        (
            "X-CTS-Tracker-Form: 1\r\nx-cts-tracker-form: 1\r\n",
            Flaw::Repeated,
        ),
        ("X: a\r\n b\r\n", Flaw::Folded),
        ("X: a\r\n\tb: c\r\n", Flaw::Folded),
        ("X : a\r\n", Flaw::HeaderName),
        ("X\r\n", Flaw::HeaderName),
        (": a\r\n", Flaw::HeaderName),
        ("X(: a\r\n", Flaw::HeaderName),
        ("\u{e9}: a\r\n", Flaw::HeaderName),
        ("Expect: 100-continue\r\n", Flaw::Expect),
        ("Upgrade: websocket\r\n", Flaw::Upgrade),
    ] {
        assert_eq!(with(lines), Err(flaw), "{lines:?}");
    }
    for host in ["", "a b", "a,b", "user@a", "a/b", "a\u{e9}"] {
        let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\n");
        assert_eq!(outcome(&head), Err(Flaw::Host), "{host:?}");
    }
    assert_eq!(outcome("GET / HTTP/1.1\r\n"), Err(Flaw::Host));
    let body = format!("GET / HTTP/1.1\r\n{HOST}Content-Length: 1\r\n");
    assert_eq!(outcome(&body), Err(Flaw::UnexpectedBody));
}

#[test]
fn size_and_number_are_limited() {
    assert_eq!(with(&"X: a\r\n".repeat(MAX_HEADERS - 1)), Ok(0));
    assert_eq!(
        with(&"X: a\r\n".repeat(MAX_HEADERS)),
        Err(Flaw::HeadTooLong)
    );
    let fill = |size: usize| {
        let rest = format!("PUT /a HTTP/1.1\r\n{HOST}X: \r\n\r\n").len();
        format!("X: {}\r\n", "a".repeat(size - rest))
    };
    assert_eq!(with(&fill(MAX_HEAD)), Ok(0));
    assert_eq!(with(&fill(MAX_HEAD + 1)), Err(Flaw::HeadTooLong));
    let endless = format!("GET / HTTP/1.1\r\nX: {}", "a".repeat(MAX_HEAD));
    assert_eq!(end(endless.as_bytes(), 0), Err(Flaw::HeadTooLong));
    let endless = format!("GET /{}", "a".repeat(MAX_HEAD));
    assert_eq!(end(endless.as_bytes(), 0), Err(Flaw::TargetTooLong));
}

/// What cannot belong to a head is found before the head is complete, wherever the pieces end.
#[test]
fn bytes_that_belong_to_no_head() {
    for (text, flaw) in [
        ("GET / HTTP/1.1\n", Flaw::LineEnd),
        ("GET / HTTP/1.1\r\nHost: a\n\n", Flaw::LineEnd),
        ("GET / HTTP/1.1\rHost", Flaw::LineEnd),
        ("GET / HTTP/1.1\r\r\n", Flaw::LineEnd),
        ("\r\nGET / HTTP/1.1\r\n", Flaw::LineEnd),
        ("\nGET", Flaw::LineEnd),
        ("GET /\0", Flaw::Control),
        ("GET / HTTP/1.1\r\nX: \u{1b}", Flaw::Control),
        ("GET / HTTP/1.1\r\nX: \u{7f}", Flaw::Control),
        ("\u{16}\u{3}\u{1}", Flaw::Control),
    ] {
        let bytes = text.as_bytes();
        assert_eq!(end(bytes, 0), Err(flaw), "{text:?}");
        let pieces = (1..=bytes.len()).map(|until| end(&bytes[..until], until - 1));
        let found: Vec<_> = pieces.filter_map(Result::err).collect();
        assert_eq!(found.first(), Some(&flaw), "{text:?} byte by byte");
    }
}

#[test]
fn a_head_is_found_wherever_its_pieces_end() {
    let text = format!("GET / HTTP/1.1\r\n{HOST}\r\nGET");
    let length = text.len() - 3;
    for until in 0..length {
        assert_eq!(end(&text.as_bytes()[..until], 0), Ok(None), "{until}");
        assert_eq!(end(text.as_bytes(), until), Ok(Some(length)), "{until}");
    }
}
