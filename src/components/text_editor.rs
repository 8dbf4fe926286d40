//! The place where the request is edited as text. What is in it is made by a module of its own, which
//! is loaded when the text is opened.

use yew::Html;

use crate::dom::{all, button, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Loading, State};
use crate::texts::shell as texts;

/// The id of the element that the module fills.
pub(crate) const ROOT: &str = "text-editor";

/// The id of the lines to type into, which the module makes.
pub(crate) const ID: &str = "request-text";

/// The element that the module fills, and before that how far the module has come.
pub(crate) fn show(shell: &Shell, state: &State) -> Html {
    let hint = |text| of("p", "hint").text(shell.say(text));
    all(vec![
        match state.desk.loading {
            Loading::Waiting => hint(texts::EDIT_LOADING).done(),
            Loading::Failed => hint(texts::EDIT_FAILED)
                .is("role", "alert")
                .with(
                    button(shell, "quiet", Action::OpenText(true))
                        .text(shell.say(texts::EDIT_AGAIN)),
                )
                .done(),
            Loading::Ready => nothing(),
        },
        of("div", "text-editor").is("id", ROOT).done(),
    ])
}
