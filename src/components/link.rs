//! Links to fields, and to places in the text.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::text_editor;
use crate::dom::{El, el, join};
use crate::shell::Shell;
use crate::state::{Action, Field};

/// A link that opens the step of a field and moves the focus to it.
pub(crate) fn to_field(shell: &Shell, field: Field, text: &str) -> El {
    to(shell, &field.id(), Action::Follow(field), text)
}

/// A link that opens the request as text at a place, in UTF-16 code units. Without a place there is
/// nowhere to go.
pub(crate) fn to_text(shell: &Shell, place: Option<u32>, text: &str) -> El {
    match place {
        Some(place) => to(shell, text_editor::ID, Action::PointAt(place), text),
        None => el("span").text(text),
    }
}

fn to(shell: &Shell, id: &str, action: Action, text: &str) -> El {
    let shell = shell.clone();
    let follow = Callback::from(move |event: web_sys::Event| {
        event.prevent_default();
        shell.act(action.clone());
    });
    el("a")
        .set("href", join("#", id))
        .on(ListenerKind::onclick, follow)
        .text(text)
}
