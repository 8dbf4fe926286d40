//! What the editor follows: keys, typing, input methods, the pointer.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent, Node};

use super::{Inner, Told};

/// How long leaving the text waits for a click to end, in milliseconds.
const LEFT: u32 = 100;

/// Follows everything, as long as the listeners are kept.
pub(super) fn listen(inner: &Rc<Inner>) -> Vec<EventListener> {
    let (area, root, card) = (&inner.parts.area, &inner.parts.root, &inner.parts.card);
    let on = |target: &Element, name: &'static str, act: fn(&Rc<Inner>, &Event)| {
        let inner = Rc::clone(inner);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(target, name, options, move |event| act(&inner, event))
    };
    vec![
        on(area, "input", input),
        on(area, "beforeinput", before_input),
        on(area, "compositionstart", |inner, _| {
            inner.is_composing.set(true);
            inner
                .parts
                .root
                .class_list()
                .add_1("composing")
                .unwrap_or_default();
        }),
        on(area, "compositionend", |inner, _| {
            inner.is_composing.set(false);
            inner
                .parts
                .root
                .class_list()
                .remove_1("composing")
                .unwrap_or_default();
            inner.typed(0);
        }),
        on(area, "keyup", |inner, event| {
            let event: Option<&KeyboardEvent> = event.dyn_ref();
            if event.is_some_and(|event| moves(&event.key())) {
                inner.caret_moved();
            }
        }),
        on(area, "click", |inner, _| inner.caret_moved()),
        on(area, "mousemove", |inner, event| {
            if let Some(event) = event.dyn_ref::<MouseEvent>() {
                inner.hover(f64::from(event.client_x()), f64::from(event.client_y()));
            }
        }),
        on(area, "mouseleave", |inner, _| inner.leave_soon()),
        on(card, "mouseenter", |inner, _| drop(inner.hovering.take())),
        on(card, "mouseleave", |inner, _| inner.leave_soon()),
        on(root, "keydown", key),
        on(root, "click", press),
        on(root, "focusout", |inner, event| {
            let event: Option<&FocusEvent> = event.dyn_ref();
            let next = event.and_then(FocusEvent::related_target);
            let next = next.and_then(|next| next.dyn_into::<Node>().ok());
            // What is pressed in the editor itself must stay where it is.
            if !inner.parts.root.contains(next.as_ref()) {
                inner.hide_card();
                if inner.resting.borrow().is_some() {
                    inner.rest_soon(LEFT);
                }
            }
        }),
    ]
}

/// Keys that move the caret.
fn moves(key: &str) -> bool {
    key.starts_with("Arrow") || key.starts_with("Page") || matches!(key, "Home" | "End")
}

fn input(inner: &Rc<Inner>, event: &Event) {
    let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
    inner.typed(match kind.as_deref() {
        Some("insertText") => 1,
        Some("deleteContentBackward") => 2,
        Some("deleteContentForward") => 3,
        _ => 0,
    });
}

/// The browser knows nothing of the changes that the form made; the page does.
fn before_input(inner: &Rc<Inner>, event: &Event) {
    let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
    let told = match kind.as_deref() {
        Some("historyUndo") => Told::Undo,
        Some("historyRedo") => Told::Redo,
        _ => return,
    };
    event.prevent_default();
    (inner.tell)(told, "");
}

/// The code of every key that an input method has taken (UI Events, `keyCode`).
const COMPOSING: u32 = 229;

fn key(inner: &Rc<Inner>, event: &Event) {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    // The key that ends a composition is still one of it, which some browsers tell by its code only.
    if pressed.is_composing() || pressed.key_code() == COMPOSING {
        return;
    }
    let is_command = pressed.ctrl_key() || pressed.meta_key();
    let is_in_text = event.target().as_ref() == Some(inner.parts.area.as_ref());
    match pressed.key().as_str() {
        "F8" => inner.step(!pressed.shift_key()),
        "." if is_command => inner.fix_here(),
        "Escape" if inner.dismiss() => event.stop_propagation(),
        "Enter" if is_in_text && !is_command && !pressed.alt_key() => inner.break_line(),
        _ => return,
    }
    event.prevent_default();
}

/// A button of the editor was pressed.
fn press(inner: &Rc<Inner>, event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("[data-do]").ok().flatten());
    let Some(what) = button.and_then(|button| button.get_attribute("data-do")) else {
        return;
    };
    match what.split_once('-') {
        None => match what.as_str() {
            "previous" => inner.step(false),
            "next" => inner.step(true),
            _ => inner.format(),
        },
        Some((what, number)) => {
            let number = number.parse().unwrap_or_default();
            if what == "go" {
                inner.go(number);
            } else {
                inner.fix(number);
            }
        }
    }
}
