//! What the state asks of the browser.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::send::{self, Flight};
use super::{clipboard, download, focus, later};
use crate::state::{Action, Effect, Said, State, Take};

/// The request that is on its way, if there is one.
pub(crate) type Pending = Option<Flight>;

/// Does what the state asks for.
pub(crate) fn run(state: &State, pending: &mut Pending, act: &Callback<Action>) {
    let act = act.clone();
    match &state.effect.1 {
        Effect::None => {}
        Effect::Focus(target) => focus::move_to(*target),
        Effect::Take(Take::Copy) => {
            let text = state.judged.emitted.text.clone();
            spawn_local(async move {
                let copied = clipboard::copy(&text).await;
                act.emit(Action::Say(if copied {
                    Said::Copied
                } else {
                    Said::CopySelected
                }));
            });
        }
        Effect::Take(Take::Download) => {
            let name = state.file_name();
            let said = if download::save(&name, &state.judged.emitted.text) {
                Said::Downloaded(name)
            } else {
                Said::DownloadFailed
            };
            act.emit(Action::Say(said));
        }
        Effect::Prepare => later::prefetch(),
        Effect::Send(request) => *pending = send::start(Rc::clone(request), act),
        Effect::Abort => {
            if let Some(flight) = pending.take() {
                flight.stop();
            }
        }
    }
}
