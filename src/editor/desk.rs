//! The editor at work: what stands in it, what is wrong with that, and what the page is told.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use cts_tracker::json::format;
use cts_tracker::{Current, Locale};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::Element;

use super::caret;
use super::lines::Line;
use super::parts::Parts;
use super::problems::{Problem, find};
use crate::fixes::Known;
use crate::texts::editor as texts;

mod card;
mod events;
mod list;
mod paint;
mod ways;

use list::List;

/// How long nothing is typed before new mistakes are shown, in milliseconds.
const REST: u32 = 600;

/// What the page is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// This stands in the text now.
    Written,
    /// The same, as part of the change before.
    WrittenOn,
    /// Nothing was typed for a while.
    Rested,
    /// The last change is to be taken back.
    Undo,
    /// The change that was taken back last is to be made again.
    Redo,
}

/// An open editor.
pub struct Desk {
    inner: Rc<Inner>,
    _listeners: Vec<EventListener>,
}

/// How the page is told.
type Tell = Box<dyn Fn(Told, &str)>;

/// What the listeners share.
struct Inner {
    parts: Parts,
    tell: Tell,
    sheet: RefCell<Sheet>,
    is_composing: Cell<bool>,
    /// What kind of typing came last, for what belongs to one change; 0 for nothing that goes on.
    typing: Cell<u8>,
    /// Waits for a rest.
    resting: RefCell<Option<Timeout>>,
    /// Waits for the pointer to stay, or to come back.
    hovering: RefCell<Option<Timeout>>,
    /// Whether the card belongs to the caret; else to the pointer.
    is_pinned: Cell<bool>,
}

/// The text and what is known about it.
struct Sheet {
    /// What the page knows.
    told: String,
    known: Known,
    current: Option<Current>,
    locale: Option<Locale>,
    /// What is shown to be wrong.
    problems: Vec<Problem>,
    /// What was wrong when nothing was typed for a while.
    settled: Vec<Problem>,
    /// The lines as they are painted.
    lines: Vec<Line>,
    /// The problems as they are listed.
    list: List,
    /// The problems in the card, with their numbers.
    carded: Vec<(usize, Problem)>,
}

impl Desk {
    /// Fills an empty element. `None` when the browser refuses.
    pub fn open(root: &Element, tell: impl Fn(Told, &str) + 'static) -> Option<Self> {
        let inner = Rc::new(Inner {
            parts: Parts::new(root)?,
            tell: Box::new(tell),
            sheet: RefCell::new(Sheet {
                told: String::new(),
                known: Known::default(),
                current: None,
                locale: None,
                problems: Vec::new(),
                settled: Vec::new(),
                lines: Vec::new(),
                list: List::default(),
                carded: Vec::new(),
            }),
            is_composing: Cell::default(),
            typing: Cell::default(),
            resting: RefCell::default(),
            hovering: RefCell::default(),
            is_pinned: Cell::default(),
        });
        let listeners = events::listen(&inner);
        Some(Self {
            inner,
            _listeners: listeners,
        })
    }

    /// Shows a text. One that stands there already keeps its caret, and nothing is touched while an
    /// input method composes.
    pub fn show(&self, text: &str, locale: Locale, known: Known) {
        let inner = &self.inner;
        let is_news = {
            let mut sheet = inner.sheet.borrow_mut();
            let is_news = sheet.locale != Some(locale) || sheet.known != known;
            if sheet.known.current != known.current {
                sheet.current = known.current();
            }
            if sheet.locale != Some(locale) {
                inner.name_parts(locale);
            }
            sheet.locale = Some(locale);
            sheet.known = known;
            is_news
        };
        let stands = inner.parts.area.value();
        if stands != text && !inner.is_composing.get() {
            inner.put(&stands, text);
            text.clone_into(&mut inner.sheet.borrow_mut().told);
        } else if is_news {
            inner.judge(true);
        }
    }

    /// Goes to a place, in UTF-16 code units, and says what is wrong there; or only to the text.
    pub fn go_to(&self, offset: Option<u32>) {
        let Some(offset) = offset else {
            self.inner.focus();
            return;
        };
        self.inner.settle();
        let text = self.inner.parts.area.value();
        self.inner.move_to(&text, caret::byte(&text, offset), false);
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.inner.resting.take();
        self.inner.hovering.take();
        self.inner.parts.root.set_text_content(None);
    }
}

impl Inner {
    fn locale(&self) -> Locale {
        self.sheet.borrow().locale.unwrap_or(Locale::English)
    }

    /// Puts another text in the place of the one that stands there, with the caret behind what is
    /// new.
    fn put(&self, before: &str, text: &str) {
        let at = caret::behind_change(before, text);
        let area = &self.parts.area;
        area.set_value(text);
        // Only where the focus is already: setting the selection would move it in some browsers.
        let focused = area.owner_document().and_then(|page| page.active_element());
        let is_here = focused.as_ref() == Some(area.as_ref());
        if is_here {
            let units = caret::units(text, at);
            let _ = area.set_selection_range(units, units);
        }
        self.typing.set(0);
        self.hide_card();
        self.judge(true);
        if is_here {
            self.show_place(text, at);
        }
    }

    /// Looks what is wrong. While somebody types nothing new is shown, and what is mended goes.
    fn judge(&self, is_resting: bool) {
        let text = self.parts.area.value();
        {
            let sheet = &mut *self.sheet.borrow_mut();
            let locale = sheet.locale.unwrap_or(Locale::English);
            let current = sheet.current.as_ref();
            let mut problems = find(&text, &sheet.known, current, locale, is_resting);
            if is_resting {
                sheet.settled.clone_from(&problems);
            } else {
                let settled = &sheet.settled;
                problems.retain(|problem| settled.iter().any(|known| known.is_like(problem)));
            }
            sheet.problems = problems;
        }
        self.paint(&text);
        self.renew_card();
    }

    /// Something was typed. `kind` tells what belongs to one change, 0 what is one by itself.
    fn typed(self: &Rc<Self>, kind: u8) {
        self.hide_card();
        self.judge(false);
        if self.is_composing.get() {
            return;
        }
        let before = self.typing.replace(kind);
        let goes_on = kind != 0 && kind == before;
        self.tell_text(if goes_on {
            Told::WrittenOn
        } else {
            Told::Written
        });
        self.rest_soon(REST);
    }

    /// Rests after so many milliseconds, but not while a pointer is pressed: what is shown then would
    /// move what is being clicked away from under the pointer.
    fn rest_soon(self: &Rc<Self>, delay: u32) {
        let inner = Rc::clone(self);
        let timer = Timeout::new(delay, move || {
            if inner.is_pressed() {
                inner.rest_soon(delay);
            } else {
                inner.rest();
            }
        });
        self.resting.replace(Some(timer));
    }

    fn is_pressed(&self) -> bool {
        let document = self.parts.root.owner_document();
        document.is_some_and(|page| matches!(page.query_selector(":active"), Ok(Some(_))))
    }

    /// Tells the page what stands there, unless it knows.
    fn tell_text(&self, how: Told) {
        let text = self.parts.area.value();
        if self.sheet.borrow().told != text {
            self.sheet.borrow_mut().told.clone_from(&text);
            (self.tell)(how, &text);
        }
    }

    /// Nothing was typed for a while, or the text was left.
    fn rest(&self) {
        if self.is_composing.get() {
            return;
        }
        self.resting.take();
        self.typing.set(0);
        self.judge(true);
        (self.tell)(Told::Rested, "");
    }

    /// Does at once what would be done after a while.
    fn settle(&self) {
        if self.resting.borrow().is_some() {
            self.rest();
        }
    }

    /// Changes the text as a whole, as one change.
    fn change(&self, text: &str) {
        let before = self.parts.area.value();
        self.put(&before, text);
        self.tell_text(Told::Written);
        (self.tell)(Told::Rested, "");
        self.focus();
    }

    /// Breaks the text into lines, or goes to where it is broken.
    fn format(&self) {
        self.settle();
        let text = self.parts.area.value();
        match format(text.as_bytes()) {
            Ok(formatted) if formatted == text => self.say(texts::FORMATTED_ALREADY),
            Ok(formatted) => {
                self.change(&formatted);
                self.say(texts::FORMATTED);
            }
            Err(_) => self.step(true),
        }
    }

    /// Breaks the line at the caret, with the white space that belongs before the next one.
    fn break_line(self: &Rc<Self>) {
        let area = &self.parts.area;
        let text = area.value();
        let place = |units: Option<u32>| caret::byte(&text, units.unwrap_or_default());
        let start = place(area.selection_start().ok().flatten());
        let end = place(area.selection_end().ok().flatten());
        let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else {
            return;
        };
        let before = [before, "\n", &caret::indent(&text, start)].concat();
        let units = caret::units(&before, before.len());
        let text = [&before, behind].concat();
        area.set_value(&text);
        let _ = area.set_selection_range(units, units);
        self.typed(0);
        self.show_place(&text, before.len());
    }
}
