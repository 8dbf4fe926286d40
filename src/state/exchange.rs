//! From the question before sending to what came of it.

use std::rc::Rc;

use cts_tracker::answer::Outcome;
use cts_tracker::{Draft, Severity};

use super::history::Changed;
use super::sending::Sent;
use super::{
    Danger, Dialog, Effect, Failure, Field, Focus, Question, ReadBack, Reply, Said, Scope, Sending,
    State,
};

impl State {
    pub(super) fn ask_to_send(&mut self) {
        let Some(request) = self.request() else {
            return;
        };
        self.gate_mut().submit_all();
        // What the cloud said about the last attempt does not stand in the way of a new one.
        let blocked = self
            .findings()
            .iter()
            .any(|finding| finding.severity == Severity::Error && !finding.from_cloud);
        if blocked {
            self.summary = Some(Scope::All);
            self.focus(Focus::Summary);
        } else {
            let dangers = self.dangers();
            self.dialog = Some(Dialog::Send(Question {
                request: Rc::new(request),
                dangers: dangers.into_iter().map(|danger| (danger, false)).collect(),
                reminded: false,
            }));
            self.run(Effect::Prepare);
        }
    }

    /// Asks anew when something became known about the tracker while the question is open. What was
    /// agreed to stays so.
    pub(super) fn ask_anew(&mut self) {
        let dangers = self.dangers();
        if let Some(Dialog::Send(question)) = &mut self.dialog {
            let before = std::mem::take(&mut question.dangers);
            let agreed = |danger| (danger, before.contains(&(danger, true)));
            question.dangers = dangers.into_iter().map(agreed).collect();
        }
    }

    /// A box was ticked or cleared.
    pub(super) fn agree(&mut self, danger: Danger, agreed: bool) {
        if let Some(Dialog::Send(question)) = &mut self.dialog {
            for (asked, answer) in &mut question.dangers {
                if *asked == danger {
                    *answer = agreed;
                }
            }
        }
    }

    pub(super) fn confirm(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Anyway(take, _)) => self.run(Effect::Take(take)),
            Some(Dialog::Send(mut question)) => match question.open() {
                Some(number) => {
                    question.reminded = true;
                    self.dialog = Some(Dialog::Send(question));
                    self.focus(Focus::Danger(number));
                }
                None => self.send(&question.request),
            },
            Some(Dialog::Forget) => {
                self.history = Rc::default();
                self.say(Said::Forgotten);
                self.focus(Focus::Heading);
            }
            None => {}
        }
    }

    fn send(&mut self, request: &Rc<super::Request>) {
        let difference = self.judged.difference.as_ref();
        let changes = difference.map(|difference| {
            let changed = difference.changed().map(|change| Changed {
                pointer: change.member.pointer().to_owned(),
                before: change.before.clone(),
                after: change.after.clone(),
            });
            changed.collect()
        });
        self.sent = Some(Rc::new(Sent {
            request: Rc::clone(request),
            draft: self.draft.clone(),
            base: difference.map(|difference| difference.base.clone()),
            changes: changes.unwrap_or_default(),
            region: self.target.region.trim().to_owned(),
            project_id: self.target.project_id.trim().to_owned(),
            departed: String::new(),
        }));
        self.marks.clear();
        self.summary = None;
        self.replaced = false;
        self.read_back = ReadBack::Idle;
        self.sending = Sending::Waiting(Rc::clone(request));
        self.say(Said::Sending);
        self.run(Effect::Send(Rc::clone(request)));
    }

    /// The request left the page at this time.
    pub(super) fn depart(&mut self, time: String) {
        if let Some(sent) = &mut self.sent {
            Rc::make_mut(sent).departed = time;
        }
    }

    pub(super) fn dismiss(&mut self) {
        if let Some(Dialog::Anyway(..)) = self.dialog.take() {
            self.summary = Some(Scope::All);
            self.focus(Focus::Summary);
        }
    }

    /// Keeps of what the cloud said what still stands after a change to the whole draft.
    #[inline(never)]
    pub(super) fn keep_marks(&mut self, before: &Draft) {
        let now = &self.draft;
        let is_same_type = before.tracker_type() == now.tracker_type();
        self.marks.retain(|(field, _)| match field {
            Field::Region => true,
            Field::Member(member) => is_same_type && before.get(*member) == now.get(*member),
        });
    }

    pub(super) fn answered(&mut self, reply: Rc<Reply>) {
        let outcome = reply.outcome();
        if outcome != Outcome::Taken {
            let tracker_type = self.tracker_type();
            self.marks = reply
                .concerned(tracker_type)
                .map(|field| (field, Rc::clone(&reply)))
                .collect();
            if !self.marks.is_empty() {
                self.summary = Some(Scope::All);
            }
        }
        self.settle_sending(Sending::Answered(reply));
        if outcome != Outcome::NotTaken {
            self.ask_back();
        }
    }

    pub(super) fn failed(&mut self, failure: Failure) {
        self.settle_sending(Sending::Failed(failure));
        self.ask_back();
    }

    fn settle_sending(&mut self, sending: Sending) {
        self.sending = sending;
        self.note();
        self.say(Said::Nothing);
        self.focus(Focus::Answer);
    }
}
