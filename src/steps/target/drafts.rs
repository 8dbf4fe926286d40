//! The drafts that are kept by name.

use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

use crate::browser::page;
use crate::dom::{El, button, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Kept, State};
use crate::texts::drafts as texts;

/// The id of the line for the name.
pub(crate) const NAME: &str = "draft-name";

/// What the ids of the buttons that delete a draft begin with; its number follows.
pub(crate) const DROP: &str = "drop-draft-";

/// A line for a name, and what is kept already.
pub(super) fn show(shell: &Shell, state: &State) -> El {
    let told = shell.clone();
    let keep = Callback::from(move |_| told.act(Action::Keep(page::value(NAME))));
    let line = of("input", "line")
        .is("id", NAME)
        .is("type", "text")
        .is("maxlength", "60")
        .is("autocomplete", "off");
    let row = of("div", "buttons").with(line).with(
        el("button")
            .is("type", "button")
            .on(ListenerKind::onclick, keep)
            .text(shell.say(texts::KEEP)),
    );
    of("details", "start")
        .with(el("summary").text(shell.say(texts::TITLE)))
        .with(el("label").is("for", NAME).text(shell.say(texts::NAME)))
        .with(row)
        .put(list(shell, &state.drafts))
}

fn list(shell: &Shell, drafts: &[Kept]) -> Html {
    if drafts.is_empty() {
        return nothing();
    }
    let mut list = of("ul", "entries");
    for (number, kept) in drafts.iter().enumerate() {
        let way = |action, text| {
            let hidden = of("span", "hidden").text(" ").text(&kept.name);
            button(shell, "", action).text(shell.say(text)).with(hidden)
        };
        let ways = of("div", "buttons")
            .with(way(Action::TakeUp(number), texts::OPEN))
            .with(
                way(Action::Drop(number), texts::DELETE).set("id", join(DROP, &number.to_string())),
            );
        list = list.with(el("li").with(el("strong").text(&kept.name)).with(ways));
    }
    list.done()
}
