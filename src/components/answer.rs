//! What came of sending.

use std::rc::Rc;

use cts_tracker::Text;
use cts_tracker::answer::Outcome;
use yew::{Html, Properties, component, html};

use super::FieldLink;
use crate::shell::{Shell, use_shell};
use crate::state::{Action, Failure, Field, Reply, Sending};
use crate::texts::{fill, sending as texts};

/// What the panel needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) sending: Sending,
}

/// The progress of a request, its answer with an explanation, or why there is none.
#[component]
pub(crate) fn AnswerPanel(props: &Props) -> Html {
    let shell = use_shell();
    match &props.sending {
        Sending::Idle => Html::default(),
        Sending::Waiting(_) => waiting(&shell),
        Sending::Answered(reply) => answered(&shell, reply),
        Sending::Failed(failure) => failed(&shell, *failure),
    }
}

fn waiting(shell: &Shell) -> Html {
    html! {
        <section class="answer waiting" aria-busy="true">
            <h2>{ shell.say(texts::SENDING) }</h2>
            <div class="bar" role="progressbar" aria-label={shell.say(texts::SENDING)} />
            <p>{ shell.say(texts::SENDING_HINT) }</p>
            <button type="button" onclick={shell.on(Action::StopWaiting)}>
                { shell.say(texts::STOP_WAITING) }
            </button>
        </section>
    }
}

fn answered(shell: &Shell, reply: &Rc<Reply>) -> Html {
    let explanation = &reply.explanation;
    let (class, title) = if explanation.success {
        ("answer success", texts::SUCCESS)
    } else if explanation.outcome == Outcome::Unknown {
        ("answer unclear", texts::UNCLEAR)
    } else {
        ("answer refused", texts::REFUSED)
    };
    let duration = fill(shell.say(texts::MILLISECONDS), &[("count", &reply.duration.to_string())]);
    let status = explanation.status.to_string();
    html! {
        <section {class} aria-labelledby="answer-heading">
            { heading(shell, title) }
            <dl class="facts">
                { fact(shell, texts::STATUS, Some(&status)) }
                { fact(shell, texts::CODE, explanation.code.as_deref()) }
                { fact(shell, texts::MESSAGE, explanation.message.as_deref()) }
                { fact(shell, texts::REQUEST_ID, explanation.request_id.as_deref()) }
                { fact(shell, texts::DURATION, Some(&duration)) }
            </dl>
            <dl class="advice">
                { advice(shell, texts::MEANING, explanation.meaning) }
                if let Some((meaning, _)) = explanation.detail {
                    <dd>{ shell.say(meaning) }</dd>
                }
                if !explanation.success {
                    { advice(shell, texts::REMEDY, explanation.detail.map_or(explanation.remedy, |(_, remedy)| remedy)) }
                    { advice(shell, texts::RETRY, explanation.retry.text()) }
                }
                if let Some(seconds) = explanation.retry_after {
                    <dd>{ fill(shell.say(texts::RETRY_AFTER), &[("count", &seconds.to_string())]) }</dd>
                }
            </dl>
            { concerned(shell, reply) }
            { body(shell, reply) }
            <p class="hint">{ shell.say(texts::DRAFT_SAFE) }</p>
        </section>
    }
}

fn heading(shell: &Shell, title: Text) -> Html {
    html! { <h2 id="answer-heading" tabindex="-1">{ shell.say(title) }</h2> }
}

fn fact(shell: &Shell, name: Text, value: Option<&str>) -> Html {
    let Some(value) = value else {
        return Html::default();
    };
    html! { <div><dt>{ shell.say(name) }</dt><dd><code translate="no">{ value }</code></dd></div> }
}

fn advice(shell: &Shell, name: Text, text: Text) -> Html {
    html! { <><dt>{ shell.say(name) }</dt><dd>{ shell.say(text) }</dd></> }
}

/// Links to the fields the answer speaks of.
fn concerned(shell: &Shell, reply: &Reply) -> Html {
    if reply.explanation.success || reply.explanation.members.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ shell.say(texts::CONCERNS) }</h3>
            <ul>
                { for reply.explanation.members.iter().map(|&member| {
                    let field = Field::Member(member).visible();
                    html! { <li><FieldLink {field} text={field.label(shell.locale)} /></li> }
                }) }
            </ul>
        </>
    }
}

fn body(shell: &Shell, reply: &Reply) -> Html {
    let is_empty = reply.body.trim().is_empty();
    html! {
        <>
            if is_empty {
                <p>{ shell.say(texts::ANSWER_EMPTY) }</p>
            } else {
                if !reply.is_json {
                    <p>{ shell.say(texts::NOT_JSON) }</p>
                }
                <h3>{ shell.say(texts::ANSWER_BODY) }</h3>
                <pre class="body" tabindex="0" translate="no"><code>{ &reply.body }</code></pre>
            }
            if !reply.headers.is_empty() {
                <details>
                    <summary>{ shell.say(texts::ANSWER_HEADERS) }</summary>
                    <pre class="body" tabindex="0" translate="no"><code>
                        { for reply.headers.iter().map(|(name, value)| [name, ": ", value, "\n"].concat()) }
                    </code></pre>
                </details>
            }
        </>
    }
}

fn failed(shell: &Shell, failure: Failure) -> Html {
    let (title, text, remedy) = match failure {
        Failure::Lost => (texts::LOST_TITLE, texts::LOST, texts::LOST_REMEDY),
        Failure::TimedOut => (texts::TIMEOUT_TITLE, texts::TIMEOUT, texts::TIMEOUT_REMEDY),
        Failure::Stopped => (texts::STOPPED_TITLE, texts::STOPPED, texts::TIMEOUT_REMEDY),
        Failure::Cut(_) => (texts::CUT_TITLE, texts::CUT, texts::TIMEOUT_REMEDY),
    };
    let text = match failure {
        Failure::Cut(status) => fill(shell.say(text), &[("status", &status.to_string())]),
        _ => shell.say(text).to_owned(),
    };
    html! {
        <section class="answer unclear" aria-labelledby="answer-heading">
            { heading(shell, title) }
            <p>{ text }</p>
            <p>{ shell.say(remedy) }</p>
            <p class="hint">{ shell.say(texts::DRAFT_SAFE) }</p>
        </section>
    }
}
