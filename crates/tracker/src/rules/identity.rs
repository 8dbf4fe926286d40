//! Which tracker is meant: `tracker_type` and `tracker_name`.

use super::{Findings, Subject};
use crate::rule::Rule;
use crate::table::Member;
use crate::text::{Letters, is_longer};
use crate::tracker_type::TrackerType;

/// Names no data tracker can have (CTS.0207 and its older wording).
const RESERVED: [&str; 2] = ["system", "system-trace"];
/// The longest name by the user guide, and by the API definition since July 2024.
const GUIDE_LENGTH: usize = 32;
const DEFINITION_LENGTH: usize = 64;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.has(Member::TrackerType) {
        subject.add(Rule::TrackerTypeRequired, Member::TrackerType, findings);
    } else if subject.text(Member::TrackerType).is_some() && subject.tracker_type.is_none() {
        subject.add(Rule::TrackerTypeEnum, Member::TrackerType, findings);
    }
    let mut add = |rule| subject.add(rule, Member::TrackerName, findings);
    if subject.lacks_text(Member::TrackerName) {
        add(Rule::TrackerNameRequired);
        return;
    }
    let Some(name) = subject.text(Member::TrackerName) else {
        return;
    };
    match subject.tracker_type {
        Some(TrackerType::System) if name != "system" => add(Rule::TrackerNameSystem),
        Some(TrackerType::Data) if RESERVED.contains(&name.as_ref()) => {
            add(Rule::TrackerNameReserved);
            if name == "system" {
                add(Rule::TrackerNameTypeMismatch);
            }
        }
        Some(TrackerType::Data) => {
            if !is_tracker_name(&name) {
                add(Rule::TrackerNameFormat);
            }
            if is_longer(&name, DEFINITION_LENGTH) {
                add(Rule::TrackerNameTooLong);
            } else if is_longer(&name, GUIDE_LENGTH) {
                add(Rule::TrackerNameLong);
            }
        }
        _ => {}
    }
}

fn is_tracker_name(name: &str) -> bool {
    name.bytes()
        .next()
        .is_some_and(|first| first.is_ascii_alphanumeric())
        && Letters::of(name).are_only(Letters::ALPHANUMERIC | Letters::HYPHEN | Letters::UNDERSCORE)
}
