//! The two calls to the proxy: sending a request, and asking for the trackers.

use std::cell::Cell;
use std::rc::Rc;

use cts_tracker::Current;
use gloo_net::http::Method;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::Callback;

use super::fetch::{Ask, Got, Loss, fetch};
use super::{later, page};
use crate::state::{Action, Failure, Inquiry, Listed, Refusal, Reply, Request};

/// How long the page waits for the whole answer, in milliseconds.
const PATIENCE: u32 = 30_000;

/// The attribute of the root element while a request is on its way that may change the tracker. A
/// newer version of the page is not taken then, as the answer would be lost.
const SENDING: &str = "data-sending";

/// The line at the upper edge that says that there is no network.
const NO_NETWORK: &str = "no-network";

/// A call to the proxy.
pub(crate) enum Call {
    Update(Rc<Request>),
    List(Inquiry),
}

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
pub(crate) fn start(call: Call, act: Callback<Action>) -> Option<Flight> {
    let Ok(controller) = AbortController::new() else {
        act.emit(call.failed(Failure::Lost));
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
    let changes = matches!(call, Call::Update(_));
    if changes {
        mark(true);
    }
    spawn_local(async move {
        let began = js_sys::Date::now();
        let outcome = exchange(&call, &controller).await;
        timer.cancel();
        let duration = elapsed(began);
        act.emit(match outcome {
            Ok(got) => {
                // Whatever was said before, there is a network again.
                if let Some(line) = page::element(NO_NETWORK) {
                    let _ = line.set_attribute("hidden", "");
                }
                call.answered(got, duration).await
            }
            // The reason says what broke it off; without one the connection did.
            Err(failure) if reason.get() == Failure::Lost => call.failed(failure),
            Err(_) => call.failed(reason.get()),
        });
        if changes {
            mark(false);
        }
    });
    Some(flight)
}

/// Says on the root element whether a request is on its way.
fn mark(on_its_way: bool) {
    let root = page::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = if on_its_way {
            root.set_attribute(SENDING, "")
        } else {
            root.remove_attribute(SENDING)
        };
    }
}

async fn exchange(call: &Call, controller: &AbortController) -> Result<Got, Failure> {
    let headers = [
        ("X-CTS-Tracker-Form", "1"),
        ("Content-Type", "application/json"),
    ];
    let signal = controller.signal();
    let ask = match call {
        Call::Update(request) => Ask {
            method: Method::PUT,
            address: &request.address,
            headers: &headers,
            body: Some(&request.body),
            signal: Some(&signal),
        },
        Call::List(inquiry) => Ask {
            method: Method::GET,
            address: &inquiry.address,
            headers: &headers[..1],
            body: None,
            signal: Some(&signal),
        },
    };
    fetch(ask).await.map_err(|loss| match loss {
        Loss::All => Failure::Lost,
        Loss::Body(status) => Failure::Cut(status),
    })
}

impl Call {
    async fn answered(self, got: Got, duration: u32) -> Action {
        if let (Self::List(inquiry), 200..=299) = (&self, got.status)
            && let Ok(current) = Current::parse(&got.body)
        {
            let address = inquiry.address.clone();
            let text = String::from_utf8_lossy(&got.body).into();
            let listed = Rc::new(Listed {
                address,
                text,
                current,
            });
            return Action::Inquired(inquiry.purpose, Ok(listed));
        }
        let listing = matches!(self, Self::List(_));
        let explanation = later::explain(&got, listing).await;
        let reply = Reply::new(got.status, got.headers, &got.body, duration, explanation);
        let reply = Rc::new(reply);
        match self {
            Self::Update(_) => Action::Answered(reply),
            Self::List(inquiry) => Action::Inquired(inquiry.purpose, Err(Refusal::Reply(reply))),
        }
    }

    fn failed(self, failure: Failure) -> Action {
        match self {
            Self::Update(_) => Action::Failed(failure),
            Self::List(inquiry) => {
                Action::Inquired(inquiry.purpose, Err(Refusal::Failure(failure)))
            }
        }
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
