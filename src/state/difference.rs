//! What the request changes of the tracker as it is configured now.

use cts_tracker::{Change, Current, Draft, Member, diff};

/// What the request changes.
#[derive(Debug, PartialEq)]
pub(crate) struct Difference {
    /// The request that would leave the tracker as it is.
    pub(crate) base: Draft,
    changes: Vec<Change>,
    /// Members that no source lists and that the request does not have.
    pub(crate) unknown: Vec<String>,
}

impl Difference {
    /// What a draft changes. `None` when its tracker is not among the listed ones.
    pub(super) fn new(draft: &Draft, current: &Current) -> Option<Self> {
        let name = draft.text(Member::TrackerName)?;
        let stored = current.find(draft.tracker_type()?, name)?;
        let base = stored.to_draft();
        let unknown = base.unknown().iter().filter(|unknown| {
            let mut sent = draft.unknown().iter();
            !sent.any(|sent| sent.within == unknown.within && sent.name == unknown.name)
        });
        let unknown = unknown.map(|unknown| unknown.name.clone()).collect();
        Some(Self {
            changes: diff(stored, draft),
            unknown,
            base,
        })
    }

    /// What gets another value.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.after.is_some())
    }

    /// What is set now and left out, so that it may be lost. Leaving out what is off or empty loses
    /// nothing, and whoever ends the transfer means to lose what belongs to it.
    pub(crate) fn left_out(&self, draft: &Draft) -> impl Iterator<Item = Member> {
        let ends = draft.text(Member::BucketName) == Some("");
        self.changes
            .iter()
            .filter(|change| change.after.is_none())
            .filter(|change| {
                let before = change.before.as_deref().unwrap_or_default();
                !matches!(before, "false" | "\"\"" | "[]" | "{}" | "null")
            })
            .map(|change| change.member)
            .filter(move |member| !ends || member.parent() != Some(Member::ObsInfo))
    }

    /// Whether a member gets another value.
    pub(crate) fn changes(&self, member: Member) -> bool {
        self.changed().any(|change| change.member == member)
    }
}
