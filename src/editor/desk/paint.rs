//! What the editor shows: lines, marks, the card, and the list of problems.

use cts_tracker::{Locale, Severity, Text};
use web_sys::Element;

use super::super::lines::{self, Line};
use super::super::parts::Parts;
use super::super::problems::Problem;
use super::Inner;
use crate::texts::{count, editor as texts, fill, notices};

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
        let listed = Some((locale, sheet.problems.clone()));
        if sheet.listed != listed {
            self.parts
                .status
                .set_text_content(Some(&status(&sheet.problems, is_long, locale)));
            self.parts.list.set_text_content(None);
            self.fill_list(&sheet.problems, locale);
            sheet.listed = listed;
        }
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

    /// Lists what is wrong; notes are folded.
    fn fill_list(&self, problems: &[Problem], locale: Locale) {
        let Parts { list, maker, .. } = &self.parts;
        let mut notes = None;
        for (number, problem) in problems.iter().enumerate() {
            let entry = self.entry(number, problem, locale, true);
            let home = if problem.is_grave() {
                Some(list.clone())
            } else {
                notes = notes.or_else(|| {
                    let folded = maker.make("details", &[])?;
                    let title = maker.make("summary", &[])?;
                    title.set_text_content(Some(texts::NOTES.get(locale)));
                    folded.append_child(&title).ok()?;
                    Some(folded)
                });
                notes.clone()
            };
            if let (Some(home), Some(entry)) = (home, entry) {
                let _ = home.append_child(&entry);
            }
        }
        if let Some(notes) = notes {
            let _ = list.append_child(&notes);
        }
    }

    /// A problem with its message and its fix, in the list with its line.
    fn entry(
        &self,
        number: usize,
        problem: &Problem,
        locale: Locale,
        is_listed: bool,
    ) -> Option<Element> {
        let maker = &self.parts.maker;
        let severity = problem.severity.as_str();
        let entry = maker.make("div", &[("class", &["finding ", severity].concat())])?;
        let icon = maker.icon(severity)?;
        entry.append_child(&icon).ok()?;
        let body = maker.make("div", &[])?;
        let words = maker.make("p", &[])?;
        let strong = maker.make("strong", &[])?;
        let colon = texts::COLON.get(locale);
        strong.set_text_content(Some(&[word(problem.severity).get(locale), colon].concat()));
        words.append_child(&strong).ok()?;
        let message = maker.make("span", &[])?;
        message.set_text_content(Some(&problem.message));
        words.append_child(&message).ok()?;
        body.append_child(&words).ok()?;
        let ways = maker.make("div", &[("class", "buttons")])?;
        let number = number.to_string();
        if is_listed {
            let go = maker.button("quiet", &["go-", &number].concat(), &line(problem, locale))?;
            ways.append_child(&go).ok()?;
        }
        if let Some(fix) = &problem.fix {
            let words = [notices::FIX.get(locale), &fix.title].concat();
            let button = maker.button("quiet fix", &["fix-", &number].concat(), &words)?;
            ways.append_child(&button).ok()?;
        }
        body.append_child(&ways).ok()?;
        entry.append_child(&body).ok()?;
        Some(entry)
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
        for number in numbers {
            let entry = {
                let sheet = self.sheet.borrow();
                let problem = sheet.problems.get(*number);
                problem.and_then(|problem| self.entry(*number, problem, locale, false))
            };
            if let Some(entry) = entry {
                let _ = card.append_child(&entry);
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
