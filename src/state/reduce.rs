//! How the page changes.

use std::rc::Rc;

use cts_tracker::answer::Outcome;
use cts_tracker::{Draft, Sample, Severity};

use super::{
    Action, Dialog, Effect, Field, Focus, Gate, Memory, Past, Reply, Said, Scope, Sending, State,
    Step, Take,
};

impl State {
    /// Applies an action.
    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Configured(config) => self.configure(config),
            Action::Speak(locale) => {
                self.locale = locale;
                self.locale_decided = true;
            }
            Action::Wear(theme) => self.theme = theme,
            Action::Go(step) => self.go(step),
            Action::Next => self.submit(),
            Action::Back => {
                if let Some(step) = self.step.previous() {
                    self.go(step);
                }
            }
            Action::Follow(field) => {
                self.step = field.step();
                self.run(Effect::Focus(Focus::Field(field)));
            }
            Action::Start(sample) => self.start_from(sample),
            Action::Undo => self.undo(),
            Action::Enter(field) => {
                self.editing = match field {
                    Field::Member(member) => Some(member),
                    Field::Region => None,
                };
            }
            Action::Leave(field) => self.leave(field),
            Action::Take(take) => self.take(take),
            Action::Send => self.ask_to_send(),
            Action::Confirm => self.confirm(),
            Action::Dismiss => self.dismiss(),
            Action::StopWaiting => self.run(Effect::Abort),
            Action::Answered(reply) => self.answered(reply),
            Action::Failed(failure) => {
                self.sending = Sending::Failed(failure);
                self.say(Said::Nothing);
                self.run(Effect::Focus(Focus::Answer));
            }
            Action::Say(said) => self.say(said),
            edit => self.edit(edit),
        }
    }

    /// A field was left. What its object lacks because of it may be said as well.
    fn leave(&mut self, field: Field) {
        self.gate_mut().leave(field);
        if let Field::Member(member) = field
            && let Some(parent) = member.parent()
        {
            self.gate_mut().leave(Field::Member(parent));
        }
    }

    fn configure(&mut self, config: Rc<crate::config::Config>) {
        if let (false, Some(language)) = (self.locale_decided, config.language) {
            self.locale = language;
        }
        if let ([region], "") = (config.regions.as_slice(), self.target.region.as_str()) {
            self.target.region.clone_from(region);
        }
        if let ([project], "") = (config.projects.as_slice(), self.target.project_id.as_str()) {
            self.target.project_id.clone_from(&project.id);
            if self.target.region.is_empty() {
                self.target.region.clone_from(&project.region);
            }
        }
        self.config = config;
        self.judge();
    }

    fn go(&mut self, step: Step) {
        self.step = step;
        if matches!(self.summary, Some(Scope::Step(_))) {
            self.summary = None;
        }
        self.run(Effect::Focus(Focus::Heading));
    }

    /// Submits the step: goes on, or says what stands in the way.
    fn submit(&mut self) {
        let step = self.step;
        self.gate_mut().submit(step);
        if self.has_errors_in(step) {
            self.summary = Some(Scope::Step(step));
            self.run(Effect::Focus(Focus::Summary));
        } else if let Some(next) = step.next() {
            self.go(next);
        }
    }

    fn start_from(&mut self, sample: Option<Sample>) {
        let touched = self.draft != self.start;
        let before = Past {
            draft: self.draft.clone(),
            memories: self.memories.clone(),
            start: self.start.clone(),
        };
        self.draft = match sample {
            Some(sample) => Draft::sample(sample),
            None => Draft::new(self.tracker_type()),
        };
        self.start = self.draft.clone();
        self.memories = [Memory::default(), Memory::default()];
        self.gates = [Gate::default(), Gate::default()];
        self.summary = None;
        self.marks.clear();
        self.undo = touched.then(|| Rc::new(before));
        self.say(Said::Replaced);
        self.judge();
    }

    fn undo(&mut self) {
        if let Some(past) = self.undo.take() {
            self.draft = past.draft.clone();
            self.memories.clone_from(&past.memories);
            self.start = past.start.clone();
            self.say(Said::Undone);
            self.judge();
        }
    }

    fn take(&mut self, take: Take) {
        let errors = self.judged.body_errors();
        if errors == 0 {
            self.run(Effect::Take(take));
        } else {
            self.gate_mut().submit_all();
            self.dialog = Some(Dialog::Anyway(take, errors));
        }
    }

    fn ask_to_send(&mut self) {
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
            self.run(Effect::Focus(Focus::Summary));
        } else {
            self.dialog = Some(Dialog::Send(Rc::new(request)));
            self.run(Effect::Prepare);
        }
    }

    fn confirm(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Anyway(take, _)) => self.run(Effect::Take(take)),
            Some(Dialog::Send(request)) => {
                self.marks.clear();
                self.summary = None;
                self.undo = None;
                self.sending = Sending::Waiting(Rc::clone(&request));
                self.say(Said::Sending);
                self.run(Effect::Send(request));
            }
            None => {}
        }
    }

    fn dismiss(&mut self) {
        if let Some(Dialog::Anyway(..)) = self.dialog.take() {
            self.summary = Some(Scope::All);
            self.run(Effect::Focus(Focus::Summary));
        }
    }

    fn answered(&mut self, reply: Rc<Reply>) {
        if reply.outcome() != Outcome::Taken {
            let tracker_type = self.tracker_type();
            self.marks = reply
                .concerned(tracker_type)
                .map(|field| (field, Rc::clone(&reply)))
                .collect();
            if !self.marks.is_empty() {
                self.summary = Some(Scope::All);
            }
        }
        self.sending = Sending::Answered(reply);
        self.say(Said::Nothing);
        self.run(Effect::Focus(Focus::Answer));
    }

    pub(super) fn gate_mut(&mut self) -> &mut Gate {
        let side = self.side();
        &mut self.gates[side]
    }

    pub(super) fn memory_mut(&mut self) -> &mut Memory {
        let side = self.side();
        &mut self.memories[side]
    }

    pub(super) fn say(&mut self, said: Said) {
        self.said = (self.said.0.wrapping_add(1), said);
    }

    fn run(&mut self, effect: Effect) {
        self.effect = (self.effect.0.wrapping_add(1), effect);
    }
}
