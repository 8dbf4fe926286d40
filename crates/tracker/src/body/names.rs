//! Member names met in one object.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// Up to this many names are compared one by one, which is faster than a set.
const FEW: usize = 16;

/// The names an object has so far.
#[derive(Default)]
pub(super) struct Names<'a> {
    few: Vec<Cow<'a, str>>,
    many: BTreeSet<Cow<'a, str>>,
}

impl<'a> Names<'a> {
    /// Adds a name. Returns whether it is new.
    pub(super) fn add(&mut self, name: Cow<'a, str>) -> bool {
        if self.few.contains(&name) || self.many.contains(&name) {
            return false;
        }
        if self.few.len() < FEW {
            self.few.push(name);
        } else {
            self.many.insert(name);
        }
        true
    }
}
