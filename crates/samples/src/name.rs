//! What the official SDKs call the members.

use alloc::string::String;

use cts_tracker::Member;

/// The name of a member with capitals in place of underscores: `IsLtsEnabled`.
pub(crate) fn pascal(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for part in name.split('_') {
        let mut characters = part.chars();
        if let Some(first) = characters.next() {
            out.push(first.to_ascii_uppercase());
            out.push_str(characters.as_str());
        }
    }
    out
}

/// The same with a small letter first: `isLtsEnabled`.
pub(crate) fn camel(name: &str) -> String {
    let mut out = pascal(name);
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    out
}

/// The class that an object of the body has in the SDKs; of the body itself for `None`.
pub(crate) const fn class(object: Option<Member>) -> &'static str {
    match object {
        Some(Member::ObsInfo) => "TrackerObsInfo",
        Some(Member::DataBucket) => "DataBucket",
        Some(Member::ManagementEventSelector) => "ManagementEventSelector",
        _ => "UpdateTrackerRequestBody",
    }
}

/// Whether the typed SDKs have a class for the values of the member, not only texts. The excluded
/// services are a list of plain texts everywhere.
pub(crate) fn is_enumeration(member: Member) -> bool {
    member != Member::ExcludeService && !member.values().is_empty()
}

/// Whether old versions of the SDKs lack the member, as those of .NET did.
pub(crate) const fn is_young(member: Member) -> bool {
    matches!(
        member,
        Member::AgencyName
            | Member::IsOrganizationTracker
            | Member::ManagementEventSelector
            | Member::CompressType
            | Member::IsSortByService
    )
}

#[cfg(test)]
mod tests {
    use super::{camel, pascal};

    #[test]
    fn names_are_those_of_the_models() {
        assert_eq!(
            pascal("is_support_trace_files_encryption"),
            "IsSupportTraceFilesEncryption"
        );
        assert_eq!(camel("kms_id"), "kmsId");
    }
}
