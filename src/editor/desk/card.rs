//! The card with what is wrong at a place.

use std::rc::Rc;

use cts_tracker::Text;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::super::caret;
use super::super::problems::Problem;
use super::Inner;
use super::paint;
use crate::texts::{editor as texts, fill};

/// How long the pointer stays before the card opens, in milliseconds.
const STAY: u32 = 150;

/// How long it may be away before the card closes: enough to reach the card.
const AWAY: u32 = 400;

impl Inner {
    /// Says something in the language of the page.
    pub(super) fn say(&self, text: Text) {
        self.say_words(text.get(self.locale()));
    }

    /// Says something to people who cannot see it. A new element each time, so that the same words
    /// can be said twice.
    fn say_words(&self, words: &str) {
        let said = &self.parts.said;
        said.set_text_content(None);
        if let Some(span) = self.parts.maker.make("span", &[]) {
            span.set_text_content(Some(words));
            let _ = said.append_child(&span);
        }
    }

    /// The caret went somewhere without typing: what is wrong there is shown and said. Notes alone
    /// only where they are wanted.
    pub(super) fn caret_moved(&self) {
        self.typing.set(0);
        self.show_here(false, false);
    }

    /// Shows and says what is wrong at the caret; notes alone only where they are wanted, and what was
    /// said before only when somebody asks for it.
    pub(super) fn show_here(&self, with_notes: bool, is_asked: bool) {
        let (_, here) = self.caret();
        let numbers = self.at(here);
        let is_grave = |number: &usize| self.problem(*number, Problem::is_grave) == Some(true);
        let is_wanted = with_notes || numbers.iter().any(is_grave);
        let Some(first) = numbers.first().filter(|_| is_wanted) else {
            if self.is_pinned.get() {
                self.hide_card();
            }
            return;
        };
        let words = self.problem(*first, |problem| self.words(problem));
        let is_open = !self.parts.card.hidden() && self.is_pinned.get();
        let before = self.parts.card.get_attribute("data-problems");
        self.is_pinned.set(true);
        self.open_card(&numbers);
        // Going on within the same place says nothing new.
        if is_asked || !is_open || before != self.parts.card.get_attribute("data-problems") {
            self.say_words(&words.unwrap_or_default());
        }
    }

    /// A problem in words: how grave, where, what, and the way to mend it.
    fn words(&self, problem: &Problem) -> String {
        let locale = self.locale();
        let colon = texts::COLON.get(locale);
        let line = paint::line(problem, locale);
        let grave = paint::word(problem.severity).get(locale);
        let and = texts::AND.get(locale);
        let mut words = [grave, and, &line, colon, &problem.message].concat();
        if let Some(fix) = &problem.fix {
            let key = fill(texts::FIX_KEY.get(locale), &[("title", &fix.title)]);
            words.push(' ');
            words.push_str(&key);
        }
        words
    }

    /// The pointer is at a point: the card of what is wrong there opens when it stays.
    pub(super) fn hover(self: &Rc<Self>, x: f64, y: f64) {
        let Some(numbers) = self.under(x, y) else {
            self.leave_soon();
            return;
        };
        let listed = paint::joined(&numbers);
        let is_shown = self.parts.card.get_attribute("data-problems") == Some(listed);
        if is_shown && !self.parts.card.hidden() {
            self.hovering.take();
            return;
        }
        let inner = Rc::clone(self);
        let timer = Timeout::new(STAY, move || {
            // By now there may be other problems.
            if let Some(numbers) = inner.under(x, y) {
                inner.is_pinned.set(false);
                inner.open_card(&numbers);
            }
        });
        self.hovering.replace(Some(timer));
    }

    /// The problems that are marked under a point.
    fn under(&self, x: f64, y: f64) -> Option<Vec<usize>> {
        let document = self.parts.root.owner_document()?;
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a window")]
        let elements = document.elements_from_point(x as f32, y as f32);
        let mut marks = elements.iter().filter_map(|element| {
            let element: Element = element.dyn_into().ok()?;
            element.get_attribute("data-problems")
        });
        let numbers = marks.rfind(|numbers| !numbers.is_empty())?;
        Some(
            numbers
                .split(' ')
                .filter_map(|number| number.parse().ok())
                .collect(),
        )
    }

    /// The pointer left: the card closes unless it comes back, or the card is the caret's.
    pub(super) fn leave_soon(self: &Rc<Self>) {
        if self.is_pinned.get() || self.parts.card.hidden() {
            self.hovering.take();
            return;
        }
        let inner = Rc::clone(self);
        let timer = Timeout::new(AWAY, move || {
            if !inner.has_focus_in_card() {
                inner.hide_card();
            }
        });
        self.hovering.replace(Some(timer));
    }

    /// Closes the card. `false` when there is none.
    pub(super) fn dismiss(&self) -> bool {
        if self.parts.card.hidden() {
            return false;
        }
        if self.has_focus_in_card() {
            self.focus();
        }
        self.hide_card();
        true
    }

    pub(super) fn hide_card(&self) {
        self.hovering.take();
        self.is_pinned.set(false);
        self.parts.card.set_hidden(true);
    }

    /// Sees to it that an open card is about the problems that there are, after they were looked for
    /// anew.
    pub(super) fn renew_card(&self) {
        let is_same = {
            let sheet = self.sheet.borrow();
            let mut carded = sheet.carded.iter();
            carded.all(|(number, problem)| sheet.problems.get(*number) == Some(problem))
        };
        if self.parts.card.hidden() || is_same {
            return;
        }
        let is_pinned = self.is_pinned.get();
        let numbers = if is_pinned {
            let (_, here) = self.caret();
            self.at(here)
        } else {
            let sheet = self.sheet.borrow();
            let place =
                |carded: &Problem| sheet.problems.iter().position(|one| one.is_like(carded));
            let carded = sheet.carded.iter();
            carded.filter_map(|(_, problem)| place(problem)).collect()
        };
        // What is rebuilt cannot keep the focus.
        self.dismiss();
        if !numbers.is_empty() {
            self.is_pinned.set(is_pinned);
            self.open_card(&numbers);
        }
    }

    fn has_focus_in_card(&self) -> bool {
        let document = self.parts.root.owner_document();
        let focused = document.and_then(|document| document.active_element());
        let focused: Option<&Node> = focused.as_ref().map(AsRef::as_ref);
        focused.is_some() && self.parts.card.contains(focused)
    }

    /// The text and the byte at which the caret stands.
    pub(super) fn caret(&self) -> (String, usize) {
        let text = self.parts.area.value();
        let units = self.parts.area.selection_start().ok().flatten();
        let at = caret::byte(&text, units.unwrap_or_default());
        (text, at)
    }

    /// The problems at a byte: first what begins there, then the gravest.
    pub(super) fn at(&self, at: usize) -> Vec<usize> {
        let sheet = self.sheet.borrow();
        let mut found: Vec<usize> = (0..sheet.problems.len())
            .filter(|number| sheet.problems[*number].touches(at))
            .collect();
        found.sort_by_key(|number| {
            let problem = &sheet.problems[*number];
            (
                problem.place.start != at,
                problem.severity,
                problem.place.len(),
            )
        });
        found
    }

    pub(super) fn problem<T>(&self, number: usize, take: impl FnOnce(&Problem) -> T) -> Option<T> {
        self.sheet.borrow().problems.get(number).map(take)
    }
}
