//! The request for other tools: a module of its own, which the page loads when somebody opens the
//! panel.
//!
//! It builds its own elements in the place that the page keeps for it. The page tells it whenever
//! the request or the language has changed.

use std::cell::RefCell;

use cts_samples::{Request, Sample, Tool, write};
use cts_tracker::{Current, Draft, Locale};

use crate::fixes::Known;

mod highlight;
mod panel;

/// The id of the element that holds the panel.
pub(crate) const HOST: &str = "samples";

/// Where the chosen tool is kept.
const KEY: &str = "cts-tracker-form-tool";

/// What the samples are made of.
struct Shown {
    locale: Locale,
    /// The text, which may have more than the draft takes from it.
    text: String,
    draft: Draft,
    project_id: String,
    region: String,
    current: Option<Current>,
    tool: Tool,
}

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Shows a request, given as JSON text. What is not known of project, region and trackers is left
/// out; without a host in the page there is nothing to do.
pub fn show(locale: &str, text: &str, known: Known) {
    let Ok(draft) = Draft::parse(text.as_bytes()) else {
        // The page shows no text that cannot be read; what was shown before stays.
        return;
    };
    let tool = SHOWN.with_borrow(|shown| shown.as_ref().map(|shown| shown.tool));
    let shown = Shown {
        locale: Locale::from_tag(locale).unwrap_or_default(),
        text: text.to_owned(),
        draft,
        current: known.current(),
        project_id: known.project_id.unwrap_or_default(),
        region: known.region.unwrap_or_default(),
        tool: tool.unwrap_or_else(panel::remembered),
    };
    SHOWN.set(Some(shown));
    SHOWN.with_borrow(|shown| shown.as_ref().and_then(panel::fill));
}

impl Shown {
    fn sample(&self) -> Sample {
        let request = Request::new(&self.draft, &self.project_id, &self.region);
        write(
            self.tool,
            &Request {
                given: Some(self.text.as_bytes()),
                current: self.current.as_ref(),
                locale: self.locale,
                ..request
            },
        )
    }
}

/// Shows the sample for another tool.
fn choose(tool: Tool) {
    SHOWN.with_borrow_mut(|shown| {
        if let Some(shown) = shown {
            shown.tool = tool;
        }
    });
    SHOWN.with_borrow(|shown| shown.as_ref().and_then(panel::fill));
}

/// The sample that is shown.
fn sample() -> Option<Sample> {
    SHOWN.with_borrow(|shown| shown.as_ref().map(Shown::sample))
}
