//! How the page changes.

use std::rc::Rc;

use cts_tracker::{Draft, Locale, Sample};

use super::{
    Action, Dialog, Effect, Field, Focus, Gate, Loading, Memory, Rules, Said, Scope, State, Step,
    Take,
};

impl State {
    /// Applies an action.
    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Configured(config) => self.configure(config),
            Action::Speak(locale) => {
                self.locale = locale;
                self.locale_decided = true;
                self.missed = None;
            }
            Action::Wear(theme) => self.theme = theme,
            Action::Go(step) => self.go(step),
            Action::Next => self.submit(),
            Action::RulesCame => self.rules = Rules::Here,
            Action::Back => {
                if let Some(step) = self.step.previous() {
                    self.go(step);
                }
            }
            Action::Follow(field) => {
                self.step = field.step();
                self.focus(Focus::Field(field));
            }
            Action::Start(sample) => self.start_from(sample),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Mend(text, focus) => self.mend(text, focus),
            Action::MendAll(focus) => self.run(Effect::MendAll(focus)),
            Action::MendedAll(mended, focus) => self.mended_all(mended, focus),
            Action::Mends(judged, mends) => self.mends = Some((judged, mends)),
            Action::OpenText(open) => self.open_desk(open),
            Action::PointAt(offset) => self.point_at(Some(offset)),
            Action::Write(text, goes_on) => self.write(text, goes_on),
            Action::Rest => self.rest(),
            Action::DeskLoaded(is_there) => {
                self.desk.loading = if is_there {
                    Loading::Ready
                } else {
                    Loading::Failed
                };
            }
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
            Action::Failed(failure) => self.failed(failure),
            Action::Departed(time) => self.depart(time),
            Action::Agree(danger, agreed) => self.agree(danger, agreed),
            Action::List => self.list(),
            Action::Inquired(purpose, outcome) => self.inquired(purpose, outcome),
            Action::Load(number) => self.load(number),
            Action::Switch(number) => self.switch(number),
            Action::AddLeftOut => self.add_left_out(),
            Action::ReadBack => self.ask_back(),
            Action::Export => self.run(Effect::Export),
            Action::Forget => self.dialog = Some(Dialog::Forget),
            Action::Share => self.share(),
            Action::Opened(fragment) => self.open(&fragment, Said::Opened),
            Action::Import => self.run(Effect::Import),
            Action::Samples(open) => self.samples = open,
            Action::Imported(fragment) => self.open(&fragment, Said::Imported),
            Action::Keep(name) => self.keep(&name),
            Action::TakeUp(number) => self.take_up(number),
            Action::Drop(number) => self.drop_draft(number),
            Action::Say(said) => self.say(said),
            edit => self.edit(edit),
        }
    }

    /// The texts of the language could not be loaded: the page goes on in the one that it had, and
    /// asks for it again at the next visit.
    pub(crate) fn miss(&mut self, before: Locale) {
        self.missed = Some(self.locale);
        self.locale = before;
        self.say(Said::NotLoaded);
    }

    /// A field was left. What its object lacks because of it may be said as well.
    fn leave(&mut self, field: Field) {
        self.trail.pause();
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
        self.focus(Focus::Heading);
    }

    /// Submits the step: goes on, or says what stands in the way.
    fn submit(&mut self) {
        let step = self.step;
        self.rules = Rules::Here;
        self.gate_mut().submit(step);
        if self.has_errors_in(step) {
            self.summary = Some(Scope::Step(step));
            self.focus(Focus::Summary);
        } else if let Some(next) = step.next() {
            self.go(next);
        }
    }

    fn start_from(&mut self, sample: Option<Sample>) {
        let touched = self.draft != self.start;
        let before = self.past();
        self.draft = match sample {
            Some(sample) => Draft::sample(sample),
            None => Draft::new(self.tracker_type()),
        };
        self.written = None;
        self.start = self.draft.clone();
        self.memories = [Memory::default(), Memory::default()];
        self.gates = [Gate::default(), Gate::default()];
        self.summary = None;
        self.marks.clear();
        self.replaced = touched;
        self.trail.pause();
        self.record(before, None);
        self.say(Said::Replaced);
        self.judge();
    }

    fn take(&mut self, take: Take) {
        let errors = self.body_errors();
        if errors == 0 {
            self.run(Effect::Take(take));
        } else {
            self.gate_mut().submit_all();
            self.dialog = Some(Dialog::Anyway(take, errors));
        }
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

    pub(super) fn focus(&mut self, focus: Focus) {
        self.run(Effect::Focus(focus));
    }

    pub(super) fn run(&mut self, effect: Effect) {
        self.effect = (self.effect.0.wrapping_add(1), effect);
    }
}
