//! The listener: connections with limits, and heads that are looked at before anything reads them.

mod checked;
mod flaw;
mod head;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, Response, header};
use axum::response::IntoResponse as _;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tracing::{debug, warn};

use self::checked::Checked;
use self::flaw::Flaw;
use crate::answer::Refusal;
use crate::headers;

/// How many connections may be open at a time. Further ones wait until one ends.
const CONNECTIONS: usize = 10_000;

/// The wait after the system could not hand over a connection, for instance because all file descriptors are used.
const PAUSE: Duration = Duration::from_millis(100);

/// How long the proxy waits for the other side of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// From the first byte of a head to its end. Who is slower gets 408.
    pub head: Duration,
    /// Between two requests. Longer than usual for what stands in front of a server, so that the other side closes
    /// first and no request is lost between the two.
    pub idle: Duration,
    /// While the other side takes nothing of an answer.
    pub write: Duration,
}

impl Default for Patience {
    /// 10, 75 and 30 seconds.
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            idle: Duration::from_secs(75),
            write: Duration::from_secs(30),
        }
    }
}

/// Serves the routes until `stop` is done, then lets the requests in flight end.
///
/// Every head is checked before it is parsed; see `docs/proxy.md`, "Requests that are refused unread". The address of
/// the other side is in the extension [`ConnectInfo`]`<`[`SocketAddr`]`>` of each request. A caller who hangs up does
/// not end a request that is in flight.
pub async fn serve(
    listener: TcpListener,
    routes: Router,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let connections = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let next = async {
            // The semaphore is never closed.
            let place = room.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        match accepted {
            Ok((stream, peer)) => {
                let watcher = connections.watcher();
                let routes = routes.clone();
                tokio::spawn(async move {
                    connection(stream, peer, routes, patience, watcher).await;
                    drop(place);
                });
            }
            Err(error) if is_of_one_connection(&error) => debug!(%error, "not accepted"),
            Err(error) => {
                warn!(%error, "no connection can be taken at the moment");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    // Further connections are refused by the system from here on.
    drop(listener);
    connections.shutdown().await;
}

/// Errors that say something about one connection and nothing about the next.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}

async fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    routes: Router,
    patience: Patience,
    watcher: Watcher,
) {
    // Answers are small and must not wait for more. Without it the connection is slower, not broken.
    let _ = stream.set_nodelay(true);
    let routes = TowerToHyperService::new(routes);
    let service = service_fn(move |mut request: Request<Incoming>| {
        let flaw = Flaw::of(&request);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = flaw.is_none().then(|| routes.call(request));
        async move {
            match (answer, flaw) {
                (Some(answer), _) => answer.await,
                (None, flaw) => Ok(refuse(flaw.unwrap_or(Flaw::RequestLine), peer).await),
            }
        }
    });
    let serving = http1::Builder::new()
        // Times are kept by `Checked`, which tells an idle connection from a slow head.
        .timer(TokioTimer::new())
        .header_read_timeout(None)
        .max_headers(head::MAX_HEADERS)
        // Otherwise a caller who hangs up would cancel a change half way, and nobody would write down how it ended.
        .half_close(true)
        .serve_connection(TokioIo::new(Checked::new(stream, patience)), service);
    if let Err(error) = watcher.watch(serving).await {
        debug!(%peer, %error, "the connection broke");
    }
}

/// The answer to a head with a flaw. It is the last one on its connection.
async fn refuse(flaw: Flaw, peer: SocketAddr) -> Response<Body> {
    warn!(%peer, flaw = flaw.name(), "malformed");
    let refusal = Refusal::malformed(flaw.status(), flaw.message());
    let mut answer = headers::secure(refusal.into_response()).await;
    answer
        .headers_mut()
        .insert(header::CONNECTION, HeaderValue::from_static("close"));
    answer
}
