//! The list of steps, each of which can be opened at any time.

use cts_tracker::{Severity, Text};

use crate::dom::{El, button, el, icon, join, of};
use crate::shell::Shell;
use crate::state::{Action, Field, Finding, Step};
use crate::texts::{count, shell as texts};

/// The list of steps with what is wrong in each, in words. `open` are the findings that may be
/// shown.
pub(crate) fn show(shell: &Shell, now: Step, open: &[Finding]) -> El {
    let mut list = el("ol");
    for step in Step::ALL {
        let number = (step.index() + 1).to_string();
        let mut entry = button(shell, "", Action::Go(step))
            .when(step == now, "aria-current", "step")
            .with(of("span", "step-number").text(&number))
            .text(" ")
            .with(of("span", "step-title").text(shell.say(step.title())));
        for (severity, one, many) in [
            (Severity::Error, texts::ERROR_ONE, texts::ERROR_MANY),
            (Severity::Warning, texts::WARNING_ONE, texts::WARNING_MANY),
        ] {
            entry = tally(shell, entry, step, open, severity, one, many);
        }
        list = list.with(el("li").with(entry));
    }
    of("nav", "steps")
        .is("aria-label", shell.say(texts::STEPS))
        .with(list)
}

/// Adds how many findings of a severity a step has, if it has any.
fn tally(
    shell: &Shell,
    entry: El,
    step: Step,
    open: &[Finding],
    severity: Severity,
    one: Text,
    many: Text,
) -> El {
    let number = open
        .iter()
        .filter(|finding| finding.severity == severity)
        .filter(|finding| finding.field.map(Field::step) == Some(step))
        .count();
    if number == 0 {
        return entry;
    }
    let words = count(number, one, many, shell.locale);
    let name = severity.as_str();
    entry.text(" ").with(
        el("span")
            .set("class", join("count ", name))
            .put(icon(name))
            .text(&words),
    )
}
