//! Questions that have to be answered first.

use yew::virtual_dom::ListenerKind;
use yew::{Callback, Event, Html};

use super::difference;
use crate::browser::page;
use crate::dom::{El, all, button, code, el, icon, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Danger, Dialog, Question, State, Take};
use crate::texts::{count, difference as difference_texts, fill, sending, shell as texts};

/// The id of the dialog that is open.
pub(crate) const ID: &str = "dialog";

/// The dialog that is open. It is modal, closes with the Escape key, and gives the focus back to
/// where it came from. The page opens it as soon as it is in the document.
pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    let mut open = false;
    let (title, inside, yes, no) = match &state.dialog {
        None => return nothing(),
        Some(Dialog::Anyway(take, errors)) => anyway(shell, *take, *errors),
        Some(Dialog::Send(question)) => {
            open = question.open().is_some();
            send(shell, state, question)
        }
        Some(Dialog::Forget) => (
            shell.say(difference_texts::FORGET_TITLE).to_owned(),
            el("p")
                .text(shell.say(difference_texts::FORGET_BODY))
                .done(),
            shell.say(difference_texts::FORGET_NOW),
            shell.say(texts::CANCEL),
        ),
    };
    // What is not agreed to keeps the dialog open; the button says so instead of being dead.
    let yes = if open {
        button(shell, "primary", Action::Confirm).text(yes)
    } else {
        closing(shell, "primary", Action::Confirm).text(yes)
    };
    let ways = of("div", "ways")
        .with(closing(shell, "", Action::Dismiss).text(no))
        .with(yes);
    of("dialog", "dialog")
        .is("id", ID)
        .is("aria-labelledby", "dialog-title")
        .on(ListenerKind::oncancel, close(shell, Action::Dismiss))
        .with(el("h2").is("id", "dialog-title").text(&title))
        .put(inside)
        .with(ways)
        .done()
}

/// Closes the dialog, which gives the focus back to where it came from, and acts then. A dialog
/// that is only taken out of the document keeps the focus from everything.
fn close(shell: &Shell, action: Action) -> Callback<Event> {
    let shell = shell.clone();
    Callback::from(move |_| {
        page::close_dialog();
        shell.act(action.clone());
    })
}

/// A button that closes the dialog.
fn closing(shell: &Shell, class: &'static str, action: Action) -> El {
    el("button")
        .when(!class.is_empty(), "class", class)
        .is("type", "button")
        .on(ListenerKind::onclick, close(shell, action))
}

fn anyway(shell: &Shell, take: Take, errors: usize) -> (String, Html, &'static str, &'static str) {
    let title = count(
        errors,
        texts::ANYWAY_TITLE_ONE,
        texts::ANYWAY_TITLE_MANY,
        shell.locale,
    );
    let yes = match take {
        Take::Copy => texts::COPY_ANYWAY,
        Take::Download => texts::DOWNLOAD_ANYWAY,
    };
    let content = el("p").text(shell.say(texts::ANYWAY_BODY)).done();
    (title, content, shell.say(yes), shell.say(texts::MEND_FIRST))
}

fn send(
    shell: &Shell,
    state: &State,
    question: &Question,
) -> (String, Html, &'static str, &'static str) {
    let effect = if state.config.stand_in {
        sending::CONFIRM_STAND_IN
    } else {
        sending::CONFIRM_REAL
    };
    let content = all(vec![
        el("p").text(shell.say(effect)).done(),
        dangers(shell, question),
        match &state.judged.difference {
            Some(known) => all(vec![
                el("h3").text(shell.say(difference_texts::TITLE)).done(),
                difference::changes(shell, known, &state.draft, false).done(),
            ]),
            None => nothing(),
        },
        el("h3").text(shell.say(sending::METHOD_ADDRESS)).done(),
        of("p", "address")
            .put(code(&["PUT ", &question.request.address].concat()))
            .done(),
        el("h3").text(shell.say(sending::BODY)).done(),
        of("pre", "body")
            .is("tabindex", "0")
            .put(code(&question.request.body))
            .done(),
    ]);
    let title = shell.say(sending::CONFIRM_TITLE).to_owned();
    (
        title,
        content,
        shell.say(sending::SEND_NOW),
        shell.say(texts::CANCEL),
    )
}

/// What has to be agreed to, each with a box.
fn dangers(shell: &Shell, question: &Question) -> Html {
    if question.dangers.is_empty() {
        return nothing();
    }
    let mut frame = of("fieldset", "dangers").with(
        el("legend")
            .put(icon("warning"))
            .text(shell.say(difference_texts::DANGER_TITLE)),
    );
    for (number, (danger, agreed)) in question.dangers.iter().enumerate() {
        let wrong = question.reminded && !agreed;
        let input = el("input")
            .is("type", "checkbox")
            .set("id", join("danger-", &number.to_string()))
            .when(wrong, "aria-invalid", "true")
            .when(wrong, "aria-describedby", "danger-reminder")
            .checked(*agreed)
            .act(
                ListenerKind::onchange,
                shell,
                Action::Agree(*danger, !agreed),
            );
        let words = el("span").text(&consequence(shell, *danger));
        frame = frame.with(of("label", "danger").with(input).with(words));
    }
    let reminder = of("p", "finding error")
        .is("id", "danger-reminder")
        .put(icon("error"))
        .with(el("span").text(shell.say(difference_texts::DANGER_REMINDER)));
    let unanswered = question.reminded && question.open().is_some();
    frame
        .put(if unanswered {
            reminder.done()
        } else {
            nothing()
        })
        .done()
}

/// What a dangerous change does.
fn consequence(shell: &Shell, danger: Danger) -> String {
    let text = match danger {
        Danger::Recording => difference_texts::RECORDING,
        Danger::Transfer => difference_texts::TRANSFER,
        Danger::Lts => difference_texts::LTS,
        Danger::Retention(days) => {
            let days = days.to_string();
            return fill(shell.say(difference_texts::RETENTION), &[("days", &days)]);
        }
        Danger::Encryption => difference_texts::ENCRYPTION,
        Danger::OrganizationOn => difference_texts::ORGANIZATION_ON,
        Danger::OrganizationOff => difference_texts::ORGANIZATION_OFF,
    };
    shell.say(text).to_owned()
}
