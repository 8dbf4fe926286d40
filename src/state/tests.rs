//! What the page does, without a browser.

use std::rc::Rc;

use cts_tracker::answer::Outcome;
use cts_tracker::{Draft, Member, Sample, Severity, TrackerType, Value};

use super::{
    Action, Dialog, Effect, Explanation, Failure, Field, Focus, Reply, Said, Scope, Sending, State,
    Step, Take, TextChoice, Transfer,
};
use crate::config::{Config, Project};

mod drafts;
mod gate;
mod loading;
mod mending;
mod samples;
mod sending;
mod transfer;
mod types;
mod undo;
mod writing;

/// A page with a proxy, a region and a project.
fn connected() -> State {
    let mut state = State::default();
    state.apply(Action::Configured(Rc::new(Config {
        base: Some("/api".to_owned()),
        regions: vec!["cn-north-4".to_owned()],
        projects: vec![Project {
            id: "0123456789abcdef0123456789abcdef".to_owned(),
            name: "Audit".to_owned(),
            region: "cn-north-4".to_owned(),
        }],
        settled: true,
        ..Config::default()
    })));
    state
}

fn run(state: &mut State, actions: impl IntoIterator<Item = Action>) {
    for action in actions {
        state.apply(action);
    }
}

fn member(member: Member) -> Field {
    Field::Member(member)
}

fn typed(field: Member, text: &str) -> Action {
    Action::Type(member(field), text.to_owned())
}

fn choose(member: Member, value: Value) -> Action {
    Action::Choose(member, Some(value))
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

/// The errors shown at a field.
fn errors_at(state: &State, field: Field) -> usize {
    state
        .open_findings()
        .iter()
        .filter(|found| found.field == Some(field) && found.severity == Severity::Error)
        .count()
}

fn body(state: &State) -> &str {
    &state.judged.emitted.text
}
