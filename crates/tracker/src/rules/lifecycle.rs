//! How long the bucket keeps objects: `bucket_lifecycle`.

use super::{Findings, Subject};
use crate::body::Value;
use crate::rule::Rule;
use crate::table::Member;
use crate::tracker_type::TrackerType;

const MEMBER: Member = Member::BucketLifecycle;
/// The bounds of the API definition, in days.
const DAYS: core::ops::RangeInclusive<i32> = 0..=5000;
/// The user guide advises at least so many days.
const ADVISED: i32 = 180;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let slot = subject.body.slot(MEMBER);
    let Value::Number { whole } = slot.value else {
        return;
    };
    let mut add = |rule| subject.add(rule, MEMBER, findings);
    match subject.tracker_type {
        Some(TrackerType::System) => add(Rule::LifecycleOnSystem),
        Some(TrackerType::Data) => match days(slot.span.of(subject.body.text), whole) {
            None => add(Rule::NumberNotInteger),
            Some(days) if !DAYS.contains(&days) => add(Rule::LifecycleRange),
            Some(days) => {
                judge_days(days, &mut add);
                if subject.lacks_text(Member::BucketName) {
                    add(Rule::LifecycleWithoutBucket);
                }
            }
        },
        None => {}
    }
}

fn judge_days(days: i32, add: &mut impl FnMut(Rule)) {
    if days == 0 {
        add(Rule::LifecycleZero);
        return;
    }
    if !MEMBER.numbers().contains(&days) {
        add(Rule::LifecycleEnum);
    }
    if days < ADVISED {
        add(Rule::LifecycleShort);
    }
    add(Rule::LifecycleWholeBucket);
}

/// The number, when it is written as a whole one and fits into 32 bits.
fn days(digits: &str, whole: bool) -> Option<i32> {
    digits.parse().ok().filter(|_| whole)
}
