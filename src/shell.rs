//! What every component gets from the page around it.

use cts_tracker::{Locale, Text};
use yew::{Callback, SubmitEvent, hook, use_context};

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

    /// What submitting a step does, also by the Enter key in one of its fields.
    pub(crate) fn on_submit(&self) -> Callback<SubmitEvent> {
        let act = self.act.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            act.emit(Action::Next);
        })
    }

    /// A callback that always does the same.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action.clone()))
    }
}

/// The shell of the component that calls it.
///
/// # Panics
///
/// Outside of the page's context, where no component of the page is.
#[hook]
pub(crate) fn use_shell() -> Shell {
    use_context().expect("the page gives its shell to every component")
}
