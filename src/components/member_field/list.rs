//! A member that is a list: leave out, or a list with the ticked items.

use cts_tracker::Value;
use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::Props;
use super::choices::words_of;
use crate::components::radio::Group;
use crate::dom::{El, all, code, el, nothing, of};
use crate::state::Action;
use crate::texts::values;

pub(super) fn show(props: &Props) -> Html {
    let (shell, member, id) = (&props.shell, props.member, props.id());
    let items: &[String] = match &props.value {
        Some(Value::List(items)) => items,
        _ => &[],
    };
    let sent = props.value.is_some();
    let group = Group { shell, id: &id };
    let start = Action::Choose(member, Some(Value::List(items.to_vec())));
    let row = of("div", "choices")
        .with(props.leave_out(&group, !sent, Action::Choose(member, None)))
        .with(group.button("send", sent, shell.say(values::SEND_LIST), None, start));
    if !sent {
        return all(vec![row.done(), nothing()]);
    }
    let mut boxes = of("div", "choices");
    for item in member.entry().values {
        let ticked = items.iter().any(|present| present == item);
        boxes = boxes.with(tick_box(props, &id, item, ticked));
    }
    let hint = of("p", "hint").text(shell.say(values::LIST_EMPTY_HINT));
    all(vec![
        row.done(),
        of("div", "reveal").with(boxes).with(hint).done(),
    ])
}

fn tick_box(props: &Props, id: &str, item: &'static str, ticked: bool) -> El {
    let words = words_of(item).map_or(item, |words| props.shell.say(words));
    let input = el("input")
        .is("type", "checkbox")
        .set("id", [id, "-", item].concat())
        .checked(ticked)
        .act(
            ListenerKind::onchange,
            &props.shell,
            Action::Tick(props.member, item, !ticked),
        );
    of("label", "choice")
        .with(input)
        .with(el("span").text(words))
        .put(code(&["\"", item, "\""].concat()))
}
