//! Members as such: unknown, repeated, null, of the wrong type.

use super::{Finding, Findings, Place, Subject};
use crate::body::{OddityKind, Value};
use crate::rule::Rule;
use crate::table::Member;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    for oddity in &subject.body.oddities {
        // A member of the other tracker type has its one finding already.
        let foreign = oddity
            .within
            .is_some_and(|within| is_foreign(subject, within));
        let rule = match oddity.kind {
            OddityKind::Duplicate => Rule::BodyDuplicateMember,
            OddityKind::Unknown if !foreign => Rule::UnknownMember,
            OddityKind::ReadOnly if !foreign => Rule::ReadOnlyMember,
            _ => continue,
        };
        findings.push(Finding::new(rule, Place::Name(oddity.name)));
    }
    if subject.body.amiss.is_empty() {
        return;
    }
    for member in Member::ALL {
        match subject.body.value(member) {
            Value::Null => subject.add(Rule::NullMember, member, findings),
            Value::WrongType => subject.add(Rule::WrongJsonType, member, findings),
            Value::List {
                all_texts: false, ..
            } => judge_items(subject, member, findings),
            _ => {}
        }
    }
}

fn judge_items(subject: &Subject<'_>, member: Member, findings: &mut Findings) {
    for item in subject.body.items(member) {
        if item.text.is_none() {
            let place = Place::Item(member, item.index, item.span);
            findings.push(Finding::new(Rule::WrongJsonType, place));
        }
    }
}

/// Whether the type of the tracker is known and does not have the member.
fn is_foreign(subject: &Subject<'_>, member: Member) -> bool {
    subject
        .tracker_type
        .is_some_and(|tracker_type| !member.belongs_to(tracker_type))
}
