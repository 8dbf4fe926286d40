//! The transfer to OBS: `obs_info` and what stands in it, the retention apart.

use super::{Findings, Subject, bucket_name};
use crate::body::Value;
use crate::rule::Rule;
use crate::table::{Member, Members};
use crate::text::{Letters, is_longer};
use crate::tracker_type::TrackerType;

/// What can be said about a transfer.
const SETTINGS: Members = Members::within(Some(Member::ObsInfo), Members::of(&[]));
/// The longest prefix (page `UpdateTracker`, CTS.0218).
const LONGEST_PREFIX: usize = 64;
const IN_PREFIX: u8 =
    Letters::ALPHANUMERIC | Letters::HYPHEN | Letters::UNDERSCORE | Letters::FULL_STOP;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let mut add = |rule, member| subject.add(rule, member, findings);
    let Value::Object { empty } = subject.body.value(Member::ObsInfo) else {
        return;
    };
    let lacks_bucket = subject.lacks_text(Member::BucketName);
    if empty {
        add(Rule::ObsInfoEmptyObject, Member::ObsInfo);
    } else if !subject.has(Member::BucketName) && subject.body.has_any(SETTINGS) {
        add(Rule::ObsInfoPartial, Member::ObsInfo);
    }
    match subject.text(Member::BucketName).as_deref() {
        Some("") => add(Rule::ObsBucketEmptyStopsTransfer, Member::BucketName),
        Some(name) => judge_bucket(subject, name, &mut add),
        None => {}
    }
    if subject.is_true(Member::IsObsCreated) {
        if lacks_bucket {
            add(Rule::ObsCreateNeedsName, Member::IsObsCreated);
        }
        add(Rule::ObsCreateExisting, Member::IsObsCreated);
    }
    if let Some(prefix) = subject.filled(Member::FilePrefixName) {
        if !Letters::of(&prefix).are_only(IN_PREFIX) {
            add(Rule::FilePrefixCharset, Member::FilePrefixName);
        }
        if is_longer(&prefix, LONGEST_PREFIX) {
            add(Rule::FilePrefixLength, Member::FilePrefixName);
        }
        if lacks_bucket {
            add(Rule::FilePrefixWithoutBucket, Member::FilePrefixName);
        }
    }
    if subject
        .text(Member::CompressType)
        .is_some_and(|value| value != "gzip" && value != "json")
    {
        add(Rule::CompressTypeEnum, Member::CompressType);
    }
}

/// What there is to say once a bucket is named.
fn judge_bucket(subject: &Subject<'_>, name: &str, add: &mut impl FnMut(Rule, Member)) {
    bucket_name::judge(name, &mut |rule| add(rule, Member::BucketName));
    add(Rule::ObsBucketRegion, Member::BucketName);
    add(Rule::ObsBucketOtherAccount, Member::BucketName);
    if subject.is(TrackerType::Data)
        && subject
            .text(Member::DataBucketName)
            .is_some_and(|tracked| tracked == name)
    {
        add(Rule::TransferIsTrackedBucket, Member::BucketName);
    }
    for (member, rule) in [
        (Member::IsObsCreated, Rule::ObsCreateOmitted),
        (Member::CompressType, Rule::CompressDefault),
        (Member::IsSortByService, Rule::SortByServiceDefault),
    ] {
        if !subject.has(member) {
            add(rule, member);
        }
    }
}
