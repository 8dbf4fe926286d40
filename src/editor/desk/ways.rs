//! The ways through the text: to a place, and from problem to problem.

use web_sys::{Element, FocusOptions, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::super::caret;
use super::Inner;
use crate::texts::editor as texts;

impl Inner {
    /// Moves the caret to a byte, shows it and what is wrong there, notes as well if they are wanted.
    pub(super) fn move_to(&self, text: &str, at: usize, with_notes: bool) {
        let area = &self.parts.area;
        self.focus();
        let units = caret::units(text, at);
        let _ = area.set_selection_range(units, units);
        self.show_here(with_notes, true);
        let mark = self.at(at).first().and_then(|number| self.mark_of(*number));
        if let Some(place) = mark.or_else(|| self.part_at(text, at)) {
            scroll_to(&place);
        }
    }

    /// Sees to it that a byte of the text can be seen. Browsers do that for what is typed, and not for
    /// what a program does.
    pub(super) fn show_place(&self, text: &str, at: usize) {
        if let Some(place) = self.part_at(text, at) {
            scroll_to(&place);
        }
    }

    /// What is painted at a byte: a part of a line, or a line that is empty.
    fn part_at(&self, text: &str, at: usize) -> Option<Element> {
        let before = text.get(..at)?;
        let number = before.matches('\n').count();
        let mut left = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        let line = self.parts.mirror.children().item(number.try_into().ok()?)?;
        let sheet = self.sheet.borrow();
        let parts = sheet.lines.get(number)?.iter();
        let passed = parts.take_while(|part| {
            let is_passed = part.text.len() < left;
            left = left.saturating_sub(part.text.len());
            is_passed
        });
        let part = line.children().item(passed.count().try_into().ok()?);
        Some(part.unwrap_or(line))
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
}

/// Scrolls as far as is needed to see an element.
fn scroll_to(place: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    place.scroll_into_view_with_scroll_into_view_options(&options);
}
