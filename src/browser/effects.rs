//! What the state asks of the browser.

use std::rc::Rc;

use cts_tracker::json;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::send::{self, Call, Flight};
use super::{clipboard, download, focus, import, later, page};
use crate::state::{Action, Effect, Said, State, Take, write_history};

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
            save(state.file_name(), &state.judged.emitted.text, &act);
        }
        Effect::Share(fragment) => {
            let link = page::link(fragment);
            let fragment = fragment.clone();
            spawn_local(async move {
                act.emit(Action::Say(if clipboard::write(&link).await.is_ok() {
                    Said::LinkCopied
                } else {
                    page::set_fragment(&fragment);
                    Said::LinkInAddress
                }));
            });
        }
        Effect::Export => {
            let text = write_history(&state.history);
            // What was just written is JSON, so it can be broken into lines.
            let text = json::format(text.as_bytes()).unwrap_or(text);
            save("cts-tracker-form-history.json".to_owned(), &text, &act);
        }
        Effect::Import => import::open(state, &act),
        Effect::MendAll(focus) => {
            let (focus, known) = (*focus, state.known());
            let judged = Rc::clone(&state.judged);
            spawn_local(async move {
                let mended = later::mend_all(&judged.emitted.text, &known).await;
                act.emit(match mended {
                    Some((text, count)) => Action::MendedAll((judged, text, count), focus),
                    None => Action::Say(Said::NotLoaded),
                });
            });
        }
        Effect::Prepare => later::prefetch(),
        Effect::Send(request) => {
            let time = js_sys::Date::new_0().to_iso_string();
            act.emit(Action::Departed(time.into()));
            *pending = send::start(Call::Update(Rc::clone(request)), act);
        }
        Effect::Abort => {
            if let Some(flight) = pending.take() {
                flight.stop();
            }
        }
    }
}

/// Offers a file and says whether the browser took it.
fn save(name: String, text: &str, act: &Callback<Action>) {
    let said = if download::save(&name, text) {
        Said::Downloaded(name)
    } else {
        Said::DownloadFailed
    };
    act.emit(Action::Say(said));
}

/// Looks for the changes that mend what was found. Without the module that knows them there are none.
pub(crate) fn find_fixes(state: &State, act: &Callback<Action>) {
    let (act, judged, known) = (act.clone(), Rc::clone(&state.judged), state.known());
    spawn_local(async move {
        if let Some(mends) = later::find_fixes(&judged.emitted.text, &known).await {
            act.emit(Action::Mends(judged, Rc::new(mends)));
        }
    });
}

/// Asks for the list that the state wants.
pub(crate) fn inquire(state: &State, act: &Callback<Action>) {
    send::start(Call::List(state.inquiry.1.clone()), act.clone());
}
