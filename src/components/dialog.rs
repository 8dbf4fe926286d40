//! Questions that have to be answered first.

use web_sys::HtmlDialogElement;
use yew::{Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use crate::shell::{Shell, use_shell};
use crate::state::{Action, Dialog, Request, Take};
use crate::texts::{count, sending, shell as texts};

/// What a dialog needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) dialog: Option<Dialog>,
    pub(crate) stand_in: bool,
}

/// The dialog that is open, if any. It is modal, closes with the Escape key, and gives the focus
/// back to where it came from.
#[component]
pub(crate) fn AnyDialog(props: &Props) -> Html {
    let shell = use_shell();
    let node = use_node_ref();
    use_effect_with(props.dialog.is_some(), {
        let node = node.clone();
        move |&open| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>().filter(|dialog| open && !dialog.open()) {
                let _ = dialog.show_modal();
            }
        }
    });
    let Some(dialog) = &props.dialog else {
        return Html::default();
    };
    let (title, content, yes, no) = match dialog {
        Dialog::Anyway(take, errors) => anyway(&shell, *take, *errors),
        Dialog::Send(request) => send(&shell, request, props.stand_in),
    };
    html! {
        <dialog ref={node.clone()} class="dialog" aria-labelledby="dialog-title"
            onclose={shell.on(Action::Dismiss)}>
            <h2 id="dialog-title">{ title }</h2>
            { content }
            <div class="ways">
                <button type="button" onclick={closing(&node, &shell, Action::Dismiss)}>{ no }</button>
                <button type="button" class="primary" onclick={closing(&node, &shell, Action::Confirm)}>{ yes }</button>
            </div>
        </dialog>
    }
}

/// Closes the dialog, which gives the focus back, and acts then.
fn closing<E: 'static>(node: &NodeRef, shell: &Shell, action: Action) -> Callback<E> {
    let (node, shell) = (node.clone(), shell.clone());
    Callback::from(move |_| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            dialog.close();
        }
        shell.act(action.clone());
    })
}

fn anyway(shell: &Shell, take: Take, errors: usize) -> (String, Html, &'static str, &'static str) {
    let title = count(errors, texts::ANYWAY_TITLE_ONE, texts::ANYWAY_TITLE_MANY, shell.locale);
    let yes = match take {
        Take::Copy => texts::COPY_ANYWAY,
        Take::Download => texts::DOWNLOAD_ANYWAY,
    };
    let content = html! { <p>{ shell.say(texts::ANYWAY_BODY) }</p> };
    (title, content, shell.say(yes), shell.say(texts::MEND_FIRST))
}

fn send(shell: &Shell, request: &Request, stand_in: bool) -> (String, Html, &'static str, &'static str) {
    let effect = if stand_in { sending::CONFIRM_STAND_IN } else { sending::CONFIRM_REAL };
    let content = html! {
        <>
            <p>{ shell.say(effect) }</p>
            <h3>{ shell.say(sending::METHOD_ADDRESS) }</h3>
            <p class="address"><code translate="no">{ "PUT " }{ &request.address }</code></p>
            <h3>{ shell.say(sending::BODY) }</h3>
            <pre class="body" tabindex="0" translate="no"><code>{ &request.body }</code></pre>
        </>
    };
    let title = shell.say(sending::CONFIRM_TITLE).to_owned();
    (title, content, shell.say(sending::SEND_NOW), shell.say(texts::CANCEL))
}
