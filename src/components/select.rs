//! A choice out of a long list, the last entry of which opens a line to type into.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

use crate::dom::{El, el};
use crate::shell::Shell;
use crate::state::{Action, Field};

/// The value of the last entry. No region and no project is called so.
const OTHER: &str = "*";

/// The name of a group, if it has one, and value and text of each entry.
pub(crate) type OptionGroup = (Option<&'static str>, Vec<(String, String)>);

/// What a select needs.
pub(crate) struct Select {
    pub(crate) id: String,
    /// The value of the entry that is chosen. `None` for the last one.
    pub(crate) value: Option<String>,
    pub(crate) described_by: String,
    pub(crate) invalid: bool,
    /// What stands for the empty value.
    pub(crate) empty: &'static str,
    /// What stands for the last entry.
    pub(crate) other: &'static str,
    /// The field it belongs to: the region, else the project.
    pub(crate) field: Field,
    /// The entries in between.
    pub(crate) groups: Vec<OptionGroup>,
}

/// A choice out of a long list. Which entry is chosen is known to the element only, and entries can
/// come and go, so the page chooses the one of `data-value` after each change.
pub(crate) fn show(shell: &Shell, select: Select) -> Html {
    let (shell, field) = (shell.clone(), select.field);
    let onchange = Callback::from(move |event: Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        if let Some(value) = target.map(|select| select.value()) {
            let value = (value != OTHER).then_some(value);
            shell.act(match field {
                Field::Region => Action::SelectRegion(value),
                Field::Member(_) => Action::SelectProject(value),
            });
        }
    });
    let value = select.value.unwrap_or_else(|| OTHER.to_owned());
    let mut element = el("select")
        .set("id", select.id)
        .set("data-value", value)
        .set("aria-describedby", select.described_by)
        .when(select.invalid, "aria-invalid", "true")
        .on(ListenerKind::onchange, onchange)
        .with(option("", select.empty));
    for (name, entries) in &select.groups {
        let entries = entries
            .iter()
            .map(|(value, text)| option(value, text).done())
            .collect();
        element = match name {
            Some(name) => element.with(el("optgroup").is("label", name).puts(entries)),
            None => element.puts(entries),
        };
    }
    element.with(option(OTHER, select.other)).done()
}

fn option(value: &str, text: &str) -> El {
    el("option").set("value", value.to_owned()).text(text)
}
