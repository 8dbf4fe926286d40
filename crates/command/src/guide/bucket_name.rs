//! The name of the transfer bucket.

use cts_tracker::Rule::{
    ObsBucketEmptyStopsTransfer, ObsBucketNameCharset, ObsBucketNameDotTls, ObsBucketNameDots,
    ObsBucketNameEnd, ObsBucketNameIp, ObsBucketNameLength, ObsBucketNameStart,
    ObsBucketOtherAccount, ObsBucketRegion, TransferIsTrackedBucket,
};

use super::example::{Example, body};
use super::source::Source::{Errors, Obs, Page, Terraform, UserGuide};
use super::{Guide, guide};

const NAME: &[&str] = &["/obs_info/bucket_name"];

/// What is said about every transfer bucket.
const ALWAYS: &[cts_tracker::Rule] = &[ObsBucketRegion, ObsBucketOtherAccount];

const RIGHT: Example = body(bucket!("audit-logs")).also(ALWAYS);

/// A data tracker that records the bucket `orders` and delivers to this one.
macro_rules! delivers {
    ($name:literal) => {
        body(concat!(
            r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled","agency_name":"cts_admin_trust","#,
            r#""obs_info":{"bucket_name":""#,
            $name,
            r#"","is_obs_created":false,"compress_type":"gzip","is_sort_by_service":false},"#,
            r#""data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}}"#
        ))
        .also(ALWAYS)
    };
}

pub(super) const GUIDES: &[Guide] = &[
    guide(
        ObsBucketEmptyStopsTransfer,
        NAME,
        &[Terraform],
        body(bucket!("")),
        RIGHT,
    )
    .note(
        "The second example of the vendor's page does this.",
        "官方文档的第二个示例就是如此。",
    ),
    guide(
        ObsBucketNameLength,
        NAME,
        &[Page, Errors],
        body(bucket!("a")).also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsBucketNameCharset,
        NAME,
        &[Page, Errors],
        body(bucket!("Audit_Logs")).also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsBucketNameStart,
        NAME,
        &[Page, Errors],
        body(bucket!("-audit-logs")).also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsBucketNameEnd,
        NAME,
        &[Obs],
        body(bucket!("audit-logs-")).also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsBucketNameDots,
        NAME,
        &[Obs],
        body(bucket!("audit..logs")).also(&[
            ObsBucketRegion,
            ObsBucketOtherAccount,
            ObsBucketNameDotTls,
        ]),
        RIGHT,
    ),
    guide(
        ObsBucketNameIp,
        NAME,
        &[Obs],
        body(bucket!("192.168.0.1")).also(&[
            ObsBucketRegion,
            ObsBucketOtherAccount,
            ObsBucketNameDotTls,
        ]),
        RIGHT,
    ),
    guide(
        ObsBucketNameDotTls,
        NAME,
        &[Obs],
        body(bucket!("audit.logs")).also(ALWAYS),
        RIGHT,
    ),
    guide(
        ObsBucketRegion,
        NAME,
        &[UserGuide],
        body(bucket!("audit-logs")).also(&[ObsBucketOtherAccount]),
        body(system!(r#""is_lts_enabled":false"#)),
    ),
    guide(
        ObsBucketOtherAccount,
        NAME,
        &[UserGuide],
        body(bucket!("audit-logs")).also(&[ObsBucketRegion]),
        body(system!(r#""is_lts_enabled":false"#)),
    ),
    guide(
        TransferIsTrackedBucket,
        &["/obs_info/bucket_name"],
        &[Errors],
        delivers!("orders"),
        delivers!("audit-logs"),
    ),
];
