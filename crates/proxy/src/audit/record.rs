//! What stands in the lines.

use std::time::SystemTime;

use cts_tracker::TrackerType;
use serde::Serialize;
use serde_json::value::RawValue;
use time::OffsetDateTime;

use super::chain::Torn;
use crate::current::{Before, Update};

/// Something that happened, and when.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    time: SystemTime,
    event: Event,
}

/// Something that happened. The names are those of the member `event`.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub(crate) enum Event {
    /// The first line of a file.
    File {
        /// The hash of the line before, which is the last one of the file before.
        previous: String,
        /// The version of the program.
        version: &'static str,
        /// What was left of an attempt to write this line.
        #[serde(skip_serializing_if = "Option::is_none")]
        torn: Option<Torn>,
    },
    /// The program starts, or can write again after it could not.
    Start {
        /// What the line before this one left unfinished.
        #[serde(skip_serializing_if = "Option::is_none")]
        torn: Option<Torn>,
    },
    /// An update that the proxy allows and is about to send.
    Intent(Box<Request>),
    /// An update that the proxy refuses.
    Refused {
        /// The update.
        #[serde(flatten)]
        request: Box<Request>,
        /// The code of the refusal.
        code: String,
    },
    /// What became of an update that was allowed.
    Outcome(Box<Outcome>),
}

/// An update.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Request {
    /// The request id, as in the log and in answers of the proxy.
    pub(crate) id: String,
    /// Who asks.
    pub(crate) caller: String,
    /// The groups of the caller.
    pub(crate) groups: Vec<String>,
    /// The region.
    pub(crate) region: String,
    /// The project id.
    pub(crate) project: String,
    /// The tracker and what becomes of it; nothing of a body with errors is kept.
    #[serde(flatten)]
    pub(crate) tracker: Option<Tracker>,
}

/// The tracker of an update, and the members that it changes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Tracker {
    #[serde(rename = "tracker_type")]
    kind: &'static str,
    #[serde(rename = "tracker_name")]
    name: String,
    /// What is known of the values before: `known`, `no-such-tracker` or `unknown`.
    before: &'static str,
    changes: Vec<Box<RawValue>>,
}

/// What became of an update.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Outcome {
    /// The request id of the intent.
    pub(crate) id: String,
    /// `answered` by the cloud; `not-sent`; `unknown`, when it was sent and no answer came.
    pub(crate) result: &'static str,
    /// The status that the cloud answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    /// The request id of the cloud.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) upstream_id: Option<String>,
    /// The code of the proxy's own answer, where the cloud gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) code: Option<String>,
    /// How long the request took so far.
    pub(crate) duration_ms: u64,
}

impl Record {
    /// An event of this moment.
    pub(crate) fn now(event: Event) -> Self {
        Self {
            time: SystemTime::now(),
            event,
        }
    }

    /// The request id of an intent.
    pub(super) fn intent(&self) -> Option<&str> {
        match &self.event {
            Event::Intent(request) => Some(&request.id),
            _ => None,
        }
    }

    /// The time as in RFC 3339, UTC, with milliseconds.
    pub(super) fn time(&self) -> String {
        let time = OffsetDateTime::from(self.time);
        let (hour, minute, second, millisecond) = time.to_hms_milli();
        format!(
            "{}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}Z",
            time.date()
        )
    }

    /// The members as the text of a JSON object.
    pub(super) fn members(&self) -> String {
        // Texts, numbers and JSON that was read are always written.
        serde_json::to_string(&self.event).unwrap_or_default()
    }
}

impl Outcome {
    /// An update whose intent stands in the log and that was not sent after all.
    pub(crate) fn not_sent(id: &str, code: Option<String>) -> Event {
        Event::Outcome(Box::new(Self {
            id: id.to_owned(),
            result: "not-sent",
            status: None,
            upstream_id: None,
            code,
            duration_ms: 0,
        }))
    }
}

impl From<&Update> for Tracker {
    fn from(update: &Update) -> Self {
        let before = match update.before() {
            Before::Read(_) if update.stored().is_some() => "known",
            Before::Read(_) => "no-such-tracker",
            Before::NotRead | Before::Unknown(_) => "unknown",
        };
        Self {
            kind: update.tracker_type().map_or("", TrackerType::as_str),
            name: update.tracker_name().to_owned(),
            before,
            changes: update
                .changes()
                .iter()
                .filter_map(|change| RawValue::from_string(change.to_json()).ok())
                .collect(),
        }
    }
}
