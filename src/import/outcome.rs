//! What was found in a text, or what is wrong with it.

use cts_samples::{Left, Tool};
use cts_tracker::{Draft, Position, TrackerType};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html};

use super::candidate::{Candidate, Dropped, Reason};
use super::comparison::{Changed, Comparison};
use super::read::{Fault, Found};
use crate::components::difference::entry;
use crate::dom::{El, all, code, el, icon, join, nothing, of};
use crate::shell::Shell;
use crate::texts::{count, difference, fill, import as texts, shell as frame, steps};

/// The id of what is wrong.
pub(super) const FAULT: &str = "import-fault";

/// What is wrong and what helps, in words.
pub(super) fn words(shell: &Shell, fault: &Fault) -> String {
    let with = |text, name, value: &str| fill(shell.say(text), &[(name, value)]);
    let at = |place: &Position, message| {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        let values = [("line", &*line), ("column", &*column), ("message", message)];
        fill(shell.say(texts::SYNTAX), &values)
    };
    let text = match fault {
        Fault::Syntax(message, place) => return at(place, message),
        Fault::Language(place) => return at(place, shell.say(texts::NO_TERRAFORM)),
        Fault::File(name) => return with(texts::FILE_NEEDED, "name", name),
        Fault::Files(number) => return with(texts::FILES, "count", &number.to_string()),
        Fault::Unreadable(name) => return with(texts::UNREADABLE, "name", name),
        Fault::Binary(name) => return with(texts::BINARY, "name", name),
        Fault::Nothing => texts::NOTHING,
        Fault::NoBody => texts::NO_BODY,
        Fault::OtherOperation => texts::OTHER_OPERATION,
        Fault::NoResource => texts::NO_RESOURCE,
        Fault::TooLarge => texts::TOO_LARGE,
        Fault::Shape => texts::SHAPE,
        Fault::NoMember => texts::NO_MEMBER,
        Fault::NoTracker => texts::NO_TRACKER,
    };
    shell.say(text).to_owned()
}

/// What is wrong, with a way to the place where that is known.
pub(super) fn fault(shell: &Shell, fault: &Fault, go: &Callback<u32>) -> Html {
    let line = of("p", "finding error")
        .is("id", FAULT)
        .put(icon("error"))
        .with(el("span").text(&words(shell, fault)));
    let way = match fault {
        Fault::Syntax(_, place) | Fault::Language(place) => {
            let (go, place) = (go.clone(), place.utf16);
            of("button", "quiet")
                .is("type", "button")
                .on(
                    ListenerKind::onclick,
                    Callback::from(move |_: Event| go.emit(place)),
                )
                .text(shell.say(texts::GO_TO))
                .done()
        }
        _ => nothing(),
    };
    of("div", "findings").with(line).put(way).done()
}

/// What is said about a find without looking at it.
pub(super) fn heard(shell: &Shell, form: &Draft, found: &Found, chosen: usize) -> String {
    let Some(candidate) = found.candidates.get(chosen) else {
        return String::new();
    };
    match Comparison::new(form, &candidate.draft).count() {
        0 => shell.say(texts::NO_CHANGE).to_owned(),
        number => count(
            number,
            texts::CHANGES_ONE,
            texts::CHANGES_MANY,
            shell.locale,
        ),
    }
}

/// What was found: the trackers to choose from, and what taking the chosen one over changes.
pub(super) fn found(
    shell: &Shell,
    form: &Draft,
    found: &Found,
    chosen: usize,
    choose: &Callback<usize>,
) -> Html {
    let Some(candidate) = found.candidates.get(chosen) else {
        return nothing();
    };
    let comparison = Comparison::new(form, &candidate.draft);
    all(vec![
        which(shell, found, chosen, choose),
        unusable(shell, found.unusable),
        remarks(shell, form, candidate, found.tool),
        changes(shell, &comparison, &candidate.draft).done(),
        kept(shell, candidate),
        dropped(shell, &found.left, &candidate.dropped),
    ])
}

fn which(shell: &Shell, found: &Found, chosen: usize, choose: &Callback<usize>) -> Html {
    if found.candidates.len() < 2 {
        return nothing();
    }
    let mut choices = of("div", "choices");
    for (number, candidate) in found.candidates.iter().enumerate() {
        let id = join("import-tracker-", &number.to_string());
        let choose = choose.clone();
        let input = el("input")
            .set("id", id.clone())
            .is("type", "radio")
            .is("name", "import-tracker")
            .checked(number == chosen)
            .on(
                ListenerKind::onchange,
                Callback::from(move |_: Event| choose.emit(number)),
            );
        let name = match candidate.name() {
            "" => el("span").text(shell.say(texts::NO_NAME)),
            name => el("strong").is("translate", "no").text(name),
        };
        let label = of("label", "choice")
            .set("for", id)
            .with(input)
            .with(name)
            .with(of("span", "tag").text(kind(shell, candidate.tracker_type())));
        choices = choices.with(label);
    }
    el("fieldset")
        .with(of("legend", "field-label").text(shell.say(texts::WHICH)))
        .with(choices)
        .done()
}

fn kind(shell: &Shell, tracker_type: TrackerType) -> &'static str {
    shell.say(match tracker_type {
        TrackerType::System => steps::TYPE_SYSTEM,
        TrackerType::Data => steps::TYPE_DATA,
    })
}

fn unusable(shell: &Shell, number: usize) -> Html {
    if number == 0 {
        return nothing();
    }
    let (one, many) = (texts::UNUSABLE_ONE, texts::UNUSABLE_MANY);
    remark(&count(number, one, many, shell.locale)).done()
}

fn remark(words: &str) -> El {
    of("p", "finding warning")
        .put(icon("warning"))
        .with(el("span").text(words))
}

fn remarks(shell: &Shell, form: &Draft, candidate: &Candidate, tool: Option<Tool>) -> Html {
    let guessed = match candidate.guessed {
        Some(tracker_type) => {
            let values = [("kind", kind(shell, tracker_type))];
            remark(&fill(shell.say(texts::GUESSED), &values)).done()
        }
        None => nothing(),
    };
    let switches = form.tracker_type() != candidate.draft.tracker_type();
    let hint = |holds: bool, text| {
        if holds {
            of("p", "hint").text(shell.say(text)).done()
        } else {
            nothing()
        }
    };
    all(vec![
        guessed,
        hint(switches, texts::SWITCHES),
        hint(tool == Some(Tool::Terraform), texts::DEFAULTS),
    ])
}

fn changes(shell: &Shell, comparison: &Comparison, after: &Draft) -> El {
    let frame = of("section", "difference")
        .is("aria-labelledby", "import-changes")
        .with(
            el("h3")
                .is("id", "import-changes")
                .text(shell.say(texts::CHANGES)),
        );
    if comparison.count() == 0 {
        return frame.with(el("p").text(shell.say(texts::NO_CHANGE)));
    }
    let mut list = of("ul", "changes");
    for member in &comparison.members {
        let pair = [
            (difference::BEFORE, &comparison.before),
            (difference::AFTER, after),
        ];
        list = list.with(entry(shell, *member, pair, false));
    }
    for changed in &comparison.unknown {
        list = list.with(unknown(shell, changed));
    }
    frame.with(list)
}

fn unknown(shell: &Shell, changed: &Changed) -> El {
    let value = |tag, name, json: &Option<String>| {
        let words = json.as_deref();
        el(tag)
            .with(of("span", "hidden").text(shell.say(name)).text(" "))
            .text(words.unwrap_or(shell.say(difference::NOT_SET)))
    };
    el("li")
        .with(of("p", "changed").put(code(&changed.name)))
        .with(
            of("p", "values")
                .with(value("del", difference::BEFORE, &changed.before))
                .with(of("span", "arrow").is("aria-hidden", "true").text("→"))
                .with(value("ins", difference::AFTER, &changed.after)),
        )
}

/// The members that the page does not know.
fn kept(shell: &Shell, candidate: &Candidate) -> Html {
    let mut list = el("ul");
    for unknown in candidate.draft.unknown() {
        list = list.with(
            el("li")
                .put(code(&unknown.name))
                .text(shell.say(frame::COLON))
                .put(code(&unknown.json)),
        );
    }
    titled(
        shell,
        texts::KEPT,
        list,
        candidate.draft.unknown().is_empty(),
    )
}

/// What is not taken over: what a text for another tool says besides, and members of the request.
fn dropped(shell: &Shell, left: &[Left], dropped: &[Dropped]) -> Html {
    let mut list = el("ul");
    for entry in left {
        let (place, text) = (&entry.place, entry.text.as_deref());
        list = list.with(reasoned(shell, place, text, said(entry.reason)));
    }
    for entry in dropped {
        let reason = match entry.reason {
            Reason::OtherType => texts::OTHER_TYPE,
            Reason::Repeated => texts::REPEATED,
            Reason::AnswerOnly => texts::ANSWER_ONLY,
        };
        list = list.with(reasoned(shell, &entry.place, Some(&entry.json), reason));
    }
    let is_empty = left.is_empty() && dropped.is_empty();
    titled(shell, texts::DROPPED, list, is_empty)
}

/// Why something of a text for another tool is not taken over.
fn said(reason: cts_samples::Reason) -> cts_tracker::Text {
    use cts_samples::Reason;
    match reason {
        Reason::Target => texts::TARGET,
        Reason::ToolOnly => texts::TOOL_ONLY,
        Reason::Unknown => texts::UNKNOWN,
        Reason::Computed => texts::COMPUTED,
        Reason::Value => texts::VALUE,
        Reason::Repeated => texts::REPEATED_BEFORE,
        Reason::Other => texts::NO_TRACKER_BLOCK,
    }
}

fn reasoned(shell: &Shell, place: &str, text: Option<&str>, reason: cts_tracker::Text) -> El {
    let mut item = el("li").put(code(place));
    if let Some(text) = text {
        item = item.text(shell.say(frame::COLON)).put(code(text));
    }
    item.text(" ")
        .with(of("span", "tag").text(shell.say(reason)))
}

fn titled(shell: &Shell, title: cts_tracker::Text, list: El, is_empty: bool) -> Html {
    if is_empty {
        return nothing();
    }
    of("div", "unknown")
        .with(el("h3").text(shell.say(title)))
        .with(list)
        .done()
}
