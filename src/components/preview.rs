//! The request body, as it is copied, saved and sent.

use cts_tracker::Member;

use crate::browser::clipboard::PREVIEW_ID;
use crate::dom::{El, button, el, icon, of};
use crate::shell::Shell;
use crate::state::{Action, Judged, Take};
use crate::texts::shell as texts;

/// The text of the request, in which the member that is being edited is marked.
pub(crate) fn show(shell: &Shell, judged: &Judged, editing: Option<Member>) -> El {
    let title = el("h2")
        .is("id", "preview-title")
        .text(shell.say(texts::PREVIEW));
    let body = of("pre", "body")
        .is("id", PREVIEW_ID)
        .is("tabindex", "0")
        .is("aria-labelledby", "preview-title")
        .is("translate", "no")
        .with(marked(judged, editing));
    of("section", "preview")
        .is("aria-labelledby", "preview-title")
        .with(of("div", "preview-head").with(title).with(takes(shell)))
        .with(body)
        .with(of("p", "hint").text(shell.say(texts::PREVIEW_HINT)))
}

/// The buttons that take the text along.
pub(crate) fn takes(shell: &Shell) -> El {
    let take = |take, name, text| {
        button(shell, "", Action::Take(take))
            .put(icon(name))
            .text(shell.say(text))
    };
    of("div", "buttons")
        .with(take(Take::Copy, "copy", texts::COPY))
        .with(take(Take::Download, "download", texts::DOWNLOAD))
}

/// The text with the edited member in a mark. Nothing but the text is in it, so that selecting all
/// of it gives exactly the body.
fn marked(judged: &Judged, editing: Option<Member>) -> El {
    let text = judged.emitted.text.as_str();
    let place = judged
        .emitted
        .places
        .iter()
        .find(|(member, _)| Some(*member) == editing);
    let (start, end) = place.map_or((0, 0), |(_, range)| (range.start, range.end));
    let mark = el("mark").text(text.get(start..end).unwrap_or_default());
    let code = el("code").text(text.get(..start).unwrap_or_default());
    let code = if start < end {
        code.with(mark)
    } else {
        code.text("")
    };
    code.text(text.get(end..).unwrap_or_default())
}
