//! The names of the members.

use super::entries::ENTRIES;
use super::{Entry, Kind, Members, Trackers};
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
        NAMES[self as usize]
    }

    /// The place of the member as a JSON Pointer (RFC 6901), for instance `/obs_info/bucket_name`.
    #[must_use]
    pub const fn pointer(self) -> &'static str {
        OUTLINES[self as usize].pointer
    }

    /// The member whose object holds this one.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        OUTLINES[self as usize].parent
    }

    /// The JSON type of its value.
    #[must_use]
    pub const fn kind(self) -> Kind {
        OUTLINES[self as usize].kind
    }

    /// The listed values of a text, or of the items of a list. Empty when there is no list.
    #[must_use]
    pub const fn values(self) -> &'static [&'static str] {
        OUTLINES[self as usize].values
    }

    /// The listed values of a number. Empty when there is no list.
    pub(crate) const fn numbers(self) -> &'static [i32] {
        OUTLINES[self as usize].numbers
    }

    /// What holds when the member is left out, as JSON text.
    pub(crate) const fn default_value(self) -> Option<&'static str> {
        OUTLINES[self as usize].default
    }

    /// The member of this name in one object of the body; in the body itself for `None`.
    pub(crate) fn named(name: &str, parent: Option<Self>) -> Option<Self> {
        Self::within(parent).find(|member| member.name() == name)
    }

    /// The member of the body that a small letter stands for.
    #[inline]
    pub(crate) fn of_letter(letter: u8) -> Option<Self> {
        let number = usize::from(letter.checked_sub(b'a')?);
        Self::ALL.get(number + 1).copied()
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
        OUTLINES[self as usize].trackers.include(tracker_type)
    }

    const fn is_list(self) -> bool {
        matches!(self.kind(), Kind::TextList)
    }
}

/// What reading and judging need of an entry. Apart from the texts for people, so that a program
/// which shows no form does not contain those.
#[derive(Clone, Copy)]
struct Outline {
    pointer: &'static str,
    parent: Option<Member>,
    kind: Kind,
    trackers: Trackers,
    values: &'static [&'static str],
    numbers: &'static [i32],
    default: Option<&'static str>,
}

static OUTLINES: [Outline; Member::COUNT] = {
    let mut outlines = [outline(&ENTRIES[0]); Member::COUNT];
    let mut index = 1;
    while index < Member::COUNT {
        outlines[index] = outline(&ENTRIES[index]);
        index += 1;
    }
    outlines
};

/// Apart from the rest, as they are looked at more often than anything else.
static NAMES: [&str; Member::COUNT] = {
    let mut names = [""; Member::COUNT];
    let mut index = 0;
    while index < Member::COUNT {
        names[index] = ENTRIES[index].name;
        index += 1;
    }
    names
};

const fn outline(entry: &'static Entry) -> Outline {
    Outline {
        pointer: entry.pointer,
        parent: entry.parent,
        kind: entry.kind,
        trackers: entry.trackers,
        values: entry.values,
        numbers: entry.numbers,
        default: entry.default,
    }
}

/// The members of each object, worked out from the table when the crate is compiled.
static TOP: [Member; 12] = members_of(None);
static SELECTOR: [Member; 1] = members_of(Some(Member::ManagementEventSelector));
static TRANSFER: [Member; 6] = members_of(Some(Member::ObsInfo));
static TRACKED: [Member; 2] = members_of(Some(Member::DataBucket));

/// The members that stand in one object. Does not compile when their number is another one.
const fn members_of<const COUNT: usize>(parent: Option<Member>) -> [Member; COUNT] {
    let set = Members::within(parent, Members::of(&[]));
    let mut members = [Member::ProjectId; COUNT];
    let mut found = 0;
    let mut index = 1;
    while index < Member::COUNT {
        let member = Member::ALL[index];
        if set.has(member) {
            members[found] = member;
            found += 1;
        }
        index += 1;
    }
    assert!(found == COUNT);
    members
}
