//! Where the trace files go.

use cts_tracker::Member;
use yew::Html;

use super::{field, members};
use crate::components::findings;
use crate::components::member_field::{group, labelled};
use crate::components::radio::Group;
use crate::dom::{El, all, code, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State, Transfer, object_path};
use crate::texts::steps;

/// The members of `obs_info` besides the name of the bucket, in the order of the console.
const REST: [Member; 5] = [
    Member::IsObsCreated,
    Member::BucketLifecycle,
    Member::FilePrefixName,
    Member::CompressType,
    Member::IsSortByService,
];

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let transfer = state.transfer();
    let rest = match transfer {
        Transfer::LeaveOut => nothing(),
        Transfer::Bucket => of("div", "nested")
            .put(field(shell, state, open, Member::BucketName))
            .puts(members(shell, state, open, &REST))
            .with(example(shell, state))
            .key("bucket".to_owned())
            .done(),
        Transfer::Stop => stopped(shell, state, open).key("stop".to_owned()).done(),
    };
    all(vec![question(shell, transfer, open).done(), rest])
}

/// The question that decides about all the rest.
fn question(shell: &Shell, now: Transfer, open: &[Finding]) -> El {
    let field = Field::Member(Member::ObsInfo);
    let id = field.id();
    let found = findings::at(open, field);
    let entry = Member::ObsInfo.entry();
    let buttons = Group { shell, id: &id };
    let mut cards = of("div", "cards");
    for (name, way, title, help) in [
        (
            "omit",
            Transfer::LeaveOut,
            steps::TRANSFER_OMIT,
            steps::TRANSFER_OMIT_HELP,
        ),
        (
            "bucket",
            Transfer::Bucket,
            steps::TRANSFER_BUCKET,
            steps::TRANSFER_BUCKET_HELP,
        ),
        (
            "stop",
            Transfer::Stop,
            steps::TRANSFER_STOP,
            steps::TRANSFER_STOP_HELP,
        ),
    ] {
        let action = Action::ChooseTransfer(way);
        cards = cards.with(buttons.card(name, now == way, title, help, action));
    }
    let title = labelled(shell.say(steps::TRANSFER_QUESTION), Some(entry.name), None);
    let help = of("div", "help")
        .set("id", join(&id, "-help"))
        .with(el("p").text(entry.help.get(shell.locale)));
    group(&id, "radiogroup", &found)
        .with(el("legend").put(title))
        .with(help)
        .put(findings::show(shell, &id, &found))
        .with(cards)
}

/// Stopping says little, but whatever else is set is sent along and has to be seen.
fn stopped(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let bucket = Field::Member(Member::BucketName);
    let any = REST.iter().any(|&member| state.draft.get(member).is_some());
    let rest = of("details", "rest")
        .when(any, "open", "")
        .with(el("summary").text(shell.say(steps::TRANSFER_REST)))
        .puts(members(shell, state, open, &REST));
    of("div", "nested")
        .put(findings::show(
            shell,
            &bucket.id(),
            &findings::at(open, bucket),
        ))
        .with(rest)
}

fn example(shell: &Shell, state: &State) -> El {
    let path = object_path(&state.draft, state.target.region.trim(), shell.locale);
    of("div", "example")
        .with(el("h2").text(shell.say(steps::EXAMPLE)))
        .with(of("p", "path").put(code(&path)))
        .with(of("p", "hint").text(shell.say(steps::EXAMPLE_HELP)))
}
