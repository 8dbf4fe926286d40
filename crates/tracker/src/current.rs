//! The trackers of a project as they are configured now.

use alloc::vec;
use alloc::vec::Vec;

use core::fmt;

use crate::draft::Draft;
use crate::json::{SyntaxError, Tree, parse};
use crate::rules::{self, Findings, Subject};
use crate::table::Member;
use crate::tracker_type::TrackerType;

mod convert;

/// What the cloud lists for a project (`GET /v3/{project_id}/trackers`), or a part of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Current {
    trackers: Vec<StoredTracker>,
    judge: Judge,
}

/// Runs the rules that compare a request with these trackers. A program that never reads trackers
/// does not contain those rules.
#[derive(Clone, Copy, Debug)]
struct Judge(fn(&Subject<'_>, &Current, &mut Findings));

impl Default for Judge {
    fn default() -> Self {
        Self(rules::current::judge)
    }
}

impl PartialEq for Judge {
    /// There is only one.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A tracker as the cloud has it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredTracker {
    pub(crate) settings: Draft,
    listed: Tree,
}

/// Why a text is no list of trackers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrentError {
    /// It is not JSON.
    Syntax(SyntaxError),
    /// It is JSON, but neither a tracker, nor a list of trackers, nor an object with one.
    NoTrackers,
}

impl Current {
    /// Reads the answer of the cloud (`{"trackers": [...]}`), a list of trackers, or one tracker.
    /// Members that no source lists are ignored.
    ///
    /// # Errors
    ///
    /// When the text is not JSON, or holds no tracker where one should be.
    pub fn parse(text: &[u8]) -> Result<Self, CurrentError> {
        let tree = parse(text).map_err(CurrentError::Syntax)?;
        let listed = match tree.get("trackers") {
            Some(trackers) => trackers.clone(),
            None => tree,
        };
        let trackers = match listed {
            Tree::Array(items) => items,
            one => vec![one],
        };
        let trackers = trackers
            .into_iter()
            .map(StoredTracker::from_tree)
            .collect::<Option<_>>()
            .ok_or(CurrentError::NoTrackers)?;
        let judge = Judge::default();
        Ok(Self { trackers, judge })
    }

    /// The trackers, in the order of the list.
    #[must_use]
    pub fn trackers(&self) -> &[StoredTracker] {
        &self.trackers
    }

    /// Compares a request with the trackers.
    pub(crate) fn judge(&self, subject: &Subject<'_>, findings: &mut Findings) {
        (self.judge.0)(subject, self, findings);
    }

    /// The tracker of this type and name.
    #[must_use]
    pub fn find(&self, tracker_type: TrackerType, name: &str) -> Option<&StoredTracker> {
        self.trackers.iter().find(|tracker| {
            tracker.tracker_type() == Some(tracker_type) && tracker.name() == Some(name)
        })
    }
}

impl StoredTracker {
    /// Takes a tracker from JSON; `None` unless it is an object with a type and a name.
    fn from_tree(listed: Tree) -> Option<Self> {
        let settings = convert::draft(&listed)?;
        let tracker = Self { settings, listed };
        tracker.tracker_type()?;
        tracker.name()?;
        Some(tracker)
    }

    /// Its type.
    #[must_use]
    pub fn tracker_type(&self) -> Option<TrackerType> {
        self.settings.tracker_type()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.settings.text(Member::TrackerName)
    }

    /// Its status as listed: `enabled`, `disabled` or `error`, or whatever the cloud says.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        self.listed.get("status").and_then(Tree::as_text)
    }

    /// Why its status is `error`: `bucketPolicyError`, `noBucket` or `arrears`.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        self.listed.get("detail").and_then(Tree::as_text)
    }

    /// Whether CTS may write to its transfer bucket, when the list says so.
    #[must_use]
    pub fn is_authorized_bucket(&self) -> Option<bool> {
        match self.listed.get("obs_info")?.get("is_authorized_bucket")? {
            Tree::Boolean(authorized) => Some(*authorized),
            _ => None,
        }
    }

    /// The request that would leave the tracker as it is.
    ///
    /// `lts.is_lts_enabled` moves up. Members that only answers have are dropped, and so are
    /// `null`, a status other than the two of the request, and a retention of 0, which means that
    /// none is set. A bucket that was created with the tracker exists by now, so `is_obs_created`
    /// is false. Members that no source lists are kept.
    #[must_use]
    pub fn to_draft(&self) -> Draft {
        self.settings.clone()
    }
}

impl fmt::Display for CurrentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(formatter, "the current trackers are not JSON: {error}"),
            Self::NoTrackers => formatter.write_str(
                "the current trackers must be a tracker with tracker_type and tracker_name, \
                 an array of such, or an object whose member trackers is one",
            ),
        }
    }
}

impl core::error::Error for CurrentError {}

#[cfg(test)]
mod tests;
