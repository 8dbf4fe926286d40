//! The list of problems. What is listed already keeps its elements, and with them the focus and the
//! place of whoever reads it.

use cts_tracker::Locale;
use web_sys::Element;

use super::super::parts::{Maker, Parts};
use super::super::problems::Problem;
use super::paint::{line, word, write};
use crate::texts::{editor as texts, notices};

/// What is wrong, one below the other; notes are folded.
#[derive(Default)]
pub(super) struct List {
    shown: Vec<(Problem, Entry)>,
    /// The frame of the notes, with its title.
    notes: Option<(Element, Element)>,
    locale: Option<Locale>,
}

impl List {
    /// Lists these problems. Nothing is touched when they are the ones that are listed.
    pub(super) fn show(&mut self, parts: &Parts, problems: &[Problem], locale: Locale) {
        let is_same = self.shown.len() == problems.len()
            && self.shown.iter().map(|(shown, _)| shown).eq(problems);
        if is_same && self.locale == Some(locale) {
            return;
        }
        self.locale = Some(locale);
        let mut before = std::mem::take(&mut self.shown);
        for (number, problem) in problems.iter().enumerate() {
            let known = before.iter().position(|(shown, _)| {
                shown.is_like(problem) && shown.is_grave() == problem.is_grave()
            });
            let entry = match known {
                Some(place) => Some(before.remove(place).1),
                None => Entry::new(&parts.maker, true),
            };
            if let Some(entry) = entry {
                entry.fill(&parts.maker, number, problem, locale);
                self.shown.push((problem.clone(), entry));
            }
        }
        for (_, entry) in before {
            entry.root.remove();
        }
        self.arrange(parts, locale);
    }

    /// Puts each entry into its place. One that stands there is not touched.
    fn arrange(&mut self, parts: &Parts, locale: Locale) {
        if self.shown.iter().all(|(problem, _)| problem.is_grave()) {
            if let Some((notes, _)) = self.notes.take() {
                notes.remove();
            }
        } else if self.notes.is_none() {
            self.notes = folded(&parts.maker);
        }
        let mut graves = 0;
        let mut others = 0;
        for (problem, entry) in &self.shown {
            match &self.notes {
                Some((notes, _)) if !problem.is_grave() => {
                    others += 1;
                    // Behind the title.
                    put(notes, &entry.root, others);
                }
                _ => {
                    put(&parts.list, &entry.root, graves);
                    graves += 1;
                }
            }
        }
        if let Some((notes, title)) = &self.notes {
            write(title, texts::NOTES.get(locale));
            put(&parts.list, notes, graves);
        }
    }
}

/// The frame of the notes and its title.
fn folded(maker: &Maker) -> Option<(Element, Element)> {
    let notes = maker.make("details", &[])?;
    let title = maker.make("summary", &[])?;
    notes.append_child(&title).ok()?;
    Some((notes, title))
}

/// Puts an element into a place among the others of its parent.
fn put(parent: &Element, element: &Element, place: u32) {
    let there = parent.children().item(place);
    if there.as_ref() != Some(element) {
        let _ = parent.insert_before(element, there.as_ref().map(AsRef::as_ref));
    }
}

/// A problem with its message and its fix, in the list with its line.
pub(super) struct Entry {
    root: Element,
    icon: Element,
    severity: Element,
    message: Element,
    ways: Element,
    /// The way to the place.
    go: Option<Element>,
}

impl Entry {
    /// Makes the elements. `None` when the browser refuses.
    pub(super) fn new(maker: &Maker, is_listed: bool) -> Option<Self> {
        let root = maker.make("div", &[])?;
        let icon = maker.icon("")?;
        let body = maker.make("div", &[])?;
        let words = maker.make("p", &[])?;
        let severity = maker.make("strong", &[])?;
        let message = maker.make("span", &[])?;
        let ways = maker.make("div", &[("class", "buttons")])?;
        let go = is_listed.then(|| maker.button("quiet", "", "")).flatten();
        for (parent, child) in [
            (&words, &severity),
            (&words, &message),
            (&body, &words),
            (&body, &ways),
            (&root, &icon),
            (&root, &body),
        ] {
            parent.append_child(child).ok()?;
        }
        if let Some(go) = &go {
            ways.append_child(go).ok()?;
        }
        Some(Self {
            root,
            icon,
            severity,
            message,
            ways,
            go,
        })
    }

    pub(super) fn root(&self) -> &Element {
        &self.root
    }

    /// Says what the problem with this number is, and offers its fix.
    pub(super) fn fill(&self, maker: &Maker, number: usize, problem: &Problem, locale: Locale) {
        let severity = problem.severity.as_str();
        self.root.set_class_name(&["finding ", severity].concat());
        self.icon.set_class_name(&["icon icon-", severity].concat());
        let grave = word(problem.severity).get(locale);
        write(&self.severity, &[grave, texts::COLON.get(locale)].concat());
        write(&self.message, &problem.message);
        let number = number.to_string();
        if let Some(go) = &self.go {
            let _ = go.set_attribute("data-do", &["go-", &number].concat());
            write(go, &line(problem, locale));
        }
        let place = u32::from(self.go.is_some());
        let button = self.ways.children().item(place);
        let Some(fix) = &problem.fix else {
            if let Some(button) = button {
                button.remove();
            }
            return;
        };
        let what = ["fix-", &number].concat();
        let words = [notices::FIX.get(locale), &fix.title].concat();
        if let Some(button) = button {
            let _ = button.set_attribute("data-do", &what);
            write(&button, &words);
        } else if let Some(button) = maker.button("quiet fix", &what, &words) {
            let _ = self.ways.append_child(&button);
        }
    }
}
