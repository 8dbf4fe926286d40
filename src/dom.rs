//! A short way to write elements.
//!
//! The page is built with these few functions instead of the `html!` macro: the macro writes its
//! code out at each place, which made the page twice as large to load.

use std::rc::Rc;

use web_sys::Event;
use yew::virtual_dom::{Key, Listener, ListenerKind, VComp, VList, VNode, VTag, VText};
use yew::{BaseComponent, Callback, Html, NodeRef};

use crate::shell::Shell;
use crate::state::Action;

/// An element while it is put together.
pub(crate) struct El(Box<VTag>);

/// An element with this name.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// An element with a class.
#[inline(never)]
pub(crate) fn of(tag: &'static str, class: &'static str) -> El {
    el(tag).is("class", class)
}

/// A button that does something.
#[inline(never)]
pub(crate) fn button(shell: &Shell, class: &'static str, action: Action) -> El {
    el("button")
        .when(!class.is_empty(), "class", class)
        .is("type", "button")
        .act(ListenerKind::onclick, shell, action)
}

/// A sign that says nothing to those who listen; words stand beside it.
#[inline(never)]
pub(crate) fn icon(name: &str) -> Html {
    el("span")
        .set("class", ["icon icon-", name].concat())
        .is("aria-hidden", "true")
        .done()
}

/// A name as the interface spells it, which no translation may touch.
#[inline(never)]
pub(crate) fn code(text: &str) -> Html {
    el("code").is("translate", "no").text(text).done()
}

/// Text that stands for itself.
#[inline(never)]
pub(crate) fn text(text: &str) -> Html {
    VNode::VText(VText::new(text.to_owned()))
}

/// Nothing, where something could be. It keeps the place, so that the elements after it stay the
/// same ones.
pub(crate) fn nothing() -> Html {
    Html::default()
}

/// Several nodes in the place of one.
#[inline(never)]
pub(crate) fn all(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

impl El {
    /// Sets an attribute to a fixed value.
    #[inline(never)]
    pub(crate) fn is(mut self, name: &'static str, value: &'static str) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn set(mut self, name: &'static str, value: String) -> Self {
        self.0.add_attribute(name, value);
        self
    }

    /// Sets an attribute to a fixed value, if that is so.
    #[inline(never)]
    pub(crate) fn when(self, condition: bool, name: &'static str, value: &'static str) -> Self {
        if condition {
            self.is(name, value)
        } else {
            self
        }
    }

    /// Sets whether a radio button or a box is ticked.
    #[inline(never)]
    pub(crate) fn checked(mut self, checked: bool) -> Self {
        self.0.set_checked(checked);
        self
    }

    /// Keeps the element apart from others in its place.
    #[inline(never)]
    pub(crate) fn key(mut self, key: String) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Lets a component find its element.
    #[inline(never)]
    pub(crate) fn node(mut self, node: &NodeRef) -> Self {
        self.0.node_ref = node.clone();
        self
    }

    /// Adds text.
    #[inline(never)]
    pub(crate) fn text(self, content: &str) -> Self {
        self.put(text(content))
    }

    /// Adds an element.
    #[inline(never)]
    pub(crate) fn with(self, child: El) -> Self {
        self.put(child.done())
    }

    /// Adds a node.
    #[inline(never)]
    pub(crate) fn put(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    /// Adds nodes.
    #[inline(never)]
    pub(crate) fn puts(mut self, children: Vec<Html>) -> Self {
        for child in children {
            self.0.add_child(child);
        }
        self
    }

    /// Tells the page of an action when an event happens.
    #[inline(never)]
    pub(crate) fn act(self, kind: ListenerKind, shell: &Shell, action: Action) -> Self {
        let shell = shell.clone();
        self.on(kind, Callback::from(move |_| shell.act(action.clone())))
    }

    /// Calls back when an event happens.
    #[inline(never)]
    pub(crate) fn on(mut self, kind: ListenerKind, callback: Callback<Event>) -> Self {
        self.0.add_listener(Rc::new(On { kind, callback }));
        self
    }

    /// The element as a node.
    #[inline(never)]
    pub(crate) fn done(self) -> Html {
        VNode::VTag(Rc::new(*self.0))
    }
}

/// What happens at an event.
struct On {
    kind: ListenerKind,
    callback: Callback<Event>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        // Some of them keep the browser from following a link or submitting the form.
        false
    }
}

/// A component with its properties.
pub(crate) fn component<C: BaseComponent>(props: C::Properties, key: Option<String>) -> Html {
    VNode::VComp(Rc::new(VComp::new::<C>(Rc::new(props), key.map(Key::from))))
}

/// An id, or another value made of two parts.
#[inline(never)]
pub(crate) fn join(first: &str, second: &str) -> String {
    [first, second].concat()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// What makes markup of a text. Each is put together here, so that this file holds none.
    const WAYS: [[&str; 2]; 7] = [
        ["inner", "_html"],
        ["inner", "HTML"],
        ["outer", "_html"],
        ["outer", "HTML"],
        ["insertAdjacent", "HTML"],
        ["from_html", "_unchecked"],
        ["document", ".write("],
    ];

    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                files(&path, found);
            } else if path
                .extension()
                .is_some_and(|kind| kind == "rs" || kind == "js")
            {
                found.push(path);
            }
        }
    }

    #[test]
    fn no_text_becomes_markup() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut found = Vec::new();
        for folder in ["src", "static", "xtask/bundler/src/page"] {
            files(&root.join(folder), &mut found);
        }
        assert!(found.len() > 100, "{} files", found.len());
        for path in found {
            let text = fs::read_to_string(&path).expect("a text");
            for way in WAYS {
                assert!(!text.contains(&way.concat()), "{}", path.display());
            }
        }
    }
}
