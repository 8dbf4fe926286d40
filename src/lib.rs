//! The page: a form that leads through the update of a CTS tracker, checks it and sends it.
//!
//! What may be sent, what is wrong with it and what an answer means is decided by `cts-tracker`.
//! Here is only what a browser adds: `state` says what the page knows and how actions change it,
//! without touching the browser, and is tested natively; `components` and `steps` turn it into
//! elements; `browser` holds all the rest (storage, clipboard, network, focus).
#![forbid(unsafe_code)]

pub mod answers;
mod app;
mod browser;
mod components;
mod config;
mod dom;
pub mod editor;
pub mod fixes;
pub mod import;
mod json;
pub mod samples;
mod share;
mod shell;
mod state;
mod steps;
mod stored;
mod texts;

/// Starts the page in the element `app`.
pub fn start() {
    browser::panic::install();
    app::mount();
}
