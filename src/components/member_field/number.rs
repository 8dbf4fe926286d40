//! A member that is a number: leave out, a listed one, or another one.

use cts_tracker::Value;
use yew::{Html, html};

use super::Props;
use super::choices::{choice, leave_out};
use super::text::typed;
use crate::shell::Shell;
use crate::state::Action;
use crate::texts::{fill, values};

pub(super) fn show(shell: &Shell, props: &Props) -> Html {
    let id = props.id();
    let member = props.member;
    let listed: Vec<String> = member.entry().numbers.iter().map(ToString::to_string).collect();
    let is_listed = |text: &str| listed.iter().any(|number| number == text);
    let other = props.asked || (props.value.is_some() && !is_listed(props.text()));
    html! {
        <>
            <div class="choices">
                { leave_out(shell, &id, props.value.is_none() && !other, Action::Choose(member, None)) }
                { for listed.iter().map(|number| {
                    let words = fill(shell.say(values::DAYS), &[("count", number)]);
                    let value = Some(Value::Number(number.clone()));
                    let checked = !other && props.value == value;
                    choice(&id, number, checked, &words, None, shell.on(Action::Choose(member, value)))
                }) }
                { choice(&id, "other", other, shell.say(values::OTHER_NUMBER), None,
                    shell.on(Action::ChooseOther(member))) }
            </div>
            if other {
                { typed(shell, props, &id, true) }
            }
        </>
    }
}
