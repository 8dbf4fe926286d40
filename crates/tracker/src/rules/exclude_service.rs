//! The services that are left out of the transfer.

use super::{Finding, Findings, Subject};
use crate::body::Value;
use crate::rule::Rule;
use crate::table::Member;
use crate::text::count_characters;
use crate::tracker_type::TrackerType;

const MEMBER: Member = Member::ExcludeService;
/// The longest name and list (API definition).
const LONGEST_NAME: usize = 20;
const LONGEST_LIST: u32 = 10;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is(TrackerType::System) {
        return;
    }
    let Value::List { count, .. } = subject.body.value(MEMBER) else {
        return;
    };
    if count > LONGEST_LIST {
        subject.add(Rule::ExcludeServiceSize, MEMBER, findings);
    }
    let mut excludes = false;
    for (place, name) in subject.text_items(MEMBER) {
        if !(1..=LONGEST_NAME).contains(&count_characters(&name)) {
            findings.push(Finding::new(Rule::ExcludeServiceSize, place));
        } else if name == "KMS" {
            excludes = true;
        } else {
            findings.push(Finding::new(Rule::ExcludeServiceEnum, place));
        }
    }
    subject.judge_repeats(Rule::ExcludeServiceDuplicate, MEMBER, findings);
    if excludes {
        subject.add(Rule::ExcludeServiceEffect, MEMBER, findings);
    }
}
