//! What taking a request over changes in the form.

use cts_tracker::{Draft, Kind, Member, TrackerType, Unknown};

/// The draft of the form beside the one that would replace it.
#[derive(Debug, PartialEq)]
pub(crate) struct Comparison {
    /// What the form has now for this type of tracker.
    pub(crate) before: Draft,
    /// The members with another value, in canonical order.
    pub(crate) members: Vec<Member>,
    /// The members that the page does not know and that are added, changed or go away.
    pub(crate) unknown: Vec<Changed>,
}

/// A member that the page does not know.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) name: String,
    /// Its value as JSON text; `None` when there is none.
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

impl Comparison {
    pub(crate) fn new(form: &Draft, after: &Draft) -> Self {
        let mut before = form.clone();
        before.set_tracker_type(after.tracker_type().unwrap_or(TrackerType::System));
        let differs = |member: Member| before.get(member) != after.get(member);
        let members = Member::ALL
            .into_iter()
            .filter(|&member| differs(member))
            // Of an object that is filled or emptied, what is in it says more.
            .filter(|&member| {
                member.kind() != Kind::Object || !Member::within(Some(member)).any(differs)
            })
            .collect();
        let unknown = unknown(before.unknown(), after.unknown());
        Self {
            before,
            members,
            unknown,
        }
    }

    /// How many members change.
    pub(crate) fn count(&self) -> usize {
        self.members.len() + self.unknown.len()
    }
}

fn unknown(before: &[Unknown], after: &[Unknown]) -> Vec<Changed> {
    let in_both = |one: &&Unknown, others: &[Unknown]| others.contains(one);
    let same_place =
        |one: &Unknown, other: &Unknown| one.within == other.within && one.name == other.name;
    let added = after.iter().filter(|new| !in_both(new, before)).map(|new| {
        let old = before.iter().find(|old| same_place(old, new));
        Changed {
            name: new.name.clone(),
            before: old.map(|old| old.json.clone()),
            after: Some(new.json.clone()),
        }
    });
    let removed = before
        .iter()
        .filter(|old| !after.iter().any(|new| same_place(old, new)))
        .map(|old| Changed {
            name: old.name.clone(),
            before: Some(old.json.clone()),
            after: None,
        });
    added.chain(removed).collect()
}
