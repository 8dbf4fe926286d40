//! `obs_info` and everything in it.

use crate::support::{bucket, data, data_obs, days, obs, system};
use crate::tables;

const BUCKET: &str = "/obs_info/bucket_name";
const PREFIX: &str = "/obs_info/file_prefix_name";
const DAYS: &str = "/obs_info/bucket_lifecycle";
const CREATED: &str = "/obs_info/is_obs_created";

fn prefix(text: &str) -> String {
    obs(&format!(
        r#""bucket_name":"audit-logs","file_prefix_name":"{text}""#
    ))
}

fn tracked_and_receiving(tracked: &str, receiving: &str) -> String {
    data(&format!(
        r#""obs_info":{{"bucket_name":"{receiving}"}},"data_bucket":{{"data_bucket_name":"{tracked}"}}"#
    ))
}

tables! {
    ObsInfoEmptyObject obs_info_empty_object {
        obs("") => ["/obs_info"],
        obs(r#""unknown":1"#) => [],
        obs(r#""bucket_name":null"#) => [],
        system(r#""obs_info":[]"#) => [],
        system("") => [],
    }
    ObsInfoPartial obs_info_partial {
        obs(r#""file_prefix_name":"11""#) => ["/obs_info"],
        obs(r#""bucket_name":null,"is_obs_created":false"#) => ["/obs_info"],
        obs(r#""bucket_name":"","is_obs_created":false"#) => [],
        obs("") => [],
        obs(r#""unknown":1"#) => [],
        bucket("abc") => [],
    }
    ObsBucketEmptyStopsTransfer obs_bucket_empty_stops_transfer {
        bucket("") => [BUCKET],
        data_obs(r#""bucket_name":"""#) => [BUCKET],
        bucket("a") => [],
        obs("") => [],
    }
    ObsBucketNameLength obs_bucket_name_length {
        bucket("a") => [BUCKET],
        bucket("-A") => [BUCKET],
        bucket("审计") => [BUCKET],
        bucket(&"x".repeat(64)) => [BUCKET],
        bucket("abc") => [],
        bucket(&"x".repeat(63)) => [],
        bucket("") => [],
    }
    ObsBucketNameCharset obs_bucket_name_charset {
        bucket("Audit") => [BUCKET],
        bucket("audit_logs") => [BUCKET],
        bucket("审计日志") => [BUCKET],
        bucket("audit\\n") => [BUCKET],
        bucket("-Audit") => [BUCKET],
        bucket("-audit") => [],
        bucket("AU") => [],
        bucket("audit-logs.1") => [],
    }
    ObsBucketNameStart obs_bucket_name_start {
        bucket("-audit") => [BUCKET],
        bucket(".Audit") => [BUCKET],
        bucket("Audit") => [],
        bucket("-a") => [],
        bucket("1-audit") => [],
    }
    ObsBucketNameEnd obs_bucket_name_end {
        bucket("audit-") => [BUCKET],
        bucket("audit.") => [BUCKET],
        bucket("audit") => [],
        bucket("a-") => [],
    }
    ObsBucketNameDots obs_bucket_name_dots {
        bucket("audit..logs") => [BUCKET],
        bucket("audit.-logs") => [BUCKET],
        bucket("audit-.logs") => [BUCKET],
        bucket("audit.logs-1") => [],
    }
    ObsBucketNameIp obs_bucket_name_ip {
        bucket("192.168.0.1") => [BUCKET],
        bucket("255.255.255.255") => [BUCKET],
        bucket("256.1.1.1") => [],
        bucket("1.2.3") => [],
        bucket("1.2.3.4.5") => [],
        bucket("1.2.3.x") => [],
    }
    ObsBucketNameDotTls obs_bucket_name_dot_tls {
        bucket("audit.logs") => [BUCKET],
        bucket("audit-logs") => [],
    }
    ObsCreateNeedsName obs_create_needs_name {
        obs(r#""is_obs_created":true"#) => [CREATED],
        obs(r#""is_obs_created":true,"bucket_name":"""#) => [CREATED],
        obs(r#""is_obs_created":true,"bucket_name":"A""#) => [],
        obs(r#""is_obs_created":true,"bucket_name":7"#) => [],
        obs(r#""is_obs_created":false"#) => [],
    }
    ObsCreateExisting obs_create_existing {
        obs(r#""is_obs_created":true,"bucket_name":"abc""#) => [CREATED],
        obs(r#""is_obs_created":false,"bucket_name":"abc""#) => [],
        bucket("abc") => [],
    }
    ObsCreateOmitted obs_create_omitted {
        bucket("abc") => [CREATED],
        obs(r#""is_obs_created":false,"bucket_name":"abc""#) => [],
        bucket("") => [],
    }
    ObsBucketRegion obs_bucket_region {
        bucket("abc") => [BUCKET],
        bucket("") => [],
        system("") => [],
    }
    ObsBucketOtherAccount obs_bucket_other_account {
        bucket("abc") => [BUCKET],
        bucket("") => [],
    }
    TransferIsTrackedBucket transfer_is_tracked_bucket {
        tracked_and_receiving("abc", "abc") => [BUCKET],
        tracked_and_receiving("abc", "\\u0061bc") => [BUCKET],
        tracked_and_receiving("abc", "abd") => [],
        tracked_and_receiving("", "") => [],
        tracked_and_receiving("abc", "abc").replace("\"data\"", "\"system\"") => [],
    }
    FilePrefixCharset file_prefix_charset {
        prefix("a/b") => [PREFIX],
        prefix("a b") => [PREFIX],
        prefix("前缀") => [PREFIX],
        prefix("Audit_1-2.x") => [],
        prefix("") => [],
    }
    FilePrefixLength file_prefix_length {
        prefix(&"x".repeat(65)) => [PREFIX],
        prefix(&"x".repeat(64)) => [],
        prefix(&"前".repeat(64)) => [],
    }
    FilePrefixWithoutBucket file_prefix_without_bucket {
        obs(r#""file_prefix_name":"11""#) => [PREFIX],
        obs(r#""file_prefix_name":"11","bucket_name":"""#) => [PREFIX],
        obs(r#""file_prefix_name":"""#) => [],
        obs(r#""file_prefix_name":"11","bucket_name":"a""#) => [],
    }
    NumberNotInteger number_not_integer {
        days("60.0") => [DAYS],
        days("6e1") => [DAYS],
        days("0.5") => [DAYS],
        days("2147483648") => [DAYS],
        days("-2147483649") => [DAYS],
        days("99999999999999999999999999999999999") => [DAYS],
        days("2147483647") => [],
        days("\"60\"") => [],
        days("60") => [],
        obs(r#""bucket_lifecycle":60.5"#) => [],
    }
    LifecycleEnum lifecycle_enum {
        days("1") => [DAYS],
        days("45") => [DAYS],
        days("5000") => [DAYS],
        days("30") => [],
        days("1095") => [],
        days("0") => [],
        days("5001") => [],
        days("-1") => [],
    }
    LifecycleRange lifecycle_range {
        days("-1") => [DAYS],
        days("5001") => [DAYS],
        days("2147483647") => [DAYS],
        days("0") => [],
        days("-0") => [],
        days("5000") => [],
        days("6e9") => [],
    }
    LifecycleZero lifecycle_zero {
        days("0") => [DAYS],
        days("-0") => [DAYS],
        days("0.0") => [],
        days("30") => [],
    }
    LifecycleOnSystem lifecycle_on_system {
        obs(r#""bucket_name":"abc","bucket_lifecycle":60"#) => [DAYS],
        obs(r#""bucket_name":"abc","bucket_lifecycle":-7"#) => [DAYS],
        obs(r#""bucket_name":"abc","bucket_lifecycle":"60""#) => [],
        days("60") => [],
    }
    LifecycleShort lifecycle_short {
        days("30") => [DAYS],
        days("179") => [DAYS],
        days("180") => [],
        days("0") => [],
        days("-5") => [],
    }
    LifecycleWholeBucket lifecycle_whole_bucket {
        days("60") => [DAYS],
        days("1095") => [DAYS],
        days("0") => [],
        days("5001") => [],
        days("null") => [],
    }
    LifecycleWithoutBucket lifecycle_without_bucket {
        data_obs(r#""bucket_lifecycle":60"#) => [DAYS],
        data_obs(r#""bucket_lifecycle":60,"bucket_name":"""#) => [DAYS],
        days("60") => [],
        data_obs(r#""bucket_lifecycle":5001"#) => [],
    }
    CompressTypeEnum compress_type_enum {
        obs(r#""compress_type":"zip""#) => ["/obs_info/compress_type"],
        obs(r#""compress_type":"GZIP""#) => ["/obs_info/compress_type"],
        obs(r#""compress_type":"""#) => ["/obs_info/compress_type"],
        obs(r#""compress_type":"gzip""#) => [],
        obs(r#""compress_type":"json""#) => [],
        obs(r#""compress_type":null"#) => [],
    }
    CompressDefault compress_default {
        bucket("abc") => ["/obs_info/compress_type"],
        obs(r#""bucket_name":"abc","compress_type":"json""#) => [],
        bucket("") => [],
    }
    SortByServiceDefault sort_by_service_default {
        bucket("abc") => ["/obs_info/is_sort_by_service"],
        obs(r#""bucket_name":"abc","is_sort_by_service":false"#) => [],
        bucket("") => [],
    }
}
