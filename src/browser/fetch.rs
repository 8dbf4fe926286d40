//! The one way to the network.

use std::future::Future;
use std::pin::Pin;

use gloo_net::http::{Method, RequestBuilder};
use web_sys::{AbortSignal, RequestCache, RequestRedirect};

/// What to ask for.
#[derive(Default)]
pub(super) struct Ask<'a> {
    pub(super) method: Method,
    pub(super) address: &'a str,
    pub(super) headers: &'a [(&'a str, &'a str)],
    pub(super) body: Option<&'a str>,
    /// What breaks it off.
    pub(super) signal: Option<&'a AbortSignal>,
}

/// What came back.
pub(super) struct Got {
    pub(super) status: u16,
    /// Names are in lower case.
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// Why nothing, or not everything, came back.
pub(super) enum Loss {
    /// There is no answer.
    All,
    /// The answer has this status, and its body broke off.
    Body(u16),
}

/// A request under way.
pub(super) type Fetching<'a> = Pin<Box<dyn Future<Output = Result<Got, Loss>> + 'a>>;

/// Sends a request and reads the whole answer. Nothing is taken from a cache, and no redirect is
/// followed. It is boxed so that its code exists once, however many places call it.
pub(super) fn fetch(ask: Ask<'_>) -> Fetching<'_> {
    Box::pin(async move {
        let mut request = RequestBuilder::new(ask.address)
            .method(ask.method)
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Manual)
            .abort_signal(ask.signal);
        for (name, value) in ask.headers {
            request = request.header(name, value);
        }
        let response = match ask.body {
            Some(body) => request.body(body).map_err(|_| Loss::All)?.send().await,
            None => request.send().await,
        };
        let response = response.map_err(|_| Loss::All)?;
        let status = response.status();
        if status == 0 {
            // A redirect, of which the browser shows nothing.
            return Err(Loss::All);
        }
        let headers = response.headers().entries().collect();
        let body = response.binary().await.map_err(|_| Loss::Body(status))?;
        Ok(Got {
            status,
            headers,
            body,
        })
    })
}
