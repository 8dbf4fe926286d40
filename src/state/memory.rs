//! What the form remembers besides the draft: texts and settings that are left out at the moment,
//! so that a change of mind brings them back.

use cts_tracker::{Draft, Member, Value};

/// What a text member can be besides left out, where the empty text has a meaning of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextChoice {
    LeaveOut,
    Set,
    Empty,
}

/// What is done with the transfer to OBS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transfer {
    /// `obs_info` is left out.
    LeaveOut,
    /// A bucket is named, or going to be.
    Bucket,
    /// The name of the bucket is empty.
    Stop,
}

/// The memory of one tracker type.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Memory {
    /// Members that were asked to be set while nothing is typed for them yet.
    asked: u32,
    /// Values that were left out or replaced, to be offered again.
    values: Vec<(Member, Value)>,
}

impl Memory {
    pub(crate) fn is_asked(&self, member: Member) -> bool {
        self.asked & bit(member) != 0
    }

    pub(super) fn ask(&mut self, member: Member, asked: bool) {
        if asked {
            self.asked |= bit(member);
        } else {
            self.asked &= !bit(member);
        }
    }

    /// Keeps the value that the draft has for a member, unless it says nothing.
    pub(super) fn keep(&mut self, draft: &Draft, member: Member) {
        let Some(value) = draft.get(member) else {
            return;
        };
        if *value == Value::Text(String::new()) {
            return;
        }
        self.values.retain(|(kept, _)| *kept != member);
        self.values.push((member, value.clone()));
    }

    pub(super) fn recall(&self, member: Member) -> Option<Value> {
        self.values
            .iter()
            .find(|(kept, _)| *kept == member)
            .map(|(_, value)| value.clone())
    }
}

const fn bit(member: Member) -> u32 {
    1 << (member as u32)
}
