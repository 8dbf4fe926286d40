//! A member of the request, asked for.

use cts_tracker::{Kind, Member, Required, Value};
use yew::{AttrValue, Html, Properties, component, html};

use super::{described_by, has_error, show_findings};
use crate::shell::{Shell, use_shell};
use crate::state::{Field, Finding};
use crate::texts::{fill, values};

mod choices;
mod list;
mod number;
mod text;

pub(crate) use choices::{choice, truth, words_of};

/// What a field needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) member: Member,
    pub(crate) value: Option<Value>,
    /// Whether the member was asked to be set although it has no value yet.
    pub(crate) asked: bool,
    pub(crate) findings: Vec<Finding>,
}

impl Props {
    fn id(&self) -> String {
        Field::Member(self.member).id()
    }

    fn text(&self) -> &str {
        match &self.value {
            Some(Value::Text(text) | Value::Number(text)) => text,
            _ => "",
        }
    }
}

/// A member of the request with its label, its help, what is wrong with it, and the control that
/// suits its type. Every optional member can be left out.
#[component]
pub(crate) fn MemberField(props: &Props) -> Html {
    let shell = use_shell();
    let entry = props.member.entry();
    match entry.kind {
        Kind::Text if matches!(props.member, Member::FilePrefixName | Member::KmsId) => {
            group(&shell, props, "radiogroup", text::with_empty(&shell, props))
        }
        Kind::Text if entry.values.is_empty() => text::plain(&shell, props),
        Kind::Text | Kind::Boolean => {
            group(&shell, props, "radiogroup", choices::show(&shell, props))
        }
        Kind::Integer => group(&shell, props, "radiogroup", number::show(&shell, props)),
        Kind::TextList => group(&shell, props, "group", list::show(&shell, props)),
        // Objects have no control of their own; their members have.
        Kind::Object => Html::default(),
    }
}

/// A group of controls for one member.
fn group(shell: &Shell, props: &Props, role: &'static str, controls: Html) -> Html {
    let id = props.id();
    let wrong = has_error(&props.findings);
    let invalid = (wrong && role == "radiogroup").then_some("true");
    html! {
        <fieldset
            class={if wrong { "field wrong" } else { "field" }}
            id={id.clone()}
            {role}
            aria-describedby={described_by(&id, &props.findings)}
            aria-invalid={invalid}
        >
            <legend>{ field_head(shell, props.member) }</legend>
            { help(shell, &id, props.member) }
            { show_findings(shell, &id, &props.findings) }
            { controls }
        </fieldset>
    }
}

/// The label of a member with the name it has in the interface.
pub(crate) fn field_head(shell: &Shell, member: Member) -> Html {
    let entry = member.entry();
    html! {
        <>
            <span class="field-label">{ entry.label.get(shell.locale) }</span>
            <code translate="no">{ entry.name }</code>
            if entry.required == Required::Always {
                <span class="tag">{ shell.say(values::REQUIRED) }</span>
            }
        </>
    }
}

/// What a member does, its bounds, its risk and its default.
fn help(shell: &Shell, id: &str, member: Member) -> Html {
    let entry = member.entry();
    html! {
        <div class="help" id={[id, "-help"].concat()}>
            <p>
                { entry.help.get(shell.locale) }
                if let Some(default) = entry.default {
                    { " " }{ fill(shell.say(values::DEFAULT_IS), &[("value", default)]) }
                }
            </p>
            if let Some(risk) = &entry.risk {
                <p class="risk">
                    <strong>{ shell.say(values::RISK) }{ ": " }</strong>{ risk.get(shell.locale) }
                </p>
            }
        </div>
    }
}

/// The id of a part of a field.
fn part(id: &str, name: &str) -> AttrValue {
    [id, "-", name].concat().into()
}
