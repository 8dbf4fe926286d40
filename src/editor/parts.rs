//! The elements of the editor, and a short way to make them.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlTextAreaElement};

/// The id of the lines to type into.
const AREA: &str = "request-text";

/// Makes elements.
#[derive(Clone)]
pub(super) struct Maker(Document);

impl Maker {
    /// An element with its attributes. `None` when the browser refuses.
    pub(super) fn make(&self, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
        let element = self.0.create_element(tag).ok()?;
        for (name, value) in attributes {
            element.set_attribute(name, value).ok()?;
        }
        Some(element)
    }

    /// A button that does something when it is pressed.
    pub(super) fn button(&self, class: &str, what: &str, words: &str) -> Option<Element> {
        let attributes = [("type", "button"), ("class", class), ("data-do", what)];
        let button = self.make("button", &attributes)?;
        button.set_text_content(Some(words));
        Some(button)
    }

    /// An icon that says nothing to those who listen.
    pub(super) fn icon(&self, name: &str) -> Option<Element> {
        let class = ["icon icon-", name].concat();
        self.make("span", &[("class", &class), ("aria-hidden", "true")])
    }
}

/// The elements of the editor.
pub(super) struct Parts {
    pub(super) maker: Maker,
    pub(super) root: Element,
    /// What scrolls.
    pub(super) sheet: Element,
    /// The layer with colours and marks.
    pub(super) mirror: Element,
    /// The lines to type into.
    pub(super) area: HtmlTextAreaElement,
    /// What is wrong at a place.
    pub(super) card: HtmlElement,
    /// How much is wrong.
    pub(super) status: Element,
    pub(super) keys: Element,
    /// The buttons: previous and next problem, format.
    pub(super) buttons: [Element; 3],
    /// What is wrong, one below the other.
    pub(super) list: Element,
    /// What is said to people who cannot see it.
    pub(super) said: Element,
}

impl Parts {
    /// Makes the elements in an empty one. `None` when the browser refuses.
    pub(super) fn new(root: &Element) -> Option<Self> {
        let maker = Maker(root.owner_document()?);
        let make = |tag: &str, attributes: &[(&str, &str)]| maker.make(tag, attributes);
        let frame = make("div", &[("class", "text-frame")])?;
        let sheet = make("div", &[("class", "text-sheet")])?;
        let mirror = make("div", &[("class", "text-mirror"), ("aria-hidden", "true")])?;
        let area: HtmlTextAreaElement = make(
            "textarea",
            &[
                ("id", AREA),
                ("class", "text-area"),
                ("autocomplete", "off"),
                ("autocapitalize", "none"),
                ("autocorrect", "off"),
                ("spellcheck", "false"),
                ("translate", "no"),
                ("dir", "ltr"),
                ("rows", "1"),
                ("aria-describedby", "request-text-status request-text-keys"),
            ],
        )?
        .dyn_into()
        .ok()?;
        let card: HtmlElement = make(
            "div",
            &[
                ("id", "request-text-card"),
                ("class", "text-card"),
                ("role", "group"),
            ],
        )?
        .dyn_into()
        .ok()?;
        card.set_hidden(true);
        let bar = make("div", &[("class", "text-bar no-print")])?;
        let status = make(
            "p",
            &[("id", "request-text-status"), ("class", "text-status")],
        )?;
        let steps = make("div", &[("class", "buttons")])?;
        let buttons = [
            maker.button("quiet", "previous", "")?,
            maker.button("quiet", "next", "")?,
            maker.button("quiet", "format", "")?,
        ];
        let list = make(
            "div",
            &[("class", "text-problems no-print"), ("role", "group")],
        )?;
        let keys = make(
            "p",
            &[("id", "request-text-keys"), ("class", "hint no-print")],
        )?;
        let said = make("p", &[("class", "hidden"), ("aria-live", "polite")])?;
        for (parent, child) in [
            (&sheet, &mirror),
            (&sheet, area.as_ref()),
            (&sheet, card.as_ref()),
            (&frame, &sheet),
            (&steps, &buttons[0]),
            (&steps, &buttons[1]),
            (&steps, &buttons[2]),
            (&bar, &status),
            (&bar, &steps),
            (root, &frame),
            (root, &bar),
            (root, &list),
            (root, &keys),
            (root, &said),
        ] {
            parent.append_child(child).ok()?;
        }
        Some(Self {
            maker,
            root: root.clone(),
            sheet,
            mirror,
            area,
            card,
            status,
            keys,
            buttons,
            list,
            said,
        })
    }
}
