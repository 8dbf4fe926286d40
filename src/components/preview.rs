//! The request body, as it is copied, saved and sent.

use cts_tracker::{Emitted, Member};

use super::{difference, text_editor};
use crate::browser::clipboard::PREVIEW_ID;
use crate::dom::{El, button, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Judged, State, Step, Take};
use crate::texts::{samples as tools, shell as texts};

/// The id of the button that opens the request as text.
pub(crate) const EDIT: &str = "edit-text";

/// The text of the request, and in all steps but the last, which shows it in full, what it changes.
pub(crate) fn show(shell: &Shell, state: &State) -> El {
    let title = el("h2")
        .is("id", "preview-title")
        .text(shell.say(texts::PREVIEW));
    let body = of("pre", "body")
        .is("id", PREVIEW_ID)
        .is("tabindex", "0")
        .is("aria-labelledby", "preview-title")
        .is("translate", "no")
        .with(marked(&state.judged, state.editing));
    let open = state.desk.is_open;
    let edit = button(shell, "", Action::OpenText(!open))
        .is("id", EDIT)
        .put(icon(if open { "success" } else { "edit" }))
        .text(shell.say(if open { texts::EDIT_DONE } else { texts::EDIT }));
    let text = of("section", if open { "preview edited" } else { "preview" })
        .is("aria-labelledby", "preview-title")
        .with(
            of("div", "preview-head")
                .with(title)
                .with(takes(shell, Some(edit))),
        )
        .put(if open {
            text_editor::show(shell, state)
        } else {
            body.done()
        })
        .with(of("p", "hint").text(shell.say(texts::PREVIEW_HINT)))
        .with(samples(shell, state));
    of("div", "side").with(text).put(match state.step {
        Step::Review => nothing(),
        _ => difference::show(shell, state),
    })
}

/// The same request for other tools. A module of its own fills it when it is opened.
fn samples(shell: &Shell, state: &State) -> El {
    let open = button(shell, "", Action::Samples(!state.samples))
        .is("aria-controls", crate::samples::HOST)
        .is(
            "aria-expanded",
            if state.samples { "true" } else { "false" },
        )
        .text(shell.say(tools::TITLE));
    let host = el("div")
        .is("id", crate::samples::HOST)
        .when(!state.samples, "hidden", "");
    of("div", "samples no-print").with(open).with(host)
}

/// The buttons that take the text along, after one that may come first.
pub(crate) fn takes(shell: &Shell, first: Option<El>) -> El {
    let take = |take, name, text| {
        button(shell, "", Action::Take(take))
            .put(icon(name))
            .text(shell.say(text))
    };
    of("div", "buttons")
        .put(first.map_or_else(nothing, El::done))
        .with(take(Take::Copy, "copy", texts::COPY))
        .with(take(Take::Download, "download", texts::DOWNLOAD))
}

/// The text with the edited member in a mark, and what differs from the tracker as it is in another
/// colour. Nothing but the text is in it, so that selecting all of it gives exactly the body.
fn marked(judged: &Judged, editing: Option<Member>) -> El {
    let Emitted { text, places } = &judged.emitted;
    let difference = judged.difference.as_ref();
    let changed = |member| difference.is_some_and(|difference| difference.changes(member));
    let mut cuts = vec![0, text.len()];
    for (member, range) in places {
        if Some(*member) == editing || changed(*member) {
            for cut in [range.start, range.end] {
                let place = cuts.partition_point(|known| *known < cut);
                cuts.insert(place, cut);
            }
        }
    }
    let mut code = el("code");
    for pair in cuts.windows(2) {
        let part = text.get(pair[0]..pair[1]).unwrap_or_default();
        let within = |wanted: &dyn Fn(Member) -> bool| {
            places.iter().any(|(member, range)| {
                wanted(*member) && range.start <= pair[0] && pair[1] <= range.end
            })
        };
        let class = within(&changed);
        let tag = if within(&|member| Some(member) == editing) {
            "mark"
        } else if class {
            "span"
        } else {
            code = code.text(part);
            continue;
        };
        code = code.with(el(tag).when(class, "class", "new").text(part));
    }
    code
}
