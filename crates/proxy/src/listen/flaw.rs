//! What can be wrong with the head of a request.

use axum::http::{Request, StatusCode};

/// The method of the head that takes the place of a refused one. [`super::head`] lets no caller use it.
const MARK: &str = "REFUSED";

/// Why a request is refused before it is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// A line that does not end with CR LF, or a CR or LF by itself.
    LineEnd,
    /// NUL or another control character.
    Control,
    /// The first line is not `METHOD TARGET HTTP/1.1`.
    RequestLine,
    /// A method that no route of a web server has, for instance `CONNECT`.
    Method,
    /// Another version of HTTP.
    Version,
    /// A target that is not a plain path.
    Target,
    /// A header line that continues the one before.
    Folded,
    /// A header name that is not one, or that has an underscore.
    HeaderName,
    /// A header that may be there once occurs twice.
    Repeated,
    /// `Host` is missing or names no host.
    Host,
    /// `Content-Length` is not a number.
    Length,
    /// A body where none belongs.
    UnexpectedBody,
    /// Both `Transfer-Encoding` and `Content-Length`.
    TwoLengths,
    /// A body whose length is not told beforehand.
    TransferEncoding,
    /// The caller wants to be told to go on.
    Expect,
    /// The caller wants to speak something else.
    Upgrade,
    /// The head did not arrive in time.
    Slow,
    /// The target is too long.
    TargetTooLong,
    /// The head is too long or has too many lines.
    HeadTooLong,
}

use Flaw::{
    Control, Expect, Folded, HeadTooLong, HeaderName, Host, Length, LineEnd, Method, Repeated,
    RequestLine, Slow, Target, TargetTooLong, TransferEncoding, TwoLengths, UnexpectedBody,
    Upgrade, Version,
};

impl Flaw {
    /// Each of them.
    pub(super) const ALL: [Self; 19] = [
        LineEnd,
        Control,
        RequestLine,
        Method,
        Version,
        Target,
        Folded,
        HeaderName,
        Repeated,
        Host,
        Length,
        UnexpectedBody,
        TwoLengths,
        TransferEncoding,
        Expect,
        Upgrade,
        Slow,
        TargetTooLong,
        HeadTooLong,
    ];

    /// The head that is read in place of the flawed one. Nothing of the caller is in it.
    pub(super) fn head(self) -> String {
        format!("{MARK} /{} HTTP/1.1\r\n\r\n", self.name())
    }

    /// The flaw that such a head stands for; `None` for a request of a caller.
    pub(super) fn of<B>(request: &Request<B>) -> Option<Self> {
        if request.method().as_str() != MARK {
            return None;
        }
        let name = request.uri().path().trim_start_matches('/');
        Self::ALL.into_iter().find(|flaw| flaw.name() == name)
    }

    /// What the log calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            LineEnd => "line-end",
            Control => "control-character",
            RequestLine => "request-line",
            Method => "method",
            Version => "version",
            Target => "target",
            Folded => "folded-header",
            HeaderName => "header-name",
            Repeated => "repeated-header",
            Host => "host",
            Length => "content-length",
            UnexpectedBody => "unexpected-body",
            TwoLengths => "two-lengths",
            TransferEncoding => "transfer-encoding",
            Expect => "expect",
            Upgrade => "upgrade",
            Slow => "slow-head",
            TargetTooLong => "long-target",
            HeadTooLong => "long-head",
        }
    }

    pub(super) fn status(self) -> StatusCode {
        match self {
            Method => StatusCode::METHOD_NOT_ALLOWED,
            Version => StatusCode::HTTP_VERSION_NOT_SUPPORTED,
            TransferEncoding => StatusCode::LENGTH_REQUIRED,
            Expect => StatusCode::EXPECTATION_FAILED,
            Slow => StatusCode::REQUEST_TIMEOUT,
            TargetTooLong => StatusCode::URI_TOO_LONG,
            HeadTooLong => StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
            _ => StatusCode::BAD_REQUEST,
        }
    }

    /// Says it to whoever wrote the client or set up what stands in front of the proxy.
    pub(super) fn message(self) -> &'static str {
        match self {
            LineEnd => {
                "The request is malformed: a line does not end with CR LF. Nothing was sent."
            }
            Control => {
                "The request is malformed: there is a control character in its head. Nothing was sent."
            }
            RequestLine => {
                "The request is malformed: its first line is not METHOD TARGET HTTP/1.1. Nothing was sent."
            }
            Method => "The proxy does not offer this method; nothing was sent.",
            Version => {
                "The proxy speaks HTTP/1.1 only; nothing was sent. In front of it, set up HTTP/1.1 \
                 (nginx: proxy_http_version 1.1)."
            }
            Target => {
                "The request is malformed: its target is not a plain path without dot segments, empty \
                 segments, encoded slashes, dots or control characters, and fragment. Nothing was sent."
            }
            Folded => {
                "The request is malformed: a header goes on in a second line. Nothing was sent."
            }
            HeaderName => {
                "The request is malformed: a header name has a character that does not belong there; \
                 underscores are refused, as other servers read them as hyphens. Nothing was sent."
            }
            Repeated => {
                "The request is malformed: a header that may be there once occurs twice. Nothing was sent."
            }
            Host => "The request is malformed: Host does not name a host. Nothing was sent.",
            Length => "The request is malformed: Content-Length is not a number. Nothing was sent.",
            UnexpectedBody => {
                "The request is malformed: this method has no body. Nothing was sent."
            }
            TwoLengths => {
                "The request is malformed: it has both Transfer-Encoding and Content-Length. Nothing was sent."
            }
            TransferEncoding => {
                "Send the body with Content-Length, without Transfer-Encoding; nothing was sent."
            }
            Expect => "Send the body at once, without the header Expect; nothing was sent.",
            Upgrade => {
                "The request is malformed for this proxy: it changes to no other protocol. Nothing was sent."
            }
            Slow => "The head of the request did not arrive in time; nothing was sent.",
            TargetTooLong => "The target is longer than 8192 bytes; nothing was sent.",
            HeadTooLong => {
                "The head is longer than 32768 bytes or has more than 100 headers; nothing was sent."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flaw_comes_back_from_its_head() {
        for flaw in Flaw::ALL {
            let head = flaw.head();
            let target = head.split(' ').nth(1).expect("a target");
            let request = Request::builder().method(MARK).uri(target);
            let request = request.body(()).expect("a request");
            assert_eq!(Flaw::of(&request), Some(flaw));
            assert!(flaw.message().to_lowercase().contains("nothing was sent"));
        }
        assert_eq!(Flaw::of(&Request::new(())), None);
    }
}
