//! The request as a whole: what it does when it says little, and when it takes effect.

use super::{Finding, Findings, Place, Subject};
use crate::rule::Rule;
use crate::table::{Member, Members};

/// The members that say which tracker is meant or switch it, and none of its settings.
const NO_SETTING: Members = Members::of(&[
    Member::TrackerType,
    Member::TrackerName,
    Member::Status,
    Member::AgencyName,
    Member::DataBucket,
]);
const SETTINGS: Members = Members::within(None, NO_SETTING);

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let mut add = |rule| findings.push(Finding::new(rule, Place::Body(subject.body.root)));
    let identified = subject.has(Member::TrackerType) && subject.has(Member::TrackerName);
    if identified && !has_settings(subject) {
        if subject.has(Member::Status) {
            add(Rule::StatusOnlyBody);
        } else if !subject.has(Member::AgencyName) && !subject.has(Member::DataBucket) {
            add(Rule::IdentityOnlyBody);
        }
    }
    add(Rule::TakesEffectAtOnce);
}

/// Whether the body has more than a type, a name, a status, the agency and the tracked bucket.
pub(super) fn has_settings(subject: &Subject<'_>) -> bool {
    subject.body.has_any(SETTINGS)
        || subject
            .body
            .oddities
            .iter()
            .any(|oddity| oddity.within.is_none())
}
