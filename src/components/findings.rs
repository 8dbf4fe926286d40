//! What is wrong with a field, shown at the field.

use cts_tracker::{Severity, Text};
use yew::Html;

use crate::dom::{El, el, icon, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Field, Finding};
use crate::texts::shell as texts;

/// Those findings that belong to a field.
pub(crate) fn at(open: &[Finding], field: Field) -> Vec<Finding> {
    open.iter()
        .filter(|finding| finding.field == Some(field))
        .cloned()
        .collect()
}

pub(crate) fn has_error(findings: &[Finding]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

/// The ids for `aria-describedby`: the errors and warnings when there are any, and the help.
pub(crate) fn described_by(id: &str, findings: &[Finding]) -> String {
    if findings.iter().any(is_grave) {
        [id, "-grave ", id, "-help"].concat()
    } else {
        join(id, "-help")
    }
}

/// Whether it is open at its field, and said with it. Notes are folded.
fn is_grave(finding: &Finding) -> bool {
    finding.severity != Severity::Info
}

/// The findings of a field. Errors and warnings are open, notes are folded.
pub(crate) fn show(shell: &Shell, id: &str, findings: &[Finding]) -> Html {
    if findings.is_empty() {
        return nothing();
    }
    let (grave, notes): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| is_grave(finding));
    let mut list = of("div", "findings").set("id", join(id, "-findings"));
    if !grave.is_empty() {
        let mut said = of("div", "findings").set("id", join(id, "-grave"));
        for finding in grave {
            said = said.with(line(shell, finding));
        }
        list = list.with(said);
    }
    if !notes.is_empty() {
        let mut folded = of("details", "finding info")
            .with(el("summary").put(icon("info")).text(shell.say(texts::NOTE)));
        for note in notes {
            folded = folded.with(el("p").text(&note.message));
        }
        list = list.with(folded);
    }
    list.done()
}

fn line(shell: &Shell, finding: &Finding) -> El {
    let word = if finding.from_cloud {
        texts::FROM_CLOUD
    } else {
        word(finding.severity)
    };
    let name = finding.severity.as_str();
    let words = el("span")
        .with(
            el("strong")
                .text(shell.say(word))
                .text(shell.say(texts::COLON)),
        )
        .text(&finding.message);
    el("p")
        .set("class", join("finding ", name))
        .put(icon(name))
        .with(words)
}

/// The word for a severity.
const fn word(severity: Severity) -> Text {
    match severity {
        Severity::Error => texts::ERROR,
        Severity::Warning => texts::WARNING,
        Severity::Info => texts::NOTE,
    }
}
