//! The encryption switch and `kms_id`.

use cts_tracker::Rule::{
    EncryptionOnData, EncryptionWithoutBucket, KmsKeyFormat, KmsKeyPadding, KmsKeyRequired,
    KmsKeyTooLong, KmsKeyWithoutSwitch, ObsBucketOtherAccount, ObsBucketRegion,
};

use super::example::{Example, body};
use super::source::Source::{Definition, Errors, Kms, Own, Page, SdkBounds, Terraform};
use super::{Guide, guide};

const KEY: &[&str] = &["/kms_id"];
const SWITCH: &[&str] = &["/is_support_trace_files_encryption"];

/// What is said about every transfer bucket.
const BUCKET: &[cts_tracker::Rule] = &[ObsBucketRegion, ObsBucketOtherAccount];

/// A management tracker with a transfer bucket and these members of encryption.
macro_rules! encrypted {
    ($members:literal) => {
        body(concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","#,
            $members,
            r#","obs_info":{"bucket_name":"audit-logs","is_obs_created":false,"compress_type":"gzip","#,
            r#""is_sort_by_service":false}}"#
        ))
        .also(BUCKET)
    };
}

const RIGHT: Example = encrypted!(
    r#""is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504""#
);

pub(super) const GUIDES: &[Guide] = &[
    guide(
        KmsKeyRequired,
        KEY,
        &[Page, Errors],
        encrypted!(r#""is_support_trace_files_encryption":true"#),
        RIGHT,
    ),
    guide(
        KmsKeyWithoutSwitch,
        KEY,
        &[Page],
        encrypted!(r#""kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504""#),
        RIGHT,
    ),
    guide(
        KmsKeyFormat,
        KEY,
        &[Kms, SdkBounds],
        encrypted!(r#""is_support_trace_files_encryption":true,"kms_id":"alias/audit""#),
        RIGHT,
    )
    .note(
        "The text of the KMS SDK allows a-z; the definition of CTS bounds the length only, to 200.",
        "KMS SDK 的说明允许 a-z；CTS 的定义只限制长度，最多 200 个字符。",
    ),
    guide(
        KmsKeyTooLong,
        KEY,
        &[Definition, SdkBounds],
        encrypted!(
            r#""is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504-13a4207c-7abe-4b68-8510-16b84c3b5504-13a4207c-7abe-4b68-8510-16b84c3b5504-13a4207c-7abe-4b68-8510-16b84c3b5504-13a4207c-7abe-4b68-8510-16b84c3b5504-13a4207c-7abe-4b""#
        ),
        RIGHT,
    ),
    guide(
        KmsKeyPadding,
        KEY,
        &[Own],
        encrypted!(
            r#""is_support_trace_files_encryption":true,"kms_id":" 13a4207c-7abe-4b68-8510-16b84c3b5504""#
        ),
        RIGHT,
    ),
    guide(
        EncryptionOnData,
        &["/is_support_trace_files_encryption", "/kms_id"],
        &[Page],
        body(data!(r#""is_support_trace_files_encryption":true"#)),
        body(data!(r#""is_support_trace_files_encryption":false"#)),
    ),
    guide(
        EncryptionWithoutBucket,
        SWITCH,
        &[Terraform],
        body(system!(
            r#""agency_name":"cts_admin_trust","is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504""#
        )),
        RIGHT,
    ),
];
