//! The transfer to OBS: `obs_info` and what stands in it, the retention apart.

use super::{Findings, Subject, bucket_name};
use crate::body::Value;
use crate::rule::Rule;
use crate::table::Member;
use crate::text::count_characters;
use crate::tracker_type::TrackerType;

/// The longest prefix (page `UpdateTracker`, CTS.0218).
const LONGEST_PREFIX: usize = 64;

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let mut add = |rule, member| findings.push(subject.found(rule, member));
    let Value::Object { empty } = subject.body.value(Member::ObsInfo) else {
        return;
    };
    let lacks_bucket = subject.lacks_text(Member::BucketName);
    if empty {
        add(Rule::ObsInfoEmptyObject, Member::ObsInfo);
    } else if !subject.has(Member::BucketName)
        && Member::within(Some(Member::ObsInfo)).any(|member| subject.has(member))
    {
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
        if !prefix.bytes().all(is_allowed_in_prefix) {
            add(Rule::FilePrefixCharset, Member::FilePrefixName);
        }
        if count_characters(&prefix) > LONGEST_PREFIX {
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
    for rule in bucket_name::breaches(name) {
        add(rule, Member::BucketName);
    }
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

fn is_allowed_in_prefix(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}
