//! The encryption of trace files: the switch and `kms_id`.

use super::{Findings, Subject};
use crate::rule::Rule;
use crate::table::Member;
use crate::text::{Letters, is_longer};
use crate::tracker_type::TrackerType;

const SWITCH: Member = Member::IsSupportTraceFilesEncryption;
const KEY: Member = Member::KmsId;
/// The longest key id (API definition).
const LONGEST_KEY: usize = 200;
/// The length of a key id, and where its hyphens are: groups of 8, 4, 4, 4 and 12 (KMS `ListKeys`).
const LENGTH: usize = 36;
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

pub(super) fn judge(subject: &Subject<'_>, findings: &mut Findings) {
    let mut add = |rule, member| subject.add(rule, member, findings);
    let on = subject.is_true(SWITCH);
    let key = subject.filled(KEY);
    match subject.tracker_type {
        Some(TrackerType::Data) if on => add(Rule::EncryptionOnData, SWITCH),
        Some(TrackerType::Data) if key.is_some() => add(Rule::EncryptionOnData, KEY),
        Some(TrackerType::System) => {
            if on && subject.lacks_text(KEY) {
                add(Rule::KmsKeyRequired, KEY);
            }
            if on && subject.lacks_text(Member::BucketName) {
                add(Rule::EncryptionWithoutBucket, SWITCH);
            }
            if let Some(key) = key {
                let off = !subject.has(SWITCH) || subject.body.boolean(SWITCH) == Some(false);
                if off {
                    add(Rule::KmsKeyWithoutSwitch, KEY);
                }
                if let Some(rule) = breach(&key) {
                    add(rule, KEY);
                }
            }
        }
        _ => {}
    }
}

/// The one thing to say about a key id that is not empty.
fn breach(key: &str) -> Option<Rule> {
    if is_longer(key, LONGEST_KEY) {
        Some(Rule::KmsKeyTooLong)
    } else if key.trim() != key {
        Some(Rule::KmsKeyPadding)
    } else if !is_key_id(key) {
        Some(Rule::KmsKeyFormat)
    } else {
        None
    }
}

fn is_key_id(key: &str) -> bool {
    let is_hyphen = |at: &usize| key.as_bytes().get(*at) == Some(&b'-');
    key.len() == LENGTH
        && HYPHENS.iter().all(is_hyphen)
        && Letters::of(key).are_only(Letters::HEXADECIMAL | Letters::DIGIT | Letters::HYPHEN)
        && key.bytes().filter(|byte| *byte == b'-').count() == HYPHENS.len()
}
