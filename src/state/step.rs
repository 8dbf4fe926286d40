//! The steps of the form.

use cts_tracker::Text;

use crate::texts::steps;

/// A step of the form, in the order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Step {
    #[default]
    Target,
    Recording,
    Transfer,
    Protection,
    Review,
}

impl Step {
    pub(crate) const ALL: [Self; 5] = [
        Self::Target,
        Self::Recording,
        Self::Transfer,
        Self::Protection,
        Self::Review,
    ];

    /// The place in the list, from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    pub(crate) fn next(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    pub(crate) fn previous(self) -> Option<Self> {
        Self::ALL.get(self.index().checked_sub(1)?).copied()
    }

    pub(crate) const fn title(self) -> Text {
        match self {
            Self::Target => steps::TARGET,
            Self::Recording => steps::RECORDING,
            Self::Transfer => steps::TRANSFER,
            Self::Protection => steps::PROTECTION,
            Self::Review => steps::REVIEW,
        }
    }

    /// The question the step answers.
    pub(crate) const fn lead(self) -> Text {
        match self {
            Self::Target => steps::TARGET_LEAD,
            Self::Recording => steps::RECORDING_LEAD,
            Self::Transfer => steps::TRANSFER_LEAD,
            Self::Protection => steps::PROTECTION_LEAD,
            Self::Review => steps::REVIEW_LEAD,
        }
    }
}
