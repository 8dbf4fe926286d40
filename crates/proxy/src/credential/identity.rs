//! Tokens of the identity service, for a user whose name and password are known.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::body::Bytes;
use axum::http::{HeaderMap, Request, StatusCode, header};
use cts_tracker::answer::{Answer, explain_listing};
use http_body_util::{BodyExt as _, Full, Limited};
use sdk_hmac_sha256::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::Issued;
use super::keys::instant;
use super::slot::{Fetched, Life, Problem};
use crate::scrub::Scrub;
use crate::upstream::Client;

/// The largest answer that is taken, in bytes. Without the catalogue it has some kilobytes.
const ANSWER_LIMIT: usize = 256 * 1024;

/// How long a token is good for when the answer does not say so: far less than the 24 hours of the cloud.
const UNSAID: Duration = Duration::from_hours(1);

/// A user of the identity service. Its `Debug` leaves the password out.
#[derive(Clone)]
pub(crate) struct User {
    /// The name of the account.
    pub(crate) domain: String,
    /// The name of the user.
    pub(crate) name: String,
    pub(crate) password: SecretString,
}

impl fmt::Debug for User {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("User")
            .field("domain", &self.domain)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

/// Fetches a token for one project.
pub(super) async fn token(
    client: Client,
    endpoint: String,
    user: Arc<User>,
    project: String,
    limit: Duration,
) -> Result<Fetched<Issued>, Problem> {
    let host = endpoint.rsplit('/').next().unwrap_or_default().to_owned();
    let (status, headers, body) = timeout(limit, ask(client, &endpoint, &user, &project))
        .await
        .map_err(|_| {
            let seconds = limit.as_secs();
            Problem::passing(format!("{host} did not answer within {seconds} s"))
        })?
        .map_err(|problem| Problem::passing(format!("{host} {problem}")))?;
    if status != StatusCode::CREATED {
        return Err(refusal(&host, &user, status, &headers, body));
    }
    let malformed = |what: &str| Problem::passing(format!("the answer of {host} has no {what}"));
    let value = headers.get("x-subject-token");
    let token = value
        .and_then(|value| value.to_str().ok())
        .filter(|token| !token.is_empty())
        .ok_or_else(|| malformed("header X-Subject-Token"))?;
    let body: Value = serde_json::from_slice(&body).map_err(|_| malformed("body of JSON"))?;
    let time = |name: &str| body["token"][name].as_str().and_then(instant);
    // Both times are of one clock, so that the difference is right whatever ours shows.
    let life = match (time("issued_at"), time("expires_at")) {
        (Some(issued), Some(end)) => end.duration_since(issued).unwrap_or_default(),
        _ => UNSAID,
    };
    if life.is_zero() {
        return Err(Problem::passing(format!(
            "{host} gave a token that has ended"
        )));
    }
    let end = SystemTime::now() + life;
    Ok(Fetched {
        value: Issued::token(SecretString::from(token), end),
        life: Life::Until(end, life),
    })
}

async fn ask(
    client: Client,
    endpoint: &str,
    user: &User,
    project: &str,
) -> Result<(StatusCode, HeaderMap, Bytes), String> {
    let body = json!({"auth": {
        "identity": {"methods": ["password"], "password": {"user": {
            "domain": {"name": user.domain},
            "name": user.name,
            "password": user.password.expose_secret(),
        }}},
        "scope": {"project": {"id": project}},
    }});
    let request = Request::post(format!("{endpoint}/v3/auth/tokens?nocatalog=true"))
        .header(header::CONTENT_TYPE, "application/json;charset=utf8")
        .header(header::USER_AGENT, crate::USER_AGENT)
        .body(Full::new(Bytes::from(body.to_string())))
        .map_err(|_| "is no address".to_owned())?;
    let answer = client.request(request).await;
    let answer = answer.map_err(|error| {
        let problem = if error.is_connect() {
            "cannot be reached"
        } else {
            "broke the connection"
        };
        format!("{problem}: {}", crate::upstream::chain(&error))
    })?;
    let (parts, body) = answer.into_parts();
    let body = Limited::new(body, ANSWER_LIMIT).collect().await;
    let body = body.map_err(|_| "broke off its answer, or it is too large".to_owned())?;
    Ok((parts.status, parts.headers, body.to_bytes()))
}

/// What the identity service said instead of giving a token.
fn refusal(
    host: &str,
    user: &User,
    status: StatusCode,
    headers: &HeaderMap,
    body: Bytes,
) -> Problem {
    let scrub = Scrub::new(vec![user.password.clone()]);
    let body = scrub.body(body);
    let headers: Vec<_> = headers
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)))
        .collect();
    let said = explain_listing(&Answer {
        status: status.as_u16(),
        headers: &headers,
        body: &body,
    });
    // Only a message in a known shape: a page of something in between would fill the log.
    let message = said.message.filter(|_| said.shape.is_error());
    let words = message.map_or_else(String::new, |message| {
        let short: String = message.chars().take(200).collect();
        format!(": {}", short.escape_debug())
    });
    let text = format!("{host} answered {}{words}", status.as_u16());
    if status.is_client_error()
        && !matches!(
            status,
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
        )
    {
        Problem::refused(text)
    } else {
        Problem::passing(text)
    }
}
