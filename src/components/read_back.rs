//! Whether the cloud took over what was sent.

use cts_tracker::{Draft, Member, Text};
use yew::Html;

use super::difference::entry;
use crate::dom::{El, button, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Comparison, ReadBack};
use crate::texts::difference as texts;

/// What reading back showed.
pub(crate) fn show(shell: &Shell, read_back: &ReadBack) -> Html {
    let again = || button(shell, "", Action::ReadBack).text(shell.say(texts::READ_AGAIN));
    let said = |class, name, text| of("p", class).put(icon(name)).text(shell.say(text));
    let inside = match read_back {
        ReadBack::Idle => return nothing(),
        ReadBack::Waiting => vec![el("p").text(shell.say(texts::READING)).done()],
        ReadBack::Compared(found) if found.is_clean() => {
            vec![said("clean", "success", texts::TAKEN_OVER).done()]
        }
        ReadBack::Compared(found) => {
            let mut parts = vec![said("unclean", "warning", texts::NOT_TAKEN_OVER).done()];
            parts.extend(differing(shell, found));
            parts.push(again().done());
            parts
        }
        ReadBack::Missing => vec![
            said("unclean", "warning", texts::MISSING).done(),
            again().done(),
        ],
        ReadBack::Unavailable => vec![
            said("unclean", "warning", texts::UNAVAILABLE).done(),
            again().done(),
        ],
    };
    of("div", "read-back")
        .with(el("h3").text(shell.say(texts::READ_BACK)))
        .puts(inside)
        .done()
}

fn differing(shell: &Shell, found: &Comparison) -> Vec<Html> {
    let list = |title: Text, members: &[Member], first: (Text, &Draft)| -> Option<El> {
        if members.is_empty() {
            return None;
        }
        let mut list = of("ul", "changes");
        for member in members {
            list = list.with(entry(
                shell,
                *member,
                [first, (texts::NOW, &found.now)],
                true,
            ));
        }
        Some(el("div").with(el("h4").text(shell.say(title))).with(list))
    };
    let sent = list(
        texts::NOT_TAKEN,
        &found.not_taken,
        (texts::SENT, &found.sent),
    );
    let before = found.before.as_ref().unwrap_or(&found.sent);
    let strayed = list(texts::STRAYED, &found.strayed, (texts::BEFORE, before));
    sent.into_iter().chain(strayed).map(El::done).collect()
}
