//! What the request changes of the tracker as it is now.

use cts_tracker::{Draft, Member, Text};
use yew::Html;

use super::{link, words};
use crate::dom::{El, button, code, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Difference, Field, State};
use crate::texts::{difference as texts, shell as frame};

/// What changes, or how to get to know that. Nothing without a proxy.
pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    if !state.can_send() {
        return nothing();
    }
    let frame = of("section", "difference")
        .is("aria-labelledby", "difference-title")
        .with(
            el("h2")
                .is("id", "difference-title")
                .text(shell.say(texts::TITLE)),
        );
    let Some(difference) = &state.judged.difference else {
        let hint = of("p", "hint").text(shell.say(texts::UNLOADED));
        return frame.with(hint).done();
    };
    frame
        .with(changes(shell, difference, &state.draft, true))
        .put(left_out(shell, difference, &state.draft))
        .done()
}

/// Each change in words and as before and after; with links to the fields where one can go there.
pub(crate) fn changes(shell: &Shell, difference: &Difference, draft: &Draft, links: bool) -> El {
    let mut list = of("ul", "changes");
    let mut empty = true;
    for change in difference.changed() {
        empty = false;
        let pair = [(texts::BEFORE, &difference.base), (texts::AFTER, draft)];
        list = list.with(entry(shell, change.member, pair, links));
    }
    if empty {
        return el("p").text(shell.say(texts::NOTHING));
    }
    list
}

/// A member with two values of it: the old one crossed out, the new one marked.
pub(crate) fn entry(
    shell: &Shell,
    member: Member,
    [(old, from), (new, to)]: [(Text, &Draft); 2],
    linked: bool,
) -> El {
    let value = |tag, name, draft: &Draft| {
        let words = match draft.get(member) {
            Some(value) => words::of(shell, member, value),
            None => shell.say(texts::NOT_SET).to_owned(),
        };
        el(tag)
            .with(of("span", "hidden").text(shell.say(name)).text(" "))
            .text(&words)
    };
    let field = Field::Member(member).visible();
    let label = field.label(shell.locale);
    el("li")
        .with(
            of("p", "changed")
                .with(if linked {
                    link::to_field(shell, field, label)
                } else {
                    el("span").text(label)
                })
                .text(" ")
                .put(code(member.name())),
        )
        .with(
            of("p", "values")
                .with(value("del", old, from))
                .with(of("span", "arrow").is("aria-hidden", "true").text("→"))
                .with(value("ins", new, to)),
        )
}

/// What may be lost, and the one button that saves it.
fn left_out(shell: &Shell, difference: &Difference, draft: &Draft) -> Html {
    let mut list = el("ul");
    let mut empty = difference.unknown.is_empty();
    for member in difference.left_out(draft) {
        empty = false;
        let field = Field::Member(member).visible();
        let value = difference.base.get(member);
        let value = value.map_or(String::new(), |value| words::of(shell, member, value));
        list = list.with(
            el("li")
                .with(link::to_field(shell, field, field.label(shell.locale)))
                .text(shell.say(frame::COLON))
                .text(&value),
        );
    }
    for name in &difference.unknown {
        list = list.with(el("li").put(code(name)));
    }
    if empty {
        return nothing();
    }
    of("div", "left-out")
        .with(
            el("h3")
                .put(icon("warning"))
                .text(shell.say(texts::LEFT_OUT)),
        )
        .with(of("p", "hint").text(shell.say(texts::LEFT_OUT_HINT)))
        .with(list)
        .with(button(shell, "", Action::AddLeftOut).text(shell.say(texts::ADD_ALL)))
        .done()
}
