//! Links to fields.

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use crate::dom::{El, el, join};
use crate::shell::Shell;
use crate::state::{Action, Field};

/// A link that opens the step of a field and moves the focus to it.
pub(crate) fn to_field(shell: &Shell, field: Field, text: &str) -> El {
    let shell = shell.clone();
    let follow = Callback::from(move |event: web_sys::Event| {
        event.prevent_default();
        shell.act(Action::Follow(field));
    });
    el("a")
        .set("href", join("#", &field.id()))
        .on(ListenerKind::onclick, follow)
        .text(text)
}
