//! What was sent from this browser. It holds no credential, as the page has none.

use std::rc::Rc;

use cts_tracker::Member;
use cts_tracker::answer::Outcome;
use cts_tracker::json::{Tree, parse};

use super::sending::Sent;
use super::{ReadBack, Sending, State};
use crate::json::{Object, array, quoted};

/// How many entries are kept.
const MOST: usize = 50;

/// A request that was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entry {
    /// When it was sent: UTC, after ISO 8601.
    pub(crate) at: String,
    pub(crate) region: String,
    pub(crate) project_id: String,
    pub(crate) tracker_type: String,
    pub(crate) tracker_name: String,
    /// Whether the tracker had been loaded, so that `changes` are all there were.
    pub(crate) compared: bool,
    pub(crate) changes: Vec<Changed>,
    /// The status of HTTP; `None` without an answer.
    pub(crate) status: Option<String>,
    /// Whether the change was made: `taken`, `not-taken` or `unknown`.
    pub(crate) outcome: String,
    pub(crate) request_id: Option<String>,
    /// What reading back showed: `taken-over`, `differs`, `missing` or `unavailable`.
    pub(crate) read_back: Option<String>,
    /// The members that are not as they were sent, or strayed, as JSON Pointers.
    pub(crate) differing: Vec<String>,
}

/// A member that was changed. Values are JSON text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Changed {
    pub(crate) pointer: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

impl Entry {
    fn of(sent: &Sent, sending: &Sending) -> Self {
        let text = |member| sent.draft.text(member).unwrap_or_default().to_owned();
        let mut entry = Self {
            at: sent.departed.clone(),
            region: sent.region.clone(),
            project_id: sent.project_id.clone(),
            tracker_type: text(Member::TrackerType),
            tracker_name: text(Member::TrackerName),
            compared: sent.base.is_some(),
            changes: sent.changes.clone(),
            outcome: Outcome::Unknown.as_str().to_owned(),
            ..Self::default()
        };
        if let Sending::Answered(reply) = sending {
            entry.status = Some(reply.status.to_string());
            reply.outcome().as_str().clone_into(&mut entry.outcome);
            entry.request_id = reply.request_id().map(str::to_owned);
        }
        entry
    }

    fn to_json(&self) -> String {
        let changes: Vec<String> = self.changes.iter().map(Changed::to_json).collect();
        let differing: Vec<String> = self.differing.iter().map(|text| quoted(text)).collect();
        Object::new()
            .text("at", &self.at)
            .text("region", &self.region)
            .text("project_id", &self.project_id)
            .text("tracker_type", &self.tracker_type)
            .text("tracker_name", &self.tracker_name)
            .flag("compared", self.compared)
            .json("changes", &array(&changes))
            .maybe("status", self.status.as_deref())
            .text("outcome", &self.outcome)
            .maybe("request_id", self.request_id.as_deref())
            .maybe("read_back", self.read_back.as_deref())
            .json("differing", &array(&differing))
            .done()
    }

    fn read(tree: &Tree) -> Option<Self> {
        let text = |name: &str| tree.get(name)?.as_text().map(str::to_owned);
        let items = |name: &str| match tree.get(name) {
            Some(Tree::Array(items)) => items.as_slice(),
            _ => &[],
        };
        let changed = |tree: &Tree| {
            let text = |name: &str| tree.get(name)?.as_text().map(str::to_owned);
            Some(Changed {
                pointer: text("pointer")?,
                before: text("before"),
                after: text("after"),
            })
        };
        Some(Self {
            at: text("at")?,
            region: text("region")?,
            project_id: text("project_id")?,
            tracker_type: text("tracker_type")?,
            tracker_name: text("tracker_name")?,
            compared: tree.get("compared") == Some(&Tree::Boolean(true)),
            changes: items("changes").iter().filter_map(changed).collect(),
            status: text("status"),
            outcome: text("outcome")?,
            request_id: text("request_id"),
            read_back: text("read_back"),
            differing: items("differing")
                .iter()
                .filter_map(|pointer| pointer.as_text().map(str::to_owned))
                .collect(),
        })
    }
}

impl Changed {
    fn to_json(&self) -> String {
        Object::new()
            .text("pointer", &self.pointer)
            .maybe("before", self.before.as_deref())
            .maybe("after", self.after.as_deref())
            .done()
    }
}

/// Writes what is kept.
pub(crate) fn write(history: &[Entry]) -> String {
    let entries: Vec<String> = history.iter().map(Entry::to_json).collect();
    array(&entries)
}

/// Reads what was kept. What is no list is an empty one, and what is no entry is left out.
pub(crate) fn read(text: &str) -> Vec<Entry> {
    match parse(text.as_bytes()) {
        Ok(Tree::Array(entries)) => entries.iter().filter_map(Entry::read).collect(),
        _ => Vec::new(),
    }
}

impl State {
    /// Notes the request that was sent last, once it is known what became of it.
    pub(super) fn note(&mut self) {
        if let Some(sent) = &self.sent {
            let entry = Entry::of(sent, &self.sending);
            let history = Rc::make_mut(&mut self.history);
            history.insert(0, entry);
            history.truncate(MOST);
        }
    }

    /// Adds to the newest entry what reading back showed.
    pub(super) fn complete_entry(&mut self) {
        let word = match &self.read_back {
            ReadBack::Idle | ReadBack::Waiting => return,
            ReadBack::Compared(found) if found.is_clean() => "taken-over",
            ReadBack::Compared(_) => "differs",
            ReadBack::Missing => "missing",
            ReadBack::Unavailable => "unavailable",
        };
        let differing = match &self.read_back {
            ReadBack::Compared(found) => {
                let members = found.not_taken.iter().chain(&found.strayed);
                members.map(|member| member.pointer().to_owned()).collect()
            }
            _ => Vec::new(),
        };
        if let Some(entry) = Rc::make_mut(&mut self.history).first_mut() {
            entry.read_back = Some(word.to_owned());
            entry.differing = differing;
        }
    }
}
