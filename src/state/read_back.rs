//! Whether the cloud took over what was sent.

use std::rc::Rc;

use cts_tracker::{Draft, Kind, Member, Value, same_setting};

use super::listed::Inquired;
use super::sending::Sent;
use super::{Purpose, Said, State};

/// How far reading back has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum ReadBack {
    /// There is nothing to read back.
    #[default]
    Idle,
    Waiting,
    /// The tracker was found.
    Compared(Rc<Comparison>),
    /// The list has no such tracker.
    Missing,
    /// The list could not be had.
    Unavailable,
}

/// What was sent and what the tracker has now.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Comparison {
    pub(crate) sent: Draft,
    pub(crate) before: Option<Draft>,
    pub(crate) now: Draft,
    /// Members that were sent and have another value.
    pub(crate) not_taken: Vec<Member>,
    /// Members that were left out and have another value than before.
    pub(crate) strayed: Vec<Member>,
}

impl Comparison {
    pub(super) fn new(sent: &Draft, before: Option<&Draft>, now: &Draft) -> Self {
        let members = |differs: &dyn Fn(Member) -> bool| {
            Member::ALL
                .into_iter()
                .filter(|member| member.entry().kind != Kind::Object)
                .filter(|member| differs(*member))
                .collect()
        };
        let not_taken = members(&|member| {
            let value = sent.get(member);
            value.is_some() && !same(member, value, now.get(member))
        });
        let strayed = members(&|member| {
            sent.get(member).is_none()
                && before.is_some_and(|before| !same(member, before.get(member), now.get(member)))
        });
        Self {
            sent: sent.clone(),
            before: before.cloned(),
            now: now.clone(),
            not_taken,
            strayed,
        }
    }

    /// Whether everything is as it was sent, and the rest as it was.
    pub(crate) fn is_clean(&self) -> bool {
        self.not_taken.is_empty() && self.strayed.is_empty()
    }
}

/// Whether two values of a member mean the same. A bucket that was made is an existing one from then
/// on.
fn same(member: Member, one: Option<&Value>, other: Option<&Value>) -> bool {
    member == Member::IsObsCreated || same_setting(member, one, other)
}

impl State {
    /// Reads the tracker back that was sent last.
    pub(super) fn ask_back(&mut self) {
        if let Some(sent) = &self.sent {
            let address = [&sent.request.address, "s"].concat();
            self.read_back = ReadBack::Waiting;
            self.inquire(Purpose::ReadBack, address);
        }
    }

    pub(super) fn read_back(&mut self, outcome: Inquired) {
        let Some(sent) = self.sent.clone() else {
            return;
        };
        self.read_back = match outcome {
            Err(_) => ReadBack::Unavailable,
            Ok(listed) => {
                let compared = compare(&sent, &listed.current);
                self.listed = Some(listed);
                self.judge();
                self.ask_anew();
                compared.map_or(ReadBack::Missing, |compared| {
                    ReadBack::Compared(Rc::new(compared))
                })
            }
        };
        self.say(match &self.read_back {
            ReadBack::Compared(found) if found.is_clean() => Said::TakenOver,
            ReadBack::Compared(_) => Said::NotTakenOver,
            _ => Said::NotReadBack,
        });
        self.complete_entry();
    }
}

fn compare(sent: &Sent, current: &cts_tracker::Current) -> Option<Comparison> {
    let name = sent.draft.text(Member::TrackerName)?;
    let stored = current.find(sent.draft.tracker_type()?, name)?;
    Some(Comparison::new(
        &sent.draft,
        sent.base.as_ref(),
        &stored.to_draft(),
    ))
}
