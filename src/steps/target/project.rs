//! The project: one with a name, or its id.

use cts_tracker::Member;
use yew::{AttrValue, Callback, Html, html};

use crate::components::{
    Select, TextInput, described_by, field_head, findings_at, has_error, show_findings,
};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::steps;

const FIELD: Field = Field::Member(Member::ProjectId);

pub(super) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let id = FIELD.id();
    let findings = findings_at(open, FIELD);
    let invalid = has_error(&findings);
    let named = !state.config.projects.is_empty();
    let typed = is_typed(state);
    let select_id = if typed { [&id, "-select"].concat() } else { id.clone() };
    let head_for = if named { select_id.clone() } else { id.clone() };
    let entry = Member::ProjectId.entry();
    html! {
        <div class={if invalid { "field wrong" } else { "field" }}>
            <label class="head" for={head_for}>
                if state.can_send() {
                    { field_head(shell, Member::ProjectId) }
                } else {
                    <span class="field-label">{ entry.label.get(shell.locale) }</span>
                    <code translate="no">{ entry.name }</code>
                }
            </label>
            <div class="help" id={[id.as_str(), "-help"].concat()}>
                <p>
                    { entry.help.get(shell.locale) }
                    if !state.can_send() {
                        { " " }{ shell.say(steps::PROJECT_OPTIONAL) }
                    }
                </p>
            </div>
            { show_findings(shell, &id, &findings) }
            if named {
                { select(shell, state, select_id, typed, &findings) }
            }
            if typed {
                <TextInput
                    {id}
                    field={FIELD}
                    value={state.target.project_id.clone()}
                    described_by={described_by(&FIELD.id(), &findings)}
                    label={named.then(|| AttrValue::from(entry.label.get(shell.locale)))}
                    {invalid}
                />
            }
        </div>
    }
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

fn select(shell: &Shell, state: &State, id: String, typed: bool, findings: &[Finding]) -> Html {
    let onselect = {
        let shell = shell.clone();
        Callback::from(move |id| shell.act(Action::SelectProject(id)))
    };
    html! {
        <Select
            {id}
            value={(!typed).then(|| state.target.project_id.clone())}
            described_by={described_by(&FIELD.id(), findings)}
            invalid={has_error(findings) && !typed}
            empty={shell.say(steps::PROJECT_CHOOSE)}
            other={shell.say(steps::PROJECT_OTHER)}
            {onselect}
        >
            { for state.config.projects.iter().map(|project| {
                let name = if project.name.is_empty() { &project.id } else { &project.name };
                let region = if project.region.is_empty() { "" } else { " · " };
                html! {
                    <option value={project.id.clone()}>
                        { [name, region, &project.region].concat() }
                    </option>
                }
            }) }
        </Select>
    }
}
