//! What came of sending.

use cts_tracker::answer::Outcome;
use cts_tracker::{Text, TrackerType};
use yew::Html;

use super::{link, read_back};
use crate::dom::{El, button, code, el, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Explanation, Failure, Reply, Sending, State, Words};
use crate::texts::{fill, sending as texts};

/// The progress of a request, its answer with an explanation, or why there is none.
pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    let read_back = read_back::show(shell, &state.read_back);
    match &state.sending {
        Sending::Idle => nothing(),
        Sending::Waiting(_) => waiting(shell).done(),
        Sending::Answered(reply) => answered(shell, reply, state.tracker_type(), read_back).done(),
        Sending::Failed(failure) => failed(shell, *failure, read_back).done(),
    }
}

fn waiting(shell: &Shell) -> El {
    let title = shell.say(texts::SENDING);
    of("section", "answer waiting")
        .is("aria-busy", "true")
        .with(el("h2").text(title))
        .with(
            of("div", "bar")
                .is("role", "progressbar")
                .is("aria-label", title),
        )
        .with(el("p").text(shell.say(texts::SENDING_HINT)))
        .with(button(shell, "", Action::StopWaiting).text(shell.say(texts::STOP_WAITING)))
}

fn answered(shell: &Shell, reply: &Reply, tracker_type: TrackerType, read_back: Html) -> El {
    let (class, title) = match reply.outcome() {
        Outcome::Taken => ("answer success", texts::SUCCESS),
        Outcome::NotTaken => ("answer refused", texts::REFUSED),
        Outcome::Unknown => ("answer unclear", texts::UNCLEAR),
    };
    panel(shell, class, title)
        .put(read_back)
        .with(facts(shell, reply))
        .with(match &reply.explanation {
            Some(explanation) => advice(shell, explanation),
            None => el("p").text(shell.say(texts::UNEXPLAINED)),
        })
        .put(concerned(shell, reply, tracker_type))
        .put(body(shell, reply))
        .put(headers(shell, reply))
        .with(of("p", "hint").text(shell.say(texts::DRAFT_SAFE)))
}

fn panel(shell: &Shell, class: &'static str, title: Text) -> El {
    let heading = el("h2")
        .is("id", "answer-heading")
        .is("tabindex", "-1")
        .text(shell.say(title));
    of("section", class)
        .is("aria-labelledby", "answer-heading")
        .with(heading)
}

/// What the answer says, without any judgement.
fn facts(shell: &Shell, reply: &Reply) -> El {
    let explanation = reply.explanation.as_ref();
    let status = reply.status.to_string();
    let duration = fill(
        shell.say(texts::MILLISECONDS),
        &[("count", &reply.duration.to_string())],
    );
    let error = explanation.and_then(|explanation| explanation.code.as_deref());
    let message = explanation.and_then(|explanation| explanation.message.as_deref());
    let mut list = of("dl", "facts");
    for (name, value) in [
        (texts::STATUS, Some(status.as_str())),
        (texts::CODE, error),
        (texts::MESSAGE, message),
        (texts::REQUEST_ID, reply.request_id()),
        (texts::DURATION, Some(duration.as_str())),
    ] {
        if let Some(value) = value {
            let row = el("div")
                .with(el("dt").text(shell.say(name)))
                .with(el("dd").put(code(value)));
            list = list.with(row);
        }
    }
    list
}

/// What the answer means, and what to do.
fn advice(shell: &Shell, explanation: &Explanation) -> El {
    let say = |list: El, name: Text| list.with(el("dt").text(shell.say(name)));
    let words = |words: &Words| el("dd").text(words.get(shell.locale));
    let mut list = say(of("dl", "advice"), texts::MEANING).with(words(&explanation.meaning));
    let mut remedy = &explanation.remedy;
    if let Some((meaning, closer)) = &explanation.detail {
        list = list.with(words(meaning));
        remedy = closer;
    }
    if explanation.success {
        return list;
    }
    list = say(list, texts::REMEDY).with(words(remedy));
    list = say(list, texts::RETRY).with(words(&explanation.retry));
    match &explanation.retry_after {
        Some(seconds) => {
            list.with(el("dd").text(&fill(shell.say(texts::RETRY_AFTER), &[("count", seconds)])))
        }
        None => list,
    }
}

/// Links to the fields the answer speaks of.
fn concerned(shell: &Shell, reply: &Reply, tracker_type: TrackerType) -> Html {
    let mut fields = reply.concerned(tracker_type).peekable();
    if reply.outcome() == Outcome::Taken || fields.peek().is_none() {
        return nothing();
    }
    let mut list = el("ul");
    for field in fields {
        list = list.with(el("li").with(link::to_field(shell, field, field.label(shell.locale))));
    }
    el("div")
        .with(el("h3").text(shell.say(texts::CONCERNS)))
        .with(list)
        .done()
}

fn body(shell: &Shell, reply: &Reply) -> Html {
    if reply.body.trim().is_empty() {
        return el("p").text(shell.say(texts::ANSWER_EMPTY)).done();
    }
    let not_json = el("p").text(shell.say(texts::NOT_JSON));
    el("div")
        .put(if reply.is_json {
            nothing()
        } else {
            not_json.done()
        })
        .with(el("h3").text(shell.say(texts::ANSWER_BODY)))
        .with(of("pre", "body").is("tabindex", "0").put(code(&reply.body)))
        .done()
}

fn headers(shell: &Shell, reply: &Reply) -> Html {
    let lines: Vec<String> = reply
        .headers
        .iter()
        .map(|(name, value)| [name, ": ", value].concat())
        .collect();
    el("details")
        .with(el("summary").text(shell.say(texts::ANSWER_HEADERS)))
        .with(
            of("pre", "body")
                .is("tabindex", "0")
                .put(code(&lines.join("\n"))),
        )
        .done()
}

fn failed(shell: &Shell, failure: Failure, read_back: Html) -> El {
    let (title, text, remedy) = match failure {
        Failure::Lost => (texts::LOST_TITLE, texts::LOST, texts::LOST_REMEDY),
        Failure::TimedOut => (texts::TIMEOUT_TITLE, texts::TIMEOUT, texts::TIMEOUT_REMEDY),
        Failure::Stopped => (texts::STOPPED_TITLE, texts::STOPPED, texts::TIMEOUT_REMEDY),
        Failure::Cut(_) => (texts::CUT_TITLE, texts::CUT, texts::TIMEOUT_REMEDY),
    };
    let text = match failure {
        Failure::Cut(status) => fill(shell.say(text), &[("status", &status.to_string())]),
        _ => shell.say(text).to_owned(),
    };
    panel(shell, "answer unclear", title)
        .with(el("p").text(&text))
        .with(el("p").text(shell.say(remedy)))
        .put(read_back)
        .with(of("p", "hint").text(shell.say(texts::DRAFT_SAFE)))
}
