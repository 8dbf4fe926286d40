//! The editor of the request as text: opened, told what the page knows, and closed.

use std::cell::RefCell;
use std::rc::Rc;

use cts_tracker::Locale;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::Callback;

use super::later::{self, Editor, TextEditor};
use super::page;
use crate::components::text_editor::ROOT;
use crate::state::{Action, Judged, Loading, State};

/// What the editor tells, by number: a new change, one that goes on, that nothing was typed for a
/// while, and the two ways through the changes.
const TOLD: [fn(String) -> Action; 5] = [
    |text| Action::Write(text, false),
    |text| Action::Write(text, true),
    |_| Action::Rest,
    |_| Action::Undo,
    |_| Action::Redo,
];

/// The editor, as far as it is there.
#[derive(Default)]
pub(crate) struct Desk {
    module: Rc<RefCell<Option<Editor>>>,
    is_asked: bool,
    open: Option<Open>,
}

struct Open {
    editor: TextEditor,
    /// What it stands in.
    root: Element,
    /// Which of the wishes to go somewhere was granted last.
    caret: u32,
    /// What it was told last.
    shown: Option<(Rc<Judged>, Locale)>,
    _tell: Closure<dyn FnMut(u32, String)>,
}

impl Desk {
    /// Does what the state wants of the editor.
    pub(crate) fn follow(&mut self, state: &State, act: &Callback<Action>) {
        if !state.desk.is_open && self.open.is_none() {
            return;
        }
        let root = page::element(ROOT).filter(|_| state.desk.is_open);
        if self.open.as_ref().map(|open| &open.root) != root.as_ref() {
            self.close();
        }
        let Some(root) = root else {
            return;
        };
        match state.desk.loading {
            Loading::Waiting if !self.is_asked => self.load(act),
            Loading::Failed => self.is_asked = false,
            _ => {}
        }
        if self.open.is_none() {
            self.open = self
                .module
                .borrow()
                .as_ref()
                .and_then(|module| open(module, root, act));
        }
        if let Some(open) = &mut self.open {
            open.show(state);
        }
    }

    #[inline(never)]
    fn load(&mut self, act: &Callback<Action>) {
        self.is_asked = true;
        let (module, act) = (Rc::clone(&self.module), act.clone());
        spawn_local(async move {
            let loaded = later::load_editor().await;
            let is_there = loaded.is_some();
            *module.borrow_mut() = loaded;
            act.emit(Action::DeskLoaded(is_there));
        });
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            open.editor.free();
        }
    }
}

#[inline(never)]
fn open(module: &Editor, root: Element, act: &Callback<Action>) -> Option<Open> {
    let act = act.clone();
    let tell = Closure::new(move |what: u32, text: String| {
        if let Some(action) = TOLD.get(what as usize) {
            act.emit(action(text));
        }
    });
    let editor = module.open_text(&root, &tell).ok()??;
    Some(Open {
        editor,
        root,
        caret: 0,
        shown: None,
        _tell: tell,
    })
}

impl Open {
    #[inline(never)]
    fn show(&mut self, state: &State) {
        let is_shown = self.shown.as_ref().is_some_and(|(judged, locale)| {
            Rc::ptr_eq(judged, &state.judged) && *locale == state.locale
        });
        if !is_shown {
            self.shown = Some((Rc::clone(&state.judged), state.locale));
            let known = state.known();
            let [project_id, region, current] = known.parts();
            let (text, locale) = (&state.judged.emitted.text, state.locale.tag());
            self.editor.show(text, locale, project_id, region, current);
        }
        let (count, offset) = state.desk.caret;
        if self.caret != count {
            self.caret = count;
            self.editor.go_to(offset);
        }
    }
}
