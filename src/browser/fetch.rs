//! The one way to the network.

use std::future::Future;
use std::pin::Pin;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestCache, RequestInit, RequestRedirect, Response};

/// What to ask for.
#[derive(Default)]
pub(super) struct Ask<'a> {
    pub(super) method: &'a str,
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
        let answer = send(&ask).map_err(|_| Loss::All)?;
        let answer = JsFuture::from(answer).await.map_err(|_| Loss::All)?;
        let answer: Response = answer.unchecked_into();
        let status = answer.status();
        if status == 0 {
            // A redirect, of which the browser shows nothing.
            return Err(Loss::All);
        }
        let headers = entries(&answer.headers());
        let body = async { JsFuture::from(answer.array_buffer()?).await };
        let body = body.await.map_err(|_: JsValue| Loss::Body(status))?;
        Ok(Got {
            status,
            headers,
            body: Uint8Array::new(&body).to_vec(),
        })
    })
}

fn send(ask: &Ask<'_>) -> Result<js_sys::Promise, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in ask.headers {
        headers.set(name, value)?;
    }
    let init = RequestInit::new();
    init.set_method(ask.method);
    init.set_headers(&headers);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(ask.signal);
    if let Some(body) = ask.body {
        init.set_body(&JsValue::from_str(body));
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    Ok(window.fetch_with_str_and_init(ask.address, &init))
}

fn entries(headers: &Headers) -> Vec<(String, String)> {
    let entries = Array::from(headers);
    let pair = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    entries.iter().filter_map(pair).collect()
}
