//! From an answer to its explanation.

use alloc::borrow::ToOwned as _;
use alloc::vec::Vec;

use super::body::{self, Reading};
use super::catalogue::{self, Row};
use super::mention::mentioned;
use super::{Answer, Explanation, Outcome, Retry, Shape};
use crate::json::Tree;
use crate::table::Member;

/// Explains the answer to `PUT /v3/{project_id}/tracker`.
///
/// A success is a status from 200 to 299 with an empty body, `null`, or a JSON object that names no
/// error. The page documents 200 without body; the official SDKs accept the others. A redirect is
/// not a success, although the SDKs take it for one.
#[must_use]
pub fn explain(answer: &Answer<'_>) -> Explanation {
    let reading = body::read(answer.body);
    let fits = match &reading.tree {
        None => reading.shape == Shape::Empty,
        Some(tree) => matches!(tree, Tree::Null | Tree::Object(_)),
    };
    judge(answer, reading, fits)
}

/// Explains the answer to `GET /v3/{project_id}/trackers`.
///
/// A success is a status from 200 to 299 with an object whose `trackers` is an array. A listing
/// changes nothing: the outcome is never open, and an answer that would ask for a read-back may be
/// asked for again.
#[must_use]
pub fn explain_listing(answer: &Answer<'_>) -> Explanation {
    let reading = body::read(answer.body);
    let listed = reading.tree.as_ref().and_then(|tree| tree.get("trackers"));
    let fits = matches!(listed, Some(Tree::Array(_)));
    let mut explanation = judge(answer, reading, fits);
    explanation.outcome = Outcome::NotTaken;
    if explanation.success {
        (explanation.meaning, explanation.remedy) = catalogue::LISTED;
    } else if explanation.retry == Retry::ReadBackFirst {
        explanation.retry = Retry::AfterWaiting;
        (explanation.meaning, explanation.remedy) = catalogue::LISTING_FAILED;
    }
    explanation
}

/// `fits`: whether the body is one of success, unless it names an error.
fn judge(answer: &Answer<'_>, reading: Reading, fits: bool) -> Explanation {
    let status = answer.status;
    let request_id = header(answer, "x-request-id")
        .map(str::to_owned)
        .or_else(|| reading.request_id.clone());
    let message = reading.message.as_deref().unwrap_or_default();
    let row = reading
        .code
        .as_deref()
        .and_then(|code| catalogue::find(code, status, message));
    let (meaning, remedy) = row.map_or_else(
        || catalogue::by_status(status),
        |row| (row.meaning, row.remedy),
    );
    let mut explanation = Explanation {
        status,
        success: false,
        shape: reading.shape,
        known: row.is_some(),
        meaning,
        remedy,
        detail: if status == 401 {
            let difference = header(answer, "x-cts-signature-difference");
            let clock = header(answer, "x-cts-clock-difference");
            catalogue::noted(message, difference, clock).or_else(|| catalogue::detail(message))
        } else {
            None
        },
        members: members(row, &reading, status),
        retry: row
            .map_or(Retry::of_status(status), |row| row.retry)
            .bounded_by(status),
        retry_after: header(answer, "retry-after").and_then(|seconds| seconds.parse().ok()),
        outcome: row.map_or(Outcome::of_status(status), |row| row.outcome(status)),
        request_id,
        encoded_authorization_message: reading.encoded_authorization_message,
        code: reading.code,
        message: reading.message,
    };
    if (200..300).contains(&status) {
        let accepted = fits && !explanation.shape.is_error();
        claim(&mut explanation, accepted);
    }
    explanation
}

/// A status of success is only a claim until the body agrees with it.
fn claim(explanation: &mut Explanation, accepted: bool) {
    let (said, done) = ((explanation.meaning, explanation.remedy), explanation.known);
    explanation.success = accepted;
    if accepted {
        explanation.message = None;
        explanation.retry = Retry::NotNeeded;
        explanation.outcome = Outcome::Taken;
        (explanation.meaning, explanation.remedy) = catalogue::DONE;
    } else {
        explanation.retry = Retry::ReadBackFirst;
        explanation.outcome = Outcome::Unknown;
        explanation.detail = done.then_some(said);
        (explanation.meaning, explanation.remedy) = if explanation.shape.is_error() {
            catalogue::CONTRADICTION
        } else {
            catalogue::BODY_OF_STRANGER
        };
    }
}

/// The members to mark. A message is searched only when the request was found wrong: not for a
/// refused credential or permission, nor for a fault of the service.
fn members(row: Option<&Row>, reading: &Reading, status: u16) -> Vec<Member> {
    match row {
        Some(row) if row.blames_the_service() => Vec::new(),
        Some(row) if !row.members.is_empty() => row.members.to_vec(),
        _ if reading.shape.is_error() && matches!(status, 400 | 404 | 409 | 413 | 422) => {
            let judged = reading.tree.as_ref().map(judged).unwrap_or_default();
            let message = reading.message.as_deref().unwrap_or_default();
            if judged.is_empty() {
                mentioned(message)
            } else {
                judged
            }
        }
        _ => Vec::new(),
    }
}

/// The members with an error, of a body with `diagnostics` as [`crate::Report::to_json`] writes
/// them. The proxy of this project adds them when it refuses a body.
fn judged(body: &Tree) -> Vec<Member> {
    let Some(Tree::Array(diagnostics)) = body.get("diagnostics") else {
        return Vec::new();
    };
    let wrong: Vec<Member> = diagnostics
        .iter()
        .filter(|diagnostic| text_of(diagnostic, "severity") == Some("error"))
        .filter_map(|diagnostic| Member::from_pointer(text_of(diagnostic, "pointer")?))
        .collect();
    Member::ALL
        .into_iter()
        .filter(|member| wrong.contains(member))
        .collect()
}

fn text_of<'a>(object: &'a Tree, name: &str) -> Option<&'a str> {
    object.get(name)?.as_text()
}

/// The value of a header, if it is there and not empty.
fn header<'a>(answer: &Answer<'a>, name: &str) -> Option<&'a str> {
    let found = answer
        .headers
        .iter()
        .find(|header| header.0.eq_ignore_ascii_case(name))?;
    let value = found.1.trim();
    (!value.is_empty()).then_some(value)
}
