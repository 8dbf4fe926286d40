//! The page as a whole: its state, what it asks of the browser, and the frame.

use std::cell::RefCell;
use std::rc::Rc;

use cts_tracker::Locale;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{AppHandle, Callback, Component, Context, Event, Html, Properties, Renderer};

use crate::browser::desk::Desk;
use crate::browser::effects::Pending;
use crate::browser::{effects, import, languages, later, page, samples, settings, storage};
use crate::components::{announcer, dialog, header, notices, preview, step_frame, step_list};
use crate::config::Config;
use crate::dom::{all, of};
use crate::share;
use crate::shell::Shell;
use crate::state::{Action, Entry, Judged, Kept, Rules, State, Step, Theme};

/// How long the page waits for its settings before it shows itself without them, in milliseconds.
const PATIENCE: u32 = 1_000;

/// Puts the page into its element as soon as the settings are known. Shown earlier, the form would
/// move down when the settings bring a notice; and the language may depend on them. When they take
/// long the page does not wait. Without that element there is nothing to do.
pub(crate) fn mount() {
    let page: Rc<RefCell<Option<AppHandle<App>>>> = Rc::default();
    let begin = |page: &RefCell<Option<AppHandle<App>>>, config| {
        *page.borrow_mut() = page::element("app")
            .map(|root| Renderer::<App>::with_root_and_props(root, Props { config }).render());
    };
    let late = Rc::clone(&page);
    let timer = Timeout::new(PATIENCE, move || {
        if late.borrow().is_none() {
            begin(&late, None);
        }
    });
    settings::load(Callback::from(move |config| {
        if let Some(page) = &*page.borrow() {
            page.send_message(Action::Configured(config));
            return;
        }
        begin(&page, Some(config));
    }));
    timer.forget();
}

/// Sees to it that the texts of the chosen language are there. When they cannot be loaded, the page
/// goes on in the language that it had, and says so.
fn speak(state: &mut State, before: Locale) {
    if !later::speak(state.locale) {
        state.miss(before);
    }
}

/// The draft in the address, which is taken out of it, so that a reload keeps later changes.
fn opened() -> Option<Action> {
    let fragment = page::fragment().filter(|fragment| share::is_one(fragment))?;
    page::set_fragment("");
    Some(Action::Opened(fragment))
}

/// What a pressed key does: it takes a change back or makes it again, as in any editor. In a line of
/// text it does what the browser does, and while a question is open nothing.
fn shortcut(event: &Event) -> Option<Action> {
    let pressed: &KeyboardEvent = event.dyn_ref()?;
    let target = pressed.target();
    let input = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let is_line = input.is_some_and(|input| input.type_() == "text");
    let is_command = (pressed.ctrl_key() || pressed.meta_key()) && !pressed.alt_key();
    if is_line || !is_command || page::is_asking() {
        return None;
    }
    match (pressed.key().as_str(), pressed.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("Z" | "z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Tells the page what an event of the window asks for.
fn follow(
    name: &'static str,
    act: &Callback<Action>,
    asks: fn(&Event) -> Option<Action>,
) -> Option<EventListener> {
    let act = act.clone();
    let options = EventListenerOptions::enable_prevent_default();
    let window = web_sys::window()?;
    let listener = EventListener::new_with_options(&window, name, options, move |event| {
        if let Some(action) = asks(event) {
            event.prevent_default();
            act.emit(action);
        }
    });
    Some(listener)
}

/// What the page starts with.
#[derive(Clone, PartialEq, Properties)]
struct Props {
    /// The settings, when they came soon enough.
    config: Option<Rc<Config>>,
}

/// The page.
struct App {
    state: State,
    /// How the parts of the page tell what happened. One and the same for all time, so that parts
    /// which did not change are seen to be the same.
    act: Callback<Action>,
    /// How often the browser was asked for something.
    effects: u32,
    /// How often it was asked for a list.
    inquiries: u32,
    pending: Pending,
    /// The editor of the text.
    desk: Desk,
    /// For what fixes were looked for last.
    mending: Option<Rc<Judged>>,
    /// What was sent, as it was kept last.
    history: Rc<Vec<Entry>>,
    /// The drafts with a name, as they were kept last.
    drafts: Rc<Vec<Kept>>,
    /// What the document shows already: language, colours, step, and whether there are errors.
    worn: Option<(Locale, Theme, Step, bool)>,
    /// Follows links to drafts that are opened while the page is there, keys, and what is dragged or
    /// pasted.
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let mut state = State::default();
        if let Some(locale) = languages::preferred() {
            state.locale = locale;
            state.locale_decided = true;
        }
        storage::restore(&mut state);
        if let Some(config) = &context.props().config {
            state.apply(Action::Configured(Rc::clone(config)));
        }
        let act = context.link().callback(|action| action);
        if let Some(action) = opened() {
            state.apply(action);
        }
        speak(&mut state, Locale::English);
        state.rules = Rules::Coming;
        let mut listeners = import::listen(&act);
        listeners.extend(follow("hashchange", &act, |_| opened()));
        listeners.extend(follow("keydown", &act, shortcut));
        Self {
            effects: state.effect.0,
            inquiries: state.inquiry.0,
            history: Rc::clone(&state.history),
            drafts: Rc::clone(&state.drafts),
            desk: Desk::default(),
            mending: None,
            state,
            act,
            pending: None,
            worn: None,
            _listeners: listeners,
        }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let before = self.state.locale;
        self.state.apply(action);
        speak(&mut self.state, before);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &self.state;
        let shell = Shell::new(state.locale, self.act.clone());
        let open = state.open_findings();
        let workspace = of("div", "workspace")
            .with(step_list::show(&shell, state.step, &open))
            .with(step_frame::show(&shell, state, &open))
            .with(preview::show(&shell, state));
        all(vec![
            header::show(&shell, state.theme).done(),
            notices::show(&shell, &state.config, state.replaced).done(),
            workspace.done(),
            dialog::show(&shell, state),
            announcer::show(&shell, &state.said).done(),
        ])
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if first {
            later::load_ahead(&self.act);
        }
        let state = &self.state;
        let errors = !state.summarised(&state.open_findings()).is_empty();
        let wear = (state.locale, state.theme, state.step, errors);
        if self.worn != Some(wear) {
            self.worn = Some(wear);
            page::dress(state.locale, state.theme);
            page::title(state.locale, state.step, errors);
        }
        page::choose_selected();
        self.desk.follow(state, &self.act);
        storage::keep(state);
        if state.dialog.is_some() {
            page::open_dialog();
        }
        if !Rc::ptr_eq(&self.history, &state.history) {
            self.history = Rc::clone(&state.history);
            storage::keep_history(&self.history);
        }
        if !Rc::ptr_eq(&self.drafts, &state.drafts) {
            self.drafts = Rc::clone(&state.drafts);
            storage::keep_drafts(&self.drafts);
        }
        let mending = self.mending.as_ref();
        let is_asked = mending.is_some_and(|judged| Rc::ptr_eq(judged, &state.judged));
        if !is_asked && state.lacks_mends() {
            self.mending = Some(Rc::clone(&state.judged));
            effects::find_fixes(state, &self.act);
        }
        if state.samples {
            samples::show(state, &self.act);
        }
        if self.inquiries != state.inquiry.0 {
            self.inquiries = state.inquiry.0;
            effects::inquire(state, &self.act);
        }
        if self.effects != state.effect.0 {
            self.effects = state.effect.0;
            effects::run(state, &mut self.pending, &self.act);
        }
    }
}
