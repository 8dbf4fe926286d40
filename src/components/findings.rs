//! What is wrong with a field, shown at the field.

use cts_tracker::{Severity, Text};
use yew::Html;

use super::mend;
use crate::dom::{El, el, icon, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Field, Finding, Focus};
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
    let number = findings.iter().filter(|finding| is_grave(finding)).count();
    let mut ids = String::new();
    for number in 0..number {
        ids.push_str(&grave(id, number));
        ids.push(' ');
    }
    ids + &join(id, "-help")
}

/// The id of the words of an error or a warning. What mends it stands beside them and is not said
/// with the field.
fn grave(id: &str, number: usize) -> String {
    [id, "-grave-", &number.to_string()].concat()
}

/// Whether it is open at its field, and said with it. Notes are folded.
fn is_grave(finding: &Finding) -> bool {
    finding.severity != Severity::Info
}

/// The findings of a field, each with what mends it. Errors and warnings are open, notes are folded.
pub(crate) fn show(shell: &Shell, id: &str, findings: &[Finding]) -> Html {
    if findings.is_empty() {
        return nothing();
    }
    let mend = |finding: &Finding| match finding.field {
        Some(field) => mend::one(shell, finding, Focus::Field(field)),
        None => nothing(),
    };
    let (errors, notes): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| is_grave(finding));
    let mut list = of("div", "findings").set("id", join(id, "-findings"));
    for (number, finding) in errors.into_iter().enumerate() {
        let line = line(shell, finding).set("id", grave(id, number));
        list = list.with(line).put(mend(finding));
    }
    if !notes.is_empty() {
        let mut folded = of("details", "finding info")
            .with(el("summary").put(icon("info")).text(shell.say(texts::NOTE)));
        for note in notes {
            folded = folded.with(el("p").text(&note.message)).put(mend(note));
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
