//! The elements of the panel.

use cts_samples::Tool;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::highlight::{Part, parts};
use super::{HOST, KEY, Shown, choose, sample};
use crate::browser::{clipboard, download, page};
use crate::texts::{fill as filled, samples as texts, shell as frame};

/// The tool that was chosen last, else the first.
pub(super) fn remembered() -> Tool {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    kept.and_then(|id| Tool::from_id(&id))
        .unwrap_or(Tool::ALL[0])
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Fills the panel. Tabs, buttons and the frame of the lines stay the same elements, so that the
/// focus stays where it is.
pub(super) fn fill(shown: &Shown) -> Option<()> {
    let host = page::element(HOST)?;
    let say = |text: cts_tracker::Text| text.get(shown.locale);
    if host.first_element_child().is_none() {
        build(&host)?;
    }
    let tabs = host.first_element_child()?;
    let _ = tabs.set_attribute("aria-label", say(texts::TOOLS));
    for tool in Tool::ALL {
        let tab = page::element(&tab_id(tool))?;
        let is_chosen = tool == shown.tool;
        tab.set_text_content(Some(tool.label().get(shown.locale)));
        let _ = tab.set_attribute("aria-selected", if is_chosen { "true" } else { "false" });
        let _ = tab.set_attribute("tabindex", if is_chosen { "0" } else { "-1" });
    }
    let sample = shown.sample();
    let panel = tabs.next_element_sibling()?;
    let _ = panel.set_attribute("aria-labelledby", &tab_id(shown.tool));
    let buttons = panel.first_element_child()?;
    for (place, text) in [texts::COPY, texts::DOWNLOAD].into_iter().enumerate() {
        let button = buttons.children().item(place.try_into().ok()?)?;
        button
            .last_element_child()?
            .set_text_content(Some(say(text)));
    }
    let notes = buttons.next_element_sibling()?;
    notes.set_text_content(None);
    if !sample.has_notes_in_text() && !sample.notes.is_empty() {
        let list = child(&notes, "ul", "hint")?;
        for note in &sample.notes {
            child(&list, "li", "")?.set_text_content(Some(&note.text));
        }
    }
    let text = notes.next_element_sibling()?;
    let _ = text.set_attribute("aria-label", say(texts::SAMPLE));
    let code = text.first_element_child()?;
    code.set_text_content(None);
    for (part, piece) in parts(sample.tool, &sample.text) {
        let class = match part {
            Part::Plain => "",
            Part::Comment => "comment",
            Part::Text => "string",
            Part::Value => "value",
        };
        child(&code, "span", class)?.set_text_content(Some(piece));
    }
    Some(())
}

/// The tabs, the place for the sample, and one for what is said.
fn build(host: &Element) -> Option<()> {
    let tabs = child(host, "div", "tabs")?;
    let _ = tabs.set_attribute("role", "tablist");
    for tool in Tool::ALL {
        let tab = child(&tabs, "button", "")?;
        let id = tab_id(tool);
        for (name, value) in [
            ("id", id.as_str()),
            ("type", "button"),
            ("role", "tab"),
            ("aria-controls", "sample"),
            ("data-tool", tool.id()),
        ] {
            let _ = tab.set_attribute(name, value);
        }
    }
    let panel = child(host, "div", "")?;
    let _ = panel.set_attribute("id", "sample");
    let _ = panel.set_attribute("role", "tabpanel");
    build_sample(&panel)?;
    let status = child(host, "p", "hint")?;
    let _ = status.set_attribute("role", "status");
    EventListener::new(host, "click", clicked).forget();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(host, "keydown", options, pressed).forget();
    Some(())
}

/// The buttons, the place for notes, and the lines of the sample.
fn build_sample(panel: &Element) -> Option<()> {
    let buttons = child(panel, "div", "buttons")?;
    for take in ["copy", "download"] {
        let button = child(&buttons, "button", "")?;
        let _ = button.set_attribute("type", "button");
        let _ = button.set_attribute("data-take", take);
        let icon = child(&button, "span", &["icon icon-", take].concat())?;
        let _ = icon.set_attribute("aria-hidden", "true");
        child(&button, "span", "")?;
    }
    child(panel, "div", "")?;
    let text = child(panel, "pre", "body")?;
    for (name, value) in [("tabindex", "0"), ("role", "group"), ("translate", "no")] {
        let _ = text.set_attribute(name, value);
    }
    child(&text, "code", "")?;
    Some(())
}

fn tab_id(tool: Tool) -> String {
    ["sample-tab-", tool.id()].concat()
}

/// Adds an element.
fn child(parent: &Element, tag: &str, class: &str) -> Option<Element> {
    let element = page::document()?.create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

fn clicked(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("button").ok()?) else {
        return;
    };
    if let Some(tool) = button.get_attribute("data-tool") {
        if let Some(tool) = Tool::from_id(&tool) {
            chosen(tool);
        }
        return;
    }
    match button.get_attribute("data-take").as_deref() {
        Some("copy") => spawn_local(async {
            if let Some(sample) = sample() {
                let copied = clipboard::write(&sample.text).await.is_ok() || select();
                say(
                    if copied {
                        frame::COPIED
                    } else {
                        frame::COPY_SELECTED
                    },
                    "",
                );
            }
        }),
        Some("download") => {
            if let Some(sample) = sample() {
                let name = sample.tool.file_name();
                let saved = download::save_as(name, &sample.text, sample.tool.media_type());
                say(
                    if saved {
                        frame::DOWNLOADED
                    } else {
                        frame::DOWNLOAD_FAILED
                    },
                    name,
                );
            }
        }
        _ => {}
    }
}

/// Selects the sample, so that a keystroke copies it. Nothing is copied yet.
fn select() -> bool {
    let code = page::element("sample").and_then(|panel| panel.query_selector("code").ok()?);
    let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
    if let (Some(code), Some(selection)) = (code, selection) {
        let _ = selection.select_all_children(&code);
    }
    false
}

fn say(text: cts_tracker::Text, name: &str) {
    let locale = super::SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.locale));
    let status = page::element(HOST).and_then(|host| host.last_element_child());
    if let (Some(locale), Some(status)) = (locale, status) {
        status.set_text_content(Some(&filled(text.get(locale), &[("name", name)])));
    }
}

/// The arrows go from tab to tab, and around at the ends.
fn pressed(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let tool = target.and_then(|tab| Tool::from_id(&tab.get_attribute("data-tool")?));
    let Some(tool) = tool else { return };
    let (number, count) = (tool as usize, Tool::ALL.len());
    let next = match key.key().as_str() {
        "ArrowRight" => (number + 1) % count,
        "ArrowLeft" => (number + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    };
    event.prevent_default();
    chosen(Tool::ALL[next]);
    let tab = page::element(&tab_id(Tool::ALL[next]));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        let _ = tab.focus();
    }
}

fn chosen(tool: Tool) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, tool.id());
    }
    choose(tool);
    // What was said is about another sample.
    if let Some(status) = page::element(HOST).and_then(|host| host.last_element_child()) {
        status.set_text_content(None);
    }
}
