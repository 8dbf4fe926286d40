//! What can happen.

use std::rc::Rc;

use cts_tracker::{Locale, Member, Sample, TrackerType, Value};

use super::{Failure, Field, Reply, Request, Step, TextChoice, Transfer};
use crate::config::Config;

/// What can happen to the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// The settings of the page are known.
    Configured(Rc<Config>),
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
    /// The open dialog was agreed to.
    Confirm,
    /// The open dialog was closed.
    Dismiss,
    /// The person does not want to wait for the answer any longer.
    StopWaiting,
    Answered(Rc<Reply>),
    Failed(Failure),
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
    Send(Rc<Request>),
}

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Effect {
    None,
    Focus(Focus),
    Take(Take),
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
    Sending,
    /// So many errors are shown now.
    Errors(usize),
}
