//! Where records go besides OBS, for whom, and on whose behalf: `agency_name`,
//! `is_organization_tracker`, `management_event_selector`, `is_lts_enabled`, `is_support_validate`.

use super::{Findings, Subject};
use crate::body::Value;
use crate::rule::Rule;
use crate::table::Member;
use crate::tracker_type::TrackerType;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let data = subject.is(TrackerType::Data);
    let mut add = |rule, member| subject.add(rule, member, findings);

    match subject.text(Member::AgencyName) {
        Some(name) if name != "cts_admin_trust" => add(Rule::AgencyNameEnum, Member::AgencyName),
        _ if !subject.has(Member::AgencyName) && delivers(subject) => {
            add(Rule::AgencyNameMissing, Member::AgencyName);
        }
        _ => {}
    }
    if subject.is_true(Member::IsOrganizationTracker) {
        match subject.tracker_type {
            Some(TrackerType::Data) => add(Rule::OrganizationOnData, Member::IsOrganizationTracker),
            Some(TrackerType::System) => {
                add(
                    Rule::OrganizationPrerequisites,
                    Member::IsOrganizationTracker,
                );
            }
            None => {}
        }
    }
    if data
        && matches!(
            subject.body.value(Member::ManagementEventSelector),
            Value::Object { .. }
        )
    {
        add(Rule::SelectorOnData, Member::ManagementEventSelector);
    }
    if subject.is_true(Member::IsLtsEnabled) {
        add(Rule::LtsOn, Member::IsLtsEnabled);
    }
    if subject.is_true(Member::IsSupportValidate) {
        if data {
            add(Rule::ValidateOnData, Member::IsSupportValidate);
        }
        if subject.lacks_text(Member::BucketName) {
            add(Rule::ValidateWithoutBucket, Member::IsSupportValidate);
        }
    }
}

/// Whether the request switches something on that needs the agency. Encryption does not count in
/// a data tracker, which cannot have it.
fn delivers(subject: &Subject<'_>) -> bool {
    let encrypts =
        subject.is_true(Member::IsSupportTraceFilesEncryption) && !subject.is(TrackerType::Data);
    subject.has_transfer_bucket() || subject.is_true(Member::IsLtsEnabled) || encrypts
}
