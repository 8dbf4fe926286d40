//! What stands besides the body.

use cts_tracker::Authentication;
use cts_tracker::Rule::{
    ClockSkew, ProjectIdFormat, ProjectIdRequired, RegionKnown, SignatureRetry, StatusOnlyBody,
    TokenExpired, TokenShape,
};

use super::example::{Example, body};
use super::source::Source::{Definition, Gateway, Own, Page, Sdk, SdkBounds};
use super::{Guide, guide};

const ID: &[&str] = &["/path/project_id"];

const REQUEST: Example = body(system!()).also(&[StatusOnlyBody]);

/// Shorter than any token is.
const SHORT: &str = "xxxxxxxxxxxxxxxxxxxx";
/// Long enough for one.
const LONG: &str = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

const NOTHING: Authentication<'static> = Authentication {
    token: None,
    token_expires_at: None,
    now: None,
    signed_at: None,
    gateway_time: None,
    failed_signatures: 0,
};

const fn token(token: &'static str) -> Example {
    REQUEST.authentication(Authentication {
        token: Some(token),
        ..NOTHING
    })
}

const fn expires_in(seconds: i64) -> Example {
    REQUEST.authentication(Authentication {
        token_expires_at: Some(seconds),
        now: Some(0),
        ..NOTHING
    })
}

const fn signed_before(seconds: i64) -> Example {
    REQUEST.authentication(Authentication {
        signed_at: Some(0),
        gateway_time: Some(seconds),
        ..NOTHING
    })
}

const fn failed(times: u32) -> Example {
    REQUEST.authentication(Authentication {
        failed_signatures: times,
        ..NOTHING
    })
}

pub(super) const GUIDES: &[Guide] = &[
    guide(
        ProjectIdRequired,
        ID,
        &[Page, Sdk],
        REQUEST.project_id("{project_id}"),
        REQUEST.project_id("0123456789abcdef0123456789abcdef"),
    )
    .note(
        "The Python SDK sends the placeholder itself, percent-encoded, when it has no project id.",
        "没有项目 ID 时，Python SDK 会直接发送经过百分号编码的占位符。",
    ),
    guide(
        ProjectIdFormat,
        ID,
        &[Definition, SdkBounds, Own],
        REQUEST.project_id("cn-north-4"),
        REQUEST.project_id("0123456789abcdef0123456789abcdef"),
    )
    .note(
        "The definition allows 15 to 40 characters. Therefore it is a warning.",
        "API 定义允许 15~40 个字符，因此仅为警告。",
    ),
    guide(
        RegionKnown,
        &["/region"],
        &[Sdk],
        REQUEST.region("cn-north-40"),
        REQUEST.region("cn-north-4"),
    ),
    guide(
        TokenShape,
        &["/auth/token"],
        &[Gateway, Own],
        token(SHORT),
        token(LONG),
    ),
    guide(
        TokenExpired,
        &["/auth/token"],
        &[Gateway],
        expires_in(0),
        expires_in(3600),
    ),
    guide(
        ClockSkew,
        &["/auth/time"],
        &[Gateway],
        signed_before(901),
        signed_before(900),
    ),
    guide(SignatureRetry, &["/auth"], &[Gateway], failed(1), failed(0)),
];
