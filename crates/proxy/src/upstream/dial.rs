//! Opens connections: resolves, checks the address, goes through a forward proxy when the settings say so.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tower::{Service, ServiceExt as _};

use super::address::{Addresses, is_local, literal};
use crate::settings::{ForwardProxy, UpstreamSettings};

type Pending<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;

/// Opens connections to endpoints.
#[derive(Clone)]
pub(crate) struct Dial {
    addresses: Arc<Addresses>,
    direct: HttpConnector<Resolver>,
    /// Which endpoints are reached through a forward proxy.
    forward: Option<Arc<Matcher>>,
    /// To the forward proxy, which the settings name: its address is not checked.
    to_proxy: HttpConnector,
}

impl Dial {
    pub(super) fn new(settings: &UpstreamSettings) -> Self {
        let addresses = Arc::new(Addresses::new(settings.allow_addresses.clone()));
        let resolver = Resolver {
            addresses: addresses.clone(),
            system: GaiResolver::new(),
        };
        let forward = match &settings.proxy {
            ForwardProxy::None => None,
            ForwardProxy::Environment => Some(Matcher::from_env()),
            ForwardProxy::Address(address) => {
                Some(Matcher::builder().https(address.to_string()).build())
            }
        };
        Self {
            addresses,
            direct: tcp(HttpConnector::new_with_resolver(resolver), settings.connect),
            forward: forward.map(Arc::new),
            to_proxy: tcp(HttpConnector::new(), settings.connect),
        }
    }

    async fn connect(self, endpoint: Uri) -> Result<TokioIo<TcpStream>, BoxError> {
        let host = endpoint.host().unwrap_or_default();
        // A host that is an address is not resolved, so the resolver does not see it.
        if let Some(address) = literal(host) {
            self.addresses.check(host, address)?;
        }
        let forward = self
            .forward
            .filter(|_| !is_local(host))
            .and_then(|matcher| matcher.intercept(&endpoint));
        let Some(forward) = forward else {
            return Ok(self.direct.oneshot(endpoint).await?);
        };
        let mut tunnel = Tunnel::new(forward.uri().clone(), self.to_proxy);
        if let Some(value) = forward.basic_auth() {
            tunnel = tunnel.with_auth(value.clone());
        }
        Ok(tunnel.oneshot(endpoint).await?)
    }
}

fn tcp<R>(mut connector: HttpConnector<R>, connect: Duration) -> HttpConnector<R> {
    connector.enforce_http(false);
    connector.set_connect_timeout(Some(connect));
    connector.set_nodelay(true);
    connector
}

impl Service<Uri> for Dial {
    type Response = TokioIo<TcpStream>;
    type Error = BoxError;
    type Future = Pending<Self::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, endpoint: Uri) -> Self::Future {
        Box::pin(self.clone().connect(endpoint))
    }
}

/// Resolves a name and lets only addresses through that may be dialled. What it returns is what is dialled:
/// nobody resolves the name a second time.
#[derive(Clone)]
pub(crate) struct Resolver<R = GaiResolver> {
    addresses: Arc<Addresses>,
    system: R,
}

impl<R> Service<Name> for Resolver<R>
where
    R: Service<Name> + Clone + Send + 'static,
    R::Response: Iterator<Item = SocketAddr> + Send,
    R::Error: Into<BoxError> + Send,
    R::Future: Send,
{
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = BoxError;
    type Future = Pending<Self::Response>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let Self { addresses, system } = self.clone();
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found = system.oneshot(name).await.map_err(Into::into)?;
            let mut refused = None;
            let mut allowed = Vec::new();
            for address in found {
                match addresses.check(&host, address.ip()) {
                    Ok(()) => allowed.push(address),
                    Err(error) => refused = Some(error),
                }
            }
            match refused {
                Some(error) if allowed.is_empty() => Err(error.into()),
                _ => Ok(allowed.into_iter()),
            }
        })
    }
}

/// A connector that has to be ready in time, whatever it waits for: the name, the connection, the forward
/// proxy, the handshake of TLS.
#[derive(Clone)]
pub(crate) struct InTime<C> {
    pub(super) inner: C,
    pub(super) limit: Duration,
}

impl<C> Service<Uri> for InTime<C>
where
    C: Service<Uri, Error = BoxError>,
    C::Future: Send + 'static,
    C::Response: Send,
{
    type Response = C::Response;
    type Error = BoxError;
    type Future = Pending<Self::Response>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, endpoint: Uri) -> Self::Future {
        let connecting = tokio::time::timeout(self.limit, self.inner.call(endpoint));
        Box::pin(async move { connecting.await? })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use tower::service_fn;

    use super::*;

    /// What is dialled for a name that resolves to these addresses.
    async fn dialled(name: &str, found: &[&str]) -> Result<Vec<String>, String> {
        let found: Vec<SocketAddr> = found
            .iter()
            .map(|ip| SocketAddr::new(ip.parse().expect("an address"), 0))
            .collect();
        let resolver = Resolver {
            addresses: Arc::default(),
            system: service_fn(move |_: Name| {
                let found = found.clone().into_iter();
                async move { Ok::<_, Infallible>(found) }
            }),
        };
        let outcome = resolver.oneshot(name.parse().expect("a name")).await;
        outcome
            .map(|found| found.map(|address| address.ip().to_string()).collect())
            .map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn only_addresses_that_were_checked_are_dialled() {
        let some = dialled("cts.example.com", &["10.0.0.1", "1.1.1.1", "::1"]).await;
        assert_eq!(some, Ok(vec!["1.1.1.1".to_owned()]));
        let none = dialled("cts.example.com", &["169.254.169.254"]).await;
        let error = none.expect_err("a refusal");
        assert!(error.contains("169.254.169.254"), "{error}");
        assert!(error.contains("upstream.allow_addresses"), "{error}");
        assert_eq!(
            dialled("localhost", &["127.0.0.1"]).await,
            Ok(vec!["127.0.0.1".to_owned()])
        );
        assert!(dialled("localhost", &["192.168.0.1"]).await.is_err());
        assert_eq!(dialled("cts.example.com", &[]).await, Ok(vec![]));
    }
}
