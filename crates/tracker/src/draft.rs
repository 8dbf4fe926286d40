//! A request while somebody edits it.
//!
//! Every optional member is either left out or set; there is no third meaning of empty. A draft
//! keeps a set of values for each tracker type, so that switching the type forgets nothing, and
//! its text never holds a member of the other type.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use crate::table::{Kind, Member};
use crate::tracker_type::TrackerType;

mod emit;
mod parse;
mod revise;
mod same;
mod sample;

pub use emit::Emitted;
pub use same::same_setting;
pub use sample::Sample;

/// A request while somebody edits it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    tracker_type: Option<Value>,
    sides: [Side; 3],
}

/// The values for one tracker type.
#[derive(Clone, Debug, Default, PartialEq)]
struct Side {
    values: [Option<Value>; Member::COUNT],
    unknown: Vec<Unknown>,
}

/// The value that a member is set to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `true` or `false`.
    Boolean(bool),
    /// A string, which may be empty.
    Text(String),
    /// A number as it was typed. When it is not a JSON number it is written as a string, so that
    /// the rules see what was typed.
    Number(String),
    /// A list of strings, which may be empty.
    List(Vec<String>),
    /// A value of another JSON type than the table says, as JSON text without white space. For
    /// an object of the table `{}` means that it is sent although nothing in it is set.
    Json(String),
}

/// A member that the table does not know, kept as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The object of the table that holds it, `None` for the body itself.
    pub within: Option<Member>,
    /// Its name.
    pub name: String,
    /// Its value as JSON text without white space.
    pub json: String,
}

impl Draft {
    /// An empty draft for a tracker of this type. The management tracker has its name already.
    #[must_use]
    pub fn new(tracker_type: TrackerType) -> Self {
        let mut draft = Self {
            tracker_type: None,
            sides: Default::default(),
        };
        let name = Value::Text(TrackerType::System.as_str().to_owned());
        let system = &mut draft.sides[index(Some(TrackerType::System))];
        system.values[Member::TrackerName as usize] = Some(name);
        draft.set_tracker_type(tracker_type);
        draft
    }

    /// The type of the tracker, when `tracker_type` is exactly one of the two.
    #[must_use]
    pub fn tracker_type(&self) -> Option<TrackerType> {
        match &self.tracker_type {
            Some(Value::Text(value)) => TrackerType::parse(value),
            _ => None,
        }
    }

    /// Switches the type. The values for the type that is left are kept for a return to it.
    pub fn set_tracker_type(&mut self, tracker_type: TrackerType) {
        self.tracker_type = Some(Value::Text(tracker_type.as_str().to_owned()));
    }

    /// Takes over what another draft keeps for tracker types that this one is not of, members that
    /// the table does not know included. The values for its own type stay as they are.
    #[must_use]
    pub fn beside(mut self, other: &Self) -> Self {
        let own = index(self.tracker_type());
        for (place, side) in other.sides.iter().enumerate() {
            if place != own {
                self.sides[place].clone_from(side);
            }
        }
        self
    }

    /// The value of a member, or `None` when it is left out.
    #[must_use]
    pub fn get(&self, member: Member) -> Option<&Value> {
        match member {
            Member::TrackerType => self.tracker_type.as_ref(),
            _ => self.side().values[member as usize].as_ref(),
        }
    }

    /// The text of a member that is set to a string.
    #[must_use]
    pub fn text(&self, member: Member) -> Option<&str> {
        match self.get(member) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The value of a member that is set to a boolean.
    #[must_use]
    pub fn boolean(&self, member: Member) -> Option<bool> {
        match self.get(member) {
            Some(Value::Boolean(boolean)) => Some(*boolean),
            _ => None,
        }
    }

    /// The items of a member that is set to a list.
    #[must_use]
    pub fn list(&self, member: Member) -> Option<&[String]> {
        match self.get(member) {
            Some(Value::List(items)) => Some(items),
            _ => None,
        }
    }

    /// Sets a member, or leaves it out with `None`.
    ///
    /// An object of the table is there as soon as a member of it is set. Setting the object itself
    /// replaces everything in it: with `None` it is left out, with [`Value::Json`] it has that
    /// value. A member that the tracker type does not have, and the project id, which is not part
    /// of the body, are not set.
    pub fn set(&mut self, member: Member, value: Option<Value>) {
        if member == Member::TrackerType {
            self.tracker_type = value;
            return;
        }
        let foreign = self
            .tracker_type()
            .is_some_and(|kind| !member.belongs_to(kind));
        if foreign || member == Member::ProjectId {
            return;
        }
        let side = self.side_mut();
        if member.kind() == Kind::Object {
            for inner in Member::within(Some(member)) {
                side.values[inner as usize] = None;
            }
            side.unknown
                .retain(|unknown| unknown.within != Some(member));
        }
        if let (Some(parent), true) = (member.parent(), value.is_some()) {
            side.values[parent as usize] = None;
        }
        side.values[member as usize] = value;
    }

    /// The members that the table does not know, in the order in which they were read.
    #[must_use]
    pub fn unknown(&self) -> &[Unknown] {
        &self.side().unknown
    }

    fn side(&self) -> &Side {
        &self.sides[index(self.tracker_type())]
    }

    fn side_mut(&mut self) -> &mut Side {
        &mut self.sides[index(self.tracker_type())]
    }
}

impl Default for Draft {
    /// An empty draft for the management tracker, which every project has.
    fn default() -> Self {
        Self::new(TrackerType::System)
    }
}

/// Where the values for a tracker type are kept; the third place is for an unusable type.
const fn index(tracker_type: Option<TrackerType>) -> usize {
    match tracker_type {
        Some(TrackerType::System) => 0,
        Some(TrackerType::Data) => 1,
        None => 2,
    }
}

#[cfg(test)]
mod tests;
