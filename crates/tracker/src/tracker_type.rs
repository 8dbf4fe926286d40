//! The two types of tracker.

/// The type of a tracker, as `tracker_type` names it (page `UpdateTracker`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrackerType {
    /// `system`: the management tracker. There is one in each project, called `system`.
    System,
    /// `data`: a data tracker. It records the reading and writing of objects in one OBS bucket.
    Data,
}

impl TrackerType {
    /// Both types, in the order of the vendor's page.
    pub const ALL: [Self; 2] = [Self::System, Self::Data];

    /// The value of `tracker_type` for this type.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Data => "data",
        }
    }

    /// Reads a value of `tracker_type`. Upper and lower case differ, as they do in the cloud.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == value)
    }
}
