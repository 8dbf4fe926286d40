//! Who may do what.
//!
//! Without a policy every known caller may do everything that the settings offer. As soon as there is one, a request
//! passes only when one single policy allows all of it. So a further policy never takes anything away, never gives more
//! than stands in one of them, and their order means nothing.

mod denial;
mod members;
mod rule;
mod stray;

use cts_tracker::{Draft, StoredTracker};

pub(crate) use self::denial::Denial;
pub(crate) use self::rule::Policy;
pub(crate) use self::stray::stray;
use crate::caller::Caller;
use crate::settings::Project;

/// The policies of the settings.
#[derive(Clone, Debug, Default)]
pub struct Policies {
    /// Nobody changes anything.
    pub(crate) read_only: bool,
    /// The policies. When there is none, each caller may do everything.
    pub(crate) list: Vec<Policy>,
}

/// What a request is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub(crate) region: &'a str,
    pub(crate) project: &'a str,
    /// The name of the tracker; `None` for all of the project.
    pub(crate) tracker: Option<&'a str>,
}

/// What a request asks for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked<'a> {
    pub(crate) draft: &'a Draft,
    /// A member that the draft does not hold; see [`stray()`].
    pub(crate) stray: Option<&'a str>,
}

/// The policies that let a caller update this tracker, before it is known what changes.
#[derive(Debug)]
pub(crate) struct Updating<'a>(Vec<&'a Policy>);

impl Policies {
    /// Whether the caller may see that there is such a project.
    pub(crate) fn shows(&self, caller: &Caller, project: &Project) -> bool {
        let target = Target {
            region: &project.region,
            project: &project.id,
            tracker: None,
        };
        self.list.is_empty() || self.of(caller).any(|policy| policy.covers_project(target))
    }

    /// Whether the caller may read the trackers of this place.
    pub(crate) fn read(&self, caller: &Caller, target: Target<'_>) -> Result<(), Denial> {
        if self.list.is_empty() {
            return Ok(());
        }
        self.some(caller, |policy| policy.reaches(target)).map(drop)
    }

    /// Whether the caller may update this tracker at all.
    pub(crate) fn update<'a>(
        &'a self,
        caller: &Caller,
        target: Target<'_>,
    ) -> Result<Updating<'a>, Denial> {
        if self.read_only {
            return Err(Denial::read_only());
        }
        if self.list.is_empty() {
            return Ok(Updating(Vec::new()));
        }
        self.some(caller, |policy| policy.update(target))
            .map(Updating)
    }

    fn of<'a, 'b>(&'a self, caller: &'b Caller) -> impl Iterator<Item = &'a Policy> + use<'a, 'b> {
        self.list.iter().filter(|policy| policy.is_for(caller))
    }

    /// The policies of the caller that pass, or why none of them does.
    fn some<'a>(
        &'a self,
        caller: &Caller,
        judge: impl Fn(&Policy) -> Result<(), String>,
    ) -> Result<Vec<&'a Policy>, Denial> {
        some(self.of(caller), judge)
    }
}

impl Updating<'_> {
    /// Whether the tracker as it is configured now has to be known to tell whether the update may pass.
    pub(crate) fn needs_current(&self, asked: Asked<'_>) -> bool {
        !self.0.is_empty()
            && self.0.iter().any(|policy| policy.limits_members())
            && !self
                .0
                .iter()
                .any(|policy| !policy.limits_members() && policy.change(asked, None).is_ok())
    }

    /// Whether one of the policies allows the change from what is stored to what is asked for. Without a stored tracker
    /// whatever is set is a change.
    pub(crate) fn allow(
        &self,
        asked: Asked<'_>,
        stored: Option<&StoredTracker>,
    ) -> Result<(), Denial> {
        if self.0.is_empty() {
            return Ok(());
        }
        let stored = stored.map(StoredTracker::to_draft);
        some(self.0.iter().copied(), |policy| {
            policy.change(asked, stored.as_ref())
        })
        .map(drop)
    }
}

fn some<'a>(
    policies: impl Iterator<Item = &'a Policy>,
    judge: impl Fn(&Policy) -> Result<(), String>,
) -> Result<Vec<&'a Policy>, Denial> {
    let mut passed = Vec::new();
    let mut denial = Denial::default();
    for policy in policies {
        match judge(policy) {
            Ok(()) => passed.push(policy),
            Err(reason) => denial.add(&policy.name, &reason),
        }
    }
    if passed.is_empty() {
        Err(denial)
    } else {
        Ok(passed)
    }
}

#[cfg(test)]
mod tests;
