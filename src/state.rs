//! What the page knows, and how it changes. Nothing in here touches the browser.

use std::rc::Rc;

use cts_tracker::{Draft, Locale, Member, Report, TrackerType};

use crate::config::Config;

mod action;
mod danger;
mod difference;
mod drafts;
mod edit;
mod example;
mod exchange;
mod explanation;
mod field;
mod finding;
mod gate;
mod history;
mod judged;
mod link;
mod listed;
mod memory;
mod mend;
mod read_back;
mod reduce;
mod sending;
mod step;
mod undo;
mod writing;

pub(crate) use action::{Action, Dialog, Effect, Focus, Question, Said, Scope, Take, Theme};
pub(crate) use danger::{Danger, is_harmless};
pub(crate) use difference::Difference;
pub(crate) use drafts::{Kept, read as read_drafts, write as write_drafts};
pub(crate) use example::object_path;
pub(crate) use explanation::{Explanation, Words};
pub(crate) use field::Field;
pub(crate) use finding::Finding;
pub(crate) use gate::Gate;
pub(crate) use history::{Changed, Entry, read as read_history, write as write_history};
pub(crate) use judged::Judged;
pub(crate) use listed::{Inquiry, Listed, Listing, Purpose, Refusal, is_on};
pub(crate) use memory::{Memory, TextChoice, Transfer};
pub(crate) use mend::{Mend, parse_mended};
pub(crate) use read_back::{Comparison, ReadBack};
pub(crate) use sending::{Failure, Reply, Request, Sending, address};
pub(crate) use step::Step;
pub(crate) use undo::{Stroke, Trail};
pub(crate) use writing::{Desk, Loading, Written};

/// What the page knows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) locale: Locale,
    /// Whether the language was chosen by the person, or by the browser in a language we speak.
    /// Then the configured one does not count.
    pub(crate) locale_decided: bool,
    /// The language that was asked for and is not there, as its texts could not be loaded.
    pub(crate) missed: Option<Locale>,
    pub(crate) theme: Theme,
    pub(crate) config: Rc<Config>,
    pub(crate) step: Step,
    pub(crate) target: Target,
    pub(crate) draft: Draft,
    /// The text of the request, where somebody wrote it themselves.
    pub(crate) written: Option<Written>,
    pub(crate) desk: Desk,
    pub(crate) judged: Rc<Judged>,
    pub(crate) rules: Rules,
    pub(crate) summary: Option<Scope>,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) sending: Sending,
    /// What was sent last.
    sent: Option<Rc<sending::Sent>>,
    pub(crate) read_back: ReadBack,
    pub(crate) history: Rc<Vec<Entry>>,
    pub(crate) drafts: Rc<Vec<Kept>>,
    pub(crate) listing: Listing,
    listed: Option<Rc<Listed>>,
    /// The list to be asked for, counted so that the same one can be asked for twice.
    pub(crate) inquiry: (u32, Inquiry),
    /// The member that is being edited, for the preview to mark it.
    pub(crate) editing: Option<Member>,
    /// Whether the form was just replaced, which is worth a notice.
    pub(crate) replaced: bool,
    pub(crate) trail: Trail,
    /// Whether the same request for other tools is shown.
    pub(crate) samples: bool,
    /// What the browser has to do, counted so that the same thing can be asked for twice.
    pub(crate) effect: (u32, Effect),
    /// What is said to people who cannot see that it happened, counted as well.
    pub(crate) said: (u32, Said),
    /// The changes that mend what was found, and for which verdict.
    mends: Option<(Rc<Judged>, Rc<Vec<Mend>>)>,
    /// What the cloud found fault with in its last answer, until the field is edited.
    marks: Vec<(Field, Rc<Reply>)>,
    memories: [Memory; 2],
    gates: [Gate; 2],
    /// The draft as it was when the form was last filled by the page.
    start: Draft,
}

/// Whether the rules are there, which are loaded when the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    /// They are on their way. Nothing is shown at fields yet; who asks for more waits.
    Coming,
    Here,
}

/// What the path of the request is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) region: String,
    /// Whether the region is typed instead of selected.
    pub(crate) types_region: bool,
    pub(crate) project_id: String,
    /// Whether the project id is typed although there are projects to choose from.
    pub(crate) types_project: bool,
}

impl Default for State {
    fn default() -> Self {
        let draft = Draft::default();
        Self {
            locale: Locale::English,
            locale_decided: false,
            missed: None,
            theme: Theme::System,
            config: Rc::default(),
            step: Step::Target,
            target: Target::default(),
            written: None,
            desk: Desk::default(),
            judged: Rc::new(Judged::new(&draft, None, None, None, None)),
            rules: Rules::Here,
            start: draft.clone(),
            draft,
            summary: None,
            dialog: None,
            sending: Sending::Idle,
            sent: None,
            read_back: ReadBack::Idle,
            history: Rc::default(),
            drafts: Rc::default(),
            listing: Listing::Idle,
            listed: None,
            inquiry: (0, Inquiry::default()),
            editing: None,
            replaced: false,
            trail: Trail::default(),
            samples: false,
            effect: (0, Effect::None),
            said: (0, Said::Nothing),
            mends: None,
            marks: Vec::new(),
            memories: [Memory::default(), Memory::default()],
            gates: [Gate::default(), Gate::default()],
        }
    }
}

impl State {
    /// The tracker type. The form offers no third one.
    pub(crate) fn tracker_type(&self) -> TrackerType {
        self.draft.tracker_type().unwrap_or(TrackerType::System)
    }

    /// Whether there is a proxy to send to.
    pub(crate) fn can_send(&self) -> bool {
        self.config.base.is_some()
    }

    pub(crate) fn memory(&self) -> &Memory {
        &self.memories[self.side()]
    }

    pub(crate) fn gate(&self) -> &Gate {
        &self.gates[self.side()]
    }

    fn side(&self) -> usize {
        usize::from(self.tracker_type() == TrackerType::Data)
    }

    /// What is done with the transfer to OBS.
    pub(crate) fn transfer(&self) -> Transfer {
        if !self.sends_object(Member::ObsInfo) {
            Transfer::LeaveOut
        } else if self.draft.text(Member::BucketName) == Some("") {
            Transfer::Stop
        } else {
            Transfer::Bucket
        }
    }

    /// Whether the body has an object of the table, be it empty.
    pub(crate) fn sends_object(&self, object: Member) -> bool {
        self.draft.get(object).is_some()
            || Member::within(Some(object)).any(|member| self.draft.get(member).is_some())
    }

    /// The name of the file that a download makes: `update-tracker-<type>-<name>.json`. Only
    /// characters that every file system takes.
    pub(crate) fn file_name(&self) -> String {
        let name: String = self
            .draft
            .text(Member::TrackerName)
            .unwrap_or_default()
            .chars()
            .filter(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
            .take(64)
            .collect();
        let name = if name.is_empty() { "tracker" } else { &name };
        [
            "update-tracker-",
            self.tracker_type().as_str(),
            "-",
            name,
            ".json",
        ]
        .concat()
    }

    /// The bodies of the management tracker and of the data tracker.
    pub(crate) fn bodies(&self) -> [String; 2] {
        TrackerType::ALL.map(|tracker_type| {
            let mut draft = self.draft.clone();
            draft.set_tracker_type(tracker_type);
            draft.emit()
        })
    }

    /// The request as it would be sent. `None` without a proxy.
    pub(crate) fn request(&self) -> Option<Request> {
        let base = self.config.base.as_deref()?;
        Some(Request {
            address: address(
                base,
                self.target.region.trim(),
                self.target.project_id.trim(),
            ),
            body: self.judged.emitted.text.clone(),
        })
    }

    /// Takes a draft and a target that were kept from an earlier visit.
    pub(crate) fn restore(&mut self, draft: Draft, target: Target, step: Step) {
        self.start = Draft::default();
        self.draft = draft;
        self.target = target;
        self.step = step;
        self.judge();
    }

    /// The project id and the region, as far as they are to be judged.
    fn place(&self) -> (Option<&str>, Option<&str>) {
        let project = self.target.project_id.trim();
        let region = self.target.region.trim();
        (
            (self.can_send() || !project.is_empty()).then_some(project),
            (!region.is_empty()).then_some(region),
        )
    }

    /// The verdict on the request.
    pub(crate) fn report(&self) -> &Report {
        self.judged
            .report(self.listed().map(|listed| &listed.current))
    }

    /// The errors in what would be copied.
    fn body_errors(&self) -> usize {
        let diagnostics = self.report().diagnostics().iter();
        diagnostics
            .filter(|found| judged::is_body_error(found))
            .count()
    }

    /// Judges the whole request anew.
    fn judge(&mut self) {
        let (project, region) = self.place();
        let current = self.listed().map(|listed| &listed.current);
        let written = self.written.as_ref().map(|written| written.text.as_str());
        self.judged = Rc::new(Judged::new(&self.draft, written, project, region, current));
    }
}

#[cfg(test)]
mod tests;
