//! Sending a request and reading the answer.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Request as HttpRequest;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::Callback;

use super::fetch::{Loss, fetch};
use super::later;
use crate::state::{Action, Failure, Reply, Request};

/// How long the page waits for the whole answer, in milliseconds.
const PATIENCE: u32 = 30_000;

/// A request on its way. Dropping it does not break it off.
pub(crate) struct Flight {
    controller: AbortController,
    reason: Rc<Cell<Failure>>,
}

impl Flight {
    /// Breaks it off, as the person asked to.
    pub(crate) fn stop(&self) {
        self.reason.set(Failure::Stopped);
        self.controller.abort();
    }
}

/// Sends a request. What comes of it is told to the page. `None` when the browser cannot even
/// begin, which is told as well.
pub(crate) fn start(request: Rc<Request>, act: Callback<Action>) -> Option<Flight> {
    let Ok(controller) = AbortController::new() else {
        act.emit(Action::Failed(Failure::Lost));
        return None;
    };
    let reason = Rc::new(Cell::new(Failure::Lost));
    let timer = {
        let (controller, reason) = (controller.clone(), Rc::clone(&reason));
        Timeout::new(PATIENCE, move || {
            reason.set(Failure::TimedOut);
            controller.abort();
        })
    };
    let flight = Flight {
        controller: controller.clone(),
        reason: Rc::clone(&reason),
    };
    spawn_local(async move {
        let began = js_sys::Date::now();
        let action = match exchange(&request, &controller, began).await {
            Ok(reply) => Action::Answered(Rc::new(reply)),
            // The reason says what broke it off; without one the connection did.
            Err(failure) if reason.get() == Failure::Lost => Action::Failed(failure),
            Err(_) => Action::Failed(reason.get()),
        };
        timer.cancel();
        act.emit(action);
    });
    Some(flight)
}

async fn exchange(
    request: &Request,
    controller: &AbortController,
    began: f64,
) -> Result<Reply, Failure> {
    let put = HttpRequest::put(&request.address)
        .header("Content-Type", "application/json")
        .header("X-CTS-Tracker-Form", "1")
        .abort_signal(Some(&controller.signal()));
    match fetch(put, Some(request.body.clone())).await {
        Ok(got) => {
            let duration = elapsed(began);
            let explanation = later::explain(&got, false).await;
            Ok(Reply::new(
                got.status,
                got.headers,
                &got.body,
                duration,
                explanation,
            ))
        }
        Err(Loss::All) => Err(Failure::Lost),
        Err(Loss::Body(status)) => Err(Failure::Cut(status)),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a request takes far less than 49 days, and a clock set back meanwhile gives 0"
)]
fn elapsed(began: f64) -> u32 {
    (js_sys::Date::now() - began).max(0.0) as u32
}
