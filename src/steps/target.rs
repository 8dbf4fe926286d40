//! Which tracker is changed: region, project, type, name.

use cts_tracker::{Member, Sample, Text, TrackerType};
use yew::{Html, html};

use super::field;
use super::transfer::card;
use crate::components::{described_by, field_head, findings_at, show_findings};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::steps;

mod project;
mod region;

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    html! {
        <>
            { start(shell) }
            { kind(shell, state, open) }
            { name(shell, state, open) }
            { region::show(shell, state, open) }
            { project::show(shell, state, open) }
        </>
    }
}

/// Fills the form with something to begin with.
fn start(shell: &Shell) -> Html {
    let button = |sample: Option<Sample>, text: Text| {
        html! {
            <button type="button" onclick={shell.on(Action::Start(sample))}>{ shell.say(text) }</button>
        }
    };
    html! {
        <div class="start" role="group" aria-labelledby="start-title" aria-describedby="start-help">
            <h2 id="start-title">{ shell.say(steps::START) }</h2>
            <div class="buttons">
                { button(None, steps::START_SCRATCH) }
                { button(Some(Sample::Management), steps::START_MANAGEMENT) }
                { button(Some(Sample::Data), steps::START_DATA) }
            </div>
            <p class="hint" id="start-help">{ shell.say(steps::START_HELP) }</p>
        </div>
    }
}

/// The tracker type, on which everything else depends.
fn kind(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let group = Field::Member(Member::TrackerType);
    let id = group.id();
    let findings = findings_at(open, group);
    let now = state.tracker_type();
    let card = |kind: TrackerType, title: Text, help: Text| {
        card(&id, kind.as_str(), now == kind, shell, Action::SetType(kind), title, help)
    };
    html! {
        <fieldset class="field" id={id.clone()} role="radiogroup">
            <legend>{ field_head(shell, Member::TrackerType) }</legend>
            { show_findings(shell, &id, &findings) }
            <div class="cards">
                { card(TrackerType::System, steps::TYPE_SYSTEM, steps::TYPE_SYSTEM_HELP) }
                { card(TrackerType::Data, steps::TYPE_DATA, steps::TYPE_DATA_HELP) }
            </div>
        </fieldset>
    }
}

/// The name: fixed for the management tracker.
fn name(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    if state.tracker_type() == TrackerType::Data {
        return field(state, open, Member::TrackerName);
    }
    let group = Field::Member(Member::TrackerName);
    let id = group.id();
    let findings = findings_at(open, group);
    html! {
        <div class="field">
            <p class="head">{ field_head(shell, Member::TrackerName) }</p>
            { show_findings(shell, &id, &findings) }
            <p class="fixed" id={id.clone()} tabindex="-1" aria-describedby={described_by(&id, &findings)}>
                <code translate="no">{ state.draft.text(Member::TrackerName).unwrap_or_default() }</code>
                <span class="hint" id={[id.as_str(), "-help"].concat()}>{ shell.say(steps::NAME_FIXED) }</span>
            </p>
        </div>
    }
}
