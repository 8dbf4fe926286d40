//! Whether the tracker records: `status`.

use super::whole::has_settings;
use super::{Findings, Subject};
use crate::rule::Rule;
use crate::table::Member;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let mut add = |rule| subject.add(rule, Member::Status, findings);
    if !subject.has(Member::Status) {
        add(Rule::StatusOmitted);
        return;
    }
    match subject.text(Member::Status).as_deref() {
        Some("disabled") => {
            add(Rule::StatusDisabled);
            if has_settings(subject) {
                add(Rule::StatusWithChanges);
            }
        }
        None | Some("enabled") => {}
        Some(_) => add(Rule::StatusEnum),
    }
}
