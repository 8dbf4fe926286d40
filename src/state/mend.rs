//! The changes that mend the request, as the module that finds them says them.

use std::rc::Rc;

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Diagnostic, Severity};

use super::{Focus, Judged, Said, State, Step, Words};
use crate::fixes::Known;

/// A change that mends one diagnostic of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mend {
    /// The code of the rule that is broken.
    pub(crate) code: String,
    /// Where it is broken, as a JSON Pointer.
    pub(crate) pointer: String,
    /// Whether it does what was certainly meant and takes nothing away.
    pub(crate) is_safe: bool,
    /// What it does.
    pub(crate) title: Words,
    /// The whole text of the request afterwards.
    pub(crate) text: String,
}

impl Mend {
    /// Reads what [`crate::fixes::find`] wrote. What is something else is left out.
    pub(crate) fn parse(json: &str) -> Vec<Self> {
        let Ok(Tree::Array(entries)) = parse(json.as_bytes()) else {
            return Vec::new();
        };
        let entry = |tree: &Tree| {
            let text = |name: &str| tree.get(name)?.as_text().map(str::to_owned);
            Some(Self {
                code: text("code")?,
                pointer: text("pointer")?,
                is_safe: tree.get("is_safe") == Some(&Tree::Boolean(true)),
                title: Words::each(|locale| text(locale.tag()).unwrap_or_default()),
                text: text("text")?,
            })
        };
        entries.iter().filter_map(entry).collect()
    }
}

/// Reads what [`crate::fixes::mend_all`] wrote: the text afterwards, and how many fixes there were.
pub(crate) fn parse_mended(json: &str) -> Option<(String, usize)> {
    let tree = parse(json.as_bytes()).ok()?;
    let text = tree.get("text")?.as_text()?.to_owned();
    match tree.get("count")? {
        Tree::Number(count) => Some((text, count.parse().ok()?)),
        _ => None,
    }
}

impl State {
    /// Whether something is shown that somebody could mend, and nobody knows yet how.
    pub(crate) fn lacks_mends(&self) -> bool {
        let are_known = self
            .mends
            .as_ref()
            .is_some_and(|(judged, _)| Rc::ptr_eq(judged, &self.judged));
        !are_known
            && match self.step {
                Step::Review => self.is_faulty(),
                _ => self
                    .open_findings()
                    .iter()
                    .any(|found| is_grave(found.severity)),
            }
    }

    /// What is known besides the text.
    pub(crate) fn known(&self) -> Known {
        let (project_id, region) = self.place();
        Known {
            project_id: project_id.map(str::to_owned),
            region: region.map(str::to_owned),
            current: self.listed().map(|listed| (*listed.text).to_owned()),
        }
    }

    fn is_faulty(&self) -> bool {
        let diagnostics = self.report().diagnostics();
        diagnostics.iter().any(|found| is_grave(found.severity()))
    }

    /// The change that mends a diagnostic, once it is known.
    pub(super) fn mend_of(&self, diagnostic: &Diagnostic) -> Option<Mend> {
        let (judged, mends) = self.mends.as_ref()?;
        let pointer = diagnostic.pointer();
        let is_its = |mend: &&Mend| mend.code == diagnostic.code() && mend.pointer == pointer;
        let mend = mends.iter().find(is_its)?;
        Rc::ptr_eq(judged, &self.judged).then(|| mend.clone())
    }

    /// Gives the request the text that all safe fixes made, unless it is another one by now.
    pub(super) fn mended_all(
        &mut self,
        (judged, text, count): (Rc<Judged>, String, usize),
        focus: Focus,
    ) {
        if count > 0 && Rc::ptr_eq(&judged, &self.judged) {
            self.mend(text, focus);
            self.say(Said::MendedAll(count));
        }
    }

    /// Gives the request this text, which a fix made of the one it has. There is a way back. The
    /// button is gone, so the focus goes to what it stood at.
    pub(super) fn mend(&mut self, text: String, focus: Focus) {
        let before = self.past();
        let was_written = self.written.is_some();
        self.take_text(text);
        if !was_written {
            // The form writes as it always does.
            self.written = None;
        }
        self.keep_marks(&before.draft);
        self.trail.pause();
        self.record(before, None);
        self.replaced = false;
        self.judge();
        self.say(Said::Mended);
        let is_left = !self.summarised(&self.open_findings()).is_empty();
        self.focus(match focus {
            Focus::Summary if !is_left => Focus::Heading,
            other => other,
        });
    }
}

/// Whether it is worth looking for a fix: notes are no faults.
fn is_grave(severity: Severity) -> bool {
    severity != Severity::Info
}
