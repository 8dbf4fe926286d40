//! A line to type into.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{Event, HtmlInputElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use crate::browser::page;
use crate::dom::of;
use crate::shell::Shell;
use crate::state::{Action, Field};

/// How long leaving a field waits for a click to end, in milliseconds.
const CLICK: u32 = 100;

/// What a line needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shell: Shell,
    pub(crate) id: String,
    pub(crate) field: Field,
    pub(crate) value: String,
    pub(crate) described_by: String,
    /// A name, where no label stands above the line.
    pub(crate) label: Option<&'static str>,
    pub(crate) invalid: bool,
    pub(crate) numeric: bool,
}

/// A line to type into. While an input method composes, nothing is told and nothing is put back
/// into the line, so that the composition is not disturbed.
pub(crate) struct TextInput {
    node: NodeRef,
    composing: Rc<Cell<bool>>,
    listeners: Vec<EventListener>,
}

impl Component for TextInput {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            node: NodeRef::default(),
            composing: Rc::default(),
            listeners: Vec::new(),
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Props { shell, field, .. } = context.props();
        let props = context.props();
        let composing = Rc::clone(&self.composing);
        let oninput = typing(shell, *field, &self.node, move || !composing.get());
        let mut line = of(
            "input",
            if props.numeric {
                "line line-short"
            } else {
                "line"
            },
        )
        .node(&self.node)
        .set("id", props.id.clone())
        .is("type", "text")
        .is("autocomplete", "off")
        .is("autocapitalize", "none")
        .is("spellcheck", "false")
        .set("aria-describedby", props.described_by.clone())
        .when(props.numeric, "inputmode", "numeric")
        .when(props.invalid, "aria-invalid", "true")
        .act(ListenerKind::onfocus, shell, Action::Enter(*field))
        .on(ListenerKind::oninput, oninput)
        .on(ListenerKind::onblur, leaving(shell.clone(), *field));
        if let Some(label) = props.label {
            line = line.is("aria-label", label);
        }
        line.done()
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let Some(input) = self.node.cast::<HtmlInputElement>() else {
            return;
        };
        if first {
            self.listen(context, &input);
        }
        let value = context.props().value.as_str();
        if !self.composing.get() && input.value() != value {
            input.set_value(value);
        }
    }
}

impl TextInput {
    /// Follows the compositions, and tells what was composed once it is.
    fn listen(&mut self, context: &Context<Self>, input: &HtmlInputElement) {
        let composing = Rc::clone(&self.composing);
        self.listeners
            .push(EventListener::new(input, "compositionstart", move |_| {
                composing.set(true);
            }));
        let composing = Rc::clone(&self.composing);
        let tell = typing(
            &context.props().shell,
            context.props().field,
            &self.node,
            || true,
        );
        self.listeners
            .push(EventListener::new(input, "compositionend", move |event| {
                composing.set(false);
                tell.emit(event.clone());
            }));
    }
}

/// Tells what stands in the line, when that is allowed.
fn typing(
    shell: &Shell,
    field: Field,
    node: &NodeRef,
    allowed: impl Fn() -> bool + 'static,
) -> Callback<Event> {
    let (shell, node) = (shell.clone(), node.clone());
    Callback::from(move |_| {
        if let Some(input) = node.cast::<HtmlInputElement>().filter(|_| allowed()) {
            shell.act(Action::Type(field, input.value()));
        }
    })
}

fn leaving(shell: Shell, field: Field) -> Callback<Event> {
    Callback::from(move |_| leave_later(shell.clone(), field))
}

/// Says that the field was left, but not while a pointer is pressed: an error that appeared then
/// would move what is being clicked away from under the pointer.
fn leave_later(shell: Shell, field: Field) {
    Timeout::new(CLICK, move || {
        if is_pressed() {
            leave_later(shell, field);
        } else {
            shell.act(Action::Leave(field));
        }
    })
    .forget();
}

fn is_pressed() -> bool {
    page::document()
        .is_some_and(|document| matches!(document.query_selector(":active"), Ok(Some(_))))
}
