//! Doors for the fuzz targets in `fuzz/` and the tests that replay what they found. Not for anybody else: they may
//! change at any time.

use std::path::Path;

use axum::http::{HeaderMap, HeaderValue, header};
use cts_tracker::{Current, Draft};

use crate::caller::{Caller, bearer, token_parts};
use crate::policy::{Asked, Target, stray};
use crate::settings::{Settings, read_tokens};

/// Reads a file of tokens; gives how many there are.
#[must_use]
pub fn tokens(text: &str) -> Option<usize> {
    read_tokens(text, Path::new("tokens.toml"))
        .ok()
        .map(|tokens| tokens.len())
}

/// The bearer token in a header `Authorization`.
#[must_use]
pub fn bearer_token(value: &[u8]) -> Option<String> {
    let mut headers = HeaderMap::new();
    headers.insert(header::AUTHORIZATION, HeaderValue::from_bytes(value).ok()?);
    bearer::token(&headers).ok().map(str::to_owned)
}

/// The two parts of a token of the proxy.
#[must_use]
pub fn parts(token: &str) -> Option<(String, String)> {
    token_parts(token).map(|(id, secret)| (id.to_owned(), secret.to_owned()))
}

/// Whether the policies of the settings allow a caller, who is in one group, to send this body for a tracker that is
/// stored so. `None` when the body or the stored tracker cannot be read.
#[must_use]
pub fn allows(
    settings: &Settings,
    caller: &str,
    group: &str,
    body: &[u8],
    stored: &[u8],
) -> Option<bool> {
    let caller = Caller::new(caller, vec![group.to_owned()])?;
    let draft = Draft::parse(body).ok()?;
    let current = Current::parse(stored).ok()?;
    let stray = stray(body, &draft);
    let asked = Asked {
        draft: &draft,
        stray: stray.as_deref(),
    };
    let project = settings.projects.first()?;
    let tracker = draft.text(cts_tracker::Member::TrackerName);
    let target = Target {
        region: &project.region,
        project: &project.id,
        tracker,
    };
    let stored = current.trackers().first();
    let updating = settings.policies.update(&caller, target);
    Some(updating.is_ok_and(|updating| updating.allow(asked, stored).is_ok()))
}
