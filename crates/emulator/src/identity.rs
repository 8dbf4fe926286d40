//! Tokens of the identity service.

use std::collections::HashMap;

use axum::http::HeaderValue;
use axum::http::request::Parts;
use axum::response::Response;
use sdk_hmac_sha256::{ExposeSecret, SdkDate};
use serde_json::{Value, json};

use crate::answer::{Refusal, json_answer};
use crate::settings::{Project, Settings, date};
use crate::{Emulator, random};

/// Real tokens have several kilobytes; so has this many bytes in hexadecimal.
const TOKEN_BYTES: usize = 1_024;

/// The tokens that were given out.
#[derive(Default)]
pub(crate) struct Tokens {
    by_text: HashMap<Vec<u8>, Token>,
}

struct Token {
    project: String,
    expires: SdkDate,
    is_revoked: bool,
}

impl Tokens {
    /// The project a token is for.
    pub(crate) fn project(&self, text: &[u8], now: SdkDate) -> Result<String, Refusal> {
        let token = self
            .by_text
            .get(text)
            .ok_or_else(|| Refusal::authentication("decrypt token fail"))?;
        if token.is_revoked || now >= token.expires {
            return Err(Refusal::gateway(
                401,
                "APIGW.0307",
                "The token must be updated.",
            ));
        }
        Ok(token.project.clone())
    }

    /// Ends all of them.
    pub(crate) fn revoke(&mut self) {
        for token in self.by_text.values_mut() {
            token.is_revoked = true;
        }
    }
}

/// `POST /v3/auth/tokens`: name and password for a token of one project.
pub(crate) fn create_token(
    emulator: &Emulator,
    parts: &Parts,
    body: &[u8],
) -> Result<Response, Refusal> {
    let settings = emulator.settings();
    let malformed = || Refusal::identity(400, "The request body is invalid");
    let body: Value = serde_json::from_slice(body).map_err(|_| malformed())?;
    let identity = &body["auth"]["identity"];
    if identity["methods"] != json!(["password"]) {
        return Err(malformed());
    }
    let user = &identity["password"]["user"];
    let (Some(domain), Some(name), Some(password)) = (
        user["domain"]["name"].as_str(),
        user["name"].as_str(),
        user["password"].as_str(),
    ) else {
        return Err(malformed());
    };
    let project = scope(settings, &body["auth"]["scope"]["project"]).ok_or_else(malformed)?;
    let known = settings.users.iter().any(|user| {
        user.domain == domain && user.name == name && user.password.expose_secret() == password
    });
    if !known {
        return Err(Refusal::identity(401, "The username or password is wrong."));
    }

    let now = emulator.now();
    let life = i64::try_from(settings.token_life.as_secs()).unwrap_or(i64::MAX);
    let expires = date(now.unix().saturating_add(life));
    let text = random::hex(TOKEN_BYTES);
    let mut token = json!({
        "methods": ["password"],
        "issued_at": timestamp(now),
        "expires_at": timestamp(expires),
        "project": {"id": project.id, "name": project.name, "domain": {"name": domain}},
        "user": {"name": name, "domain": {"name": domain}},
        "roles": [{"id": "0", "name": "te_admin"}],
    });
    if parts
        .uri
        .query()
        .is_none_or(|query| !query.split('&').any(|pair| pair == "nocatalog=true"))
    {
        token["catalog"] = json!([]);
    }
    let mut answer = json_answer(201, &json!({ "token": token }));
    let mut value = HeaderValue::from_str(&text).map_err(|_| malformed())?;
    value.set_sensitive(true);
    answer.headers_mut().insert("x-subject-token", value);
    emulator.tokens().by_text.insert(
        text.into_bytes(),
        Token {
            project: project.id,
            expires,
            is_revoked: false,
        },
    );
    Ok(answer)
}

/// The project that a scope names by id or by name.
fn scope(settings: &Settings, scope: &Value) -> Option<Project> {
    if let Some(id) = scope["id"].as_str() {
        let listed = settings.projects.iter().find(|project| project.id == id);
        let unlisted = || {
            settings.has_project(id).then(|| Project {
                id: id.into(),
                name: id.into(),
            })
        };
        return listed.cloned().or_else(unlisted);
    }
    let name = scope["name"].as_str()?;
    settings
        .projects
        .iter()
        .find(|project| project.name == name)
        .cloned()
}

/// A time as the identity service writes it: `2020-01-04T09:05:22.000000Z`.
fn timestamp(date: SdkDate) -> String {
    let text = date.to_string();
    let (day, time) = (&text[..8], &text[9..15]);
    let (year, month, day) = (&day[..4], &day[4..6], &day[6..]);
    let (hour, minute, second) = (&time[..2], &time[2..4], &time[4..]);
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}.000000Z")
}
