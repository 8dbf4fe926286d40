//! Links to fields.

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use crate::shell::use_shell;
use crate::state::{Action, Field};

/// What a link needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) field: Field,
    pub(crate) text: String,
}

/// A link that opens the step of a field and moves the focus to it.
#[component]
pub(crate) fn FieldLink(props: &Props) -> Html {
    let shell = use_shell();
    let field = props.field;
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        shell.act(Action::Follow(field));
    });
    html! { <a href={["#", &field.id()].concat()} {onclick}>{ &props.text }</a> }
}
