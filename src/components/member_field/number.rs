//! A member that is a number: leave out, a listed one, or another one.

use cts_tracker::Value;
use yew::Html;

use super::Props;
use super::text::typed;
use crate::components::radio::Group;
use crate::dom::{all, nothing, of};
use crate::state::Action;
use crate::texts::{fill, values};

pub(super) fn show(props: &Props) -> Html {
    let (shell, member, id) = (&props.shell, props.member, props.id());
    let group = Group { shell, id: &id };
    let numbers = member.entry().numbers;
    let is_listed = numbers
        .iter()
        .any(|number| number.to_string() == props.text());
    let other = props.asked || (props.value.is_some() && !is_listed);
    let omitted = props.value.is_none() && !other;
    let mut row =
        of("div", "choices").with(props.leave_out(&group, omitted, Action::Choose(member, None)));
    for number in numbers {
        let number = number.to_string();
        let words = fill(shell.say(values::DAYS), &[("count", &number)]);
        let checked = !other && props.text() == number;
        let action = Action::Choose(member, Some(Value::Number(number.clone())));
        row = row.with(group.button(&number, checked, &words, None, action));
    }
    let words = shell.say(values::OTHER_NUMBER);
    let row = row.with(group.button("other", other, words, None, Action::ChooseOther(member)));
    all(vec![
        row.done(),
        if other {
            typed(props, &id, true)
        } else {
            nothing()
        },
    ])
}
