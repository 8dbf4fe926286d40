//! The content of each step.

use cts_tracker::Member;
use yew::{Html, html};

use crate::components::{MemberField, findings_at};
use crate::state::{Field, Finding, State};

pub(crate) mod protection;
pub(crate) mod recording;
pub(crate) mod review;
pub(crate) mod target;
pub(crate) mod transfer;

/// The fields of those members that the tracker type has.
fn members(state: &State, open: &[Finding], members: &[Member]) -> Html {
    let tracker_type = state.tracker_type();
    members
        .iter()
        .filter(|member| member.belongs_to(tracker_type))
        .map(|&member| field(state, open, member))
        .collect()
}

/// The field of a member. The key keeps it apart from that of the other tracker type.
fn field(state: &State, open: &[Finding], member: Member) -> Html {
    let key = [state.tracker_type().as_str(), member.pointer()].concat();
    html! {
        <MemberField
            {key}
            {member}
            value={state.draft.get(member).cloned()}
            asked={state.memory().is_asked(member)}
            findings={findings_at(open, Field::Member(member))}
        />
    }
}
