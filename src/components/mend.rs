//! The ways to mend what is wrong.

use cts_tracker::Severity;
use yew::Html;

use crate::dom::{button, nothing, of};
use crate::shell::Shell;
use crate::state::{Action, Finding, Focus};
use crate::texts::{fill, notices as texts};

/// A button that mends a finding and says how, if there is a way. The focus goes there afterwards.
pub(crate) fn one(shell: &Shell, finding: &Finding, focus: Focus) -> Html {
    match &finding.mend {
        Some(mend) => button(shell, "quiet fix", Action::Mend(mend.text.clone(), focus))
            .text(shell.say(texts::FIX))
            .text(mend.title.get(shell.locale))
            .done(),
        None => nothing(),
    }
}

/// A button that applies every safe fix of the request, if there are several.
pub(crate) fn all(shell: &Shell, findings: &[Finding], focus: Focus) -> Html {
    let is_safe = |finding: &&Finding| {
        finding.severity != Severity::Info && finding.mend.as_ref().is_some_and(|mend| mend.is_safe)
    };
    let number = findings.iter().filter(is_safe).count();
    if number < 2 {
        return nothing();
    }
    let words = fill(
        shell.say(texts::MEND_ALL),
        &[("count", &number.to_string())],
    );
    of("div", "mend-all")
        .with(button(shell, "", Action::MendAll(focus)).text(&words))
        .with(of("p", "hint").text(shell.say(texts::SAFE_HINT)))
        .done()
}
