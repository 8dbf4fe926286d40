//! Who may do what: the tables `[[policy]]` and the key `read_only`.

use std::collections::BTreeMap;

use cts_tracker::{Kind, Member, Value, nearest};
use serde::Deserialize;

use super::error::SettingsError;
use super::{Callers, Settings};
use crate::caller::is_name;
use crate::policy::{Policies, Policy};

/// The table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyTable {
    name: String,
    #[serde(default)]
    everyone: bool,
    #[serde(default)]
    callers: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    regions: Option<Vec<String>>,
    projects: Option<Vec<String>>,
    trackers: Option<Vec<String>>,
    #[serde(default)]
    read_only: bool,
    members: Option<Vec<String>>,
    #[serde(default)]
    values: BTreeMap<String, Vec<toml::Value>>,
}

/// Checks the tables. Regions and projects have to be those of the settings, so that a slip of the pen does not lock
/// somebody out unseen.
pub(super) fn check(read_only: bool, tables: Vec<PolicyTable>) -> Result<Policies, SettingsError> {
    let mut list: Vec<Policy> = Vec::with_capacity(tables.len());
    for table in tables {
        let policy = table.check()?;
        if list.iter().any(|other| other.name == policy.name) {
            let problem = format!("{:?} is there twice", policy.name);
            return Err(SettingsError::new(
                "policy.name",
                problem,
                "Give each table a name of its own.",
            ));
        }
        list.push(policy);
    }
    Ok(Policies { read_only, list })
}

/// Whether the policies fit the rest of the settings.
pub(super) fn fit(settings: &Settings) -> Result<(), SettingsError> {
    for policy in &settings.policies.list {
        let known =
            |key: &str, names: Option<&Vec<String>>, exists: &dyn Fn(&str) -> bool| match names
                .into_iter()
                .flatten()
                .find(|name| !exists(name))
            {
                Some(name) => Err(wrong(
                    key,
                    &policy.name,
                    &format!("{name:?} is not in the settings"),
                )),
                None => Ok(()),
            };
        known("regions", policy.regions.as_ref(), &|name| {
            settings.regions.iter().any(|region| region.id == name)
        })?;
        known("projects", policy.projects.as_ref(), &|name| {
            settings.projects.iter().any(|project| project.id == name)
        })?;
        let is_about_callers = !policy.callers.is_empty() || !policy.groups.is_empty();
        if is_about_callers && matches!(settings.callers, Callers::Nobody) {
            return Err(wrong(
                "callers",
                &policy.name,
                "it is about callers or groups, and nobody asks who is calling; set [callers], or everyone = true",
            ));
        }
    }
    Ok(())
}

impl PolicyTable {
    fn check(self) -> Result<Policy, SettingsError> {
        let name = self.name;
        if !is_name(&name) {
            return Err(wrong("name", &name, "that is no name"));
        }
        if self.callers.is_empty() && self.groups.is_empty() && !self.everyone {
            return Err(wrong(
                "callers",
                &name,
                "it is about nobody; name callers or groups, or set everyone = true",
            ));
        }
        if self.everyone && !(self.callers.is_empty() && self.groups.is_empty()) {
            return Err(wrong(
                "everyone",
                &name,
                "it is about everyone and names callers or groups as well",
            ));
        }
        for (key, names) in [
            ("callers", Some(&self.callers)),
            ("groups", Some(&self.groups)),
            ("trackers", self.trackers.as_ref()),
        ] {
            if let Some(bad) = names.into_iter().flatten().find(|name| !is_name(name)) {
                return Err(wrong(key, &name, &format!("{bad:?} is no name")));
            }
        }
        if self.read_only && (self.members.is_some() || !self.values.is_empty()) {
            return Err(wrong(
                "read_only",
                &name,
                "it is read-only and says what may change as well",
            ));
        }
        let members = self.members.map(|list| members(&name, &list)).transpose()?;
        let mut values = Vec::with_capacity(self.values.len());
        for (text, allowed) in &self.values {
            values.push(value_limit(&name, text, allowed)?);
        }
        Ok(Policy {
            name,
            everyone: self.everyone,
            callers: self.callers,
            groups: self.groups,
            regions: self.regions,
            projects: self.projects,
            trackers: self.trackers,
            read_only: self.read_only,
            members,
            values,
        })
    }
}

/// The members that may change; with an object all that is in it.
fn members(policy: &str, list: &[String]) -> Result<Vec<Member>, SettingsError> {
    let mut members = Vec::new();
    for text in list {
        let member = find(policy, "members", text)?;
        members.push(member);
        members.extend(
            Member::ALL
                .into_iter()
                .filter(|inner| inner.parent() == Some(member)),
        );
    }
    Ok(members)
}

/// A member and the values it may be given.
fn value_limit(
    policy: &str,
    text: &str,
    allowed: &[toml::Value],
) -> Result<(Member, Vec<Value>), SettingsError> {
    let member = find(policy, "values", text)?;
    if member.kind() == Kind::Object {
        return Err(wrong(
            "values",
            policy,
            &format!("{text:?} is an object; name the members in it"),
        ));
    }
    let values = allowed
        .iter()
        .map(|value| {
            let read = match (member.kind(), value) {
                (Kind::Boolean, toml::Value::Boolean(value)) => Some(Value::Boolean(*value)),
                (Kind::Integer, toml::Value::Integer(value)) => {
                    Some(Value::Number(value.to_string()))
                }
                (Kind::Text | Kind::TextList, toml::Value::String(value)) => {
                    Some(Value::Text(value.clone()))
                }
                _ => None,
            };
            let listed = member.values();
            let is_listed = |value: &Value| match value {
                Value::Text(text) => listed.is_empty() || listed.contains(&text.as_str()),
                _ => true,
            };
            read.filter(is_listed)
                .ok_or_else(|| wrong("values", policy, &format!("{value} is no value of {text}")))
        })
        .collect::<Result<_, _>>()?;
    Ok((member, values))
}

/// The member of this name or JSON Pointer.
fn find(policy: &str, key: &str, text: &str) -> Result<Member, SettingsError> {
    let name = |member: &Member| {
        if text.starts_with('/') {
            member.pointer()
        } else {
            member.name()
        }
    };
    match Member::ALL.iter().find(|member| name(member) == text) {
        Some(Member::ProjectId | Member::TrackerType | Member::TrackerName) => {
            let problem = format!("{text:?} tells which tracker is meant and cannot change");
            Err(wrong(key, policy, &problem))
        }
        Some(member) => Ok(*member),
        None => {
            let near = nearest(text, Member::ALL.iter().map(name));
            let near = near.map_or(String::new(), |near| format!("; {near:?} is one"));
            Err(wrong(key, policy, &format!("{text:?} is no member{near}")))
        }
    }
}

fn wrong(key: &str, policy: &str, problem: &str) -> SettingsError {
    SettingsError::new(
        format!("policy.{key}"),
        format!("in {policy:?}: {problem}"),
        "docs/proxy.md describes policies.",
    )
}
