//! A member that is a list: leave out, or a list with the ticked items.

use cts_tracker::Value;
use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, TargetCast, html};

use super::choices::{choice, leave_out, words_of};
use super::{Props, part};
use crate::shell::Shell;
use crate::state::Action;
use crate::texts::values;

pub(super) fn show(shell: &Shell, props: &Props) -> Html {
    let id = props.id();
    let member = props.member;
    let items: &[String] = match &props.value {
        Some(Value::List(items)) => items,
        _ => &[],
    };
    let sent = props.value.is_some();
    let start = Action::Choose(member, Some(Value::List(items.to_vec())));
    // In the order of the vendor's sample, which is that of the alphabet.
    let mut listed = member.entry().values.to_vec();
    listed.sort_unstable();
    html! {
        <>
            <div class="choices">
                { leave_out(shell, &id, !sent, Action::Choose(member, None)) }
                { choice(&id, "send", sent, shell.say(values::SEND_LIST), None, shell.on(start)) }
            </div>
            if sent {
                <div class="reveal">
                    <div class="choices">
                        { for listed.into_iter().map(|item| {
                            let checked = items.iter().any(|present| present == item);
                            let shell_of_box = shell.clone();
                            let onchange = Callback::from(move |event: Event| {
                                let input: HtmlInputElement = event.target_unchecked_into();
                                shell_of_box.act(Action::Tick(member, item, input.checked()));
                            });
                            let words = words_of(item).map_or(item, |words| shell.say(words));
                            html! {
                                <label class="choice">
                                    <input type="checkbox" id={part(&id, item)} {checked} {onchange} />
                                    <span>{ words }</span>
                                    <code translate="no">{ ["\"", item, "\""].concat() }</code>
                                </label>
                            }
                        }) }
                    </div>
                    <p class="hint">{ shell.say(values::LIST_EMPTY_HINT) }</p>
                </div>
            }
        </>
    }
}
