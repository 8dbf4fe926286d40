//! The trackers of every project, in memory.

mod start;
mod tracker;
mod update;

use std::collections::{HashMap, HashSet};

use cts_tracker::TrackerType;
use cts_tracker::json::Tree;
use serde_json::Value;

use self::tracker::Tracker;
pub use self::update::{FORBIDDEN_BUCKET, KMS_KEYS, LOCKED_BUCKET, MISSING_BUCKET, TAKEN_BUCKETS};
use crate::Conditions;

/// All state.
#[derive(Default)]
pub(crate) struct Store {
    projects: HashMap<String, Vec<Tracker>>,
    /// Names of buckets that were seen or made; bucket names are global, so they are kept for all projects.
    buckets: HashSet<String>,
}

impl Store {
    /// The trackers of a project as the list shows them, filtered.
    pub(crate) fn list(
        &mut self,
        project: &str,
        kind: Option<TrackerType>,
        name: Option<&str>,
        now: u64,
    ) -> Vec<Value> {
        self.open(project, now)
            .iter()
            .filter(|tracker| kind.is_none_or(|kind| kind == tracker.kind))
            .filter(|tracker| name.is_none_or(|name| name == tracker.name))
            .map(|tracker| tracker.to_json(project))
            .collect()
    }

    /// Applies an update whose body has no error by itself.
    ///
    /// # Errors
    /// The code of CTS for what does not go with the state.
    pub(crate) fn update(
        &mut self,
        project: &str,
        body: &Tree,
        conditions: &Conditions,
        now: u64,
    ) -> Result<(), &'static str> {
        self.open(project, now);
        let trackers = self.projects.get_mut(project).ok_or("CTS.0214")?;
        update::apply(trackers, &mut self.buckets, body, conditions)
    }

    fn open(&mut self, project: &str, now: u64) -> &mut Vec<Tracker> {
        self.projects
            .entry(project.to_owned())
            .or_insert_with(|| start::trackers(now))
    }
}
