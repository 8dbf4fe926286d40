//! The retention, `bucket_lifecycle`.

use cts_tracker::Rule::{
    LifecycleEnum, LifecycleOnSystem, LifecycleRange, LifecycleShort, LifecycleWholeBucket,
    LifecycleWithoutBucket, LifecycleZero, ObsBucketEmptyStopsTransfer, ObsBucketOtherAccount,
    ObsBucketRegion,
};

use super::example::{Example, body};
use super::source::Source::{Definition, Page, SdkBounds, Terraform, UserGuide};
use super::{Guide, guide};

const DAYS: &[&str] = &["/obs_info/bucket_lifecycle"];

/// What is said about every transfer bucket.
const BUCKET: &[cts_tracker::Rule] = &[ObsBucketRegion, ObsBucketOtherAccount];
/// The same where the retention is one that CTS writes on the bucket.
const WRITTEN: &[cts_tracker::Rule] =
    &[ObsBucketRegion, ObsBucketOtherAccount, LifecycleWholeBucket];

const RIGHT: Example = body(days!("180")).also(WRITTEN);

/// A data tracker with this name of a transfer bucket, with a retention.
macro_rules! unnamed {
    ($members:literal) => {
        body(concat!(
            r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled","#,
            r#""data_bucket":{"data_bucket_name":"orders","data_event":["READ"]},"obs_info":{"#,
            $members,
            "}}"
        ))
    };
}

pub(super) const GUIDES: &[Guide] = &[
    guide(LifecycleEnum, DAYS, &[Page], body(days!("365")).also(WRITTEN), RIGHT).note(
        "The definition and the newer SDKs have no list, only 0 to 5000; the Terraform provider takes 0 as well.",
        "API 定义和较新的 SDK 没有取值列表，只限 0~5000；Terraform Provider 也接受 0。",
    ),
    guide(
        LifecycleRange,
        DAYS,
        &[Definition, SdkBounds],
        body(days!("5001")).also(BUCKET),
        RIGHT,
    ),
    guide(LifecycleZero, DAYS, &[Terraform], body(days!("0")).also(BUCKET), RIGHT).note(
        "Given instead of lifecycle-enum.",
        "代替 lifecycle-enum 给出。",
    ),
    guide(
        LifecycleOnSystem,
        DAYS,
        &[Page],
        body(bucket!("audit-logs", r#""bucket_lifecycle":180"#)).also(BUCKET),
        body(bucket!("audit-logs")).also(BUCKET),
    ),
    guide(LifecycleShort, DAYS, &[UserGuide], body(days!("90")).also(WRITTEN), RIGHT),
    guide(
        LifecycleWholeBucket,
        DAYS,
        &[UserGuide, Terraform],
        body(days!("180")).also(BUCKET),
        unnamed!(r#""bucket_name":"""#).also(&[ObsBucketEmptyStopsTransfer]),
    ),
    guide(
        LifecycleWithoutBucket,
        DAYS,
        &[Terraform],
        unnamed!(r#""bucket_name":"","bucket_lifecycle":180"#)
            .also(&[ObsBucketEmptyStopsTransfer, LifecycleWholeBucket]),
        RIGHT,
    )
    .note(
        "The second example of the vendor's page does this.",
        "官方文档的第二个示例就是如此。",
    ),
];
