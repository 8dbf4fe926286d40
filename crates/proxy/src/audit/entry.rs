//! The lines of one update.

use std::time::Instant;

use tracing::info;

use super::{Audit, Event, Outcome, Request, Tracker};
use crate::answer::Refusal;
use crate::caller::Caller;
use crate::current::Update;
use crate::upstream::Answer;

/// What becomes of one update, for the audit log. Without one it does nothing.
pub(crate) struct Entry<'a> {
    audit: Option<&'a Audit>,
    request: Request,
    start: Instant,
    is_intended: bool,
}

impl<'a> Entry<'a> {
    /// An update of this caller. Region and project are those of the path, whether they exist or not.
    pub(crate) fn new(
        audit: Option<&'a Audit>,
        id: &str,
        caller: &Caller,
        (region, project): (&str, &str),
        start: Instant,
    ) -> Self {
        let request = Request {
            id: id.to_owned(),
            caller: caller.name().to_owned(),
            groups: caller.groups().to_vec(),
            region: region.to_owned(),
            project: project.to_owned(),
            tracker: None,
        };
        Self {
            audit,
            request,
            start,
            is_intended: false,
        }
    }

    /// The body is in order: this is what it changes.
    pub(crate) fn about(&mut self, update: &Update) {
        if self.audit.is_some() {
            self.request.tracker = Some(Tracker::from(update));
        }
    }

    /// Everything is allowed. Waits until the line is safe.
    ///
    /// # Errors
    /// When it is not; then nothing may be sent.
    pub(crate) async fn intend(&mut self) -> Result<(), Refusal> {
        let Some(audit) = self.audit else {
            return Ok(());
        };
        let written = audit.intent(self.request.clone()).await;
        let hash = written.map_err(|_| Refusal::unaudited())?;
        self.is_intended = true;
        // The hash stands in the log as well, so that the audit log can be held against it.
        info!(id = self.request.id, audit = hash, "about to send");
        Ok(())
    }

    /// The update has ended so.
    pub(crate) fn finish(self, outcome: &Result<Answer, Refusal>) {
        let Some(audit) = self.audit else {
            return;
        };
        let id = self.request.id.clone();
        let duration_ms = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX);
        let event = match outcome {
            Err(refusal) if !self.is_intended => Event::Refused {
                request: Box::new(self.request),
                code: refusal.code(),
            },
            Err(refusal) => Event::Outcome(Box::new(Outcome {
                id,
                result: if refusal.says_nothing_was_sent() {
                    "not-sent"
                } else {
                    "unknown"
                },
                status: None,
                upstream_id: None,
                code: Some(refusal.code()),
                duration_ms,
            })),
            Ok(answer) => Event::Outcome(Box::new(Outcome {
                id,
                result: "answered",
                status: Some(answer.status.as_u16()),
                upstream_id: answer
                    .headers
                    .get("x-request-id")
                    .and_then(|id| id.to_str().ok())
                    .map(str::to_owned),
                code: None,
                duration_ms,
            })),
        };
        audit.note(event);
    }
}
