//! The way back to what the form had before, and forth again.

use std::rc::Rc;

use cts_tracker::Draft;

use super::{Field, Memory, Said, State, Target, Written};

/// How many changes can be taken back.
const MOST: usize = 200;

/// What the form had.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Past {
    pub(super) draft: Draft,
    written: Option<Written>,
    target: Target,
    memories: [Memory; 2],
    start: Draft,
}

/// The changes that can be taken back and made again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trail {
    past: Vec<Rc<Past>>,
    future: Vec<Rc<Past>>,
    /// What is being typed into: all its keystrokes are one change.
    typing: Option<Stroke>,
}

/// What a keystroke goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stroke {
    Field(Field),
    /// The request as text.
    Text,
}

impl Trail {
    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The next keystroke begins a change of its own.
    pub(super) fn pause(&mut self) {
        self.typing = None;
    }
}

impl State {
    /// What the form has now, to come back to.
    pub(super) fn past(&self) -> Past {
        Past {
            draft: self.draft.clone(),
            written: self.written.clone(),
            target: self.target.clone(),
            memories: self.memories.clone(),
            start: self.start.clone(),
        }
    }

    /// Notes a change that was just made, if it was one.
    pub(super) fn record(&mut self, before: Past, typing: Option<Stroke>) {
        let is_same = before.draft == self.draft
            && before.written == self.written
            && before.target == self.target;
        if is_same {
            return;
        }
        let goes_on = typing.is_some() && typing == self.trail.typing;
        self.trail.typing = typing;
        self.trail.future.clear();
        if !goes_on {
            self.trail.past.push(Rc::new(before));
            if self.trail.past.len() > MOST {
                self.trail.past.remove(0);
            }
        }
    }

    pub(super) fn undo(&mut self) {
        if let Some(past) = self.trail.past.pop() {
            let now = self.swap(&past);
            self.trail.future.push(now);
            self.say(Said::Undone);
        }
    }

    pub(super) fn redo(&mut self) {
        if let Some(past) = self.trail.future.pop() {
            let now = self.swap(&past);
            self.trail.past.push(now);
            self.say(Said::Redone);
        }
    }

    /// Takes what the form had, and gives what it has.
    fn swap(&mut self, past: &Past) -> Rc<Past> {
        let now = Rc::new(self.past());
        self.draft = past.draft.clone();
        self.written.clone_from(&past.written);
        self.desk.tells_broken = past.written.as_ref().is_some_and(|text| text.is_broken);
        self.target = past.target.clone();
        self.memories.clone_from(&past.memories);
        self.start = past.start.clone();
        self.trail.pause();
        self.replaced = false;
        // What was said about other values does not stand at these.
        self.marks.clear();
        self.judge();
        now
    }
}
