//! Agency, organization, selector, LTS, verification.

use cts_tracker::Rule::{
    AgencyNameEnum, AgencyNameMissing, ExcludeServiceDuplicate, ExcludeServiceEffect,
    ExcludeServiceEnum, ExcludeServiceSize, LtsOn, ObsBucketOtherAccount, ObsBucketRegion,
    OrganizationOnData, OrganizationPrerequisites, SelectorOnData, StatusOnlyBody, ValidateOnData,
    ValidateWithoutBucket,
};

use super::example::{Example, body};
use super::source::Source::{Definition, Errors, Own, Page, Sdk, Terraform, UserGuide};
use super::{Guide, guide};

const AGENCY: &[&str] = &["/agency_name"];
const ORGANIZATION: &[&str] = &["/is_organization_tracker"];
const EXCLUDED: &[&str] = &["/management_event_selector/exclude_service"];
const VALIDATE: &[&str] = &["/is_support_validate"];

/// A management tracker that leaves these services out.
macro_rules! excluded {
    ($items:literal) => {
        body(concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","#,
            r#""management_event_selector":{"exclude_service":["#,
            $items,
            "]}}"
        ))
    };
}

const EXCLUDES_KMS: Example = excluded!(r#""KMS""#).also(&[ExcludeServiceEffect]);

pub(super) const GUIDES: &[Guide] = &[
    guide(
        AgencyNameEnum,
        AGENCY,
        &[Page],
        body(system!(r#""agency_name":"my_agency""#)).also(&[StatusOnlyBody]),
        body(system!(r#""agency_name":"cts_admin_trust""#)).also(&[StatusOnlyBody]),
    ),
    guide(
        AgencyNameMissing,
        AGENCY,
        &[Page, Terraform, UserGuide],
        body(system!(r#""is_lts_enabled":true"#)).also(&[LtsOn]),
        body(system!(r#""agency_name":"cts_admin_trust","is_lts_enabled":true"#)).also(&[LtsOn]),
    ),
    guide(
        OrganizationOnData,
        ORGANIZATION,
        &[Page],
        body(data!(r#""is_organization_tracker":true"#)),
        body(data!(r#""is_organization_tracker":false"#)),
    ),
    guide(
        OrganizationPrerequisites,
        ORGANIZATION,
        &[Errors, Page, UserGuide],
        body(system!(r#""is_organization_tracker":true"#)),
        body(system!(r#""is_organization_tracker":false"#)),
    ),
    guide(
        SelectorOnData,
        &["/management_event_selector"],
        &[Page, Own],
        body(data!(r#""management_event_selector":{"exclude_service":["KMS"]}"#)),
        body(data!()).also(&[StatusOnlyBody]),
    ),
    guide(
        ExcludeServiceEnum,
        EXCLUDED,
        &[Page],
        excluded!(r#""OBS""#),
        EXCLUDES_KMS,
    )
    .note(
        "Only the text of the page names KMS as the one value; the definition has no list, and no error code is published.",
        "只有文档正文说明取值仅为 KMS；API 定义没有取值列表，也没有公布错误码。",
    ),
    guide(
        ExcludeServiceSize,
        EXCLUDED,
        &[Definition],
        excluded!(r#""""#),
        EXCLUDES_KMS,
    ),
    guide(
        ExcludeServiceDuplicate,
        EXCLUDED,
        &[Own],
        excluded!(r#""KMS","KMS""#).also(&[ExcludeServiceEffect]),
        EXCLUDES_KMS,
    ),
    guide(
        ExcludeServiceEffect,
        EXCLUDED,
        &[Page, UserGuide],
        excluded!(r#""KMS""#),
        excluded!(""),
    ),
    guide(
        LtsOn,
        &["/is_lts_enabled"],
        &[UserGuide, Page],
        body(system!(r#""agency_name":"cts_admin_trust","is_lts_enabled":true"#)),
        body(system!(r#""agency_name":"cts_admin_trust","is_lts_enabled":false"#)),
    ),
    guide(
        ValidateOnData,
        VALIDATE,
        &[Definition, Sdk, Page],
        body(data!(r#""is_support_validate":true"#)).also(&[ValidateWithoutBucket]),
        body(data!(r#""is_support_validate":false"#)),
    ),
    guide(
        ValidateWithoutBucket,
        VALIDATE,
        &[Terraform, UserGuide],
        body(system!(r#""is_support_validate":true"#)),
        body(concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","#,
            r#""is_support_validate":true,"obs_info":{"bucket_name":"audit-logs","is_obs_created":false,"#,
            r#""compress_type":"gzip","is_sort_by_service":false}}"#
        ))
        .also(&[ObsBucketRegion, ObsBucketOtherAccount]),
    ),
];
