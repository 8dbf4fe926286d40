//! What was sent from this browser.

use cts_tracker::Member;
use yew::Html;

use crate::dom::{El, button, code, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Changed, Entry};
use crate::texts::{difference as texts, fill, sending};

/// The requests that were sent, newest first, folded. Nothing as long as there is none.
pub(crate) fn show(shell: &Shell, history: &[Entry]) -> Html {
    if history.is_empty() {
        return nothing();
    }
    let title = fill(
        shell.say(texts::HISTORY_ONE),
        &[("count", &history.len().to_string())],
    );
    let mut list = of("ol", "entries");
    for entry in history {
        list = list.with(item(shell, entry));
    }
    let buttons = of("div", "buttons")
        .with(
            button(shell, "", Action::Export)
                .put(icon("download"))
                .text(shell.say(texts::EXPORT)),
        )
        .with(button(shell, "", Action::Forget).text(shell.say(texts::FORGET)));
    of("details", "block history no-print")
        .with(el("summary").text(&title))
        .with(of("p", "hint").text(shell.say(texts::HISTORY_HINT)))
        .with(list)
        .with(buttons)
        .done()
}

fn item(shell: &Shell, entry: &Entry) -> El {
    let (name, words) = match entry.outcome.as_str() {
        "taken" => ("success", sending::SUCCESS),
        "not-taken" => ("error", sending::REFUSED),
        _ => ("warning", sending::UNCLEAR),
    };
    let status = entry.status.as_deref();
    let status = status.unwrap_or_else(|| shell.say(texts::NO_ANSWER));
    let outcome = [shell.say(words), " (", status, ")"].concat();
    let mut facts = of("p", "hint").text(&time(&entry.at));
    for part in [&entry.region, &entry.project_id] {
        facts = facts.text(" · ").put(code(part));
    }
    if let Some(id) = &entry.request_id {
        facts = facts
            .text(" · ")
            .text(shell.say(sending::REQUEST_ID))
            .text(" ")
            .put(code(id));
    }
    el("li")
        .with(
            el("p")
                .with(el("strong").text(&entry.tracker_name))
                .text(" · ")
                .put(icon(name))
                .text(" ")
                .text(&outcome),
        )
        .with(facts)
        .put(read_back(shell, entry))
        .with(changes(shell, entry))
}

fn read_back(shell: &Shell, entry: &Entry) -> Html {
    let text = match entry.read_back.as_deref() {
        Some("taken-over") => texts::TAKEN_OVER,
        Some("differs") => texts::NOT_TAKEN_OVER,
        Some("missing") => texts::MISSING,
        Some(_) => texts::UNAVAILABLE,
        None => return nothing(),
    };
    let mut line = el("p").text(shell.say(text));
    for pointer in &entry.differing {
        line = line.text(" ").put(code(pointer));
    }
    line.done()
}

fn changes(shell: &Shell, entry: &Entry) -> El {
    if entry.changes.is_empty() {
        let text = if entry.compared {
            texts::NO_CHANGE
        } else {
            texts::NOT_COMPARED
        };
        return of("p", "hint").text(shell.say(text));
    }
    let mut list = of("ul", "changes");
    for Changed {
        pointer,
        before,
        after,
    } in &entry.changes
    {
        let label = Member::from_pointer(pointer).map_or(pointer.as_str(), |member| {
            member.entry().label.get(shell.locale)
        });
        let value = |tag, value: &Option<String>| match value {
            Some(json) => el(tag).put(code(json)),
            None => el(tag).text(shell.say(texts::NOT_SET)),
        };
        list = list.with(
            el("li").text(label).with(
                of("p", "values")
                    .with(value("del", before))
                    .with(of("span", "arrow").is("aria-hidden", "true").text("→"))
                    .with(value("ins", after)),
            ),
        );
    }
    list
}

/// A time after ISO 8601 as people read it, to the second.
fn time(at: &str) -> String {
    match at.split_once('T') {
        Some((day, time)) => [day, " ", time.get(..8).unwrap_or(time), " UTC"].concat(),
        None => at.to_owned(),
    }
}
