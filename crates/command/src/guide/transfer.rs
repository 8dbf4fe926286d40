//! `obs_info` apart from the name of the bucket and the retention.

use cts_tracker::Rule::{
    CompressDefault, CompressTypeEnum, FilePrefixCharset, FilePrefixLength,
    FilePrefixWithoutBucket, ObsBucketEmptyStopsTransfer, ObsBucketOtherAccount, ObsBucketRegion,
    ObsCreateExisting, ObsCreateNeedsName, ObsCreateOmitted, ObsInfoEmptyObject, ObsInfoPartial,
    SortByServiceDefault,
};

use super::example::{Example, body};
use super::source::Source::{Errors, OpenTelekomCloud, Own, Page, Terraform, UserGuide};
use super::{Guide, guide};

const TRANSFER: &[&str] = &["/obs_info"];
const CREATED: &[&str] = &["/obs_info/is_obs_created"];
const PREFIX: &[&str] = &["/obs_info/file_prefix_name"];
const COMPRESSION: &[&str] = &["/obs_info/compress_type"];

/// What is said about every transfer bucket.
const ALWAYS: &[cts_tracker::Rule] = &[ObsBucketRegion, ObsBucketOtherAccount];

const RIGHT: Example = body(bucket!("audit-logs")).also(ALWAYS);

/// A management tracker with this `obs_info`.
macro_rules! obs {
    ($members:literal) => {
        body(concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","#,
            r#""obs_info":{"#,
            $members,
            "}}"
        ))
    };
}

pub(super) const GUIDES: &[Guide] = &[
    guide(ObsInfoEmptyObject, TRANSFER, &[OpenTelekomCloud], obs!(""), RIGHT),
    guide(
        ObsInfoPartial,
        TRANSFER,
        &[OpenTelekomCloud, Own],
        obs!(r#""compress_type":"json""#),
        RIGHT,
    ),
    guide(
        ObsCreateNeedsName,
        CREATED,
        &[Page, Own],
        obs!(r#""bucket_name":"","is_obs_created":true"#).also(&[ObsBucketEmptyStopsTransfer, ObsCreateExisting]),
        RIGHT,
    ),
    guide(
        ObsCreateExisting,
        CREATED,
        &[Errors],
        obs!(r#""bucket_name":"audit-logs","is_obs_created":true,"compress_type":"gzip","is_sort_by_service":false"#)
            .also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsCreateOmitted,
        CREATED,
        &[Terraform],
        obs!(r#""bucket_name":"audit-logs","compress_type":"gzip","is_sort_by_service":false"#).also(ALWAYS),
        RIGHT,
    ),
    guide(
        FilePrefixCharset,
        PREFIX,
        &[Page, Errors],
        body(bucket!("audit-logs", r#""file_prefix_name":"audit/2026""#)).also(ALWAYS),
        body(bucket!("audit-logs", r#""file_prefix_name":"audit-2026""#)).also(ALWAYS),
    ),
    guide(
        FilePrefixLength,
        PREFIX,
        &[Page, Errors],
        body(bucket!(
            "audit-logs",
            r#""file_prefix_name":"audit-logs-of-all-the-shops-and-all-their-warehouses-since-we-started""#
        ))
        .also(ALWAYS),
        body(bucket!("audit-logs", r#""file_prefix_name":"audit""#)).also(ALWAYS),
    ),
    guide(
        FilePrefixWithoutBucket,
        PREFIX,
        &[Terraform],
        obs!(r#""bucket_name":"","file_prefix_name":"audit""#).also(&[ObsBucketEmptyStopsTransfer]),
        body(bucket!("audit-logs", r#""file_prefix_name":"audit""#)).also(ALWAYS),
    ),
    guide(
        CompressTypeEnum,
        COMPRESSION,
        &[Page],
        obs!(r#""bucket_name":"audit-logs","is_obs_created":false,"compress_type":"zip","is_sort_by_service":false"#)
            .also(ALWAYS),
        RIGHT,
    ),
    guide(
        CompressDefault,
        COMPRESSION,
        &[Page, Terraform],
        obs!(r#""bucket_name":"audit-logs","is_obs_created":false,"is_sort_by_service":false"#).also(ALWAYS),
        RIGHT,
    )
    .note(
        "The Terraform provider writes json when it resets a tracker.",
        "Terraform Provider 在重置追踪器时写入 json。",
    ),
    guide(
        SortByServiceDefault,
        &["/obs_info/is_sort_by_service"],
        &[Page, UserGuide],
        obs!(r#""bucket_name":"audit-logs","is_obs_created":false,"compress_type":"gzip""#).also(ALWAYS),
        RIGHT,
    ),
];
