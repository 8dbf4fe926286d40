//! What is to be written.

use alloc::string::String;

use cts_tracker::{Context, Current, Draft, Locale};

use crate::quote::json;

/// A request with where it is to go, and how to speak about it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The body.
    pub draft: &'a Draft,
    /// The text that the draft was read from, where there is one. A draft has no members of the
    /// other tracker type: what it does not take over is noted as left out, and a change ticket
    /// judges this text.
    pub given: Option<&'a [u8]>,
    /// The project id for the path. Empty when it is not chosen; samples then read it from a
    /// variable of the environment.
    pub project_id: &'a str,
    /// The region id. Empty when it is not chosen.
    pub region: &'a str,
    /// An address of CTS other than the one of the region, for instance of a partner's cloud:
    /// `https://` and a host, and nothing behind it.
    pub endpoint: Option<&'a str>,
    /// The trackers as they are configured now. A change ticket compares with them.
    pub current: Option<&'a Current>,
    /// The language of notes and of the change ticket.
    pub locale: Locale,
}

impl<'a> Request<'a> {
    /// A request for a project of a region, in English.
    #[must_use]
    pub const fn new(draft: &'a Draft, project_id: &'a str, region: &'a str) -> Self {
        Self {
            draft,
            given: None,
            project_id,
            region,
            endpoint: None,
            current: None,
            locale: Locale::English,
        }
    }

    /// The body as JSON text in which everything can be seen. It has the value of the text that the
    /// draft emits, and the same lines.
    pub(crate) fn json(&self) -> String {
        json(&self.draft.emit())
    }

    /// What the rules are told about the request besides its body.
    pub(crate) fn context(&self) -> Context<'a> {
        Context {
            project_id: Some(self.project_id),
            region: (!self.region.is_empty()).then_some(self.region),
            current: self.current,
            authentication: None,
        }
    }
}
