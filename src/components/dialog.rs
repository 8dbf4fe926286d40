//! Questions that have to be answered first.

use web_sys::HtmlDialogElement;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Component, Context, Event, Html, NodeRef, Properties};

use crate::dom::{El, all, code, el, of};
use crate::shell::Shell;
use crate::state::{Action, Dialog, Request, Take};
use crate::texts::{count, sending, shell as texts};

/// What a dialog needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shell: Shell,
    pub(crate) dialog: Dialog,
    pub(crate) stand_in: bool,
}

/// The dialog that is open. It is modal, closes with the Escape key, and gives the focus back to
/// where it came from.
pub(crate) struct AskFirst(NodeRef);

impl Component for AskFirst {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self(NodeRef::default())
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props {
            shell,
            dialog,
            stand_in,
        } = context.props();
        let (title, inside, yes, no) = match dialog {
            Dialog::Anyway(take, errors) => anyway(shell, *take, *errors),
            Dialog::Send(request) => send(shell, request, *stand_in),
        };
        let ways = of("div", "ways")
            .with(self.closing(shell, "", Action::Dismiss).text(no))
            .with(self.closing(shell, "primary", Action::Confirm).text(yes));
        of("dialog", "dialog")
            .node(&self.0)
            .is("aria-labelledby", "dialog-title")
            .on(ListenerKind::oncancel, self.close(shell, Action::Dismiss))
            .with(el("h2").is("id", "dialog-title").text(&title))
            .put(inside)
            .with(ways)
            .done()
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(dialog) = self
            .0
            .cast::<HtmlDialogElement>()
            .filter(|dialog| !dialog.open())
        {
            let _ = dialog.show_modal();
        }
    }
}

impl AskFirst {
    /// Closes the dialog, which gives the focus back to where it came from, and acts then. A dialog
    /// that is only taken out of the document keeps the focus from everything.
    fn close(&self, shell: &Shell, action: Action) -> Callback<Event> {
        let (node, shell) = (self.0.clone(), shell.clone());
        Callback::from(move |_| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
            shell.act(action.clone());
        })
    }

    /// A button that closes the dialog.
    fn closing(&self, shell: &Shell, class: &'static str, action: Action) -> El {
        el("button")
            .when(!class.is_empty(), "class", class)
            .is("type", "button")
            .on(ListenerKind::onclick, self.close(shell, action))
    }
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
    request: &Request,
    stand_in: bool,
) -> (String, Html, &'static str, &'static str) {
    let effect = if stand_in {
        sending::CONFIRM_STAND_IN
    } else {
        sending::CONFIRM_REAL
    };
    let content = all(vec![
        el("p").text(shell.say(effect)).done(),
        el("h3").text(shell.say(sending::METHOD_ADDRESS)).done(),
        of("p", "address")
            .put(code(&["PUT ", &request.address].concat()))
            .done(),
        el("h3").text(shell.say(sending::BODY)).done(),
        of("pre", "body")
            .is("tabindex", "0")
            .put(code(&request.body))
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
