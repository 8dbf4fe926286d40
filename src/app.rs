//! The page as a whole: its state, what it asks of the browser, and the frame.

use cts_tracker::Locale;
use yew::{Callback, Component, Context, Html};

use crate::browser::effects::Pending;
use crate::browser::{effects, languages, page, settings, storage};
use crate::components::{announcer, dialog, header, notices, preview, step_frame, step_list};
use crate::dom::{all, component, of};
use crate::shell::Shell;
use crate::state::{Action, State, Step, Theme};

/// Puts the page into its element. Without that element there is nothing to do.
pub(crate) fn mount() {
    if let Some(root) = page::element("app") {
        yew::Renderer::<App>::with_root(root).render();
    }
}

/// The page.
struct App {
    state: State,
    /// How the parts of the page tell what happened. One and the same for all time, so that parts
    /// which did not change are seen to be the same.
    act: Callback<Action>,
    /// How often the browser was asked for something.
    effects: u32,
    pending: Pending,
    /// What the document shows already: language, colours, step, and whether there are errors.
    worn: Option<(Locale, Theme, Step, bool)>,
}

impl Component for App {
    type Message = Action;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let mut state = State::default();
        if let Some(locale) = languages::preferred() {
            state.locale = locale;
            state.locale_decided = true;
        }
        storage::restore(&mut state);
        let act = context.link().callback(|action| action);
        settings::load(act.clone());
        Self {
            effects: state.effect.0,
            state,
            act,
            pending: None,
            worn: None,
        }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        self.state.apply(action);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let state = &self.state;
        let shell = Shell::new(state.locale, self.act.clone());
        let open = state.open_findings();
        let workspace = of("div", "workspace")
            .with(step_list::show(&shell, state.step, &open))
            .with(step_frame::show(&shell, state, &open))
            .with(preview::show(&shell, &state.judged, state.editing));
        all(vec![
            header::show(&shell, state.theme).done(),
            notices::show(&shell, &state.config, state.undo.is_some()).done(),
            workspace.done(),
            match &state.dialog {
                Some(dialog) => component::<dialog::AskFirst>(
                    dialog::Props {
                        shell: shell.clone(),
                        dialog: dialog.clone(),
                        stand_in: state.config.stand_in,
                    },
                    None,
                ),
                None => Html::default(),
            },
            announcer::show(&shell, &state.said).done(),
        ])
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let state = &self.state;
        let errors = !state.summarised(&state.open_findings()).is_empty();
        let wear = (state.locale, state.theme, state.step, errors);
        if self.worn != Some(wear) {
            self.worn = Some(wear);
            page::dress(state.locale, state.theme);
            page::title(state.locale, state.step, errors);
        }
        storage::keep(state);
        if self.effects != state.effect.0 {
            self.effects = state.effect.0;
            effects::run(state, &mut self.pending, &self.act);
        }
    }
}
