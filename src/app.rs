//! The page as a whole: its state, what it asks of the browser, and the frame.

use std::rc::Rc;

use yew::{
    Callback, ContextProvider, Html, Reducible, component, html, use_callback, use_effect_with,
    use_memo, use_mut_ref, use_reducer,
};

use crate::browser::{effects, languages, page, settings, storage};
use crate::components::{Announcer, AnyDialog, Header, Notices, Preview, StepFrame, StepList};
use crate::shell::Shell;
use crate::state::{Action, State};

/// The state where Yew keeps it.
struct Store(Rc<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self.0).clone();
        next.apply(action);
        Rc::new(Self(Rc::new(next)))
    }
}

/// Puts the page into its element. Without that element there is nothing to do.
pub(crate) fn mount() {
    if let Some(root) = page::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The state at the start: what is kept from the last visit, else the language of the browser.
fn begin() -> Store {
    let mut state = State::default();
    if let Some(locale) = languages::preferred() {
        state.locale = locale;
        state.locale_decided = true;
    }
    storage::restore(&mut state);
    Store(Rc::new(state))
}

/// The page.
#[component]
fn App() -> Html {
    let store = use_reducer(begin);
    let state = Rc::clone(&store.0);
    let dispatcher = store.dispatcher();
    let act: Callback<Action> = use_callback((), move |action, ()| dispatcher.dispatch(action));
    let pending = use_mut_ref(effects::Pending::default);

    use_effect_with((), {
        let act = act.clone();
        move |()| settings::load(act)
    });
    use_effect_with((state.locale, state.theme), |&(locale, theme)| page::dress(locale, theme));
    let open = use_memo(Rc::clone(&state), |state: &Rc<State>| state.open_findings());
    let summary = use_memo((Rc::clone(&open), state.summary), |(open, _)| state.summarised(open));
    use_effect_with(
        (state.locale, state.step, summary.is_empty()),
        |&(locale, step, clean)| page::title(locale, step, !clean),
    );
    use_effect_with(Rc::clone(&state), |state| storage::keep(state));
    use_effect_with(state.effect.clone(), {
        let (act, name) = (act.clone(), state.file_name());
        let text = state.judged.emitted.text.clone();
        move |(_, effect)| effects::run(effect, &pending, &act, &text, &name)
    });

    let shell = Shell::new(state.locale, act);
    html! {
        <ContextProvider<Shell> context={shell}>
            <Header theme={state.theme} />
            <Notices config={Rc::clone(&state.config)} undo={state.undo.is_some()} />
            <div class="workspace">
                <StepList step={state.step} findings={Rc::clone(&open)} />
                <StepFrame state={Rc::clone(&state)} {open} {summary} />
                <Preview judged={Rc::clone(&state.judged)} editing={state.editing} />
            </div>
            <AnyDialog dialog={state.dialog.clone()} stand_in={state.config.stand_in} />
            <Announcer said={state.said.clone()} />
        </ContextProvider<Shell>>
    }
}
