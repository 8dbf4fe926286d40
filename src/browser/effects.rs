//! What the state asks of the browser.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::send::{self, Flight};
use super::{clipboard, download, focus};
use crate::state::{Action, Effect, Said, Take};

/// The request that is on its way, if there is one.
pub(crate) type Pending = Option<Flight>;

/// Does what is asked for.
pub(crate) fn run(
    effect: &Effect,
    pending: &Rc<RefCell<Pending>>,
    act: &Callback<Action>,
    text: &str,
    file_name: &str,
) {
    match effect {
        Effect::None => {}
        Effect::Focus(target) => focus::move_to(*target),
        Effect::Take(Take::Copy) => {
            let (act, text) = (act.clone(), text.to_owned());
            spawn_local(async move {
                let copied = clipboard::copy(&text).await;
                act.emit(Action::Say(if copied { Said::Copied } else { Said::CopySelected }));
            });
        }
        Effect::Take(Take::Download) => {
            let said = if download::save(file_name, text) {
                Said::Downloaded(file_name.to_owned())
            } else {
                Said::DownloadFailed
            };
            act.emit(Action::Say(said));
        }
        Effect::Send(request) => {
            *pending.borrow_mut() = send::start(Rc::clone(request), act.clone());
        }
        Effect::Abort => {
            if let Some(flight) = pending.borrow_mut().take() {
                flight.stop();
            }
        }
    }
}
