//! The project: one with a name, or its id.

use cts_tracker::Member;
use yew::Html;

use crate::components::findings;
use crate::components::member_field::{head, labelled};
use crate::components::select::{self, Select};
use crate::components::text_input::{self, TextInput};
use crate::dom::{El, component, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Field, Finding, State};
use crate::texts::steps;

const FIELD: Field = Field::Member(Member::ProjectId);

pub(super) fn show(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let id = FIELD.id();
    let found = findings::at(open, FIELD);
    let invalid = findings::has_error(&found);
    let named = !state.config.projects.is_empty();
    let typed = is_typed(state);
    let select_id = if typed {
        join(&id, "-select")
    } else {
        id.clone()
    };
    let entry = Member::ProjectId.entry();
    let label = entry.label.get(shell.locale);
    let title = if state.can_send() {
        head(shell, Member::ProjectId)
    } else {
        labelled(label, Some(entry.name), None)
    };
    let mut what = el("p").text(entry.help.get(shell.locale));
    if !state.can_send() {
        what = what.text(" ").text(shell.say(steps::PROJECT_OPTIONAL));
    }
    let line = || {
        component::<TextInput>(
            text_input::Props {
                shell: shell.clone(),
                id: id.clone(),
                field: FIELD,
                value: state.target.project_id.clone(),
                described_by: findings::described_by(&id, &found),
                label: named.then_some(label),
                invalid,
                numeric: false,
            },
            None,
        )
    };
    let label_for = if named { select_id.clone() } else { id.clone() };
    of("div", if invalid { "field wrong" } else { "field" })
        .with(of("label", "head").set("for", label_for).put(title))
        .with(of("div", "help").set("id", join(&id, "-help")).with(what))
        .put(findings::show(shell, &id, &found))
        .put(if named {
            choice(shell, state, select_id, typed, &found)
        } else {
            nothing()
        })
        .put(if typed { line() } else { nothing() })
}

/// Whether the id is typed: there is nothing to choose from, it was asked for, or the id is not
/// among the named projects.
fn is_typed(state: &State) -> bool {
    let projects = &state.config.projects;
    let id = state.target.project_id.as_str();
    projects.is_empty()
        || state.target.types_project
        || !(id.is_empty() || projects.iter().any(|project| project.id == id))
}

fn choice(shell: &Shell, state: &State, id: String, typed: bool, found: &[Finding]) -> Html {
    let entries = state.config.projects.iter().map(|project| {
        let name = if project.name.is_empty() {
            &project.id
        } else {
            &project.name
        };
        let region = if project.region.is_empty() {
            ""
        } else {
            " · "
        };
        (project.id.clone(), [name, region, &project.region].concat())
    });
    select::show(
        shell,
        Select {
            id,
            value: (!typed).then(|| state.target.project_id.clone()),
            described_by: findings::described_by(&FIELD.id(), found),
            invalid: findings::has_error(found) && !typed,
            empty: shell.say(steps::PROJECT_CHOOSE),
            other: shell.say(steps::PROJECT_OTHER),
            field: FIELD,
            groups: vec![(None, entries.collect())],
        },
    )
}
