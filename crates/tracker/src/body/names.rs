//! Texts met so far: the member names of an object, the items of a list.

use std::borrow::Cow;
use std::collections::HashSet;

/// Up to this many texts are compared one by one, which is faster than a set.
const FEW: usize = 16;

/// The texts there are so far.
#[derive(Default)]
pub(crate) struct Names<'a> {
    few: Vec<Cow<'a, str>>,
    many: HashSet<Cow<'a, str>>,
}

impl<'a> Names<'a> {
    /// Whether a text was added before.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.few.iter().any(|known| known == name)
            || (!self.many.is_empty() && self.many.contains(name))
    }

    /// Adds a text. Returns whether it is new.
    pub(crate) fn add(&mut self, name: Cow<'a, str>) -> bool {
        if self.has(&name) {
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
