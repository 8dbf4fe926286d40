//! Changes that take something away, which have to be agreed to one by one.

use cts_tracker::{Current, Draft, Member, Value};

use super::State;

/// A change that takes something away, or that reaches beyond the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Danger {
    /// Recording stops.
    Recording,
    /// The transfer to OBS ends.
    Transfer,
    /// The delivery to LTS ends, or may end because the request leaves it out.
    Lts,
    /// Files are deleted earlier: after so many days.
    Retention(u32),
    /// New files are not encrypted any more, or may not be because the request leaves it out.
    Encryption,
    /// The tracker takes in all members of the organization.
    OrganizationOn,
    /// It does not any more.
    OrganizationOff,
}

impl State {
    /// What is dangerous about the request. What the tracker has now counts where it is known;
    /// where it is not, only what says by itself that something ends.
    pub(crate) fn dangers(&self) -> Vec<Danger> {
        let known = self.judged.difference.as_ref();
        dangers(&self.draft, known.map(|known| &known.base))
    }
}

/// What is dangerous about a request to a tracker that has `base` now, if that is known.
fn dangers(draft: &Draft, base: Option<&Draft>) -> Vec<Danger> {
    let was_on = |member| base.is_some_and(|base| base.boolean(member) == Some(true));
    let had = |member, unknown: bool| {
        base.map_or(unknown, |base| {
            base.text(member).is_some_and(|text| !text.is_empty())
        })
    };
    let lts = draft.boolean(Member::IsLtsEnabled) != Some(true);
    let encryption = Member::IsSupportTraceFilesEncryption;
    let organization = draft.boolean(Member::IsOrganizationTracker);
    let belonged = was_on(Member::IsOrganizationTracker);
    let stopped = base.is_some_and(|base| base.text(Member::Status) == Some("disabled"));
    let disables = draft.text(Member::Status) == Some("disabled");
    let ends = draft.text(Member::BucketName) == Some("");
    [
        (disables && !stopped).then_some(Danger::Recording),
        (ends && had(Member::BucketName, true)).then_some(Danger::Transfer),
        (lts && was_on(Member::IsLtsEnabled)).then_some(Danger::Lts),
        base.and_then(|base| shortened(base, draft)),
        (draft.boolean(encryption) != Some(true) && was_on(encryption))
            .then_some(Danger::Encryption),
        (organization == Some(true) && !belonged).then_some(Danger::OrganizationOn),
        (organization != Some(true) && belonged).then_some(Danger::OrganizationOff),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether files that are kept now will be deleted earlier. Where no retention is set they are
/// kept for ever, as far as the tracker is concerned.
fn shortened(base: &Draft, draft: &Draft) -> Option<Danger> {
    let days = |draft: &Draft| match draft.get(Member::BucketLifecycle) {
        Some(Value::Number(days)) => days.parse::<u32>().ok().filter(|days| *days > 0),
        _ => None,
    };
    let after = days(draft)?;
    let transfers = base
        .text(Member::BucketName)
        .is_some_and(|name| !name.is_empty());
    let shorter = days(base).map_or(transfers, |before| after < before);
    shorter.then_some(Danger::Retention(after))
}

/// The members by which a change can take something away.
const DELICATE: [Member; 6] = [
    Member::Status,
    Member::BucketName,
    Member::BucketLifecycle,
    Member::IsLtsEnabled,
    Member::IsSupportTraceFilesEncryption,
    Member::IsOrganizationTracker,
];

/// Whether a change of a request takes nothing away: it raises none of the dangers above, nor could
/// it raise one if a tracker that nobody listed were known.
pub(crate) fn is_harmless(before: &Draft, after: &Draft, current: Option<&Current>) -> bool {
    let base = |draft: &Draft| {
        let name = draft.text(Member::TrackerName)?;
        Some(current?.find(draft.tracker_type()?, name)?.to_draft())
    };
    let was = dangers(before, base(before).as_ref());
    let base = base(after);
    let raises = |danger: &Danger| !was.contains(danger);
    !dangers(after, base.as_ref()).iter().any(raises)
        && DELICATE
            .into_iter()
            .filter(|&member| before.get(member) != after.get(member))
            .all(|member| leaves(member, after, base.as_ref()))
}

/// Whether the value that a request gives a member leaves what a tracker may have.
fn leaves(member: Member, draft: &Draft, base: Option<&Draft>) -> bool {
    let value = draft.get(member);
    if base.is_some_and(|base| base.get(member) == value) {
        return true;
    }
    match member {
        Member::Status => draft.text(member) != Some("disabled"),
        Member::BucketName => draft.text(member).is_some_and(|name| !name.is_empty()),
        Member::BucketLifecycle => base.is_some_and(|base| shortened(base, draft).is_none()),
        Member::IsOrganizationTracker => false,
        _ => draft.boolean(member) == Some(true),
    }
}
