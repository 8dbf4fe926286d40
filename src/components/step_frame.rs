//! The frame of a step: what is wrong, its heading, its content, and the way on.

use web_sys::Event;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

use super::summary;
use crate::browser::page;
use crate::dom::{El, button, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Finding, State, Step, Trail};
use crate::steps;
use crate::steps::target::drafts;
use crate::texts::{fill, notices, shell as texts, steps as steps_texts};

/// The step that is open. `open` are the findings that may be shown.
pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let step = state.step;
    let number = (step.index() + 1).to_string();
    let total = Step::ALL.len().to_string();
    let place = fill(
        shell.say(texts::STEP_OF),
        &[("number", &number), ("total", &total)],
    );
    let head = of("header", "step-head")
        .with(of("p", "eyebrow").text(&place))
        .with(
            el("h1")
                .is("id", "step-heading")
                .is("tabindex", "-1")
                .text(shell.say(step.title())),
        )
        .with(of("p", "lead").text(shell.say(step.lead())))
        .put(match step {
            Step::Target | Step::Review => nothing(),
            _ => of("p", "hint")
                .text(shell.say(steps_texts::OMIT_HELP))
                .done(),
        });
    let content = match step {
        Step::Target => steps::target::show(shell, state, open),
        Step::Recording => steps::recording::show(shell, state, open),
        Step::Transfer => steps::transfer::show(shell, state, open),
        Step::Protection => steps::protection::show(shell, state, open),
        Step::Review => steps::review::show(shell, state),
    };
    let form = of("form", "fields")
        .is("novalidate", "")
        .key(number)
        .on(ListenerKind::onsubmit, submitting(shell.clone()))
        .put(content)
        .with(ways(shell, step, &state.trail));
    of("main", "step")
        .put(summary::show(shell, &state.summarised(open), || {
            state.findings()
        }))
        .put(broken(shell, state))
        .with(head)
        .with(form)
}

/// That the form does not show what the text says, and the way to where it is broken.
fn broken(shell: &Shell, state: &State) -> Html {
    if !state.desk.tells_broken {
        return nothing();
    }
    let place = state.report().diagnostics().iter();
    let mut place = place.filter_map(|found| Some(found.range()?.start.utf16));
    let go = button(
        shell,
        "quiet",
        Action::PointAt(place.next_back().unwrap_or_default()),
    );
    of("p", "notice warning stuck")
        .put(icon("warning"))
        .with(el("span").text(shell.say(notices::TEXT_BROKEN)))
        .with(go.text(shell.say(notices::TEXT_PLACE)))
        .done()
}

/// Submits the step, also by the Enter key in one of its fields. In the line for the name of a draft
/// that key keeps the draft.
fn submitting(shell: Shell) -> Callback<Event> {
    Callback::from(move |event: Event| {
        event.prevent_default();
        shell.act(if page::has_focus(drafts::NAME) {
            Action::Keep(page::value(drafts::NAME))
        } else {
            Action::Next
        });
    })
}

fn ways(shell: &Shell, step: Step, trail: &Trail) -> El {
    let back = button(shell, "", Action::Back).text(shell.say(texts::BACK));
    let next = of("button", "primary")
        .is("type", "submit")
        .text(shell.say(texts::NEXT));
    let mut trails = of("div", "buttons");
    // Both stay where they are as long as there is a way at all, so that the focus does.
    if trail.can_undo() || trail.can_redo() {
        for (action, text, open) in [
            (Action::Undo, notices::UNDO, trail.can_undo()),
            (Action::Redo, notices::REDO, trail.can_redo()),
        ] {
            let way = button(shell, "", action).text(shell.say(text));
            trails = trails.with(way.when(!open, "aria-disabled", "true"));
        }
    }
    of("div", "ways")
        .with(trails)
        .put(if step.previous().is_some() {
            back.done()
        } else {
            nothing()
        })
        .put(if step.next().is_some() {
            next.done()
        } else {
            nothing()
        })
}
