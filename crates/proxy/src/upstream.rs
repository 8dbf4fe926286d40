//! The way to the cloud: signs a call and sends it, once.

mod connect;
mod scrub;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper_util::client::legacy::Client;
use sdk_hmac_sha256::{Credentials, SdkDate, sign};
use tracing::error;

use self::connect::Connector;
use self::scrub::Scrub;
use crate::answer::Refusal;
use crate::settings::{Region, Settings, SettingsError};

/// The largest answer that is taken, in bytes. A full list of 101 trackers has less than a tenth of it.
const ANSWER_LIMIT: usize = 1024 * 1024;

/// Holds the credential and the connections.
pub(crate) struct Upstream {
    client: Client<Connector, Full<Bytes>>,
    credentials: Credentials,
    scrub: Scrub,
    timeout: Duration,
}

/// A call to make.
pub(crate) struct Call<'a> {
    pub(crate) region: &'a Region,
    pub(crate) project: &'a str,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) body: Bytes,
}

/// What the cloud answered.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Upstream {
    pub(crate) fn new(
        settings: &Settings,
        credentials: Credentials,
    ) -> Result<Self, SettingsError> {
        Ok(Self {
            client: connect::client(settings)?,
            scrub: Scrub::new(&credentials),
            credentials,
            timeout: settings.timeouts.total,
        })
    }

    /// Makes the call. It is never repeated and no redirect is followed.
    pub(crate) async fn send(&self, call: Call<'_>) -> Result<Answer, Refusal> {
        let changes = call.method != Method::GET;
        let host = call.region.authority().to_owned();
        let request = self.signed(call)?;
        let answer = tokio::time::timeout(self.timeout, self.exchange(request, &host, changes));
        let Ok(outcome) = answer.await else {
            let seconds = self.timeout.as_secs();
            let message = format!(
                "{host} did not answer within {seconds} s.{}",
                advice(changes)
            );
            return Err(Refusal::timeout(message));
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
        self.scrub.headers(&mut answer.headers);
        answer.body = self.scrub.body(answer.body);
        Ok(answer)
    }

    async fn exchange(
        &self,
        request: Request<Full<Bytes>>,
        host: &str,
        changes: bool,
    ) -> Result<Answer, Refusal> {
        let response = self.client.request(request).await.map_err(|error| {
            // The causes name addresses and protocol states, nothing of the request.
            error!(host, error = chain(&error), "no answer");
            if error.is_connect() {
                Refusal::bad_gateway(format!("{host} cannot be reached; nothing was sent."))
            } else {
                let message = format!("The connection to {host} broke.{}", advice(changes));
                Refusal::bad_gateway(message)
            }
        })?;
        let (parts, body) = response.into_parts();
        let body = Limited::new(body, ANSWER_LIMIT)
            .collect()
            .await
            .map_err(|error| {
                let what = if error.is::<LengthLimitError>() {
                    "is larger than 1 MiB"
                } else {
                    "broke off"
                };
                Refusal::bad_gateway(format!("The answer of {host} {what}.{}", advice(changes)))
            })?;
        Ok(Answer {
            status: parts.status,
            headers: parts.headers,
            body: body.to_bytes(),
        })
    }

    /// The request with its signature, which covers exactly what goes out.
    fn signed(&self, call: Call<'_>) -> Result<Request<Full<Bytes>>, Refusal> {
        let Call {
            region,
            project,
            method,
            path,
            query,
            body,
        } = call;
        let mut headers = vec![
            ("Host".to_owned(), region.authority().to_owned()),
            ("Content-Type".to_owned(), "application/json".to_owned()),
            ("X-Project-Id".to_owned(), project.to_owned()),
        ];
        let to_sign = sdk_hmac_sha256::Request {
            method: method.as_str(),
            path: &path,
            query: &query,
            headers: &headers,
            body: &body,
        };
        let signed = sign(&to_sign, &self.credentials, now()?).map_err(|error| {
            error!(%error, "cannot sign");
            Refusal::internal()
        })?;
        headers.extend(signed.into_headers());
        let separator = if query.is_empty() { "" } else { "?" };
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}{separator}{query}", region.endpoint))
            // Not signed: something in between may rewrite it.
            .header(
                header::USER_AGENT,
                concat!("cts-proxy/", env!("CARGO_PKG_VERSION")),
            );
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.body(Full::new(body)).map_err(|error| {
            error!(%error, "cannot build the request");
            Refusal::internal()
        })
    }
}

/// What to do when it is not known whether the cloud acted.
fn advice(changes: bool) -> &'static str {
    if changes {
        " The change may have been made: read the tracker back before you try again."
    } else {
        ""
    }
}

fn now() -> Result<SdkDate, Refusal> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    since
        .and_then(|since| i64::try_from(since.as_secs()).ok())
        .and_then(SdkDate::from_unix)
        .ok_or_else(|| {
            error!("the clock of this machine shows no time that can be signed");
            Refusal::internal()
        })
}

/// An error and its causes in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.extend([": ", &error.to_string()]);
        cause = error.source();
    }
    text
}
