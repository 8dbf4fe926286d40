//! Where the trace files go.

use cts_tracker::{Member, Text};
use yew::{Html, html};

use super::{field, members};
use crate::components::{described_by, findings_at, has_error, show_findings};
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
    html! {
        <>
            { question(shell, transfer, open) }
            if transfer == Transfer::Bucket {
                <div class="nested">
                    { field(state, open, Member::BucketName) }
                    { members(state, open, &REST) }
                    { example(shell, state) }
                </div>
            }
            if transfer == Transfer::Stop {
                <div class="nested">
                    { show_findings(
                        shell,
                        &Field::Member(Member::BucketName).id(),
                        &findings_at(open, Field::Member(Member::BucketName)),
                    ) }
                    <details class="rest" open={REST.iter().any(|&member| state.draft.get(member).is_some())}>
                        <summary>{ shell.say(steps::TRANSFER_REST) }</summary>
                        { members(state, open, &REST) }
                    </details>
                </div>
            }
        </>
    }
}

/// The question that decides about all the rest.
fn question(shell: &Shell, transfer: Transfer, open: &[Finding]) -> Html {
    let group = Field::Member(Member::ObsInfo);
    let id = group.id();
    let findings = findings_at(open, group);
    let entry = Member::ObsInfo.entry();
    let wrong = has_error(&findings);
    let card = |name: &str, way: Transfer, title: Text, help: Text| {
        card(&id, name, transfer == way, shell, Action::ChooseTransfer(way), title, help)
    };
    html! {
        <fieldset
            class={if wrong { "field wrong" } else { "field" }}
            id={id.clone()}
            role="radiogroup"
            aria-describedby={described_by(&id, &findings)}
            aria-invalid={wrong.then_some("true")}
        >
            <legend>
                <span class="field-label">{ shell.say(steps::TRANSFER_QUESTION) }</span>
                <code translate="no">{ entry.name }</code>
            </legend>
            <div class="help" id={[id.as_str(), "-help"].concat()}>
                <p>{ entry.help.get(shell.locale) }</p>
            </div>
            { show_findings(shell, &id, &findings) }
            <div class="cards">
                { card("omit", Transfer::LeaveOut, steps::TRANSFER_OMIT, steps::TRANSFER_OMIT_HELP) }
                { card("bucket", Transfer::Bucket, steps::TRANSFER_BUCKET, steps::TRANSFER_BUCKET_HELP) }
                { card("stop", Transfer::Stop, steps::TRANSFER_STOP, steps::TRANSFER_STOP_HELP) }
            </div>
        </fieldset>
    }
}

/// A radio button with an explanation.
pub(super) fn card(
    group: &str,
    name: &str,
    checked: bool,
    shell: &Shell,
    action: Action,
    title: Text,
    help: Text,
) -> Html {
    let id = [group, "-", name].concat();
    let help_id = [id.as_str(), "-help"].concat();
    html! {
        <div class="card">
            <input type="radio" name={group.to_owned()} id={id.clone()} {checked}
                aria-describedby={help_id.clone()} onchange={shell.on(action)} />
            <label for={id}>{ shell.say(title) }</label>
            <p id={help_id}>{ shell.say(help) }</p>
        </div>
    }
}

fn example(shell: &Shell, state: &State) -> Html {
    let path = object_path(&state.draft, state.target.region.trim(), shell.locale);
    html! {
        <div class="example">
            <h2>{ shell.say(steps::EXAMPLE) }</h2>
            <p class="path"><code translate="no">{ path }</code></p>
            <p class="hint">{ shell.say(steps::EXAMPLE_HELP) }</p>
        </div>
    }
}
