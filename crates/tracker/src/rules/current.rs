//! What a request does to the tracker as it is configured now.

use super::{Finding, Findings, Place, Subject};
use crate::body::Value as BodyValue;
use crate::current::{Current, StoredTracker};
use crate::draft::{Value, same_setting};
use crate::rule::Rule;
use crate::table::{Kind, Member};
use crate::tracker_type::TrackerType;

/// Members that say which tracker is meant, and those with a rule of their own when left out.
const NOT_LOST: [Member; 5] = [
    Member::TrackerType,
    Member::TrackerName,
    Member::Status,
    Member::IsLtsEnabled,
    Member::IsObsCreated,
];

pub(crate) fn judge(subject: &Subject<'_>, current: &Current, findings: &mut Findings) {
    let Some((tracker_type, name)) = subject
        .tracker_type
        .zip(subject.filled(Member::TrackerName))
    else {
        return;
    };
    let Some(stored) = current.find(tracker_type, &name) else {
        findings.push(subject.found(Rule::TrackerExists, Member::TrackerName));
        return;
    };
    let before = findings.len();
    judge_switches(subject, stored, findings);
    if tracker_type == TrackerType::Data {
        judge_data_bucket(subject, stored, current, findings);
    }
    if super::whole::has_settings(subject) || !subject.has(Member::Status) {
        judge_omissions(subject, stored, findings);
    }
    if findings.len() == before && changes_nothing(subject, stored) {
        findings.push(Finding::new(Rule::NoChange, Place::Body(subject.body.root)));
    }
}

fn judge_switches(subject: &Subject<'_>, stored: &StoredTracker, findings: &mut Findings) {
    let is_on = |member| stored.settings.boolean(member) == Some(true);
    let lts = Member::IsLtsEnabled;
    let off = !subject.has(lts) || subject.body.boolean(lts) == Some(false);
    if is_on(lts) && off {
        findings.push(subject.found(Rule::LtsOff, lts));
    }
    let encryption = Member::IsSupportTraceFilesEncryption;
    if is_on(encryption)
        && subject.is(TrackerType::System)
        && subject.body.boolean(encryption) == Some(false)
    {
        findings.push(subject.found(Rule::EncryptionOff, encryption));
    }
}

fn judge_data_bucket(
    subject: &Subject<'_>,
    stored: &StoredTracker,
    current: &Current,
    findings: &mut Findings,
) {
    let name = Member::DataBucketName;
    let tracked = stored
        .settings
        .text(name)
        .filter(|tracked| !tracked.is_empty());
    let given = subject.filled(name);
    if given
        .as_deref()
        .zip(tracked)
        .is_some_and(|(given, tracked)| given != tracked)
    {
        findings.push(subject.found(Rule::DataBucketImmutable, name));
    }
    let Some(bucket) = given.as_deref().or(tracked) else {
        return;
    };
    for (place, event) in subject.text_items(Member::DataEvent) {
        let taken = current.trackers().iter().any(|other| {
            other.name() != stored.name()
                && other.settings.text(name) == Some(bucket)
                && other
                    .settings
                    .list(Member::DataEvent)
                    .is_some_and(|events| events.iter().any(|recorded| *recorded == event))
        });
        if taken {
            findings.push(Finding::new(Rule::DataEventConflict, place));
        }
    }
}

/// Names what is configured now and left out: an object as a whole, or a member of one that is
/// there.
fn judge_omissions(subject: &Subject<'_>, stored: &StoredTracker, findings: &mut Findings) {
    for member in Member::ALL.into_iter().skip(1) {
        let holder_is_there = member
            .parent()
            .is_none_or(|parent| matches!(subject.body.value(parent), BodyValue::Object { .. }));
        // Whoever ends the transfer means to lose what belongs to it.
        let transfer_ends = member.parent() == Some(Member::ObsInfo)
            && subject
                .text(Member::BucketName)
                .is_some_and(|name| name.is_empty());
        let said = member == Member::AgencyName && findings.has(Rule::AgencyNameMissing);
        if holder_is_there
            && !transfer_ends
            && !said
            && !NOT_LOST.contains(&member)
            && !subject.has(member)
            && is_configured(stored, member)
        {
            findings.push(subject.found(Rule::OmittedMembersReset, member));
        }
    }
}

/// Whether a member is set to anything but its empty value.
fn is_configured(stored: &StoredTracker, member: Member) -> bool {
    if member.kind() == Kind::Object {
        return Member::within(Some(member))
            .any(|inner| !NOT_LOST.contains(&inner) && is_configured(stored, inner));
    }
    stored
        .settings
        .get(member)
        .is_some_and(|value| !value.is_empty())
}

/// Whether every member that is sent has the value that the tracker has already.
fn changes_nothing(subject: &Subject<'_>, stored: &StoredTracker) -> bool {
    let Ok(sent) = crate::draft::Draft::parse(subject.body.text.as_bytes()) else {
        return false;
    };
    sent.unknown().is_empty()
        && Member::ALL
            .into_iter()
            .skip(1)
            .all(|member| match sent.get(member) {
                None => true,
                Some(Value::Boolean(false)) if member == Member::IsObsCreated => true,
                Some(value) => same_setting(member, Some(value), stored.settings.get(member)),
            })
}
