//! The services that are left out of the transfer.

use super::{Finding, Findings, Place, Subject};
use crate::body::{Names, Value};
use crate::rule::Rule;
use crate::table::Member;
use crate::tracker_type::TrackerType;

const MEMBER: Member = Member::ExcludeService;
/// The longest name and list (API definition).
const LONGEST_NAME: usize = 20;
const LONGEST_LIST: u32 = 10;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.is(TrackerType::System) {
        return;
    }
    let Value::List { count } = subject.body.value(MEMBER) else {
        return;
    };
    if count > LONGEST_LIST {
        findings.push(subject.found(Rule::ExcludeServiceSize, MEMBER));
    }
    let mut seen = Names::default();
    for (item, name) in subject.text_items(MEMBER) {
        let mut add = |rule| {
            findings.push(Finding::new(
                rule,
                Place::Item(MEMBER, item.index, item.span),
            ));
        };
        if !(1..=LONGEST_NAME).contains(&name.chars().count()) {
            add(Rule::ExcludeServiceSize);
        } else if name != "KMS" {
            add(Rule::ExcludeServiceEnum);
        }
        if !seen.add(name) {
            add(Rule::ExcludeServiceDuplicate);
        }
    }
    if seen.has("KMS") {
        findings.push(subject.found(Rule::ExcludeServiceEffect, MEMBER));
    }
}
