//! The way to the cloud: authorises a call and sends it, once.

pub(crate) mod address;
mod clock;
mod connect;
mod dial;
mod mismatch;
mod request;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use tokio::time::{Instant, timeout, timeout_at};
use tracing::{error, warn};

use self::address::AddressRefused;
use self::clock::Clock;
pub(crate) use self::connect::Client;
use self::request::Ready;
use crate::answer::Refusal;
use crate::credential::{Issued, Provider, Source};
use crate::settings::{Region, Settings, SettingsError};

/// The largest answer that is taken, in bytes. A full list of 101 trackers has less than a tenth of it.
const ANSWER_LIMIT: usize = 1024 * 1024;

/// Headers that the proxy adds to an answer of the cloud, to explain a refused signature.
pub(crate) const NOTES: [HeaderName; 2] = [clock::HEADER, mismatch::HEADER];

/// Holds the credential and the connections.
pub(crate) struct Upstream {
    client: Client,
    credential: Provider,
    clock: Clock,
    total: Duration,
    body: Duration,
}

/// A call to make.
pub(crate) struct Call<'a> {
    pub(crate) region: &'a Region,
    pub(crate) project: &'a str,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) body: Bytes,
    /// The trace that the call belongs to, if the cloud is to know it.
    pub(crate) traceparent: Option<HeaderValue>,
}

/// What the cloud answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Upstream {
    pub(crate) fn new(settings: &Settings, source: Source) -> Result<Self, SettingsError> {
        Ok(Self {
            client: connect::client(settings)?,
            credential: Provider::new(settings, source),
            clock: Clock::default(),
            total: settings.upstream.total,
            body: settings.upstream.body,
        })
    }

    /// What the credential is worth at the moment.
    pub(crate) fn credential(&self) -> &Provider {
        &self.credential
    }

    /// Makes the call. It is never repeated and no redirect is followed.
    pub(crate) async fn send(&self, call: Call<'_>) -> Result<Answer, Refusal> {
        let deadline = Instant::now() + self.total;
        let changes = call.method != Method::GET;
        let (host, project) = (call.region.authority(), call.project);
        let issued = self.issued(project, deadline).await?;
        let ready = request::ready(call, &issued.credential)?;
        let canonical = ready.canonical.clone();
        let answer = timeout_at(deadline, self.exchange(ready, host, changes));
        let Ok(outcome) = answer.await else {
            let seconds = self.total.as_secs();
            let message = format!("{host} did not answer within {seconds} s.");
            return Err(Refusal::timeout(message).unsure(changes));
        };
        let mut answer = outcome?;
        if answer.status.is_redirection() {
            let message = format!(
                "{host} answered {} with a redirect, which is not followed: a signed request must not \
                 go elsewhere. Check the endpoint of the region in the settings.",
                answer.status.as_u16()
            );
            return Err(Refusal::bad_gateway(message));
        }
        let difference = canonical
            .filter(|_| answer.status == StatusCode::UNAUTHORIZED)
            .and_then(|ours| mismatch::difference(&ours, &answer.body));
        if answer.status == StatusCode::UNAUTHORIZED {
            self.credential.give_up(project, &issued);
        }
        issued.scrub.headers(&mut answer.headers);
        answer.body = issued.scrub.body(answer.body);
        if let Some(difference) = difference {
            let shown = issued.scrub.text(&difference).unwrap_or(difference);
            warn!(
                host,
                difference = shown,
                "the cloud does not agree with the signature"
            );
            mismatch::note(&mut answer.headers, &shown);
        }
        Ok(answer)
    }

    /// The credential for a call, in time.
    async fn issued(&self, project: &str, deadline: Instant) -> Result<Arc<Issued>, Refusal> {
        let issued = timeout_at(deadline, self.credential.get(&self.client, project)).await;
        match issued {
            Ok(Ok(issued)) => Ok(issued),
            Ok(Err(problem)) => Err(Refusal::no_credential(&problem.text, problem.wait)),
            Err(_) => {
                let seconds = self.total.as_secs();
                let text = format!("it was not there within {seconds} s");
                Err(Refusal::no_credential(&text, Duration::from_secs(1)))
            }
        }
    }

    async fn exchange(&self, ready: Ready, host: &str, changes: bool) -> Result<Answer, Refusal> {
        let response = self.client.request(ready.request).await.map_err(|error| {
            // The causes name addresses and protocol states, nothing of the request.
            error!(host, error = chain(&error), "no answer");
            if refused_address(&error) {
                let message = format!(
                    "{host} leads to an address that the proxy must not use; nothing was sent. The log of \
                     the proxy has the address."
                );
                Refusal::bad_gateway(message)
            } else if error.is_connect() {
                Refusal::bad_gateway(format!("{host} cannot be reached; nothing was sent."))
            } else {
                Refusal::bad_gateway(format!("The connection to {host} broke.")).unsure(changes)
            }
        })?;
        let (mut parts, body) = response.into_parts();
        self.clock
            .compare(host, &mut parts.headers, SystemTime::now());
        parts.headers.remove(mismatch::HEADER);
        let body = timeout(self.body, Limited::new(body, ANSWER_LIMIT).collect());
        let body = body.await.map_err(|_| {
            let seconds = self.body.as_secs();
            let message = format!("The answer of {host} was not complete within {seconds} s.");
            Refusal::timeout(message).unsure(changes)
        })?;
        let body = body.map_err(|error| {
            let what = if error.is::<LengthLimitError>() {
                "is larger than 1 MiB"
            } else {
                "broke off"
            };
            Refusal::bad_gateway(format!("The answer of {host} {what}.")).unsure(changes)
        })?;
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_bytes(),
        })
    }
}

/// An error and its causes in one line.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    for cause in causes(error) {
        text.extend([": ", &cause.to_string()]);
    }
    text
}

fn refused_address(error: &dyn std::error::Error) -> bool {
    causes(error).any(<dyn std::error::Error>::is::<AddressRefused>)
}

fn causes<'a>(
    error: &'a dyn std::error::Error,
) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(error.source(), |cause| cause.source())
}
