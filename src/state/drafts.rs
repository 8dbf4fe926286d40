//! Drafts that are kept by name.

use std::rc::Rc;

use cts_tracker::json::{Tree, parse};

use super::{Focus, Said, State};
use crate::json::{Object, array};
use crate::share;

/// How many drafts are kept.
const MOST: usize = 50;

/// A draft with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) name: String,
    /// The draft with its target, as in a link.
    pub(crate) link: String,
}

impl State {
    /// Keeps the draft under a name. One of the same name is replaced; the oldest one goes when
    /// there are too many.
    pub(super) fn keep(&mut self, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            self.say(Said::NoName);
            return;
        }
        let kept = Kept {
            name: name.to_owned(),
            link: self.link(),
        };
        let drafts = Rc::make_mut(&mut self.drafts);
        drafts.retain(|other| other.name != kept.name);
        drafts.insert(0, kept);
        drafts.truncate(MOST);
        self.say(Said::Kept);
    }

    pub(super) fn take_up(&mut self, number: usize) {
        if let Some(kept) = self.drafts.get(number) {
            let link = kept.link.clone();
            self.open(&link, Said::Opened);
        }
    }

    pub(super) fn drop_draft(&mut self, number: usize) {
        if number < self.drafts.len() {
            let drafts = Rc::make_mut(&mut self.drafts);
            drafts.remove(number);
            // The button that was pressed is gone: the next draft has the focus, or the one before.
            let next = number.min(drafts.len().saturating_sub(1));
            self.focus(Focus::Draft(next));
            self.say(Said::Dropped);
        }
    }
}

/// Writes what is kept.
pub(crate) fn write(drafts: &[Kept]) -> String {
    let entry = |kept: &Kept| {
        let object = Object::new().text("name", &kept.name);
        object.text("link", &kept.link).done()
    };
    array(&drafts.iter().map(entry).collect::<Vec<_>>())
}

/// Reads what was kept. What cannot be opened is left out.
pub(crate) fn read(text: &str) -> Vec<Kept> {
    let Ok(Tree::Array(entries)) = parse(text.as_bytes()) else {
        return Vec::new();
    };
    let entry = |tree: &Tree| {
        let text = |name: &str| tree.get(name)?.as_text().map(str::to_owned);
        let (name, link) = (text("name")?, text("link")?);
        share::is_one(&link).then_some(Kept { name, link })
    };
    entries.iter().filter_map(entry).collect()
}
