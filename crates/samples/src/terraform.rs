//! What the official Terraform provider calls the members.
//!
//! After the provider's published pages and source.

use cts_tracker::{Member, TrackerType};

/// The resource of a tracker type.
pub(crate) const fn resource(tracker_type: TrackerType) -> &'static str {
    match tracker_type {
        TrackerType::System => "huaweicloud_cts_tracker",
        TrackerType::Data => "huaweicloud_cts_data_tracker",
    }
}

/// The arguments with their members.
const ARGUMENTS: [(&str, Member); 14] = [
    ("name", Member::TrackerName),
    ("data_bucket", Member::DataBucketName),
    ("data_operation", Member::DataEvent),
    ("bucket_name", Member::BucketName),
    ("file_prefix", Member::FilePrefixName),
    ("compress_type", Member::CompressType),
    ("is_sort_by_service", Member::IsSortByService),
    ("obs_retention_period", Member::BucketLifecycle),
    ("validate_file", Member::IsSupportValidate),
    ("kms_id", Member::KmsId),
    ("exclude_service", Member::ExcludeService),
    ("lts_enabled", Member::IsLtsEnabled),
    ("organization_enabled", Member::IsOrganizationTracker),
    ("enabled", Member::Status),
];

/// The argument for a member.
pub(crate) fn argument(member: Member) -> &'static str {
    let found = ARGUMENTS.iter().find(|argument| argument.1 == member);
    found.map_or("", |argument| argument.0)
}

/// The member that an argument of a resource stands for.
pub(crate) fn member(argument: &str, tracker_type: TrackerType) -> Option<Member> {
    let found = ARGUMENTS.iter().find(|entry| entry.0 == argument);
    let member = found.map(|entry| entry.1)?;
    // The management tracker has its name already.
    let is_own_name = member == Member::TrackerName && tracker_type == TrackerType::System;
    (member.belongs_to(tracker_type) && !is_own_name).then_some(member)
}
