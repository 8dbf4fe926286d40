//! Taking a request over from elsewhere: a module of its own, which the page loads when somebody
//! imports something.
//!
//! It has a dialog of its own and changes nothing in the form. What is agreed to goes back to the
//! page as a fragment, in the shape of a link to a draft.

use std::cell::RefCell;

use cts_tracker::{Draft, Locale, TrackerType};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;
use yew::{AppHandle, Renderer};

use crate::browser::page;

mod candidate;
mod comparison;
mod dialog;
mod files;
mod outcome;
mod read;
#[cfg(test)]
mod tests;

use dialog::{Import, Message, Props};

/// The id of the element that holds the dialog.
const HOST: &str = "import-host";

thread_local! {
    /// The dialog, while it is there.
    static OPEN: RefCell<Option<AppHandle<Import>>> = const { RefCell::new(None) };
}

/// What is imported.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    /// Nothing yet.
    Nothing,
    /// Files that were dropped or chosen.
    Files(Vec<File>),
    /// A text that was pasted.
    Text(String),
}

/// The page as it is when something is imported.
pub struct Page<'a> {
    /// The tag of its language.
    pub locale: &'a str,
    /// The bodies of its management tracker and its data tracker, as JSON text.
    pub bodies: [&'a str; 2],
    /// The type that is open.
    pub tracker_type: &'a str,
}

/// Opens the dialog, or gives what was dropped or pasted to the one that is open. `files` are the
/// files that were dropped. `done` is called once with a fragment that holds the draft to take over,
/// or with an empty text when nothing is to be changed.
pub fn open(page: &Page<'_>, files: &Array, text: Option<String>, done: Function) {
    let given = match text {
        Some(text) => Given::Text(text),
        None if files.length() == 0 => Given::Nothing,
        None => Given::Files(files.iter().map(JsCast::unchecked_into).collect()),
    };
    OPEN.with_borrow_mut(|open| match open {
        Some(dialog) => dialog.send_message(Message::Give(given)),
        None => *open = begin(page, given, done),
    });
}

fn begin(page: &Page<'_>, given: Given, done: Function) -> Option<AppHandle<Import>> {
    let document = page::document()?;
    let host = document.create_element("div").ok()?;
    host.set_id(HOST);
    document.body()?.append_child(&host).ok()?;
    let read = |body: &str| Draft::parse(body.as_bytes()).unwrap_or_default();
    let kind = TrackerType::parse(page.tracker_type).unwrap_or(TrackerType::System);
    let mut form = read(page.bodies[0]).beside(&read(page.bodies[1]));
    form.set_tracker_type(kind);
    let props = Props {
        locale: Locale::from_tag(page.locale).unwrap_or(Locale::English),
        form,
        given,
        done,
    };
    Some(Renderer::<Import>::with_root_and_props(host, props).render())
}

/// Tells the page what came of it and takes the dialog away, as soon as it is done with its event.
fn end(done: &Function, fragment: &str) {
    let _ = done.call1(&JsValue::NULL, &fragment.into());
    Timeout::new(0, || {
        if let Some(dialog) = OPEN.take() {
            dialog.destroy();
        }
        if let Some(host) = page::element(HOST) {
            host.remove();
        }
    })
    .forget();
}
