//! Which tracker is meant: `tracker_type` and `tracker_name`.

use super::{Findings, Subject};
use crate::rule::Rule;
use crate::table::Member;
use crate::text::count_characters;
use crate::tracker_type::TrackerType;

/// Names no data tracker can have (CTS.0207 and its older wording).
const RESERVED: [&str; 2] = ["system", "system-trace"];
/// The longest name by the user guide, and by the API definition since July 2024.
const GUIDE_LENGTH: usize = 32;
const DEFINITION_LENGTH: usize = 64;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.has(Member::TrackerType) {
        findings.push(subject.found(Rule::TrackerTypeRequired, Member::TrackerType));
    } else if subject.text(Member::TrackerType).is_some() && subject.tracker_type.is_none() {
        findings.push(subject.found(Rule::TrackerTypeEnum, Member::TrackerType));
    }
    let mut add = |rule| findings.push(subject.found(rule, Member::TrackerName));
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
            match count_characters(&name) {
                length if length > DEFINITION_LENGTH => add(Rule::TrackerNameTooLong),
                length if length > GUIDE_LENGTH => add(Rule::TrackerNameLong),
                _ => {}
            }
        }
        _ => {}
    }
}

fn is_tracker_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
