//! What every part of the page gets from the page as a whole.

use cts_tracker::{Locale, Text};
use yew::Callback;

use crate::state::Action;

/// The language, and the way to tell the page that something happened.
#[derive(Clone, PartialEq)]
pub(crate) struct Shell {
    pub(crate) locale: Locale,
    act: Callback<Action>,
}

impl Shell {
    pub(crate) const fn new(locale: Locale, act: Callback<Action>) -> Self {
        Self { locale, act }
    }

    /// A text in the language of the page.
    pub(crate) const fn say(&self, text: Text) -> &'static str {
        text.get(self.locale)
    }

    pub(crate) fn act(&self, action: Action) {
        self.act.emit(action);
    }
}
