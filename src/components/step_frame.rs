//! The frame of a step: its heading, what is wrong, its content, and the way on.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use super::Summary;
use crate::shell::use_shell;
use crate::state::{Action, Finding, State, Step};
use crate::steps::{protection, recording, review, target, transfer};
use crate::texts::{fill, shell as texts};

/// What the frame needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: Rc<State>,
    /// The findings that may be shown.
    pub(crate) open: Rc<Vec<Finding>>,
    /// What the error summary lists.
    pub(crate) summary: Rc<Vec<Finding>>,
}

/// The step that is open.
#[component]
pub(crate) fn StepFrame(props: &Props) -> Html {
    let shell = use_shell();
    let state = &props.state;
    let step = state.step;
    let number = (step.index() + 1).to_string();
    let total = Step::ALL.len().to_string();
    let place = fill(shell.say(texts::STEP_OF), &[("number", &number), ("total", &total)]);
    html! {
        <main class="step">
            <Summary findings={Rc::clone(&props.summary)} />
            <header class="step-head">
                <p class="eyebrow">{ place }</p>
                <h1 id="step-heading" tabindex="-1">{ shell.say(step.title()) }</h1>
                <p class="lead">{ shell.say(step.lead()) }</p>
            </header>
            <form class="fields" novalidate={true} onsubmit={shell.on_submit()} key={step.index()}>
                { match step {
                    Step::Target => target::show(&shell, state, &props.open),
                    Step::Recording => recording::show(&shell, state, &props.open),
                    Step::Transfer => transfer::show(&shell, state, &props.open),
                    Step::Protection => protection::show(state, &props.open),
                    Step::Review => review::show(&shell, state),
                } }
                <div class="ways">
                    if step.previous().is_some() {
                        <button type="button" onclick={shell.on(Action::Back)}>
                            { shell.say(texts::BACK) }
                        </button>
                    }
                    if step.next().is_some() {
                        <button type="submit" class="primary">{ shell.say(texts::NEXT) }</button>
                    }
                </div>
            </form>
        </main>
    }
}
