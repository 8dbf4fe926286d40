//! A member with few values: leave out, or one of them.

use cts_tracker::{Kind, Member, Text, Value};
use yew::{AttrValue, Callback, Event, Html, html};

use super::{Props, part};
use crate::shell::Shell;
use crate::state::Action;
use crate::texts::values;

/// One radio button with its words, and the value as the interface spells it.
pub(crate) fn choice(
    group: &str,
    name: &str,
    checked: bool,
    words: &str,
    value: Option<&str>,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="choice">
            <input type="radio" name={AttrValue::from(group.to_owned())} id={part(group, name)} {checked} {onchange} />
            <span>{ words }</span>
            if let Some(value) = value {
                <code translate="no">{ value }</code>
            }
        </label>
    }
}

/// The button that leaves a member out.
pub(super) fn leave_out(shell: &Shell, id: &str, checked: bool, action: Action) -> Html {
    choice(id, "omit", checked, shell.say(values::LEAVE_OUT), None, shell.on(action))
}

pub(super) fn show(shell: &Shell, props: &Props) -> Html {
    let id = props.id();
    let member = props.member;
    let option = |name: &str, value: Value, words: &str, spelled: &str| {
        let checked = props.value.as_ref() == Some(&value);
        choice(&id, name, checked, words, Some(spelled), shell.on(Action::Choose(member, Some(value))))
    };
    html! {
        <div class="choices">
            { leave_out(shell, &id, props.value.is_none(), Action::Choose(member, None)) }
            if member.entry().kind == Kind::Boolean {
                { for [true, false].map(|value| {
                    let spelled = if value { "true" } else { "false" };
                    option(spelled, Value::Boolean(value), shell.say(truth(member, value)), spelled)
                }) }
            } else {
                { for member.entry().values.iter().map(|value| {
                    let words = words_of(value).map_or(*value, |words| shell.say(words));
                    let quoted = ["\"", value, "\""].concat();
                    option(value, Value::Text((*value).to_owned()), words, &quoted)
                }) }
            }
        </div>
    }
}

/// A boolean in words.
pub(crate) const fn truth(member: Member, value: bool) -> Text {
    match (member, value) {
        (Member::IsObsCreated, true) => values::BUCKET_NEW,
        (Member::IsObsCreated, false) => values::BUCKET_EXISTING,
        (_, true) => values::YES,
        (_, false) => values::NO,
    }
}

/// A listed value in words.
pub(crate) fn words_of(value: &str) -> Option<Text> {
    Some(match value {
        "enabled" => values::ENABLED,
        "disabled" => values::DISABLED,
        "gzip" => values::GZIP,
        "json" => values::PLAIN_JSON,
        "READ" => values::READ,
        "WRITE" => values::WRITE,
        "cts_admin_trust" => values::AGENCY,
        "KMS" => values::KMS,
        _ => return None,
    })
}
