//! The trackers of the project as they are now, to start from one of them.

use cts_tracker::{Member, StoredTracker};
use yew::Html;

use crate::components::member_field::words_of;
use crate::dom::{El, button, code, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Failure, Listing, Reply, State, is_on};
use crate::texts::{sending, shell as frame, trackers as texts};

/// The button that asks for them, and what came of it.
pub(super) fn show(shell: &Shell, state: &State) -> Html {
    let listed = state.listed();
    let (class, ask) = match listed {
        Some(_) => ("", texts::LIST_AGAIN),
        None => ("primary", texts::LIST),
    };
    let waiting = state.listing == Listing::Waiting;
    let ask = if waiting { texts::LISTING } else { ask };
    let title = el("h2")
        .is("id", "trackers-title")
        .text(shell.say(texts::TITLE));
    of("section", "trackers")
        .is("aria-labelledby", "trackers-title")
        .when(waiting, "aria-busy", "true")
        .with(title)
        .with(of("p", "hint").text(shell.say(texts::HINT)))
        .with(of("div", "buttons").with(button(shell, class, Action::List).text(shell.say(ask))))
        .put(fault(shell, &state.listing))
        .put(match listed {
            Some(listed) => trackers(shell, state, listed.current.trackers()),
            None => nothing(),
        })
        .put(unknown(shell, state))
        .done()
}

fn trackers(shell: &Shell, state: &State, trackers: &[StoredTracker]) -> Html {
    if trackers.is_empty() {
        return el("p").text(shell.say(texts::NONE)).done();
    }
    let mut list = of("ul", "tracker-list");
    for (number, stored) in trackers.iter().enumerate() {
        list = list.with(tracker(shell, state, number, stored));
    }
    list.done()
}

fn tracker(shell: &Shell, state: &State, number: usize, stored: &StoredTracker) -> El {
    let name = stored.name().unwrap_or_default();
    let kind = stored.tracker_type().map_or("", |kind| kind.as_str());
    let chosen = state.tracker_type().as_str() == kind
        && state.draft.text(Member::TrackerName) == Some(name);
    let hidden = || of("span", "hidden").text(" ").text(name);
    let head = el("h3")
        .put(code(name))
        .text(" ")
        .with(of("span", "tag").text(words(shell, kind)));
    let switch = if is_on(stored) {
        texts::SWITCH_OFF
    } else {
        texts::SWITCH_ON
    };
    let ways = of("div", "buttons")
        .with(
            button(shell, "quiet", Action::Load(number))
                .text(shell.say(texts::LOAD))
                .with(hidden()),
        )
        .with(
            button(shell, "quiet", Action::Switch(number))
                .text(shell.say(switch))
                .with(hidden()),
        );
    el("li")
        .when(chosen, "class", "chosen")
        .with(head)
        .put(status(shell, stored))
        .with(bucket(shell, stored))
        .put(if chosen {
            of("p", "hint").text(shell.say(texts::IN_FORM)).done()
        } else {
            nothing()
        })
        .with(ways)
}

fn words<'a>(shell: &Shell, value: &'a str) -> &'a str {
    words_of(value).map_or(value, |words| shell.say(words))
}

/// The status, and why it is a fault.
fn status(shell: &Shell, stored: &StoredTracker) -> Html {
    let status = stored.status().unwrap_or_default();
    let (name, said) = match status {
        "enabled" => ("success", words(shell, status)),
        "error" => ("error", shell.say(texts::FAULT)),
        _ => ("info", words(shell, status)),
    };
    let mut line = of("p", "state")
        .set("data-state", name.to_owned())
        .put(icon(name))
        .text(said);
    if let Some(detail) = stored.detail() {
        let reason = match detail {
            "bucketPolicyError" => shell.say(texts::POLICY),
            "noBucket" => shell.say(texts::NO_BUCKET),
            "arrears" => shell.say(texts::ARREARS),
            _ => "",
        };
        line = line
            .text(shell.say(frame::COLON))
            .text(reason)
            .text(" ")
            .put(code(detail));
    }
    line.done()
}

/// Where its files go, and whether they may.
fn bucket(shell: &Shell, stored: &StoredTracker) -> El {
    let draft = stored.to_draft();
    let name = draft.text(Member::BucketName).unwrap_or_default();
    if name.is_empty() {
        return el("p").text(shell.say(texts::NO_TRANSFER));
    }
    let line = el("p")
        .text(Member::BucketName.entry().label.get(shell.locale))
        .text(shell.say(frame::COLON))
        .put(code(name));
    match stored.is_authorized_bucket() {
        Some(true) => line.text(" · ").text(shell.say(texts::AUTHORIZED)),
        Some(false) => line.text(" · ").with(
            of("strong", "state")
                .is("data-state", "error")
                .put(icon("error"))
                .text(shell.say(texts::NOT_AUTHORIZED)),
        ),
        None => line,
    }
}

/// Why there is no list.
fn fault(shell: &Shell, listing: &Listing) -> Html {
    let why = match listing {
        Listing::Idle | Listing::Waiting => return nothing(),
        Listing::Refused(reply) => refused(shell, reply),
        Listing::Failed(failure) => vec![
            el("p")
                .text(shell.say(match failure {
                    Failure::TimedOut => sending::TIMEOUT_TITLE,
                    _ => sending::LOST_TITLE,
                }))
                .done(),
        ],
    };
    of("div", "finding warning")
        .with(
            el("p")
                .put(icon("warning"))
                .with(el("strong").text(shell.say(texts::NOT_LISTED))),
        )
        .puts(why)
        .done()
}

fn refused(shell: &Shell, reply: &Reply) -> Vec<Html> {
    let status = reply.status.to_string();
    let mut facts = el("p").put(code(&status));
    if let Some(explanation) = &reply.explanation {
        for fact in [&explanation.code, &explanation.message]
            .into_iter()
            .flatten()
        {
            facts = facts.text(" · ").put(code(fact));
        }
    }
    if let Some(id) = reply.request_id() {
        facts = facts
            .text(" · ")
            .text(shell.say(sending::REQUEST_ID))
            .text(" ")
            .put(code(id));
    }
    let mut parts = vec![facts.done()];
    if let Some(explanation) = &reply.explanation {
        for words in [&explanation.meaning, &explanation.remedy] {
            parts.push(el("p").text(words.get(shell.locale)).done());
        }
    }
    parts
}

/// What the page cannot show and sends back nevertheless.
pub(crate) fn unknown(shell: &Shell, state: &State) -> Html {
    let unknown = state.draft.unknown();
    if unknown.is_empty() {
        return nothing();
    }
    let mut list = el("ul");
    for member in unknown {
        list = list.with(
            el("li")
                .put(code(&member.name))
                .text(shell.say(frame::COLON))
                .put(code(&member.json)),
        );
    }
    of("div", "unknown")
        .with(of("p", "hint").text(shell.say(texts::UNKNOWN)))
        .with(list)
        .done()
}
