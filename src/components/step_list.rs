//! The list of steps, each of which can be opened at any time.

use std::rc::Rc;

use cts_tracker::Severity;
use yew::{Html, Properties, component, html};

use crate::shell::{Shell, use_shell};
use crate::state::{Action, Field, Finding, Step};
use crate::texts::{count, shell as texts};

/// What the list needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) step: Step,
    /// The findings that may be shown.
    pub(crate) findings: Rc<Vec<Finding>>,
}

/// The list of steps with what is wrong in each, in words.
#[component]
pub(crate) fn StepList(props: &Props) -> Html {
    let shell = use_shell();
    html! {
        <nav class="steps" aria-label={shell.say(texts::STEPS)}>
            <ol>
                { for Step::ALL.map(|step| item(&shell, step, props)) }
            </ol>
        </nav>
    }
}

fn item(shell: &Shell, step: Step, props: &Props) -> Html {
    let number = |severity| {
        props
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .filter(|finding| finding.field.map(Field::step) == Some(step))
            .count()
    };
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    let current = (step == props.step).then_some("step");
    html! {
        <li>
            <button type="button" aria-current={current} onclick={shell.on(Action::Go(step))}>
                <span class="step-number">{ step.index() + 1 }</span>
                { " " }
                <span class="step-title">{ shell.say(step.title()) }</span>
                if errors > 0 {
                    { " " }
                    <span class="count error">
                        <span class="icon icon-error" aria-hidden="true" />
                        { count(errors, texts::ERROR_ONE, texts::ERROR_MANY, shell.locale) }
                    </span>
                }
                if warnings > 0 {
                    { " " }
                    <span class="count warning">
                        <span class="icon icon-warning" aria-hidden="true" />
                        { count(warnings, texts::WARNING_ONE, texts::WARNING_MANY, shell.locale) }
                    </span>
                }
            </button>
        </li>
    }
}
