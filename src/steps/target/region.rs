//! The region: one of the list, or typed.

use cts_tracker::{REGIONS, Region};

use crate::components::findings;
use crate::components::member_field::labelled;
use crate::components::select::{self, OptionGroup, Select};
use crate::components::text_input::{self, TextInput};
use crate::dom::{El, component, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Field, Finding, State};
use crate::texts::steps;

pub(super) fn show(shell: &Shell, state: &State, open: &[Finding]) -> El {
    let id = Field::Region.id();
    let found = findings::at(open, Field::Region);
    let invalid = findings::has_error(&found);
    let typed = is_typed(state);
    // The control that has to be mended has the id of the field.
    let select_id = if typed {
        join(&id, "-select")
    } else {
        id.clone()
    };
    let described_by = findings::described_by(&id, &found);
    let label = of("label", "head")
        .set("for", select_id.clone())
        .put(labelled(shell.say(steps::REGION), None, None));
    let help = of("div", "help")
        .set("id", join(&id, "-help"))
        .with(el("p").text(shell.say(steps::REGION_HELP)));
    let select = select::show(
        shell,
        Select {
            id: select_id,
            value: (!typed).then(|| state.target.region.clone()),
            described_by: described_by.clone(),
            invalid: invalid && !typed,
            empty: shell.say(steps::REGION_CHOOSE),
            other: shell.say(steps::REGION_OTHER),
            field: Field::Region,
            groups: groups(shell, state),
        },
    );
    let frame = of("div", if invalid { "field wrong" } else { "field" })
        .with(label)
        .with(help)
        .put(findings::show(shell, &id, &found))
        .put(select);
    if !typed {
        return frame.put(nothing());
    }
    let hint_id = join(&id, "-hint");
    let line = component::<TextInput>(
        text_input::Props {
            shell: shell.clone(),
            id,
            field: Field::Region,
            value: state.target.region.clone(),
            described_by: [&described_by, " ", &hint_id].concat(),
            label: Some(shell.say(steps::REGION_ID)),
            invalid,
            numeric: false,
        },
        None,
    );
    let hint = of("p", "hint")
        .set("id", hint_id)
        .text(shell.say(steps::REGION_ID_HELP));
    frame.with(of("div", "reveal").put(line).with(hint))
}

/// Whether the region is typed: it was asked for, or the region is in no list.
fn is_typed(state: &State) -> bool {
    let region = state.target.region.as_str();
    let listed =
        region.is_empty() || Region::find(region).is_some() || is_configured(state, region);
    state.target.types_region || !listed
}

fn is_configured(state: &State, region: &str) -> bool {
    state
        .config
        .regions
        .iter()
        .any(|configured| configured == region)
}

/// The regions of the proxy first, as those are the ones that work; then all others.
fn groups(shell: &Shell, state: &State) -> Vec<OptionGroup> {
    let entry = |id: &str| (id.to_owned(), name(shell, id));
    let configured: Vec<_> = state.config.regions.iter().map(|id| entry(id)).collect();
    let others: Vec<_> = REGIONS
        .iter()
        .filter(|region| !is_configured(state, region.id))
        .map(|region| entry(region.id))
        .collect();
    let mut groups = Vec::new();
    for (title, entries) in [
        (steps::REGION_CONFIGURED, configured),
        (steps::REGION_ALL, others),
    ] {
        if !entries.is_empty() {
            groups.push((Some(shell.say(title)), entries));
        }
    }
    groups
}

/// The name of a region with its id.
fn name(shell: &Shell, id: &str) -> String {
    match Region::find(id).map(|region| region.label(shell.locale)) {
        Some(label) if label != id => [label, " (", id, ")"].concat(),
        _ => id.to_owned(),
    }
}
