//! What can happen.

use std::rc::Rc;

use cts_tracker::{Locale, Member, Sample, TrackerType, Value};

use super::listed::Inquired;
use super::{
    Danger, Failure, Field, Judged, Mend, Purpose, Reply, Request, Step, TextChoice, Transfer,
};
use crate::config::Config;

/// What can happen to the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// The settings of the page are known.
    Configured(Rc<Config>),
    /// The rules are there.
    RulesCame,
    Speak(Locale),
    Wear(Theme),
    /// A step was chosen from the list.
    Go(Step),
    Next,
    Back,
    /// A link to a field was followed.
    Follow(Field),
    /// A region was selected, or with `None` that it is going to be typed.
    SelectRegion(Option<String>),
    /// A named project was selected, or with `None` that its id is going to be typed.
    SelectProject(Option<String>),
    SetType(TrackerType),
    /// The form begins anew, with a sample or empty.
    Start(Option<Sample>),
    Undo,
    Redo,
    /// A fix is to be applied: this is the whole text of the request afterwards.
    /// The focus goes there.
    Mend(String, Focus),
    /// Every safe fix is to be applied. The focus goes there.
    MendAll(Focus),
    /// What came of that: the verdict on the text before, the text afterwards, and how many fixes
    /// there were.
    MendedAll((Rc<Judged>, String, usize), Focus),
    /// The fixes of what was found are known.
    Mends(Rc<Judged>, Rc<Vec<Mend>>),
    /// The request is to be edited as text, or not any more.
    OpenText(bool),
    /// The text is to be opened at this place, in UTF-16 code units.
    PointAt(u32),
    /// This stands in the text now; with `true` it goes on with what was typed before.
    Write(String, bool),
    /// The module that edits the text is there, or could not be loaded.
    DeskLoaded(bool),
    /// Nothing was typed into the text for a while.
    Rest,
    /// A field has the focus.
    Enter(Field),
    /// Something was typed.
    Type(Field, String),
    /// A field was left.
    Leave(Field),
    /// A value was chosen, or with `None` that the member is left out.
    Choose(Member, Option<Value>),
    /// One of the three ways to set a text was chosen.
    ChooseText(Member, TextChoice),
    /// A number that is not listed is going to be typed.
    ChooseOther(Member),
    /// A box of a list was ticked or cleared.
    Tick(Member, &'static str, bool),
    ChooseTransfer(Transfer),
    /// The tracked bucket is sent, or left out.
    SendDataBucket(bool),
    /// Copy or download was asked for.
    Take(Take),
    Send,
    /// A danger was agreed to, or not any more.
    Agree(Danger, bool),
    /// The open dialog was agreed to.
    Confirm,
    /// The open dialog was closed.
    Dismiss,
    /// The request left the page at this time.
    Departed(String),
    /// The person does not want to wait for the answer any longer.
    StopWaiting,
    Answered(Rc<Reply>),
    Failed(Failure),
    /// The trackers of the project were asked for.
    List,
    /// What came of asking for them.
    Inquired(Purpose, Inquired),
    /// The form is to be filled with a listed tracker.
    Load(usize),
    /// A listed tracker is to be switched on or off and nothing else.
    Switch(usize),
    /// What is left out is to be sent as the tracker has it.
    AddLeftOut,
    /// The tracker that was sent last is to be read back once more.
    ReadBack,
    /// What was sent from this browser is to be saved.
    Export,
    /// It is to be deleted.
    Forget,
    /// A link to this draft is wanted.
    Share,
    /// The page was opened with this fragment.
    Opened(String),
    /// Something is to be imported.
    Import,
    /// The same request for other tools is to be shown, or not any more.
    Samples(bool),
    /// What was imported, as a fragment.
    Imported(String),
    /// The draft is to be kept under a name.
    Keep(String),
    /// A kept draft is to be opened.
    TakeUp(usize),
    /// A kept draft is to be deleted.
    Drop(usize),
    /// Something is to be said.
    Say(Said),
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value of `data-theme`.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.as_str() == text)
    }
}

/// What an error summary speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Step(Step),
    All,
}

/// The two ways to take the text along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Take {
    Copy,
    Download,
}

/// A question that has to be answered first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Dialog {
    /// Take along a text that has so many errors?
    Anyway(Take, usize),
    /// Send this?
    Send(Question),
    /// Delete what was sent from this browser?
    Forget,
}

/// The question before sending.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Question {
    pub(crate) request: Rc<Request>,
    /// What has to be agreed to, and whether it is.
    pub(crate) dangers: Vec<(Danger, bool)>,
    /// Whether somebody tried to send before agreeing to everything.
    pub(crate) reminded: bool,
}

impl Question {
    /// The number of the first danger that is not agreed to.
    pub(crate) fn open(&self) -> Option<usize> {
        self.dangers.iter().position(|(_, agreed)| !agreed)
    }
}

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    None,
    Focus(Focus),
    Take(Take),
    /// Copy a link with this fragment.
    Share(String),
    /// Save what was sent from this browser.
    Export,
    /// Open the dialog to import something.
    Import,
    /// Apply every safe fix.
    MendAll(Focus),
    /// Make ready for an answer.
    Prepare,
    Send(Rc<Request>),
    /// Break off the request that is on its way.
    Abort,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Focus {
    Field(Field),
    /// The heading of the step.
    Heading,
    Summary,
    /// The heading of the answer.
    Answer,
    /// The button that opens the request as text.
    EditText,
    /// The box of a danger, by its number.
    Danger(usize),
    /// The heading above everything that was found.
    Verdict,
    /// What deletes a kept draft, by its number; without one the line for a name.
    Draft(usize),
}

/// What is said in the live region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Nothing,
    Copied,
    CopySelected,
    Downloaded(String),
    DownloadFailed,
    Replaced,
    Undone,
    Redone,
    /// A fix was applied.
    Mended,
    /// So many fixes were applied at once.
    MendedAll(usize),
    /// The text is no request that the form could show.
    Broken,
    /// The text could not be changed and is written anew.
    Rewritten,
    Sending,
    Listing,
    /// So many trackers were listed.
    Listed(usize),
    NotListed,
    /// This tracker is in the form.
    Loaded(String),
    /// What was left out is sent now.
    Added,
    TakenOver,
    NotTakenOver,
    NotReadBack,
    Forgotten,
    /// The draft is kept.
    Kept,
    /// A kept draft is deleted.
    Dropped,
    /// A draft needs a name to be kept.
    NoName,
    LinkCopied,
    LinkInAddress,
    /// What was imported is in the form.
    Imported,
    /// A module of the page could not be loaded.
    NotLoaded,
    /// The page was opened with a draft in its address.
    Opened,
    /// The page was opened with an address that it cannot read.
    NotOpened,
    /// So many errors are shown now.
    Errors(usize),
}
