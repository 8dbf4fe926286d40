//! A request that a text holds: as a body, or as a tracker that the cloud lists.

use cts_tracker::json::{Tree, write_compact};
use cts_tracker::{Context, Current, Draft, Kind, Member, Rule, TrackerType, check};

/// A request that can be taken over.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    pub(crate) draft: Draft,
    /// Its type, where the text names none that exists and it had to be guessed.
    pub(crate) guessed: Option<TrackerType>,
    /// What the text has and the request will not have.
    pub(crate) dropped: Vec<Dropped>,
}

/// A member that is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dropped {
    /// Where it stands: the names on the way to it, with points between.
    pub(crate) place: String,
    /// Its value as JSON text without white space.
    pub(crate) json: String,
    pub(crate) reason: Reason,
}

/// Why a member is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Only trackers of the other type have it.
    OtherType,
    /// It is given once more, and the last one counts.
    Repeated,
    /// The cloud says it; a request does not.
    AnswerOnly,
}

impl Candidate {
    /// Reads an object. `listed` says that it is one of a list of trackers. `None` when it is no
    /// object with anything in it, or no tracker.
    pub(super) fn read(tree: &Tree, listed: bool) -> Option<Self> {
        let text = written(tree);
        let stored = || Current::parse(text.as_bytes()).ok();
        let stored = (listed || is_answer(&text)).then(stored).flatten();
        let (draft, guessed) = match &stored {
            Some(current) => (current.trackers().first()?.to_draft(), None),
            None if listed => return None,
            None => body(tree, &text)?,
        };
        let mut dropped = Vec::new();
        drop_from(tree, None, "", &draft, &mut dropped);
        Some(Self {
            draft,
            guessed,
            dropped,
        })
    }

    /// The type of the tracker.
    pub(crate) fn tracker_type(&self) -> TrackerType {
        self.draft.tracker_type().unwrap_or(TrackerType::System)
    }

    /// The name of the tracker; empty when the text has none.
    pub(crate) fn name(&self) -> &str {
        self.draft.text(Member::TrackerName).unwrap_or_default()
    }
}

/// Reads a request body. A type that is missing or does not exist is guessed.
fn body(tree: &Tree, text: &str) -> Option<(Draft, Option<TrackerType>)> {
    let draft = Draft::parse(text.as_bytes()).ok()?;
    if draft.tracker_type().is_some() {
        return Some((draft, None));
    }
    let Tree::Object(members) = tree else {
        return None;
    };
    let name = Member::TrackerType.name();
    let kind = guess(tree);
    let mut with_type = vec![(name.to_owned(), Tree::Text(kind.as_str().to_owned()))];
    with_type.extend(members.iter().filter(|member| member.0 != name).cloned());
    let text = written(&Tree::Object(with_type));
    Some((Draft::parse(text.as_bytes()).ok()?, Some(kind)))
}

/// The type that was meant: as it is spelled, else by what only one type has.
fn guess(tree: &Tree) -> TrackerType {
    let text = |member: Member| tree.get(member.name()).and_then(Tree::as_text);
    let spelled = text(Member::TrackerType).unwrap_or_default();
    let spelled = TrackerType::parse(&spelled.trim().to_ascii_lowercase());
    let system = TrackerType::System;
    let is_other = text(Member::TrackerName).is_some_and(|name| name != system.as_str());
    let has_bucket = tree.get(Member::DataBucket.name()).is_some();
    spelled.unwrap_or(if has_bucket || is_other {
        TrackerType::Data
    } else {
        system
    })
}

/// Whether an object has members that only the cloud says.
fn is_answer(text: &str) -> bool {
    let report = check(text.as_bytes(), &Context::default());
    let mut found = report.diagnostics().iter();
    found.any(|found| found.rule() == Rule::ReadOnlyMember)
}

/// Names the members of an object that a draft does not have.
fn drop_from(
    tree: &Tree,
    parent: Option<Member>,
    before: &str,
    draft: &Draft,
    dropped: &mut Vec<Dropped>,
) {
    let Tree::Object(members) = tree else {
        return;
    };
    let kind = draft.tracker_type().unwrap_or(TrackerType::System);
    for (number, (name, value)) in members.iter().enumerate() {
        let place = [before, name].concat();
        let later = &members[number + 1..];
        let member = Member::within(parent).find(|member| member.name() == name);
        let reason = if later.iter().any(|(other, _)| other == name) {
            Reason::Repeated
        } else if parent.is_none() && name == "lts" && moves_up(value, draft) {
            continue;
        } else if let Some(member) = member {
            if !member.belongs_to(kind) {
                Reason::OtherType
            } else if member.kind() == Kind::Object && matches!(value, Tree::Object(_)) {
                drop_from(value, Some(member), &[&place, "."].concat(), draft, dropped);
                continue;
            } else if draft.get(member).is_some() {
                continue;
            } else {
                Reason::AnswerOnly
            }
        } else if has_unknown(draft, parent, name) {
            continue;
        } else {
            Reason::AnswerOnly
        };
        dropped.push(Dropped {
            place,
            json: written(value),
            reason,
        });
    }
}

/// Whether all that an answer says about LTS is in the request, one level up.
fn moves_up(value: &Tree, draft: &Draft) -> bool {
    let Tree::Object(members) = value else {
        return false;
    };
    let is_known = |name: &str| name == Member::IsLtsEnabled.name();
    draft.get(Member::IsLtsEnabled).is_some() && members.iter().all(|(name, _)| is_known(name))
}

fn has_unknown(draft: &Draft, within: Option<Member>, name: &str) -> bool {
    let mut unknown = draft.unknown().iter();
    unknown.any(|unknown| unknown.within == within && unknown.name == name)
}

/// A value as JSON text without white space.
fn written(tree: &Tree) -> String {
    let mut text = String::new();
    write_compact(tree, &mut text);
    text
}
