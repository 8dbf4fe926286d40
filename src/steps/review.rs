//! What will be sent, what is still wrong with it, and where it goes.

use cts_tracker::{Member, Severity, Text};
use yew::{Html, html};

use crate::components::{AnswerPanel, FieldLink, in_words};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, Sending, State, Take};
use crate::texts::{count, review as texts, shell as frame};

pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    let findings = state.findings();
    html! {
        <>
            { verdict(shell, &findings) }
            { words(shell, state) }
            { ways(shell, state) }
            <AnswerPanel sending={state.sending.clone()} />
        </>
    }
}

/// Everything there is to say, the gravest first, each with a link to its field.
fn verdict(shell: &Shell, findings: &[Finding]) -> Html {
    let group = |severity: Severity, title: Text| {
        let mine: Vec<&Finding> =
            findings.iter().filter(|finding| finding.severity == severity).collect();
        if mine.is_empty() {
            return Html::default();
        }
        let list = html! { <ul>{ for mine.iter().map(|finding| entry(shell, finding)) }</ul> };
        let title = [shell.say(title), " (", &mine.len().to_string(), ")"].concat();
        let class = ["verdict ", severity.as_str()].concat();
        let icon = ["icon icon-", severity.as_str()].concat();
        if severity == Severity::Info {
            html! {
                <details {class}>
                    <summary><span class={icon} aria-hidden="true" />{ title }</summary>
                    { list }
                </details>
            }
        } else {
            html! {
                <div {class}><h3><span class={icon} aria-hidden="true" />{ title }</h3>{ list }</div>
            }
        }
    };
    let clean = findings.iter().all(|finding| finding.severity == Severity::Info);
    html! {
        <section class="block" aria-labelledby="verdict-title">
            <h2 id="verdict-title">{ shell.say(texts::FINDINGS) }</h2>
            if clean {
                <p class="clean"><span class="icon icon-success" aria-hidden="true" />{ shell.say(texts::CLEAN) }</p>
            }
            { group(Severity::Error, texts::ERRORS) }
            { group(Severity::Warning, texts::WARNINGS) }
            { group(Severity::Info, texts::NOTES) }
        </section>
    }
}

fn entry(shell: &Shell, finding: &Finding) -> Html {
    html! {
        <li>
            if let Some(field) = finding.field {
                <FieldLink {field} text={field.label(shell.locale)} />{ ": " }
            }
            { &finding.message }
        </li>
    }
}

/// The request in words, member by member.
fn words(shell: &Shell, state: &State) -> Html {
    let own: Vec<Member> = Member::ALL
        .into_iter()
        .filter(|member| member.belongs_to(state.tracker_type()) && *member != Member::ProjectId)
        .collect();
    let left_out: Vec<Member> = own
        .iter()
        .copied()
        .filter(|&member| state.draft.get(member).is_none() && !state.sends_object(member))
        .collect();
    let target = |field: Field, value: &str| {
        let value = if value.is_empty() { shell.say(texts::NO_PROJECT) } else { value };
        row(shell, field, None, value.to_owned())
    };
    html! {
        <section class="block" aria-labelledby="words-title">
            <h2 id="words-title">{ shell.say(texts::WORDS) }</h2>
            <dl class="words">
                { target(Field::Region, state.target.region.trim()) }
                { target(Field::Member(Member::ProjectId), state.target.project_id.trim()) }
                { for own.iter().filter_map(|&member| {
                    let value = in_words(shell, member, state.draft.get(member)?);
                    Some(row(shell, Field::Member(member), Some(member), value))
                }) }
            </dl>
            if !left_out.is_empty() {
                <details>
                    <summary>{ count(left_out.len(), texts::OMITTED_ONE, texts::OMITTED_MANY, shell.locale) }</summary>
                    <p>{ shell.say(texts::OMITTED_HINT) }</p>
                    <ul>
                        { for left_out.iter().map(|&member| {
                            let field = Field::Member(member).visible();
                            html! {
                                <li>
                                    <FieldLink {field} text={member.entry().label.get(shell.locale)} />
                                    { " " }<code translate="no">{ member.name() }</code>
                                </li>
                            }
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

fn row(shell: &Shell, field: Field, member: Option<Member>, value: String) -> Html {
    html! {
        <div>
            <dt>
                <FieldLink field={field.visible()} text={field.label(shell.locale)} />
                if let Some(member) = member {
                    { " " }<code translate="no">{ member.name() }</code>
                }
            </dt>
            <dd>{ value }</dd>
        </div>
    }
}

/// Copy, download, send.
fn ways(shell: &Shell, state: &State) -> Html {
    let waiting = matches!(state.sending, Sending::Waiting(_));
    html! {
        <section class="block no-print" aria-labelledby="ways-title">
            <h2 id="ways-title">{ shell.say(texts::WHAT_NOW) }</h2>
            <div class="buttons">
                <button type="button" onclick={shell.on(Action::Take(Take::Copy))}>
                    <span class="icon icon-copy" aria-hidden="true" />{ shell.say(frame::COPY) }
                </button>
                <button type="button" onclick={shell.on(Action::Take(Take::Download))}>
                    <span class="icon icon-download" aria-hidden="true" />{ shell.say(frame::DOWNLOAD) }
                </button>
                if state.can_send() && !waiting {
                    <button type="button" class="primary" onclick={shell.on(Action::Send)}>
                        <span class="icon icon-send" aria-hidden="true" />{ shell.say(texts::SEND) }
                    </button>
                }
            </div>
            if !state.can_send() {
                <p class="hint">{ shell.say(texts::SEND_NOT_POSSIBLE) }</p>
            }
        </section>
    }
}
