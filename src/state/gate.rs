//! When a mistake may be shown.
//!
//! Nothing is shown before a field was left or its step submitted. While somebody types into a
//! field that showed no mistake, none appears; a mistake that is shown already goes away on the
//! keystroke that mends it.

use super::{Field, Step};

/// Which fields may show what is wrong with them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gate {
    /// Fields that were left, or in which something was chosen.
    left: u32,
    /// Steps that were submitted.
    submitted: u8,
    /// The field somebody types into, when it showed no mistake before.
    typing: Option<Field>,
}

impl Gate {
    pub(crate) fn is_open(self, field: Field) -> bool {
        let revealed =
            self.left & field.bit() != 0 || self.submitted & (1 << field.step().index()) != 0;
        revealed && self.typing != Some(field)
    }

    /// Whether no field may show anything.
    pub(crate) fn is_closed(self) -> bool {
        self.left == 0 && self.submitted == 0
    }

    /// Somebody types. `wrong`: the field shows a mistake right now.
    pub(super) fn type_into(&mut self, field: Field, wrong: bool) {
        if !wrong {
            self.typing = Some(field);
        }
    }

    /// The field was left, or a value was chosen.
    pub(super) fn leave(&mut self, field: Field) {
        self.left |= field.bit();
        if self.typing == Some(field) {
            self.typing = None;
        }
    }

    /// The field is only just going to be filled in.
    pub(super) fn spare(&mut self, field: Field) {
        self.left &= !field.bit();
    }

    pub(super) fn submit(&mut self, step: Step) {
        self.submitted |= 1 << step.index();
        self.typing = None;
    }

    pub(super) fn submit_all(&mut self) {
        for step in Step::ALL {
            self.submit(step);
        }
    }
}
