//! A choice out of a long list, the last entry of which opens a line to type into.

use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Callback, Event, Html, Properties, TargetCast, component, html, use_effect,
    use_node_ref,
};

/// What a select needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) id: String,
    /// The value of the entry that is chosen. `None` for the last one.
    pub(crate) value: Option<String>,
    pub(crate) described_by: AttrValue,
    #[prop_or_default]
    pub(crate) invalid: bool,
    /// What stands for the empty value.
    pub(crate) empty: &'static str,
    /// What stands for the last entry.
    pub(crate) other: &'static str,
    /// Told the value, or `None` when the last entry was chosen.
    pub(crate) onselect: Callback<Option<String>>,
    /// The entries in between.
    pub(crate) children: Html,
}

/// The value of the last entry. No region and no project is called so.
const OTHER: &str = "*";

/// A choice out of a long list.
#[component]
pub(crate) fn Select(props: &Props) -> Html {
    let node = use_node_ref();
    // Which entry is chosen is known to the element only, and entries can come and go.
    use_effect({
        let node = node.clone();
        let value = props.value.clone();
        move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                select.set_value(value.as_deref().unwrap_or(OTHER));
            }
        }
    });
    let onchange = {
        let onselect = props.onselect.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            onselect.emit((value != OTHER).then_some(value));
        })
    };
    html! {
        <select
            ref={node}
            id={props.id.clone()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.invalid.then_some("true")}
            {onchange}
        >
            <option value="">{ props.empty }</option>
            { props.children.clone() }
            <option value={OTHER}>{ props.other }</option>
        </select>
    }
}
