//! The trackers of a project as the cloud lists them, and how one of them gets into the form.

use std::rc::Rc;

use cts_tracker::{Current, Draft, Member, StoredTracker, TrackerType, Value};

use super::sending::trackers_address;
use super::{Failure, Field, Focus, Gate, Memory, Reply, Said, State, Step, Target};

/// What the cloud listed.
#[derive(Debug, PartialEq)]
pub(crate) struct Listed {
    /// Where it was asked for: proxy, region and project.
    pub(crate) address: String,
    /// What the cloud answered, for the modules that judge by themselves.
    pub(crate) text: Rc<str>,
    pub(crate) current: Current,
}

/// How far the list has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Listing {
    /// Nobody has asked, or the list is there.
    #[default]
    Idle,
    Waiting,
    Refused(Rc<Reply>),
    Failed(Failure),
}

/// What a list is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To choose a tracker.
    #[default]
    Choose,
    /// To see whether the cloud took over what was sent.
    ReadBack,
}

/// A list to be asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inquiry {
    pub(crate) purpose: Purpose,
    pub(crate) address: String,
}

/// What came of it.
pub(crate) type Inquired = Result<Rc<Listed>, Refusal>;

/// Why there is no list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    Reply(Rc<Reply>),
    Failure(Failure),
}

impl State {
    /// The list of the project that is chosen now, if it was asked for.
    pub(crate) fn listed(&self) -> Option<&Rc<Listed>> {
        let listed = self.listed.as_ref()?;
        (self.list_address()? == listed.address).then_some(listed)
    }

    fn list_address(&self) -> Option<String> {
        let (region, project) = (self.target.region.trim(), self.target.project_id.trim());
        let base = self.config.base.as_deref()?;
        (!region.is_empty() && !project.is_empty()).then(|| trackers_address(base, region, project))
    }

    /// Asks for the trackers of the project, or says what is missing for that.
    pub(super) fn list(&mut self) {
        if let Some(address) = self.list_address() {
            self.listing = Listing::Waiting;
            self.say(Said::Listing);
            self.inquire(Purpose::Choose, address);
            return;
        }
        self.step = Step::Target;
        let needed = [Field::Region, Field::Member(Member::ProjectId)];
        for field in needed {
            self.gate_mut().leave(field);
        }
        if let Some(field) = needed.into_iter().find(|field| self.shows_error(*field)) {
            self.focus(Focus::Field(field));
        }
    }

    pub(super) fn inquire(&mut self, purpose: Purpose, address: String) {
        self.inquiry = (self.inquiry.0.wrapping_add(1), Inquiry { purpose, address });
    }

    pub(super) fn inquired(&mut self, purpose: Purpose, outcome: Inquired) {
        match (purpose, outcome) {
            (Purpose::Choose, Ok(listed)) => {
                self.listing = Listing::Idle;
                self.say(Said::Listed(listed.current.trackers().len()));
                self.listed = Some(listed);
                self.judge();
                self.ask_anew();
            }
            (Purpose::Choose, Err(refusal)) => {
                self.listing = match refusal {
                    Refusal::Reply(reply) => Listing::Refused(reply),
                    Refusal::Failure(failure) => Listing::Failed(failure),
                };
                self.say(Said::NotListed);
            }
            (Purpose::ReadBack, outcome) => self.read_back(outcome),
        }
    }

    /// Fills the form with a listed tracker: everything it has is sent.
    pub(super) fn load(&mut self, number: usize) {
        if let Some(stored) = self.stored(number) {
            let name = stored.name().unwrap_or_default().to_owned();
            self.replace(stored.to_draft(), self.target.clone());
            self.say(Said::Loaded(name));
        }
    }

    /// Fills the form with the request that only switches a listed tracker on or off, as the
    /// vendor's own provider sends it, and goes to the review.
    pub(super) fn switch(&mut self, number: usize) {
        let Some(stored) = self.stored(number) else {
            return;
        };
        let status = if is_on(&stored) {
            "disabled"
        } else {
            "enabled"
        };
        let kept = stored.to_draft();
        let mut draft = Draft::new(stored.tracker_type().unwrap_or(TrackerType::System));
        for member in [
            Member::TrackerName,
            Member::AgencyName,
            Member::DataBucketName,
            Member::DataEvent,
        ] {
            if let Some(value) = kept.get(member) {
                draft.set(member, Some(value.clone()));
            }
        }
        draft.set(Member::Status, Some(Value::Text(status.to_owned())));
        self.replace(draft, self.target.clone());
        self.say(Said::Replaced);
        self.step = Step::Review;
        self.focus(Focus::Heading);
    }

    fn stored(&self, number: usize) -> Option<StoredTracker> {
        self.listed()?.current.trackers().get(number).cloned()
    }

    /// Puts a draft in the place of the one of its type, and a target in that of the other. There is a
    /// way back.
    pub(super) fn replace(&mut self, draft: Draft, target: Target) {
        let touched = self.draft != self.start;
        let before = self.past();
        self.draft = draft.beside(&self.draft);
        self.written = None;
        self.target = target;
        self.trail.pause();
        self.record(before, None);
        self.replaced = touched;
        self.start = self.draft.clone();
        *self.memory_mut() = Memory::default();
        *self.gate_mut() = Gate::default();
        self.summary = None;
        self.marks.clear();
        self.judge();
    }

    /// Sends what is left out as the tracker has it now.
    pub(super) fn add_left_out(&mut self) {
        let Some(difference) = &self.judged.difference else {
            return;
        };
        let ends = self.draft.text(Member::BucketName) == Some("");
        let mut whole = difference.base.clone();
        for member in Member::within(Some(Member::ObsInfo)) {
            // Whoever ends the transfer means to lose what belongs to it.
            if ends && self.draft.get(member).is_none() {
                whole.set(member, None);
            }
        }
        copy(&self.draft, &mut whole);
        let (before, written) = (self.draft.clone(), self.written.clone());
        self.replace(whole, self.target.clone());
        self.written = written;
        let is_kept = self.revise(&before);
        self.judge();
        self.say(if is_kept {
            Said::Added
        } else {
            Said::Rewritten
        });
    }
}

/// Sets what one draft has in another one of the same type.
fn copy(from: &Draft, to: &mut Draft) {
    // The table lists an object before its members, so that those replace it.
    for member in Member::ALL {
        let Some(value) = from.get(member).filter(|_| member != Member::TrackerType) else {
            continue;
        };
        // An object without anything in it takes nothing away from one with something.
        let filled = Member::within(Some(member)).any(|inner| to.get(inner).is_some());
        if !(filled && *value == Value::Json("{}".to_owned())) {
            to.set(member, Some(value.clone()));
        }
    }
}

/// Whether a tracker records, as far as its status tells. One that failed is on.
pub(crate) fn is_on(stored: &StoredTracker) -> bool {
    stored.status() != Some("disabled")
}
