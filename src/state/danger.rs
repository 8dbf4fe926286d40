//! Changes that take something away, which have to be agreed to one by one.

use cts_tracker::{Draft, Member, Value};

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
        let draft = &self.draft;
        let base = self.judged.difference.as_ref().map(|known| &known.base);
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
