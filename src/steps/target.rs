//! Which tracker is changed: type, name, region, project.

use cts_tracker::{Member, Sample, TrackerType};
use yew::Html;

use super::field;
use crate::components::findings;
use crate::components::member_field::{group, head};
use crate::components::radio::Group;
use crate::dom::{El, all, button, code, el, join, of};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::{import, steps};

pub(crate) mod drafts;
mod project;
mod region;
pub(crate) mod trackers;

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let which = all(vec![
        start(shell, state).done(),
        drafts::show(shell, state).done(),
        kind(shell, state, open).done(),
        if state.tracker_type() == TrackerType::Data {
            field(shell, state, open, Member::TrackerName)
        } else {
            fixed_name(shell, state, open).done()
        },
    ]);
    let place = all(vec![
        region::show(shell, state, open).done(),
        project::show(shell, state, open).done(),
    ]);
    // With a proxy one begins with what is there; without, the place hardly matters.
    if state.can_send() {
        all(vec![place, trackers::show(shell, state), which])
    } else {
        all(vec![which, place])
    }
}

/// Fills the form with something to begin with.
fn start(shell: &Shell, state: &State) -> El {
    let mut buttons = of("div", "buttons");
    for (sample, text) in [
        (None, steps::START_SCRATCH),
        (Some(Sample::Management), steps::START_MANAGEMENT),
        (Some(Sample::Data), steps::START_DATA),
    ] {
        buttons = buttons.with(button(shell, "", Action::Start(sample)).text(shell.say(text)));
    }
    let import = button(shell, "", Action::Import).text(shell.say(import::IMPORT));
    let buttons = buttons.with(import);
    of("div", "start")
        .is("role", "group")
        .is("aria-labelledby", "start-title")
        .with(
            el("h2")
                .is("id", "start-title")
                .text(shell.say(if state.can_send() {
                    steps::START_ELSE
                } else {
                    steps::START
                })),
        )
        .with(buttons)
        .with(of("p", "hint").text(shell.say(steps::START_HELP)))
}

/// The tracker type, on which everything else depends.
fn kind(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let field = Field::Member(Member::TrackerType);
    let id = field.id();
    let found = findings::at(open, field);
    let now = state.tracker_type();
    let buttons = Group { shell, id: &id };
    let mut cards = of("div", "cards");
    for (kind, title, help) in [
        (
            TrackerType::System,
            steps::TYPE_SYSTEM,
            steps::TYPE_SYSTEM_HELP,
        ),
        (TrackerType::Data, steps::TYPE_DATA, steps::TYPE_DATA_HELP),
    ] {
        let action = Action::SetType(kind);
        cards = cards.with(buttons.card(kind.as_str(), now == kind, title, help, action));
    }
    group(&id, "radiogroup", &found)
        .with(el("legend").put(head(shell, Member::TrackerType)))
        .put(findings::show(shell, &id, &found))
        .with(cards)
}

/// The name of the management tracker, which cannot be chosen.
fn fixed_name(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let field = Field::Member(Member::TrackerName);
    let id = field.id();
    let found = findings::at(open, field);
    let name = of("p", "fixed")
        .set("id", id.clone())
        .is("tabindex", "-1")
        .put(code(
            state.draft.text(Member::TrackerName).unwrap_or_default(),
        ))
        .with(
            of("span", "hint")
                .set("id", join(&id, "-help"))
                .text(shell.say(steps::NAME_FIXED)),
        );
    of("div", "field")
        .with(of("p", "head").put(head(shell, Member::TrackerName)))
        .put(findings::show(shell, &id, &found))
        .with(name)
}
