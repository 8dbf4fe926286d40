//! The list of errors after a step was submitted.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use super::FieldLink;
use crate::shell::use_shell;
use crate::state::{Field, Finding};
use crate::texts::shell as texts;

/// What the summary needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) findings: Rc<Vec<Finding>>,
}

/// Every error in the words it has at its field, as a link to that field. It has the focus after a
/// step was submitted with errors.
#[component]
pub(crate) fn Summary(props: &Props) -> Html {
    let shell = use_shell();
    if props.findings.is_empty() {
        return Html::default();
    }
    html! {
        <section id="error-summary" class="summary" tabindex="-1" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title">
                <span class="icon icon-error" aria-hidden="true" />
                { shell.say(texts::PROBLEM) }
            </h2>
            <ul>
                { for props.findings.iter().map(|finding| html! { <li>{ entry(finding) }</li> }) }
            </ul>
            <p class="hint">{ shell.say(texts::PROBLEM_HINT) }</p>
        </section>
    }
}

fn entry(finding: &Finding) -> Html {
    match finding.field {
        Some(field) => link(field, finding.message.clone()),
        None => html! { { &finding.message } },
    }
}

fn link(field: Field, text: String) -> Html {
    html! { <FieldLink {field} {text} /> }
}
