//! Who calls: each way in which callers are known, and that nobody else gets through.

mod header;
mod openid;
mod tokens;

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;

use crate::site::{Answer, Site, list_target, request, update_target};

/// The headers of a call that the page or a program makes.
const CALL: [(&str, &str); 2] = [
    ("x-cts-tracker-form", "1"),
    ("content-type", "application/json"),
];

/// The request as it comes from this address.
pub(crate) fn from(peer: &str, mut request: Request<Body>) -> Request<Body> {
    let peer: SocketAddr = peer.parse().expect("an address");
    request.extensions_mut().insert(ConnectInfo(peer));
    request
}

/// A list that is asked for from this address with these headers more.
pub(crate) async fn list_as(site: &Site, peer: &str, headers: &[(&str, &str)]) -> Answer {
    let headers = [&CALL[..], headers].concat();
    site.call(from(peer, request("GET", &list_target(), &headers, "")))
        .await
}

/// An update from this address with these headers more.
pub(crate) async fn update_as(
    site: &Site,
    peer: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let headers = [&CALL[..], headers].concat();
    site.call(from(peer, request("PUT", &update_target(), &headers, body)))
        .await
}

/// Holds for every refusal of somebody unknown.
pub(crate) fn is_unknown(answer: &Answer, scheme: &str) {
    assert_eq!(
        (answer.status, answer.code()),
        (401, "PROXY.0401".into()),
        "{}",
        answer.text()
    );
    assert!(
        answer.header("www-authenticate").starts_with(scheme),
        "{:?}",
        answer.headers
    );
    assert_eq!(answer.header("x-cts-answer-from"), "proxy");
    assert_eq!(
        answer.message(),
        "The proxy does not know who is calling; nothing was sent."
    );
}
