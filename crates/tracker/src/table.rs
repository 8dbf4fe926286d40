//! The table of members: each member of the request described once.
//!
//! The reader, the single-member rules, the form, the canonical text and everything else that has
//! to know the members read this table. A new member is one entry in [`entries`] with its texts.

use crate::text::Text;
use crate::tracker_type::TrackerType;

mod entries;
mod member;
mod members;
mod names;

pub use member::Member;
pub(crate) use members::Members;
pub(crate) use names::Names;

/// What is known about one member of the request.
#[derive(Debug)]
pub struct Entry {
    /// The member described here.
    pub member: Member,
    /// Its name in the object that holds it, for instance `bucket_name`.
    pub name: &'static str,
    /// Where it stands in the body, as a JSON Pointer (RFC 6901). The project id, which is part
    /// of the path and not of the body, has `/path/project_id`.
    pub pointer: &'static str,
    /// The member whose object holds it, or `None` at the top of the body.
    pub parent: Option<Member>,
    /// The JSON type of its value.
    pub kind: Kind,
    /// The tracker types that have it.
    pub trackers: Trackers,
    /// When it must be given.
    pub required: Required,
    /// The listed values of a text, or of the items of a list. Empty when there is no list.
    pub values: &'static [&'static str],
    /// The listed values of a number. Empty when there is no list.
    pub numbers: &'static [i32],
    /// Smallest and largest length in characters; for numbers the smallest and largest value.
    /// `None` where nothing is published.
    pub bounds: Option<(i32, i32)>,
    /// Smallest and largest number of items, for lists.
    pub items: Option<(usize, usize)>,
    /// The regular expression of a text, as documented. `None` where nothing is published.
    pub pattern: Option<&'static str>,
    /// What holds when the member is left out, as JSON text. `None` when no source says it.
    pub default: Option<&'static str>,
    /// An example value, as people write it.
    pub example: Option<&'static str>,
    /// What a person calls it.
    pub label: Text,
    /// What it does, and its bounds.
    pub help: Text,
    /// What can go wrong with it, if anything worth a warning can.
    pub risk: Option<Text>,
}

/// The JSON type of a member's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number of 32 bits.
    Integer,
    /// An array of strings.
    TextList,
    /// An object with members of its own in the table.
    Object,
}

/// The tracker types that have a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trackers {
    /// Both types.
    Both,
    /// Management trackers only.
    System,
    /// Data trackers only.
    Data,
    /// Both by the vendor's page, management trackers only by the API definition
    /// (conflict 2 of the sources: `is_support_validate`).
    Disputed,
}

impl Trackers {
    /// Whether a tracker of this type has the member. A disputed member is taken for one that it
    /// has, as the vendor's page says.
    #[must_use]
    pub const fn include(self, tracker_type: TrackerType) -> bool {
        match self {
            Self::Both | Self::Disputed => true,
            Self::System => matches!(tracker_type, TrackerType::System),
            Self::Data => matches!(tracker_type, TrackerType::Data),
        }
    }
}

/// When a member must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Required {
    /// It may always be left out.
    No,
    /// In every request.
    Always,
    /// Whenever `status` is given, that is when a data tracker is switched on or off.
    WithStatus,
    /// Whenever `is_support_trace_files_encryption` is true.
    WithEncryption,
}

/// Members that only answers have, each with the object that holds it (section "tracker object in
/// responses" of the vendor's `ListTrackers` page and the models of the SDKs).
pub(crate) const READ_ONLY: &[(Option<Member>, &str)] = &[
    (None, "id"),
    (None, "create_time"),
    (None, "detail"),
    (None, "domain_id"),
    (None, "project_id"),
    (None, "group_id"),
    (None, "stream_id"),
    (None, "lts"),
    (Some(Member::ObsInfo), "is_authorized_bucket"),
    (Some(Member::DataBucket), "search_enabled"),
];

#[cfg(test)]
mod tests;
