//! The content of each step.

use cts_tracker::Member;
use yew::Html;

use crate::components::findings;
use crate::components::member_field;
use crate::dom::join;
use crate::shell::Shell;
use crate::state::{Field, Finding, State};

pub(crate) mod protection;
pub(crate) mod recording;
pub(crate) mod review;
pub(crate) mod target;
pub(crate) mod transfer;

/// The fields of those members that the tracker type has.
fn members(shell: &Shell, state: &State, open: &[Finding], members: &[Member]) -> Vec<Html> {
    let tracker_type = state.tracker_type();
    members
        .iter()
        .filter(|member| member.belongs_to(tracker_type))
        .map(|&member| field(shell, state, open, member))
        .collect()
}

/// The field of a member. The key keeps it apart from that of the other tracker type.
fn field(shell: &Shell, state: &State, open: &[Finding], member: Member) -> Html {
    member_field::show(
        &member_field::Props {
            shell: shell.clone(),
            member,
            value: state.draft.get(member).cloned(),
            asked: state.memory().is_asked(member),
            findings: findings::at(open, Field::Member(member)),
        },
        join(state.tracker_type().as_str(), member.pointer()),
    )
}
