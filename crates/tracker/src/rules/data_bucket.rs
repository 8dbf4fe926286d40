//! What a data tracker watches: `data_bucket`.

use super::{Finding, Findings, Subject, bucket_name};
use crate::body::Value;
use crate::rule::{Rule, Severity};
use crate::table::Member;
use crate::tracker_type::TrackerType;

/// The most operations a tracker can record (API definition).
const MOST_EVENTS: u32 = 2;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let is_object = matches!(subject.body.value(Member::DataBucket), Value::Object { .. });
    match subject.tracker_type {
        Some(TrackerType::System) if is_object => {
            subject.add(Rule::DataBucketOnSystem, Member::DataBucket, findings);
        }
        Some(TrackerType::Data) if is_object => {
            judge_name(subject, findings);
            judge_events(subject, findings);
        }
        Some(TrackerType::Data) if !subject.has(Member::DataBucket) => {
            findings.push(needed(
                subject,
                Rule::DataBucketRequired,
                Member::DataBucket,
            ));
        }
        _ => {}
    }
}

/// A member that is needed when the tracker is switched on or off, and otherwise only advised.
fn needed(subject: &Subject<'_>, rule: Rule, member: Member) -> Finding {
    let switched = subject.has(Member::Status);
    let severity = if switched {
        Severity::Error
    } else {
        Severity::Warning
    };
    Finding {
        severity,
        ..subject.found(rule, member)
    }
}

fn judge_name(subject: &Subject<'_>, findings: &mut Findings) {
    let member = Member::DataBucketName;
    if subject.lacks_text(member) {
        findings.push(needed(subject, Rule::DataBucketNameRequired, member));
    } else if subject
        .text(member)
        .is_some_and(|name| !bucket_name::is_valid(&name))
    {
        subject.add(Rule::DataBucketNameFormat, member, findings);
    }
}

fn judge_events(subject: &Subject<'_>, findings: &mut Findings) {
    let member = Member::DataEvent;
    let missing = match subject.body.value(member) {
        Value::List { count, .. } => {
            if count > MOST_EVENTS {
                subject.add(Rule::DataEventTooMany, member, findings);
            }
            count == 0
        }
        Value::Absent | Value::Null => subject.has(Member::Status),
        _ => false,
    };
    if missing {
        subject.add(Rule::DataEventRequired, member, findings);
    }
    for (place, event) in subject.text_items(member) {
        if event != "READ" && event != "WRITE" {
            findings.push(Finding::new(Rule::DataEventEnum, place));
        }
    }
    subject.judge_repeats(Rule::DataEventDuplicate, member, findings);
}
