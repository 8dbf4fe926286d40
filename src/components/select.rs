//! A choice out of a long list, the last entry of which opens a line to type into.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use crate::dom::{El, el};
use crate::shell::Shell;
use crate::state::{Action, Field};

/// The value of the last entry. No region and no project is called so.
const OTHER: &str = "*";

/// The name of a group, if it has one, and value and text of each entry.
pub(crate) type OptionGroup = (Option<&'static str>, Vec<(String, String)>);

/// What a select needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shell: Shell,
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

/// A choice out of a long list.
pub(crate) struct Select(NodeRef);

impl Component for Select {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self(NodeRef::default())
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (shell, field) = (props.shell.clone(), props.field);
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
        let mut select = el("select")
            .node(&self.0)
            .set("id", props.id.clone())
            .set("aria-describedby", props.described_by.clone())
            .when(props.invalid, "aria-invalid", "true")
            .on(ListenerKind::onchange, onchange)
            .with(option("", props.empty));
        for (name, entries) in &props.groups {
            let entries = entries
                .iter()
                .map(|(value, text)| option(value, text).done())
                .collect();
            select = match name {
                Some(name) => select.with(el("optgroup").is("label", name).puts(entries)),
                None => select.puts(entries),
            };
        }
        select.with(option(OTHER, props.other)).done()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        // Which entry is chosen is known to the element only, and entries can come and go.
        if let Some(select) = self.0.cast::<HtmlSelectElement>() {
            select.set_value(context.props().value.as_deref().unwrap_or(OTHER));
        }
    }
}

fn option(value: &str, text: &str) -> El {
    el("option").set("value", value.to_owned()).text(text)
}
