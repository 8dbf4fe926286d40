//! The one way to the network.

use std::future::Future;
use std::pin::Pin;

use gloo_net::http::RequestBuilder;
use web_sys::{RequestCache, RequestRedirect};

/// What came back.
pub(super) struct Got {
    pub(super) status: u16,
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
pub(super) type Fetching = Pin<Box<dyn Future<Output = Result<Got, Loss>>>>;

/// Sends a request and reads the whole answer. Nothing is taken from a cache, and no redirect is
/// followed. It is boxed so that its code exists once, however many places call it.
pub(super) fn fetch(request: RequestBuilder, body: Option<String>) -> Fetching {
    Box::pin(async move {
        let request = request
            .cache(RequestCache::NoStore)
            .redirect(RequestRedirect::Manual);
        let response = match body {
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
