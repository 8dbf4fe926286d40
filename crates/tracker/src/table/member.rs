//! The names of the members.

use super::Entry;
use super::entries::ENTRIES;
use crate::tracker_type::TrackerType;

/// A member of the request. The order is that in which the official SDKs write the body, the
/// project id of the path first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[expect(
    missing_docs,
    reason = "each variant is described by its entry in the table"
)]
pub enum Member {
    ProjectId,
    TrackerType,
    TrackerName,
    AgencyName,
    Status,
    IsOrganizationTracker,
    ManagementEventSelector,
    ExcludeService,
    IsLtsEnabled,
    ObsInfo,
    BucketName,
    FilePrefixName,
    IsObsCreated,
    BucketLifecycle,
    CompressType,
    IsSortByService,
    IsSupportTraceFilesEncryption,
    KmsId,
    IsSupportValidate,
    DataBucket,
    DataBucketName,
    DataEvent,
}

impl Member {
    /// How many members there are.
    pub const COUNT: usize = 22;

    /// Every member, in the order of the canonical text.
    pub const ALL: [Self; Self::COUNT] = [
        Self::ProjectId,
        Self::TrackerType,
        Self::TrackerName,
        Self::AgencyName,
        Self::Status,
        Self::IsOrganizationTracker,
        Self::ManagementEventSelector,
        Self::ExcludeService,
        Self::IsLtsEnabled,
        Self::ObsInfo,
        Self::BucketName,
        Self::FilePrefixName,
        Self::IsObsCreated,
        Self::BucketLifecycle,
        Self::CompressType,
        Self::IsSortByService,
        Self::IsSupportTraceFilesEncryption,
        Self::KmsId,
        Self::IsSupportValidate,
        Self::DataBucket,
        Self::DataBucketName,
        Self::DataEvent,
    ];

    /// What the table says about the member.
    #[must_use]
    pub const fn entry(self) -> &'static Entry {
        &ENTRIES[self as usize]
    }

    /// The name of the member in the object that holds it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// The place of the member as a JSON Pointer (RFC 6901), for instance `/obs_info/bucket_name`.
    #[must_use]
    pub const fn pointer(self) -> &'static str {
        self.entry().pointer
    }

    /// The member whose object holds this one.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        self.entry().parent
    }

    /// Finds a member by its JSON Pointer. An item of a list is answered with the list.
    #[must_use]
    pub fn from_pointer(pointer: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|member| {
            let rest = pointer.strip_prefix(member.pointer());
            rest.is_some_and(|rest| rest.is_empty() || (member.is_list() && rest.starts_with('/')))
        })
    }

    /// The members of one object of the body, in canonical order; of the body itself for `None`.
    /// None for a member that is no object.
    pub fn within(parent: Option<Self>) -> impl Iterator<Item = Self> + Clone {
        let members: &'static [Self] = match parent {
            None => &TOP,
            Some(Self::ManagementEventSelector) => &SELECTOR,
            Some(Self::ObsInfo) => &TRANSFER,
            Some(Self::DataBucket) => &TRACKED,
            Some(_) => &[],
        };
        members.iter().copied()
    }

    /// Whether a tracker of this type has the member.
    #[must_use]
    pub const fn belongs_to(self, tracker_type: TrackerType) -> bool {
        self.entry().trackers.include(tracker_type)
    }

    const fn is_list(self) -> bool {
        matches!(self.entry().kind, super::Kind::TextList)
    }
}

/// The members of each object, worked out from the table when the crate is compiled.
static TOP: [Member; 12] = members_of(None);
static SELECTOR: [Member; 1] = members_of(Some(Member::ManagementEventSelector));
static TRANSFER: [Member; 6] = members_of(Some(Member::ObsInfo));
static TRACKED: [Member; 2] = members_of(Some(Member::DataBucket));

/// The members that stand in one object. Does not compile when their number is another one.
const fn members_of<const COUNT: usize>(parent: Option<Member>) -> [Member; COUNT] {
    let mut members = [Member::ProjectId; COUNT];
    let mut found = 0;
    let mut index = 1;
    while index < Member::COUNT {
        let member = Member::ALL[index];
        let belongs = match (member.parent(), parent) {
            (None, None) => true,
            (Some(one), Some(other)) => one as usize == other as usize,
            _ => false,
        };
        if belongs {
            members[found] = member;
            found += 1;
        }
        index += 1;
    }
    assert!(found == COUNT);
    members
}
