//! Why no policy allows a request.

use std::fmt::Write as _;

/// The policies that apply to the caller, and what each of them lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Denial {
    names: Vec<String>,
    reasons: String,
    read_only: bool,
}

impl Denial {
    /// The settings let nobody change anything.
    pub(crate) fn read_only() -> Self {
        Self {
            read_only: true,
            ..Self::default()
        }
    }

    pub(super) fn add(&mut self, name: &str, reason: &str) {
        self.names.push(name.to_owned());
        // Writing to a `String` cannot fail.
        let _ = write!(self.reasons, " {name:?}: {reason}.");
    }

    /// The names of the policies that apply to the caller.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// For the caller. The word policy in it tells it from other refusals with the same status.
    pub(crate) fn message(&self) -> String {
        if self.read_only {
            return "The policy of the proxy is read_only; nothing was changed.".to_owned();
        }
        match &*self.names {
            [] => "No policy is about this caller; nothing was changed.".to_owned(),
            [_] => format!(
                "The policy does not allow this; nothing was changed.{}",
                self.reasons
            ),
            _ => format!(
                "No policy allows all of this; nothing was changed.{}",
                self.reasons
            ),
        }
    }
}
