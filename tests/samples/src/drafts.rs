//! The drafts that are written for every tool.

use cts_tracker::{Draft, Sample};

/// A draft with a name for people.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) draft: Draft,
    /// Whether project and region are left to the environment.
    pub(crate) is_open: bool,
}

/// Bodies as JSON text, each with what is special about it.
const BODIES: &[(&str, &str)] = &[
    (
        "management, only what is required",
        r#"{"tracker_type":"system","tracker_name":"system"}"#,
    ),
    (
        "data, only what is required",
        r#"{"tracker_type":"data","tracker_name":"data-tracker-name"}"#,
    ),
    (
        "management, switched off",
        r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#,
    ),
    (
        "data, switched on",
        r#"{"tracker_type":"data","tracker_name":"data-tracker-name","agency_name":"cts_admin_trust","status":"enabled","data_bucket":{"data_bucket_name":"tracked-bucket","data_event":["WRITE"]}}"#,
    ),
    (
        "management, everything",
        r#"{"tracker_type":"system","tracker_name":"system","agency_name":"cts_admin_trust","status":"enabled","is_organization_tracker":true,"management_event_selector":{"exclude_service":["KMS"]},"is_lts_enabled":true,"obs_info":{"bucket_name":"audit-logs","file_prefix_name":"cts_1.x-y","is_obs_created":true,"compress_type":"gzip","is_sort_by_service":true},"is_support_trace_files_encryption":true,"kms_id":"0d0466b0-e727-4d9c-b35d-f84bb474a37f","is_support_validate":true}"#,
    ),
    (
        "data, everything",
        r#"{"tracker_type":"data","tracker_name":"data-tracker-name","agency_name":"cts_admin_trust","status":"enabled","is_lts_enabled":true,"obs_info":{"bucket_name":"audit-logs","file_prefix_name":"p","is_obs_created":false,"bucket_lifecycle":180,"compress_type":"json","is_sort_by_service":false},"is_support_validate":true,"data_bucket":{"data_bucket_name":"tracked-bucket","data_event":["WRITE","READ"]}}"#,
    ),
    (
        "management, every switch off",
        r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","is_organization_tracker":false,"management_event_selector":{"exclude_service":[]},"is_lts_enabled":false,"obs_info":{"bucket_name":"","file_prefix_name":"","is_obs_created":false,"compress_type":"json","is_sort_by_service":false},"is_support_trace_files_encryption":false,"kms_id":"","is_support_validate":false}"#,
    ),
    (
        "data, no end of retention",
        r#"{"tracker_type":"data","tracker_name":"data-archive","obs_info":{"bucket_name":"audit-logs","bucket_lifecycle":0},"is_lts_enabled":false,"is_support_validate":false}"#,
    ),
    (
        "management, quotes and dollars",
        r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"a'b\"c`d$HOME$(id)${x}%{y}","file_prefix_name":"\\' \\\" \"\"\" '''"},"kms_id":"%s %d {0} #{x} <%= %> {{x}} $${y} %%{z}"}"#,
    ),
    (
        "data, quotes and dollars",
        r#"{"tracker_type":"data","tracker_name":"'; rm -rf \"$HOME\" #","data_bucket":{"data_bucket_name":"!history & | ; < > ( ) * ? [ ] ~ ^"}}"#,
    ),
    (
        "management, line breaks",
        r#"{"tracker_type":"system","tracker_name":"system\nJSON\nEOF\nHEADERS\n","obs_info":{"bucket_name":"a\r\nb\tc","file_prefix_name":"\n"},"management_event_selector":{"exclude_service":["K\nMS"," KMS "]}}"#,
    ),
    (
        "data, line breaks",
        r#"{"tracker_type":"data","tracker_name":"\\\n","data_bucket":{"data_bucket_name":"\r"}}"#,
    ),
    (
        "management, Chinese and emoji",
        r#"{"tracker_type":"system","tracker_name":"审计追踪器","obs_info":{"bucket_name":"桶😀👩‍👧","file_prefix_name":"前缀"},"management_event_selector":{"exclude_service":["密钥管理服务","KMS","统一身份认证服务","对象存储服务","云审计服务😀😀"]}}"#,
    ),
    (
        "data, Chinese and emoji",
        r#"{"tracker_type":"data","tracker_name":"数据","data_bucket":{"data_bucket_name":"❤️ é ﷽","data_event":["READ"]}}"#,
    ),
    (
        "management, what cannot be seen",
        r#"{"tracker_type":"system","tracker_name":"\u0001\u001b[31m\u007f\u0085","obs_info":{"bucket_name":"\u202eb\u2028\u2029\ufeff\u200b","file_prefix_name":"\udb40\udc41\ud83d\ude00"},"kms_id":"\u115f\u1160\u3164\uffa0\u2800\u180e\u034f","\u202e\u3164":1}"#,
    ),
    (
        "data, no character",
        r#"{"tracker_type":"data","tracker_name":"a\u0000b","data_bucket":{"data_bucket_name":"\u0000","data_event":["READ"]}}"#,
    ),
    (
        "management, traps of languages",
        r#"{"tracker_type":"system","tracker_name":"\\u000a\\u0022);evil();//","obs_info":{"bucket_name":"*/ ?> <?php --> ]]> </script>","file_prefix_name":"\\x41\\101\\N{BULLET}\\"},"kms_id":"\\u{41} \\0 \\a"}"#,
    ),
    (
        "management, comments that choose an encoding",
        r#"{"tracker_type":"system","tracker_name":"system","coding: utf-7 +AAo-boom":1,"coding=utf-16":2}"#,
    ),
    (
        "data, escapes where a comment is broken",
        r#"{"tracker_type":"data","tracker_name":"data-archive","aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u000aboom":1,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u000aboom":2,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u000aboom":3,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\u000aboom":4}"#,
    ),
    (
        "management, wrong types and unknown members",
        r#"{"tracker_type":"system","tracker_name":7,"is_lts_enabled":"true","kms_id":null,"obs_info":{"bucket_name":["x"],"更 多":1},"\\u000aboom ?> */":{"__proto__":{"a":[1,{"b":[]}]},"constructor":null,"0":-12,"a b":"c"},"__proto__":true,"big":123456789012345678901,"exact":1.50,"list":[1,2e9]}"#,
    ),
    (
        "data, wrong types and unknown members",
        r#"{"tracker_type":"data","tracker_name":"data-archive","obs_info":{"bucket_lifecycle":6e1,"x":{}},"data_bucket":{"data_event":["READ",1]}}"#,
    ),
    (
        "management, empty objects",
        r#"{"tracker_type":"system","tracker_name":"system","obs_info":{},"management_event_selector":{}}"#,
    ),
    (
        "data, empty objects and lists",
        r#"{"tracker_type":"data","tracker_name":"data-archive","data_bucket":{"data_event":[]},"obs_info":{"bucket_lifecycle":-2147483648}}"#,
    ),
    (
        "data, unlisted values",
        r#"{"tracker_type":"data","tracker_name":"data-archive","agency_name":"other","status":"paused","obs_info":{"bucket_name":"audit-logs","compress_type":"zip","bucket_lifecycle":45},"data_bucket":{"data_event":["READ","DELETE","READ"]}}"#,
    ),
    ("neither type nor name", r#"{"status":"enabled"}"#),
    (
        "an unknown type",
        r#"{"tracker_type":"System","tracker_name":"system","obs_info":{"bucket_name":"audit-logs"}}"#,
    ),
    (
        "management, long texts",
        r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-g23","file_prefix_name":"a23456789_b23456789_c23456789_d23456789_e23456789_f23456789_g234"},"kms_id":"a23456789-b23456789-c23456789-d23456789-e23456789-f23456789-g23456789-h23456789-i23456789-j23456789-k23456789","management_event_selector":{"exclude_service":["a2345678901234567890","b2345678901234567890","c2345678901234567890","d2345678901234567890","e2345678901234567890"]}}"#,
    ),
];

/// All drafts: the two that the vendor publishes, those above, and two without project and region.
pub(crate) fn all() -> Result<Vec<Case>, String> {
    let published = |name, sample| Case {
        name,
        draft: Draft::sample(sample),
        is_open: false,
    };
    let mut cases = vec![
        published("management, as published", Sample::Management),
        published("data, as published", Sample::Data),
    ];
    for (name, text) in BODIES {
        let draft = Draft::parse(text.as_bytes()).map_err(|_| format!("{name} is no request"))?;
        cases.push(Case {
            name,
            draft,
            is_open: false,
        });
    }
    for (name, sample) in [
        ("management, no project and no region", Sample::Management),
        ("data, no project and no region", Sample::Data),
    ] {
        cases.push(Case {
            is_open: true,
            ..published(name, sample)
        });
    }
    Ok(cases)
}
