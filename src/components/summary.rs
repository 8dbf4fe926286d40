//! The list of errors after a step was submitted.

use yew::Html;

use super::link;
use crate::dom::{el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::Finding;
use crate::texts::shell as texts;

/// Every error in the words it has at its field, as a link to that field. It has the focus after a
/// step was submitted with errors.
pub(crate) fn show(shell: &Shell, findings: &[Finding]) -> Html {
    if findings.is_empty() {
        return nothing();
    }
    let mut list = el("ul");
    for finding in findings {
        list = list.with(match finding.field {
            Some(field) => el("li").with(link::to_field(shell, field, &finding.message)),
            None => el("li").text(&finding.message),
        });
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
        .with(of("p", "hint").text(shell.say(texts::PROBLEM_HINT)))
        .done()
}
