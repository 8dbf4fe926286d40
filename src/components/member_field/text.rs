//! A member that is typed.

use cts_tracker::{Member, Value};
use yew::{Html, html};

use super::choices::{choice, leave_out};
use super::{Props, field_head, help, part};
use crate::components::{TextInput, described_by, has_error, show_findings};
use crate::shell::Shell;
use crate::state::{Action, Field, TextChoice};
use crate::texts::values;

/// A member that is left out as long as nothing is typed.
pub(super) fn plain(shell: &Shell, props: &Props) -> Html {
    let id = props.id();
    let invalid = has_error(&props.findings);
    html! {
        <div class={if invalid { "field wrong" } else { "field" }}>
            <label class="head" for={id.clone()}>{ field_head(shell, props.member) }</label>
            { help(shell, &id, props.member) }
            { show_findings(shell, &id, &props.findings) }
            <TextInput
                id={id.clone()}
                field={Field::Member(props.member)}
                value={props.text().to_owned()}
                described_by={described_by(&id, &props.findings)}
                {invalid}
            />
        </div>
    }
}

/// A member whose empty text has a meaning of its own: leave out, set, or empty.
pub(super) fn with_empty(shell: &Shell, props: &Props) -> Html {
    let id = props.id();
    let member = props.member;
    let now = match &props.value {
        Some(Value::Text(text)) if text.is_empty() => TextChoice::Empty,
        None if !props.asked => TextChoice::LeaveOut,
        _ => TextChoice::Set,
    };
    let empty = match member {
        Member::FilePrefixName => values::EMPTY_PREFIX,
        Member::KmsId => values::EMPTY_KEY,
        _ => values::EMPTY,
    };
    let on = |choice| Action::ChooseText(member, choice);
    html! {
        <>
            <div class="choices">
                { leave_out(shell, &id, now == TextChoice::LeaveOut, on(TextChoice::LeaveOut)) }
                { choice(&id, "set", now == TextChoice::Set, shell.say(values::SET_TO), None,
                    shell.on(on(TextChoice::Set))) }
                { choice(&id, "empty", now == TextChoice::Empty, shell.say(empty), Some("\"\""),
                    shell.on(on(TextChoice::Empty))) }
            </div>
            if now == TextChoice::Set {
                { typed(shell, props, &id, false) }
            }
        </>
    }
}

/// The line below the buttons of a group.
pub(super) fn typed(shell: &Shell, props: &Props, id: &str, numeric: bool) -> Html {
    let label = if numeric {
        shell.say(values::OTHER_NUMBER_LABEL)
    } else {
        props.member.entry().label.get(shell.locale)
    };
    html! {
        <div class="reveal">
            <TextInput
                id={part(id, "text")}
                field={Field::Member(props.member)}
                value={props.text().to_owned()}
                described_by={described_by(id, &props.findings)}
                label={label}
                invalid={has_error(&props.findings)}
                {numeric}
            />
            if props.value.is_none() {
                <p class="hint">{ shell.say(values::NOTHING_TYPED) }</p>
            }
        </div>
    }
}
