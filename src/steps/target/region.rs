//! The region: one of the list, or typed.

use cts_tracker::{REGIONS, Region};
use yew::{Callback, Html, html};

use crate::components::{Select, TextInput, described_by, findings_at, has_error, show_findings};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, State};
use crate::texts::steps;

pub(super) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let id = Field::Region.id();
    let findings = findings_at(open, Field::Region);
    let invalid = has_error(&findings);
    let target = &state.target;
    let typed = is_typed(state);
    let onselect = {
        let shell = shell.clone();
        Callback::from(move |region| shell.act(Action::SelectRegion(region)))
    };
    // The control that has to be mended has the id of the field.
    let select_id = if typed { [&id, "-select"].concat() } else { id.clone() };
    html! {
        <div class={if invalid { "field wrong" } else { "field" }}>
            <label class="head" for={select_id.clone()}>
                <span class="field-label">{ shell.say(steps::REGION) }</span>
            </label>
            <div class="help" id={[id.as_str(), "-help"].concat()}>
                <p>{ shell.say(steps::REGION_HELP) }</p>
            </div>
            { show_findings(shell, &id, &findings) }
            <Select
                id={select_id}
                value={(!typed).then(|| target.region.clone())}
                described_by={described_by(&id, &findings)}
                invalid={invalid && !typed}
                empty={shell.say(steps::REGION_CHOOSE)}
                other={shell.say(steps::REGION_OTHER)}
                {onselect}
            >
                if !state.config.regions.is_empty() {
                    <optgroup label={shell.say(steps::REGION_CONFIGURED)}>
                        { for state.config.regions.iter().map(|region| option(shell, region)) }
                    </optgroup>
                }
                <optgroup label={shell.say(steps::REGION_ALL)}>
                    { for REGIONS
                        .iter()
                        .filter(|region| !is_configured(state, region.id))
                        .map(|region| option(shell, region.id)) }
                </optgroup>
            </Select>
            if typed {
                <div class="reveal">
                    <TextInput
                        {id}
                        field={Field::Region}
                        value={target.region.clone()}
                        described_by={described_by(&Field::Region.id(), &findings)}
                        label={shell.say(steps::REGION_ID)}
                        {invalid}
                    />
                    <p class="hint">{ shell.say(steps::REGION_ID_HELP) }</p>
                </div>
            }
        </div>
    }
}

/// Whether the region is typed: it was asked for, or the region is in no list.
fn is_typed(state: &State) -> bool {
    let region = state.target.region.as_str();
    let listed = region.is_empty() || Region::find(region).is_some() || is_configured(state, region);
    state.target.types_region || !listed
}

fn is_configured(state: &State, region: &str) -> bool {
    state.config.regions.iter().any(|configured| configured == region)
}

fn option(shell: &Shell, id: &str) -> Html {
    let label = Region::find(id).map(|region| region.label(shell.locale)).filter(|label| *label != id);
    let text = match label {
        Some(label) => [label, " (", id, ")"].concat(),
        None => id.to_owned(),
    };
    html! { <option value={id.to_owned()}>{ text }</option> }
}
