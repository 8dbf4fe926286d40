//! The list of errors after a step was submitted.

use yew::Html;

use super::{link, mend};
use crate::dom::{el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::{Finding, Focus};
use crate::texts::shell as texts;

/// Every error in the words it has at its field, as a link to that field. It has the focus after a
/// step was submitted with errors. `every` is everything there is to say about the request.
pub(crate) fn show(
    shell: &Shell,
    findings: &[Finding],
    every: impl FnOnce() -> Vec<Finding>,
) -> Html {
    if findings.is_empty() {
        return nothing();
    }
    let mut list = el("ul");
    for finding in findings {
        let item = match finding.field {
            Some(field) => el("li").with(link::to_field(shell, field, &finding.message)),
            None => el("li").with(link::to_text(shell, finding.place, &finding.message)),
        };
        list = list.with(item.put(mend::one(shell, finding, Focus::Summary)));
    }
    let title = el("h2")
        .is("id", "error-summary-title")
        .put(icon("error"))
        .text(shell.say(texts::PROBLEM));
    of("section", "summary")
        .is("id", "error-summary")
        .is("tabindex", "-1")
        .is("aria-labelledby", "error-summary-title")
        .with(title)
        .with(list)
        .put(mend::all(shell, &every(), Focus::Summary))
        .with(of("p", "hint").text(shell.say(texts::PROBLEM_HINT)))
        .done()
}
