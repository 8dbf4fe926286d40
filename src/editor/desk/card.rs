//! The card with what is wrong at a place, and the ways from problem to problem.

use std::rc::Rc;

use cts_tracker::Text;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, Node, ScrollIntoViewOptions, ScrollLogicalPosition};

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

    /// Moves the caret to a byte, shows it and what is wrong there, notes as well if they are wanted.
    pub(super) fn move_to(&self, text: &str, at: usize, with_notes: bool) {
        let area = &self.parts.area;
        self.focus();
        let units = caret::units(text, at);
        let _ = area.set_selection_range(units, units);
        self.caret_moved(with_notes);
        let problems = self.at(at);
        let line = text
            .get(..at)
            .map_or(0, |before| before.matches('\n').count());
        let place = problems.first().and_then(|number| self.mark_of(*number));
        let line = u32::try_from(line).ok();
        let place = place.or_else(|| self.parts.mirror.children().item(line?));
        if let Some(place) = place {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            place.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Gives the focus to the lines without moving the page: what is to be seen of them is not all.
    pub(super) fn focus(&self) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = self.parts.area.focus_with_options(&options);
    }

    /// Goes to the next problem, or to the one before.
    pub(super) fn step(&self, forth: bool) {
        self.settle();
        let (text, here) = self.caret();
        let places: Vec<(usize, usize)> = {
            let sheet = self.sheet.borrow();
            let mut places: Vec<(usize, usize)> = sheet
                .problems
                .iter()
                .enumerate()
                .filter(|(_, problem)| problem.is_grave())
                .map(|(number, problem)| (problem.place.start, number))
                .collect();
            places.dedup_by_key(|(start, _)| *start);
            places
        };
        let found = if forth {
            let next = places.iter().find(|(start, _)| *start > here);
            next.or(places.first())
        } else {
            let before = places.iter().rev().find(|(start, _)| *start < here);
            before.or(places.last())
        };
        match found {
            Some((start, _)) => self.move_to(&text, *start, false),
            None => self.say(texts::NO_PROBLEM),
        }
    }

    /// Goes to a problem by its number.
    pub(super) fn go(&self, number: usize) {
        let start = self.problem(number, |problem| problem.place.start);
        if let Some(start) = start {
            self.move_to(&self.parts.area.value(), start, true);
        }
    }

    /// Applies the fix of a problem.
    pub(super) fn fix(&self, number: usize) {
        let text = self.problem(number, |problem| Some(problem.fix.as_ref()?.text.clone()));
        if let Some(text) = text.flatten() {
            self.change(&text);
            self.say(texts::FIXED);
        }
    }

    /// Applies the fix of what is wrong at the caret, of what is gravest first.
    pub(super) fn fix_here(&self) {
        self.settle();
        let (_, here) = self.caret();
        let numbers = self.at(here);
        let has_fix = |number: &usize| self.problem(*number, |problem| problem.fix.is_some());
        match numbers
            .into_iter()
            .find(|number| has_fix(number) == Some(true))
        {
            Some(number) => self.fix(number),
            None => self.say(texts::NO_FIX),
        }
    }

    /// The caret went somewhere without typing: what is wrong there is shown and said. Notes alone
    /// only where they are wanted.
    pub(super) fn caret_moved(&self, with_notes: bool) {
        self.typing.set(0);
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
        if !is_open || before != self.parts.card.get_attribute("data-problems") {
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
            inner.is_pinned.set(false);
            inner.open_card(&numbers);
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

    fn has_focus_in_card(&self) -> bool {
        let document = self.parts.root.owner_document();
        let focused = document.and_then(|document| document.active_element());
        let focused: Option<&Node> = focused.as_ref().map(AsRef::as_ref);
        focused.is_some() && self.parts.card.contains(focused)
    }

    /// The text and the byte at which the caret stands.
    fn caret(&self) -> (String, usize) {
        let text = self.parts.area.value();
        let units = self.parts.area.selection_start().ok().flatten();
        let at = caret::byte(&text, units.unwrap_or_default());
        (text, at)
    }

    /// The problems at a byte: first what begins there, then the gravest.
    fn at(&self, at: usize) -> Vec<usize> {
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

    fn problem<T>(&self, number: usize, take: impl FnOnce(&Problem) -> T) -> Option<T> {
        self.sheet.borrow().problems.get(number).map(take)
    }
}
