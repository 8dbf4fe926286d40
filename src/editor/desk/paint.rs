//! What the editor shows: lines, marks, and the card.

use cts_tracker::{Locale, Severity, Text};
use web_sys::Element;

use super::super::lines::{self, Line};
use super::super::parts::Parts;
use super::super::problems::Problem;
use super::Inner;
use super::list::Entry;
use crate::texts::{count, editor as texts, fill};

/// Texts longer than this, in bytes, have no colours and line numbers. A request has 64 KiB at most.
const LONGEST: usize = 65_536;

/// Between a mark and its card, in pixels, so that the mark is seen whole.
const GAP: f64 = 5.0;

/// The word for a severity.
pub(super) const fn word(severity: Severity) -> Text {
    match severity {
        Severity::Error => texts::ERROR,
        Severity::Warning => texts::WARNING,
        Severity::Info => texts::NOTE,
    }
}

/// The line of a problem in words.
pub(super) fn line(problem: &Problem, locale: Locale) -> String {
    fill(
        texts::LINE.get(locale),
        &[("line", &problem.line.to_string())],
    )
}

/// Numbers parted by spaces.
pub(super) fn joined(numbers: &[usize]) -> String {
    numbers
        .iter()
        .map(usize::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

impl Inner {
    /// Gives the parts their names in a language.
    pub(super) fn name_parts(&self, locale: Locale) {
        let Parts {
            area,
            card,
            list,
            keys,
            buttons,
            ..
        } = &self.parts;
        let name = |element: &Element, text: Text| {
            let _ = element.set_attribute("aria-label", text.get(locale));
        };
        name(area, texts::LABEL);
        name(card, texts::CARD);
        name(list, texts::PROBLEMS);
        keys.set_text_content(Some(texts::KEYS.get(locale)));
        let names = [texts::PREVIOUS, texts::NEXT, texts::FORMAT];
        for (button, text) in buttons.iter().zip(names) {
            button.set_text_content(Some(text.get(locale)));
        }
    }

    /// Shows the text and its problems. What looks as before is left alone.
    pub(super) fn paint(&self, text: &str) {
        let Parts {
            root,
            mirror,
            maker,
            area,
            ..
        } = &self.parts;
        let is_long = text.len() > LONGEST;
        let _ = root.class_list().toggle_with_force("plain", is_long);
        let sheet = &mut *self.sheet.borrow_mut();
        let lines = if is_long {
            Vec::new()
        } else {
            lines::all(text, &sheet.problems)
        };
        let shown = mirror.children();
        for (number, line) in lines.iter().enumerate() {
            let at = u32::try_from(number).unwrap_or(u32::MAX);
            if sheet.lines.get(number) == Some(line) {
                continue;
            }
            let element = shown.item(at).or_else(|| {
                let element = maker.make("div", &[("class", "text-line")])?;
                mirror.append_child(&element).ok()?;
                Some(element)
            });
            if let Some(element) = element {
                self.fill_line(&element, line);
            }
        }
        while shown.length() as usize > lines.len() {
            if let Some(last) = mirror.last_element_child() {
                last.remove();
            }
        }
        sheet.lines = lines;
        let has_errors = sheet
            .problems
            .iter()
            .any(|found| found.severity == Severity::Error);
        let _ = area.set_attribute("aria-invalid", if has_errors { "true" } else { "false" });
        let locale = sheet.locale.unwrap_or(Locale::English);
        let words = status(&sheet.problems, is_long, locale);
        write(&self.parts.status, &words);
        sheet.list.show(&self.parts, &sheet.problems, locale);
    }

    fn fill_line(&self, element: &Element, line: &Line) {
        element.set_text_content(None);
        for part in line {
            let mut attributes = Vec::new();
            for (name, value) in [("class", &part.class), ("data-problems", &part.problems)] {
                if !value.is_empty() {
                    attributes.push((name, value.as_str()));
                }
            }
            if let Some(span) = self.parts.maker.make("span", &attributes) {
                span.set_text_content(Some(&part.text));
                let _ = element.append_child(&span);
            }
        }
    }

    /// The first mark of a problem in the lines.
    pub(super) fn mark_of(&self, number: usize) -> Option<Element> {
        let selector = ["[data-problems~='", &number.to_string(), "']"].concat();
        self.parts.mirror.query_selector(&selector).ok()?
    }

    /// Opens the card with these problems below the first of them, or above where there is no room.
    pub(super) fn open_card(&self, numbers: &[usize]) {
        let Parts { card, sheet, .. } = &self.parts;
        let Some(first) = numbers.first() else {
            return;
        };
        let locale = self.locale();
        card.set_text_content(None);
        {
            let sheet = &mut *self.sheet.borrow_mut();
            sheet.carded.clear();
            for number in numbers {
                let Some(problem) = sheet.problems.get(*number) else {
                    continue;
                };
                if let Some(entry) = Entry::new(&self.parts.maker, false) {
                    entry.fill(&self.parts.maker, *number, problem, locale);
                    let _ = card.append_child(entry.root());
                }
                sheet.carded.push((*number, problem.clone()));
            }
        }
        let _ = card.set_attribute("data-problems", &joined(numbers));
        card.set_hidden(false);
        let frame = sheet.get_bounding_client_rect();
        let size = card.get_bounding_client_rect();
        let mark = self.mark_of(*first);
        let mark = mark.map_or_else(|| frame.clone(), |mark| mark.get_bounding_client_rect());
        let room = (frame.width() - size.width()).max(0.0);
        let left = (mark.left() - frame.left()).clamp(0.0, room);
        let above = mark.top() - frame.top() - size.height() - GAP;
        let below = mark.bottom() - frame.top() + GAP;
        let fits_below = below + size.height() <= frame.height();
        let top = if fits_below || above < 0.0 {
            below
        } else {
            above
        };
        for (name, value) in [("left", left), ("top", top)] {
            #[expect(clippy::cast_possible_truncation, reason = "pixels of a text")]
            let value = [&(value as i32).to_string(), "px"].concat();
            let _ = card.style().set_property(name, &value);
        }
    }
}

/// Gives an element a text, unless it has it.
pub(super) fn write(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// How much is wrong, in words.
fn status(problems: &[Problem], is_long: bool, locale: Locale) -> String {
    let number = |severity| {
        problems
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    };
    let (errors, warnings) = (number(Severity::Error), number(Severity::Warning));
    let mut words = Vec::new();
    if errors > 0 {
        words.push(count(errors, texts::ERROR_ONE, texts::ERROR_MANY, locale));
    }
    if warnings > 0 {
        words.push(count(
            warnings,
            texts::WARNING_ONE,
            texts::WARNING_MANY,
            locale,
        ));
    }
    let is_clean = words.is_empty();
    if problems.iter().any(Problem::is_about_all) {
        words.push(texts::KEPT.get(locale).to_owned());
    }
    if is_long {
        words.push(texts::TOO_LONG.get(locale).to_owned());
    }
    if is_clean && words.is_empty() {
        return texts::CLEAN.get(locale).to_owned();
    }
    words.join(texts::AND.get(locale))
}
