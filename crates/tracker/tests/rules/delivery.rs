//! Agency, organization, selector, LTS, verification.

use crate::support::{bucket, data, data_obs, obs, system};
use crate::tables;

fn excluded(items: &str) -> String {
    system(&format!(
        r#""management_event_selector":{{"exclude_service":[{items}]}}"#
    ))
}

const LIST: &str = "/management_event_selector/exclude_service";

tables! {
    AgencyNameEnum agency_name_enum {
        system(r#""agency_name":"cts_admin_trust2""#) => ["/agency_name"],
        system(r#""agency_name":"""#) => ["/agency_name"],
        data(r#""agency_name":"CTS_admin_trust""#) => ["/agency_name"],
        system(r#""agency_name":"cts_admin_trust""#) => [],
        system(r#""agency_name":1"#) => [],
        system("") => [],
    }
    AgencyNameMissing agency_name_missing {
        bucket("audit-logs") => ["/agency_name"],
        system(r#""is_lts_enabled":true"#) => ["/agency_name"],
        data(r#""is_lts_enabled":true,"agency_name":null"#) => ["/agency_name"],
        system(r#""is_support_trace_files_encryption":true"#) => ["/agency_name"],
        data(r#""is_support_trace_files_encryption":true"#) => [],
        bucket("") => [],
        system(r#""is_lts_enabled":true,"agency_name":"other""#) => [],
        system(r#""is_lts_enabled":true,"agency_name":5"#) => [],
        system("") => [],
    }
    OrganizationOnData organization_on_data {
        data(r#""is_organization_tracker":true"#) => ["/is_organization_tracker"],
        data(r#""is_organization_tracker":false"#) => [],
        system(r#""is_organization_tracker":true"#) => [],
        r#"{"is_organization_tracker":true}"# => [],
    }
    OrganizationPrerequisites organization_prerequisites {
        system(r#""is_organization_tracker":true"#) => ["/is_organization_tracker"],
        system(r#""is_organization_tracker":false"#) => [],
        data(r#""is_organization_tracker":true"#) => [],
    }
    SelectorOnData selector_on_data {
        data(r#""management_event_selector":{}"#) => ["/management_event_selector"],
        data(r#""management_event_selector":{"exclude_service":["OBS"]}"#)
            => ["/management_event_selector"],
        data(r#""management_event_selector":[]"#) => [],
        excluded("") => [],
    }
    ExcludeServiceEnum exclude_service_enum {
        excluded(r#""OBS""#) => ["/management_event_selector/exclude_service/0"],
        excluded(r#""KMS","kms","LTS""#) => [
            "/management_event_selector/exclude_service/1",
            "/management_event_selector/exclude_service/2"
        ],
        excluded(r#""KMS""#) => [],
        excluded("") => [],
        excluded(r#""""#) => [],
    }
    ExcludeServiceSize exclude_service_size {
        excluded(r#""""#) => ["/management_event_selector/exclude_service/0"],
        excluded(&format!(r#""KMS","{}""#, "x".repeat(21)))
            => ["/management_event_selector/exclude_service/1"],
        excluded(&[r#""KMS""#; 11].join(",")) => [LIST],
        excluded(&format!(r#""{}""#, "单".repeat(20))) => [],
        excluded(&[r#""KMS""#; 10].join(",")) => [],
    }
    ExcludeServiceDuplicate exclude_service_duplicate {
        excluded(r#""KMS","KMS","K\u004dS""#) => [
            "/management_event_selector/exclude_service/1",
            "/management_event_selector/exclude_service/2"
        ],
        excluded(r#""KMS","OBS""#) => [],
    }
    ExcludeServiceEffect exclude_service_effect {
        excluded(r#""OBS","KMS""#) => [LIST],
        excluded(r#""OBS""#) => [],
        excluded("") => [],
    }
    LtsOn lts_on {
        system(r#""is_lts_enabled":true"#) => ["/is_lts_enabled"],
        r#"{"is_lts_enabled":true}"# => ["/is_lts_enabled"],
        system(r#""is_lts_enabled":false"#) => [],
        system("") => [],
    }
    ValidateOnData validate_on_data {
        data(r#""is_support_validate":true"#) => ["/is_support_validate"],
        data(r#""is_support_validate":false"#) => [],
        system(r#""is_support_validate":true"#) => [],
    }
    ValidateWithoutBucket validate_without_bucket {
        system(r#""is_support_validate":true"#) => ["/is_support_validate"],
        system(r#""is_support_validate":true,"obs_info":{"bucket_name":""}"#)
            => ["/is_support_validate"],
        data_obs(r#""bucket_name":"abc""#).replace("\"obs", "\"is_support_validate\":true,\"obs") => [],
        obs(r#""bucket_name":"a""#).replace("\"obs", "\"is_support_validate\":true,\"obs") => [],
        system(r#""is_support_validate":true,"obs_info":5"#) => [],
        system(r#""is_support_validate":true,"obs_info":{"bucket_name":5}"#) => [],
        system(r#""is_support_validate":false"#) => [],
    }
}
