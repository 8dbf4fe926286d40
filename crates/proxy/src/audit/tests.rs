//! The log on a disk that fails, loses power, and is changed by others.

mod chain;
mod disk;
mod faults;
mod files;

use super::Audit;
use super::record::{Event, Outcome, Request};

/// An intent with this request id.
fn intent(id: &str) -> Event {
    Event::Intent(Box::new(request(id)))
}

fn request(id: &str) -> Request {
    Request {
        id: id.to_owned(),
        caller: "alice".to_owned(),
        groups: vec!["审计".to_owned()],
        region: "cn-north-4".to_owned(),
        project: "0123456789abcdef0123456789abcdef".to_owned(),
        tracker: None,
    }
}

/// An outcome for this request id.
fn outcome(id: &str) -> Event {
    Event::Outcome(Box::new(Outcome {
        id: id.to_owned(),
        result: "answered",
        status: Some(200),
        upstream_id: Some("{\"hash\":\"\"}\n".to_owned()),
        code: None,
        duration_ms: 12,
    }))
}

/// Starts a writer, lets it write these events, and closes it.
async fn write(audit: &Audit, events: Vec<Event>) {
    for event in events {
        audit.note(event);
    }
    audit.close().await;
}
