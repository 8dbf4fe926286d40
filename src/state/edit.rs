//! How edits change the request.

use cts_tracker::{Kind, Member, Value};

use super::{Action, Field, Said, State, Stroke, TextChoice, Transfer};

impl State {
    /// Applies an action that changes the request, judges it, and says when more or fewer errors are
    /// shown than before.
    pub(super) fn edit(&mut self, action: Action) {
        let before = self.shown_errors();
        let past = self.past();
        let typing = match &action {
            Action::Type(field, _) => Some(Stroke::Field(*field)),
            _ => None,
        };
        self.change(action);
        let is_revised = self.written.is_none() || self.revise(&past.draft);
        self.record(past, typing);
        self.replaced = false;
        self.judge();
        let now = self.shown_errors();
        if !is_revised {
            self.say(Said::Rewritten);
        } else if now != before {
            self.say(Said::Errors(now));
        }
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::SelectRegion(region) => {
                self.target.types_region = region.is_none();
                self.target.region = region.unwrap_or_default();
                self.settle(Field::Region);
            }
            Action::SelectProject(id) => self.select_project(id),
            Action::SetType(tracker_type) => {
                if self.draft.tracker_type().is_some() {
                    self.draft.set_tracker_type(tracker_type);
                } else {
                    self.retype(tracker_type);
                }
                self.summary = None;
                self.settle(Field::Member(Member::TrackerType));
            }
            Action::Type(field, text) => self.type_into(field, text),
            Action::Choose(member, value) => {
                self.memory_mut().ask(member, false);
                self.choose(member, value);
            }
            Action::ChooseText(member, choice) => self.choose_text(member, choice),
            Action::ChooseOther(member) => {
                self.memory_mut().ask(member, true);
                self.choose(member, None);
            }
            Action::Tick(member, item, ticked) => self.tick(member, item, ticked),
            Action::ChooseTransfer(transfer) => self.choose_transfer(transfer),
            Action::SendDataBucket(send) => self.send_object(Member::DataBucket, send),
            _ => {}
        }
    }

    fn select_project(&mut self, id: Option<String>) {
        self.target.types_project = id.is_none();
        self.target.project_id = id.unwrap_or_default();
        // A project belongs to one region.
        let region = self
            .config
            .projects
            .iter()
            .find(|project| project.id == self.target.project_id)
            .map(|project| project.region.clone())
            .filter(|region| !region.is_empty());
        if let Some(region) = region {
            self.target.region = region;
            self.target.types_region = false;
        }
        self.settle(Field::Member(Member::ProjectId));
    }

    fn type_into(&mut self, field: Field, text: String) {
        let wrong = self.shows_error(field);
        self.gate_mut().type_into(field, wrong);
        self.marks.retain(|(marked, _)| *marked != field);
        match field {
            Field::Region => self.target.region = text,
            Field::Member(Member::ProjectId) => self.target.project_id = text,
            Field::Member(member) => {
                let value = match member.entry().kind {
                    _ if text.is_empty() => {
                        // What was typed last goes for good; the choice to type something stays.
                        self.memory_mut().ask(member, true);
                        None
                    }
                    Kind::Integer => Some(Value::Number(text)),
                    _ => Some(Value::Text(text)),
                };
                self.set(member, value);
            }
        }
    }

    fn choose(&mut self, member: Member, value: Option<Value>) {
        self.set(member, value);
        self.settle(Field::Member(member));
    }

    fn choose_text(&mut self, member: Member, choice: TextChoice) {
        let draft = self.draft.clone();
        let memory = self.memory_mut();
        memory.keep(&draft, member);
        memory.ask(member, choice == TextChoice::Set);
        let value = match choice {
            TextChoice::LeaveOut => None,
            TextChoice::Set => memory.recall(member),
            TextChoice::Empty => Some(Value::Text(String::new())),
        };
        self.choose(member, value);
    }

    fn tick(&mut self, member: Member, item: &'static str, ticked: bool) {
        let mut items = self
            .draft
            .list(member)
            .map(<[String]>::to_vec)
            .unwrap_or_default();
        items.retain(|present| present != item);
        if ticked {
            // In the order of the vendor's sample, which is not that of the table.
            let place = if item == "READ" { 0 } else { items.len() };
            items.insert(place, item.to_owned());
        }
        self.choose(member, Some(Value::List(items)));
    }

    fn choose_transfer(&mut self, transfer: Transfer) {
        let before = self.transfer();
        if transfer == before {
            return;
        }
        let draft = self.draft.clone();
        self.memory_mut().keep(&draft, Member::BucketName);
        match transfer {
            Transfer::LeaveOut => self.send_object(Member::ObsInfo, false),
            Transfer::Bucket => {
                self.send_object(Member::ObsInfo, true);
                let name = self.memory().recall(Member::BucketName);
                self.set(Member::BucketName, name);
            }
            Transfer::Stop => {
                self.send_object(Member::ObsInfo, true);
                self.set(Member::BucketName, Some(Value::Text(String::new())));
            }
        }
        self.settle(Field::Member(Member::ObsInfo));
        self.settle(Field::Member(Member::BucketName));
        // A bucket that is still to be named is no mistake yet.
        if transfer == Transfer::Bucket && self.draft.get(Member::BucketName).is_none() {
            self.gate_mut().spare(Field::Member(Member::ObsInfo));
            self.gate_mut().spare(Field::Member(Member::BucketName));
        }
    }

    /// Sends an object of the table with what was in it last, or leaves it out.
    fn send_object(&mut self, object: Member, send: bool) {
        if send == self.sends_object(object) {
            return;
        }
        if send {
            self.draft.set(object, Some(Value::Json("{}".to_owned())));
            for member in Member::within(Some(object)) {
                if let Some(value) = self.memory().recall(member) {
                    self.draft.set(member, Some(value));
                }
            }
        } else {
            let draft = self.draft.clone();
            for member in Member::within(Some(object)) {
                self.memory_mut().keep(&draft, member);
            }
            self.draft.set(object, None);
        }
        self.settle(Field::Member(object));
        if send {
            self.gate_mut().spare(Field::Member(object));
        }
    }

    /// Sets a member. An object that was asked for stays in the body when the last of its members
    /// is left out.
    fn set(&mut self, member: Member, value: Option<Value>) {
        let parent = member.parent();
        let kept = parent.filter(|&parent| {
            self.sends_object(parent) && parent != Member::ManagementEventSelector
        });
        self.draft.set(member, value);
        if let Some(parent) = kept.filter(|&parent| !self.sends_object(parent)) {
            self.draft.set(parent, Some(Value::Json("{}".to_owned())));
        }
    }

    /// Something was chosen at a field: it may show what is wrong, and what the cloud said about
    /// it is out of date.
    fn settle(&mut self, field: Field) {
        self.gate_mut().leave(field);
        self.marks.retain(|(marked, _)| *marked != field);
        if let Field::Member(member) = field {
            self.editing = Some(member);
        }
    }
}
