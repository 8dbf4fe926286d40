//! What will be sent, what is still wrong with it, and where it goes.

use cts_tracker::{Member, Severity, Text};
use yew::Html;

use crate::components::{answer, difference, history, link, mend, preview, words};
use crate::dom::{El, all, button, code, el, icon, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, Focus, Sending, State};
use crate::steps::target::trackers::unknown;
use crate::texts::{count, review as texts, shell as frame};

pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    all(vec![
        difference::show(shell, state),
        verdict(shell, &state.findings()).done(),
        in_words(shell, state).done(),
        ways(shell, state).done(),
        answer::show(shell, state),
        history::show(shell, &state.history),
    ])
}

fn block(shell: &Shell, class: &'static str, id: &'static str, title: Text) -> El {
    of("section", class)
        .is("aria-labelledby", id)
        .with(el("h2").is("id", id).text(shell.say(title)))
}

/// Everything there is to say, the gravest first, each with a link to its field.
fn verdict(shell: &Shell, findings: &[Finding]) -> El {
    let clean = findings
        .iter()
        .all(|finding| finding.severity == Severity::Info);
    let word = of("p", "clean")
        .put(icon("success"))
        .text(shell.say(texts::CLEAN));
    let title = el("h2")
        .is("id", "verdict-title")
        .is("tabindex", "-1")
        .text(shell.say(texts::FINDINGS));
    of("section", "block")
        .is("aria-labelledby", "verdict-title")
        .with(title)
        .put(if clean { word.done() } else { nothing() })
        .put(mend::all(shell, findings, Focus::Verdict))
        .put(graded(shell, findings, Severity::Error, texts::ERRORS))
        .put(graded(shell, findings, Severity::Warning, texts::WARNINGS))
        .put(graded(shell, findings, Severity::Info, texts::NOTES))
}

/// The findings of one severity. Notes are folded.
fn graded(shell: &Shell, findings: &[Finding], severity: Severity, title: Text) -> Html {
    let mut number = 0;
    let mut list = el("ul");
    for finding in findings
        .iter()
        .filter(|finding| finding.severity == severity)
    {
        number += 1;
        list = list.with(entry(shell, finding));
    }
    if number == 0 {
        return nothing();
    }
    let name = severity.as_str();
    let class = join("verdict ", name);
    let title = [shell.say(title), " (", &number.to_string(), ")"].concat();
    let (frame, heading) = match severity {
        Severity::Info => ("details", "summary"),
        _ => ("div", "h3"),
    };
    el(frame)
        .set("class", class)
        .with(el(heading).put(icon(name)).text(&title))
        .with(list)
        .done()
}

fn entry(shell: &Shell, finding: &Finding) -> El {
    let item = el("li");
    let item = match finding.field {
        Some(field) => item
            .with(link::to_field(shell, field, field.label(shell.locale)))
            .text(shell.say(frame::COLON))
            .text(&finding.message),
        None => item.with(link::to_text(shell, finding.place, &finding.message)),
    };
    item.put(mend::one(shell, finding, Focus::Verdict))
}

/// The request in words, member by member.
fn in_words(shell: &Shell, state: &State) -> El {
    let target = |field: Field, value: &str| {
        let value = if value.is_empty() {
            shell.say(texts::NO_PROJECT)
        } else {
            value
        };
        row(shell, field, None, value)
    };
    let mut list = of("dl", "words")
        .with(target(Field::Region, state.target.region.trim()))
        .with(target(
            Field::Member(Member::ProjectId),
            state.target.project_id.trim(),
        ));
    let mut left_out = Vec::new();
    for member in Member::ALL.into_iter().skip(1) {
        if !member.belongs_to(state.tracker_type()) {
            continue;
        }
        if let Some(value) = state.draft.get(member) {
            let value = words::of(shell, member, value);
            list = list.with(row(shell, Field::Member(member), Some(member), &value));
        } else if !state.sends_object(member) {
            left_out.push(member);
        }
    }
    block(shell, "block", "words-title", texts::WORDS)
        .with(list)
        .put(unknown(shell, state))
        .put(omitted(shell, &left_out))
}

fn row(shell: &Shell, field: Field, member: Option<Member>, value: &str) -> El {
    let field = field.visible();
    let mut name = el("dt").with(link::to_field(shell, field, field.label(shell.locale)));
    if let Some(member) = member {
        name = name.text(" ").put(code(member.name()));
    }
    el("div").with(name).with(el("dd").text(value))
}

/// The members that are left out, folded.
fn omitted(shell: &Shell, members: &[Member]) -> Html {
    if members.is_empty() {
        return nothing();
    }
    let title = count(
        members.len(),
        texts::OMITTED_ONE,
        texts::OMITTED_MANY,
        shell.locale,
    );
    let mut list = el("ul");
    for member in members {
        let field = Field::Member(*member).visible();
        let label = member.entry().label.get(shell.locale);
        let name = link::to_field(shell, field, label);
        list = list.with(el("li").with(name).text(" ").put(code(member.name())));
    }
    el("details")
        .with(el("summary").text(&title))
        .with(el("p").text(shell.say(texts::OMITTED_HINT)))
        .with(list)
        .done()
}

/// Copy, download, send.
fn ways(shell: &Shell, state: &State) -> El {
    let waiting = matches!(state.sending, Sending::Waiting(_));
    let mut buttons = preview::takes(shell, None).with(
        button(shell, "", Action::Share)
            .put(icon("link"))
            .text(shell.say(frame::LINK)),
    );
    if state.can_send() && !waiting {
        let send = button(shell, "primary", Action::Send).put(icon("send"));
        buttons = buttons.with(send.text(shell.say(texts::SEND)));
    }
    let hint = of("p", "hint").text(shell.say(texts::SEND_NOT_POSSIBLE));
    block(shell, "block no-print", "ways-title", texts::WHAT_NOW)
        .with(buttons)
        .put(if state.can_send() {
            nothing()
        } else {
            hint.done()
        })
}
