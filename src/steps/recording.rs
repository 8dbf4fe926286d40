//! What is recorded: status, LTS, organization, excluded services, the tracked bucket.

use cts_tracker::{Member, TrackerType};
use yew::{Html, html};

use super::members;
use crate::components::{choice, described_by, findings_at, show_findings};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::steps;

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    html! {
        <>
            if state.tracker_type() == TrackerType::Data {
                { tracked(shell, state, open) }
            }
            { members(
                state,
                open,
                &[
                    Member::Status,
                    Member::IsLtsEnabled,
                    Member::IsOrganizationTracker,
                    Member::ExcludeService,
                ],
            ) }
        </>
    }
}

/// The tracked bucket: left out, or sent with its name and its operations.
fn tracked(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let field = Field::Member(Member::DataBucket);
    let id = field.id();
    let findings = findings_at(open, field);
    let sent = state.sends_object(Member::DataBucket);
    let entry = Member::DataBucket.entry();
    html! {
        <>
            <fieldset class="field" id={id.clone()} role="radiogroup" aria-describedby={described_by(&id, &findings)}>
                <legend>
                    <span class="field-label">{ shell.say(steps::TRACKED) }</span>
                    <code translate="no">{ entry.name }</code>
                </legend>
                <div class="help" id={[id.as_str(), "-help"].concat()}>
                    <p>{ entry.help.get(shell.locale) }</p>
                </div>
                { show_findings(shell, &id, &findings) }
                <div class="choices">
                    { choice(&id, "omit", !sent, shell.say(steps::TRACKED_OMIT), None,
                        shell.on(Action::SendDataBucket(false))) }
                    { choice(&id, "send", sent, shell.say(steps::TRACKED_SEND), None,
                        shell.on(Action::SendDataBucket(true))) }
                </div>
            </fieldset>
            if sent {
                <div class="nested">
                    { members(state, open, &[Member::DataBucketName, Member::DataEvent]) }
                </div>
            }
        </>
    }
}
