//! Rules that compare with the trackers as they are configured now.

use cts_tracker::Rule::{
    DataBucketImmutable, DataEventConflict, EncryptionOff, LtsOff, LtsOn, NoChange,
    ObsBucketOtherAccount, ObsBucketRegion, OmittedMembersReset, StatusOnlyBody, TrackerExists,
};

use super::example::{Example, body};
use super::source::Source::{Custodian, Errors, OpenTelekomCloud, Own, Page};
use super::{Guide, guide};

/// A management tracker that delivers to LTS.
const LTS: &str = r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"enabled","lts":{"is_lts_enabled":true}}]}"#;
/// A management tracker with a transfer bucket and encryption.
const ENCRYPTED: &str = r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504","obs_info":{"bucket_name":"audit-logs","compress_type":"gzip","is_sort_by_service":false}}]}"#;
/// Two data trackers that record one bucket.
const ORDERS: &str = r#"{"trackers":[{"tracker_type":"data","tracker_name":"orders","status":"disabled","data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}},{"tracker_type":"data","tracker_name":"orders-writes","status":"enabled","data_bucket":{"data_bucket_name":"orders","data_event":["WRITE"]}}]}"#;
/// A management tracker that is off.
const DISABLED: &str =
    r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"disabled"}]}"#;
/// One that is on.
const ENABLED: &str =
    r#"{"trackers":[{"tracker_type":"system","tracker_name":"system","status":"enabled"}]}"#;

const SWITCH: &[cts_tracker::Rule] = &[StatusOnlyBody];

/// A request for the encrypted tracker that changes the name of its files, with these members.
macro_rules! encrypted {
    ($members:literal) => {
        body(concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","#,
            $members,
            r#","obs_info":{"bucket_name":"audit-logs","file_prefix_name":"audit","is_obs_created":false,"#,
            r#""compress_type":"gzip","is_sort_by_service":false}}"#
        ))
        .current(ENCRYPTED)
        .also(&[ObsBucketRegion, ObsBucketOtherAccount])
    };
}

/// The same with everything that is configured.
const KEPT: Example = encrypted!(
    r#""is_support_trace_files_encryption":true,"kms_id":"13a4207c-7abe-4b68-8510-16b84c3b5504""#
);

pub(super) const GUIDES: &[Guide] = &[
    guide(
        LtsOff,
        &["/is_lts_enabled"],
        &[Custodian, OpenTelekomCloud],
        body(system!(r#""agency_name":"cts_admin_trust""#)).current(LTS).also(SWITCH),
        body(system!(r#""agency_name":"cts_admin_trust","is_lts_enabled":true"#)).current(LTS).also(&[LtsOn]),
    ),
    guide(
        EncryptionOff,
        &["/is_support_trace_files_encryption"],
        &[Own],
        encrypted!(r#""is_support_trace_files_encryption":false,"kms_id":"""#),
        KEPT,
    ),
    guide(
        DataBucketImmutable,
        &["/data_bucket/data_bucket_name"],
        &[Page, Errors],
        body(tracked!(r#""data_bucket_name":"invoices","data_event":["READ"]"#)).current(ORDERS).also(SWITCH),
        body(tracked!(r#""data_bucket_name":"orders","data_event":["READ"]"#)).current(ORDERS).also(SWITCH),
    ),
    guide(
        DataEventConflict,
        &["/data_bucket/data_event"],
        &[Errors],
        body(tracked!(r#""data_bucket_name":"orders","data_event":["READ","WRITE"]"#)).current(ORDERS).also(SWITCH),
        body(tracked!(r#""data_bucket_name":"orders","data_event":["READ"]"#)).current(ORDERS).also(SWITCH),
    ),
    guide(
        OmittedMembersReset,
        &["*"],
        &[OpenTelekomCloud, Custodian],
        encrypted!(r#""is_support_validate":true"#),
        KEPT,
    )
    .note(
        "Requests that only switch a tracker on or off kept the rest in the tests of the Terraform provider; other requests lost settings in the reports.",
        "在 Terraform Provider 的测试中，只启用或停用追踪器的请求保留了其余设置；而在用户反馈中，其他请求丢失了设置。",
    ),
    guide(
        NoChange,
        &[""],
        &[Own],
        body(system!()).current(ENABLED).also(SWITCH),
        body(system!()).current(DISABLED).also(SWITCH),
    ),
    guide(
        TrackerExists,
        &["/tracker_name"],
        &[Errors],
        body(data!()).current(ENABLED).also(SWITCH),
        body(data!()).current(ORDERS).also(SWITCH),
    ),
];
