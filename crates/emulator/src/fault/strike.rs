//! How a fault changes what goes back.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use http_body::Frame;
use tokio::time::{Sleep, sleep};

use super::FaultKind;
use crate::answer::{AskedFor, Refusal};
use crate::listen::Line;

/// How long the first part of a broken answer has to go out.
const PART: Duration = Duration::from_millis(50);

/// The answer that takes the place of one; `None` for faults that change an answer.
pub(crate) fn instead(kind: &FaultKind, line: Option<&Line>) -> Option<Response> {
    match kind {
        FaultKind::Delay(_) | FaultKind::HalfAnswer | FaultKind::WrongLength => None,
        FaultKind::Reset => {
            let line = line?;
            line.reset();
            Some(StatusCode::INTERNAL_SERVER_ERROR.into_response())
        }
        FaultKind::HtmlPage => {
            let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n\
                        <center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
            let kind = [(header::CONTENT_TYPE, "text/html")];
            Some((StatusCode::BAD_GATEWAY, kind, page).into_response())
        }
        FaultKind::Code { code, status } => Some(Refusal::listed(code, *status).into_response()),
        FaultKind::Answer {
            status,
            headers,
            body,
        } => {
            let mut answer = Response::new(Body::from(body.clone()));
            answer.extensions_mut().insert(AskedFor);
            *answer.status_mut() = StatusCode::from_u16(*status).unwrap_or_default();
            for (name, value) in headers {
                if let (Ok(name), Ok(value)) = (
                    HeaderName::from_bytes(name.as_bytes()),
                    HeaderValue::from_str(value),
                ) {
                    answer.headers_mut().append(name, value);
                }
            }
            Some(answer)
        }
    }
}

/// Breaks a finished answer off, if the fault does that.
pub(crate) async fn broken(answer: Response, kind: &FaultKind, line: Option<&Line>) -> Response {
    let is_half = match kind {
        FaultKind::HalfAnswer => true,
        FaultKind::Reset if line.is_none() => true,
        FaultKind::WrongLength => false,
        _ => return answer,
    };
    let (mut parts, body) = answer.into_parts();
    let mut body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if body.is_empty() {
        body = Bytes::from_static(b"{}");
    }
    let (length, part) = if is_half {
        (body.len(), body.slice(..body.len() / 2))
    } else {
        (body.len() + 7, body)
    };
    parts.headers.insert(header::CONTENT_LENGTH, length.into());
    Response::from_parts(parts, Body::new(Cut::new(part)))
}

/// A body that ends with an error.
struct Cut {
    part: Option<Bytes>,
    rest: Pin<Box<Sleep>>,
}

impl Cut {
    fn new(part: Bytes) -> Self {
        Self {
            part: Some(part),
            rest: Box::pin(sleep(PART)),
        }
    }
}

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = self.get_mut();
        if let Some(part) = this.part.take() {
            return Poll::Ready(Some(Ok(Frame::data(part))));
        }
        ready!(this.rest.as_mut().poll(context));
        Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into())))
    }
}
