//! What is wrong with a field, shown at the field.

use cts_tracker::{Severity, Text};
use yew::{AttrValue, Html, html};

use crate::shell::Shell;
use crate::state::{Field, Finding};
use crate::texts::shell as texts;

/// Those findings that belong to a field.
pub(crate) fn findings_at(open: &[Finding], field: Field) -> Vec<Finding> {
    open.iter().filter(|finding| finding.field == Some(field)).cloned().collect()
}

pub(crate) fn has_error(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// The ids for `aria-describedby`: the help, and the findings when there are any.
pub(crate) fn described_by(id: &str, findings: &[Finding]) -> AttrValue {
    if findings.is_empty() {
        [id, "-help"].concat().into()
    } else {
        [id, "-findings ", id, "-help"].concat().into()
    }
}

/// The findings of a field. Errors and warnings are open, notes are folded.
pub(crate) fn show(shell: &Shell, id: &str, findings: &[Finding]) -> Html {
    if findings.is_empty() {
        return Html::default();
    }
    let notes = findings.iter().filter(|finding| finding.severity == Severity::Info);
    let notes: Html = notes.map(|finding| html! { <p>{ &finding.message }</p> }).collect();
    let has_notes = findings.iter().any(|finding| finding.severity == Severity::Info);
    html! {
        <div class="findings" id={[id, "-findings"].concat()}>
            { for findings
                .iter()
                .filter(|finding| finding.severity != Severity::Info)
                .map(|finding| line(shell, finding)) }
            if has_notes {
                <details class="finding info">
                    <summary>{ mark(Severity::Info) }{ shell.say(texts::NOTE) }</summary>
                    { notes }
                </details>
            }
        </div>
    }
}

fn line(shell: &Shell, finding: &Finding) -> Html {
    let word = if finding.from_cloud { texts::FROM_CLOUD } else { word(finding.severity) };
    html! {
        <p class={["finding ", finding.severity.as_str()].concat()}>
            { mark(finding.severity) }
            <span><strong>{ shell.say(word) }{ ": " }</strong>{ &finding.message }</span>
        </p>
    }
}

/// The sign of a severity. The word beside it says the same.
pub(crate) fn mark(severity: Severity) -> Html {
    html! { <span class={["icon icon-", severity.as_str()].concat()} aria-hidden="true" /> }
}

/// The word for a severity.
pub(crate) const fn word(severity: Severity) -> Text {
    match severity {
        Severity::Error => texts::ERROR,
        Severity::Warning => texts::WARNING,
        Severity::Info => texts::NOTE,
    }
}
