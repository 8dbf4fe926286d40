//! The request as text, where somebody wrote it themselves.
//!
//! What was typed stays as it is, white space and order included. The form follows each time that
//! the text can be read; until then it keeps what it had. A change in the form is made in the text.
//!
//! The build loads all of this after the first step, so nothing here is called before somebody opens
//! the text, and nothing is inlined into what is.

use cts_tracker::{Draft, Member, TrackerType};

use super::{Field, Focus, Said, State, Stroke};

/// A text that somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Whether the form cannot take it: it is no JSON object, or an empty one. The draft is then of
    /// the last text that could be read.
    pub(crate) is_broken: bool,
}

/// The place where the request is edited as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Desk {
    pub(crate) is_open: bool,
    pub(crate) loading: Loading,
    /// Where the caret is to go, in UTF-16 code units; counted so that it can go there twice. With
    /// `None` only the focus goes to the text.
    pub(crate) caret: (u32, Option<u32>),
    /// Whether it was said that the form does not follow. Not while somebody types.
    pub(crate) tells_broken: bool,
    /// The members that were changed since nothing was typed for a while.
    touched: u32,
}

/// How far the module that edits the text has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Loading {
    #[default]
    Waiting,
    Failed,
    Ready,
}

impl State {
    /// Whether the form shows less than the text says.
    pub(crate) fn is_broken(&self) -> bool {
        self.written
            .as_ref()
            .is_some_and(|written| written.is_broken)
    }

    /// Takes a text that was kept from an earlier visit.
    #[inline(never)]
    pub(crate) fn restore_text(&mut self, text: Option<String>, is_open: bool) {
        self.desk.is_open = is_open;
        if let Some(text) = text {
            self.take_text(text);
            self.desk.tells_broken = self.is_broken();
            self.judge();
        }
    }

    /// Opens the text for editing, or closes it. A text that somebody wrote stays.
    #[inline(never)]
    pub(super) fn open_desk(&mut self, open: bool) {
        self.desk.is_open = open;
        self.trail.pause();
        if open {
            self.point_at(None);
        } else {
            // Whoever closes it soon after the last key is told what would have been said then.
            self.rest();
            self.focus(Focus::EditText);
        }
    }

    /// Opens the text and goes to a place in it.
    #[inline(never)]
    pub(super) fn point_at(&mut self, offset: Option<u32>) {
        self.desk.is_open = true;
        if self.desk.loading == Loading::Failed {
            self.desk.loading = Loading::Waiting;
        }
        self.desk.caret = (self.desk.caret.0.wrapping_add(1), offset);
    }

    /// Takes what stands in the text now. `goes_on`: it continues what was typed just before, so
    /// that both are one change.
    #[inline(never)]
    pub(super) fn write(&mut self, text: String, goes_on: bool) {
        let before = self.past();
        if !goes_on {
            self.trail.pause();
        }
        self.take_text(text);
        for member in Member::ALL {
            if before.draft.get(member) != self.draft.get(member) {
                self.desk.touched |= 1 << (member as u32);
                // What was not wrong before is not called wrong while somebody types.
                let field = Field::Member(member).visible();
                if !self.shows_error(field) {
                    self.gate_mut().spare(field);
                }
            }
        }
        self.keep_marks(&before.draft);
        self.record(before, Some(Stroke::Text));
        self.replaced = false;
        self.judge();
    }

    /// Nothing was typed for a while: what is wrong with the changed members may be shown, and that
    /// the form does not follow.
    #[inline(never)]
    pub(super) fn rest(&mut self) {
        let before = (self.shown_errors(), self.desk.tells_broken);
        for member in Member::ALL {
            if self.desk.touched & 1 << (member as u32) != 0 {
                self.gate_mut().leave(Field::Member(member).visible());
            }
        }
        self.desk.touched = 0;
        self.desk.tells_broken = self.is_broken();
        let now = (self.shown_errors(), self.desk.tells_broken);
        if now.1 && !before.1 {
            self.say(Said::Broken);
        } else if now != before {
            self.say(Said::Errors(now.0));
        }
    }

    /// Puts a text in the place of the one there is, and the draft with it if it can be read.
    #[inline(never)]
    pub(super) fn take_text(&mut self, text: String) {
        let read = Draft::parse(text.as_bytes());
        let is_broken = read.is_err();
        if let Ok(draft) = read {
            self.draft = draft.beside(&self.draft);
            self.desk.tells_broken = false;
        }
        let is_own = is_broken || text != self.draft.emit();
        self.written = is_own.then_some(Written { text, is_broken });
    }

    /// Makes the change from an earlier draft to this one in the text that somebody wrote. Where
    /// that is not possible the text is written anew, which is `false`.
    #[inline(never)]
    pub(super) fn revise(&mut self, before: &Draft) -> bool {
        let Some(written) = self.written.take() else {
            return true;
        };
        if *before == self.draft {
            self.written = Some(written);
        } else if let Some(text) = self.draft.revise(before, &written.text) {
            // What the text has besides may count for the other tracker type.
            if before.tracker_type() != self.draft.tracker_type() {
                self.take_text(text);
            } else if text != self.draft.emit() {
                let is_broken = false;
                self.written = Some(Written { text, is_broken });
            }
        } else {
            self.desk.tells_broken = false;
            return false;
        }
        true
    }

    /// Gives the text a tracker type in the place of an unusable one. The values become those of it.
    #[inline(never)]
    pub(super) fn retype(&mut self, kind: TrackerType) {
        let before = self.draft.clone();
        self.draft.set_tracker_type(kind);
        for member in Member::ALL.into_iter().skip(2) {
            self.draft.set(member, before.get(member).cloned());
        }
    }
}
