//! What is recorded: status, LTS, organization, excluded services, the tracked bucket.

use cts_tracker::{Member, TrackerType};
use yew::Html;

use super::members;
use crate::components::findings;
use crate::components::member_field::{group, labelled};
use crate::components::radio::Group;
use crate::dom::{all, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::steps;

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let tracked = if state.tracker_type() == TrackerType::Data {
        tracked(shell, state, open)
    } else {
        nothing()
    };
    let asked = [
        Member::Status,
        Member::IsLtsEnabled,
        Member::IsOrganizationTracker,
        Member::ExcludeService,
    ];
    all(vec![tracked, all(members(shell, state, open, &asked))])
}

/// The tracked bucket: left out, or sent with its name and its operations.
fn tracked(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let field = Field::Member(Member::DataBucket);
    let id = field.id();
    let found = findings::at(open, field);
    let sent = state.sends_object(Member::DataBucket);
    let entry = Member::DataBucket.entry();
    let buttons = Group { shell, id: &id };
    let action = Action::SendDataBucket;
    let omit = buttons.button(
        "omit",
        !sent,
        shell.say(steps::TRACKED_OMIT),
        None,
        action(false),
    );
    let given = buttons.button(
        "send",
        sent,
        shell.say(steps::TRACKED_SEND),
        None,
        action(true),
    );
    let help = of("div", "help")
        .set("id", join(&id, "-help"))
        .with(el("p").text(entry.help.get(shell.locale)));
    let question = group(&id, "radiogroup", &found)
        .with(el("legend").put(labelled(shell.say(steps::TRACKED), Some(entry.name), None)))
        .with(help)
        .put(findings::show(shell, &id, &found))
        .with(of("div", "choices").with(omit).with(given));
    let rest = if sent {
        let inside = [Member::DataBucketName, Member::DataEvent];
        of("div", "nested")
            .puts(members(shell, state, open, &inside))
            .done()
    } else {
        nothing()
    };
    all(vec![question.done(), rest])
}
