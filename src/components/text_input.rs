//! A line to type into.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlInputElement, InputEvent};
use yew::{
    AttrValue, Callback, FocusEvent, Html, NodeRef, Properties, TargetCast, component, html,
    use_effect_with, use_node_ref,
};

use crate::shell::{Shell, use_shell};
use crate::state::{Action, Field};

/// How long leaving a field waits when something that can be clicked takes the focus, in
/// milliseconds. An error that appeared at once would move the button away from under the pointer.
const CLICK: u32 = 200;

/// What a line needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) id: AttrValue,
    pub(crate) field: Field,
    pub(crate) value: AttrValue,
    pub(crate) described_by: AttrValue,
    #[prop_or_default]
    pub(crate) label: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) invalid: bool,
    #[prop_or_default]
    pub(crate) numeric: bool,
}

/// A line to type into. While an input method composes, nothing is told and nothing is put back
/// into the line, so that the composition is not disturbed.
#[component]
pub(crate) fn TextInput(props: &Props) -> Html {
    let shell = use_shell();
    let node = use_node_ref();
    let field = props.field;
    use_effect_with(props.value.clone(), {
        let node = node.clone();
        move |value| {
            if let Some(input) = node.cast::<HtmlInputElement>()
                && input.value() != value.as_str()
            {
                input.set_value(value);
            }
        }
    });
    use_effect_with((field, shell.clone()), {
        let node = node.clone();
        move |(field, shell)| {
            let listener = listen(&node, *field, shell.clone());
            move || drop(listener)
        }
    });
    let oninput = {
        let shell = shell.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if !event.is_composing() {
                shell.act(Action::Type(field, input.value()));
            }
        })
    };
    let onblur = {
        let shell = shell.clone();
        Callback::from(move |event: FocusEvent| leave(&event, field, shell.clone()))
    };
    html! {
        <input
            ref={node}
            class={if props.numeric { "line line-short" } else { "line" }}
            id={props.id.clone()}
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            inputmode={props.numeric.then_some("numeric")}
            aria-label={props.label.clone()}
            aria-describedby={props.described_by.clone()}
            aria-invalid={props.invalid.then_some("true")}
            onfocus={shell.on(Action::Enter(field))}
            {oninput}
            {onblur}
        />
    }
}

/// Tells what was composed, once it is.
fn listen(node: &NodeRef, field: Field, shell: Shell) -> Option<EventListener> {
    let input = node.cast::<HtmlInputElement>()?;
    let source = input.clone();
    Some(EventListener::new(&input, "compositionend", move |_| {
        shell.act(Action::Type(field, source.value()));
    }))
}

fn leave(event: &FocusEvent, field: Field, shell: Shell) {
    let next = event.related_target();
    let to_field = next.is_some_and(|next| {
        use wasm_bindgen::JsCast;
        next.dyn_ref::<HtmlElement>().is_some_and(|element| element.tag_name() == "INPUT")
    });
    if to_field {
        shell.act(Action::Leave(field));
    } else {
        Timeout::new(CLICK, move || shell.act(Action::Leave(field))).forget();
    }
}
