//! One policy.

use cts_tracker::{Draft, Member, Value};

use super::members;
use super::{Asked, Target};
use crate::caller::Caller;

/// Whom it is about, and what it lets them do. What is `None` is not limited.
#[derive(Clone, Debug)]
pub(crate) struct Policy {
    /// What refusals call it.
    pub(crate) name: String,
    /// Whether it is about all callers.
    pub(crate) everyone: bool,
    /// The callers whom it is about.
    pub(crate) callers: Vec<String>,
    /// The groups whose members it is about.
    pub(crate) groups: Vec<String>,
    pub(crate) regions: Option<Vec<String>>,
    pub(crate) projects: Option<Vec<String>>,
    pub(crate) trackers: Option<Vec<String>>,
    pub(crate) read_only: bool,
    /// The members that may change.
    pub(crate) members: Option<Vec<Member>>,
    /// The values that members may be given.
    pub(crate) values: Vec<(Member, Vec<Value>)>,
}

impl Policy {
    pub(super) fn is_for(&self, caller: &Caller) -> bool {
        self.everyone
            || self.callers.iter().any(|name| name == caller.name())
            || caller
                .groups()
                .iter()
                .any(|group| self.groups.contains(group))
    }

    pub(super) fn covers_project(&self, target: Target<'_>) -> bool {
        covers(self.regions.as_ref(), target.region)
            && covers(self.projects.as_ref(), target.project)
    }

    /// Whether it is about this place; else why not.
    pub(super) fn reaches(&self, target: Target<'_>) -> Result<(), String> {
        let Target {
            region,
            project,
            tracker,
        } = target;
        if !covers(self.regions.as_ref(), region) {
            return Err(format!("the region {region} is not one of its regions"));
        }
        if !covers(self.projects.as_ref(), project) {
            return Err(format!("the project {project} is not one of its projects"));
        }
        match (&self.trackers, tracker) {
            (None, _) => Ok(()),
            (Some(_), None) => {
                Err("it is about single trackers, so ask for one with tracker_name".to_owned())
            }
            (Some(trackers), Some(tracker)) if trackers.iter().any(|name| name == tracker) => {
                Ok(())
            }
            (Some(_), Some(tracker)) => Err(format!(
                "the tracker {tracker:?} is not one of its trackers"
            )),
        }
    }

    pub(super) fn update(&self, target: Target<'_>) -> Result<(), String> {
        self.reaches(target)?;
        if self.read_only {
            return Err("it is read_only".to_owned());
        }
        Ok(())
    }

    /// Whether what is stored now matters.
    pub(super) fn limits_members(&self) -> bool {
        self.members.is_some()
    }

    /// Whether it allows this change; else why not.
    pub(super) fn change(&self, asked: Asked<'_>, stored: Option<&Draft>) -> Result<(), String> {
        if self.members.is_none() && self.values.is_empty() {
            return Ok(());
        }
        let Asked { draft, stray } = asked;
        if let Some(stray) = stray {
            return Err(format!("it does not let {stray:?} be sent"));
        }
        if let Some(allowed) = &self.members {
            members::change(allowed, draft, stored)?;
        }
        self.values
            .iter()
            .try_for_each(|(member, allowed)| value(*member, allowed, draft))
    }
}

/// Whether a member is given one of these values, or left out.
fn value(member: Member, allowed: &[Value], draft: &Draft) -> Result<(), String> {
    let given = draft.get(member);
    let good = match given {
        None => true,
        // Every item by itself.
        Some(Value::List(items)) => items
            .iter()
            .all(|item| allowed.contains(&Value::Text(item.clone()))),
        Some(value) => allowed.contains(value),
    };
    if good {
        Ok(())
    } else {
        Err(format!(
            "it does not let {} have this value",
            member.pointer()
        ))
    }
}

fn covers(list: Option<&Vec<String>>, name: &str) -> bool {
    list.is_none_or(|list| list.iter().any(|entry| entry == name))
}
