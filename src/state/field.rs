//! What the form lets people fill in.

use cts_tracker::{Diagnostic, Locale, Member};

use super::Step;
use crate::texts::steps;

/// Something that can be filled in: the region, which is no member, or a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Region,
    Member(Member),
}

impl Field {
    /// Every field in the order of the form.
    pub(crate) const ALL: [Self; 22] = [
        Self::Member(Member::TrackerType),
        Self::Member(Member::TrackerName),
        Self::Region,
        Self::Member(Member::ProjectId),
        Self::Member(Member::DataBucket),
        Self::Member(Member::DataBucketName),
        Self::Member(Member::DataEvent),
        Self::Member(Member::Status),
        Self::Member(Member::IsLtsEnabled),
        Self::Member(Member::IsOrganizationTracker),
        Self::Member(Member::ExcludeService),
        Self::Member(Member::ObsInfo),
        Self::Member(Member::BucketName),
        Self::Member(Member::IsObsCreated),
        Self::Member(Member::BucketLifecycle),
        Self::Member(Member::FilePrefixName),
        Self::Member(Member::CompressType),
        Self::Member(Member::IsSortByService),
        Self::Member(Member::IsSupportValidate),
        Self::Member(Member::IsSupportTraceFilesEncryption),
        Self::Member(Member::KmsId),
        Self::Member(Member::AgencyName),
    ];
    /// Where a diagnostic is shown. `None` for one that concerns the body as a whole.
    pub(crate) fn of(diagnostic: &Diagnostic) -> Option<Self> {
        match diagnostic.member() {
            Some(member) => Some(Self::Member(member).visible()),
            None if diagnostic.pointer() == "/region" => Some(Self::Region),
            None => None,
        }
    }

    /// The field itself, or the one that stands for it: the selector of events has no control
    /// besides that of the services left out.
    pub(crate) fn visible(self) -> Self {
        match self {
            Self::Member(Member::ManagementEventSelector) => Self::Member(Member::ExcludeService),
            other => other,
        }
    }

    /// The field of the object that holds it.
    pub(crate) fn holder(self) -> Option<Self> {
        match self {
            Self::Region => None,
            Self::Member(member) => member.parent().map(Self::Member),
        }
    }

    /// The id of its element: `field` and the pointer of the member, with `-` for each `/`.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Region => "field-region".to_owned(),
            Self::Member(member) => ["field", &member.pointer().replace('/', "-")].concat(),
        }
    }

    /// The step that asks for it.
    pub(crate) const fn step(self) -> Step {
        let Self::Member(member) = self else {
            return Step::Target;
        };
        match member {
            Member::ProjectId | Member::TrackerType | Member::TrackerName => Step::Target,
            Member::Status
            | Member::IsLtsEnabled
            | Member::IsOrganizationTracker
            | Member::ManagementEventSelector
            | Member::ExcludeService
            | Member::DataBucket
            | Member::DataBucketName
            | Member::DataEvent => Step::Recording,
            Member::ObsInfo
            | Member::BucketName
            | Member::FilePrefixName
            | Member::IsObsCreated
            | Member::BucketLifecycle
            | Member::CompressType
            | Member::IsSortByService => Step::Transfer,
            Member::AgencyName
            | Member::IsSupportTraceFilesEncryption
            | Member::KmsId
            | Member::IsSupportValidate => Step::Protection,
        }
    }

    pub(crate) fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Region => steps::REGION.get(locale),
            Self::Member(member) => member.entry().label.get(locale),
        }
    }

    /// A bit of its own, for sets of fields.
    pub(super) const fn bit(self) -> u32 {
        match self {
            Self::Region => 1 << Member::COUNT,
            Self::Member(member) => 1 << (member as u32),
        }
    }
}
