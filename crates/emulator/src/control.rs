//! Calls that control the stand-in while it runs, for tests in other languages. They exist only when
//! [`Settings::control`](crate::Settings::control) is set, need no credential, are not counted and meet no fault.
//! `docs/emulator.md` lists them.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{delete, get, post, put};
use sdk_hmac_sha256::{Request, SdkDate, header, sign};
use serde::Deserialize;
use serde_json::json;

use crate::answer::json_answer;
use crate::{Emulator, Fault, FaultKind, codes};

/// The calls.
pub(crate) fn router() -> Router<Emulator> {
    Router::new()
        .route("/cts-emulator/faults", post(add).delete(clear))
        .route("/cts-emulator/clock", put(clock))
        .route("/cts-emulator/tokens", delete(tokens))
        .route("/cts-emulator/state", get(state))
        .route("/cts-emulator/signature", post(signature))
}

/// A fault as it is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    fault: String,
    #[serde(default = "one")]
    times: u32,
    method: Option<String>,
    #[serde(default)]
    after_change: bool,
    milliseconds: Option<u64>,
    code: Option<String>,
    status: Option<u16>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    body: Option<String>,
}

fn one() -> u32 {
    1
}

impl Wanted {
    fn fault(self) -> Option<Fault> {
        let kind = match self.fault.as_str() {
            "delay" => FaultKind::Delay(Duration::from_millis(self.milliseconds?)),
            "reset" => FaultKind::Reset,
            "half-answer" => FaultKind::HalfAnswer,
            "wrong-length" => FaultKind::WrongLength,
            "html-page" => FaultKind::HtmlPage,
            "code" => {
                let code = self.code?;
                codes::cts(&code).or_else(|| codes::gateway(&code, self.status))?;
                FaultKind::Code {
                    code,
                    status: self.status,
                }
            }
            "answer" => FaultKind::Answer {
                status: self.status?,
                headers: self.headers,
                body: self.body.unwrap_or_default(),
            },
            "late-timeout" => return Some(Fault::late_timeout().times(self.times)),
            _ => return None,
        };
        let mut fault = Fault::new(kind).times(self.times);
        if let Some(method) = self.method {
            fault = fault.on(method);
        }
        if self.after_change {
            fault = fault.after_change();
        }
        Some(fault)
    }
}

async fn add(State(emulator): State<Emulator>, body: Bytes) -> Response {
    let wanted: Result<Wanted, _> = serde_json::from_slice(&body);
    match wanted.map(Wanted::fault) {
        Ok(Some(fault)) => {
            emulator.add_fault(fault);
            StatusCode::NO_CONTENT.into_response()
        }
        Ok(None) => mistake("the fault is not known or lacks a member"),
        Err(error) => mistake(&error.to_string()),
    }
}

async fn clear(State(emulator): State<Emulator>) -> StatusCode {
    emulator.clear_faults();
    StatusCode::NO_CONTENT
}

async fn clock(State(emulator): State<Emulator>, body: Bytes) -> Response {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Offset {
        offset_seconds: i64,
    }
    match serde_json::from_slice::<Offset>(&body) {
        Ok(offset) => {
            emulator.set_clock_offset(offset.offset_seconds);
            StatusCode::NO_CONTENT.into_response()
        }
        Err(error) => mistake(&error.to_string()),
    }
}

async fn tokens(State(emulator): State<Emulator>) -> StatusCode {
    emulator.revoke_tokens();
    StatusCode::NO_CONTENT
}

async fn state(State(emulator): State<Emulator>) -> Response {
    let state = json!({
        "received": emulator.received(),
        "pending": emulator.pending_faults(),
    });
    json_answer(200, &state)
}

/// A request to be signed with the first key of the settings: every header that is given, at the time that
/// `X-Sdk-Date` tells.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unsigned {
    method: String,
    path: String,
    #[serde(default)]
    query: String,
    headers: Vec<(String, String)>,
    #[serde(default)]
    body: String,
}

async fn signature(State(emulator): State<Emulator>, body: Bytes) -> Response {
    let unsigned: Unsigned = match serde_json::from_slice(&body) {
        Ok(unsigned) => unsigned,
        Err(error) => return mistake(&error.to_string()),
    };
    let request = Request {
        method: &unsigned.method,
        path: &unsigned.path,
        query: &unsigned.query,
        headers: &unsigned.headers,
        body: unsigned.body.as_bytes(),
    };
    let named = |name: &&(String, String)| name.0.eq_ignore_ascii_case(header::DATE);
    let date = unsigned.headers.iter().find(named);
    let date = date.and_then(|(_, value)| SdkDate::parse(value));
    let (Some(date), Some(key)) = (date, emulator.settings().keys.first()) else {
        return mistake("there is no date, or no key");
    };
    match sign(&request, key, date) {
        Ok(signed) => {
            let canonical = signed.canonical_request().to_string();
            let added = signed.into_headers();
            let authorization = added.iter().find(|(name, _)| name == "Authorization");
            let authorization = authorization.map(|(_, value)| value);
            json_answer(
                200,
                &json!({"authorization": authorization, "canonical": canonical}),
            )
        }
        Err(error) => mistake(&error.to_string()),
    }
}

/// Says what is wrong with a control call, in no shape of the cloud.
fn mistake(text: &str) -> Response {
    json_answer(400, &json!({"mistake": text}))
}
