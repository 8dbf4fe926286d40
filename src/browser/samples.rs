//! The panel with the request for other tools, which a module of its own fills.

use std::cell::RefCell;
use std::rc::Rc;

use cts_tracker::Locale;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::later;
use crate::state::{Action, Judged, Said, State};

thread_local! {
    /// What the panel was filled with last.
    static SHOWN: RefCell<Option<(Locale, Rc<Judged>)>> = const { RefCell::new(None) };
}

/// Fills the panel anew when the request or the language has changed.
pub(crate) fn show(state: &State, act: &Callback<Action>) {
    let is_shown = SHOWN.with_borrow(|shown| {
        shown.as_ref().is_some_and(|(locale, judged)| {
            *locale == state.locale && Rc::ptr_eq(judged, &state.judged)
        })
    });
    if is_shown {
        return;
    }
    SHOWN.set(Some((state.locale, Rc::clone(&state.judged))));
    let (act, locale) = (act.clone(), state.locale);
    let (judged, known) = (Rc::clone(&state.judged), state.known());
    // The samples follow the form, which keeps what it had while the text is broken.
    let text = if state.is_broken() {
        state.draft.emit()
    } else {
        judged.emitted.text.clone()
    };
    spawn_local(async move {
        let is_there = later::show_samples(locale, &text, &known).await;
        let is_last = SHOWN.with_borrow(|shown| {
            shown
                .as_ref()
                .is_some_and(|(_, last)| Rc::ptr_eq(last, &judged))
        });
        if !is_there && is_last {
            // Another attempt is made when the panel is opened again.
            SHOWN.set(None);
            act.emit(Action::Say(Said::NotLoaded));
            act.emit(Action::Samples(false));
        }
    });
}
