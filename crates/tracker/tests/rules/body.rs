//! The body as JSON: syntax, repeated and unknown members, types; and the request as a whole.

use crate::support::{data, obs, system, tracked};
use crate::tables;

const LIMIT: usize = 12 * 1024 * 1024;

/// A body of exactly this many bytes.
fn sized(bytes: usize) -> String {
    let frame = system(r#""note":"""#);
    system(&format!(r#""note":"{}""#, "x".repeat(bytes - frame.len())))
}

tables! {
    BodySyntax body_syntax {
        "{" => [""],
        r#"{"tracker_type":"system",}"# => [""],
        "// comment\n{}" => [""],
        "{} {}" => [""],
        "\u{feff}{}" => [""],
        r#"{"tracker_type":"\ud800"}"# => [""],
        format!("{}{}", "[".repeat(65), "]".repeat(65)) => [""],
        system("") => [],
        "[]" => [],
        "" => [],
        format!("{}{}", "[".repeat(64), "]".repeat(64)) => [],
    }
    BodyNotObject body_not_object {
        "[]" => [""],
        "null" => [""],
        "\"text\"" => [""],
        " 1.5e3 " => [""],
        "{}" => [],
        system("") => [],
    }
    BodyEmpty body_empty {
        "" => [""],
        " \t\r\n" => [""],
        "{}" => [""],
        " { } " => [""],
        r#"{"unknown":1}"# => [],
        "[]" => [],
    }
    BodyTooLarge body_too_large {
        sized(LIMIT + 1) => [""],
        "{".repeat(LIMIT + 1) => [""],
        sized(LIMIT) => [],
    }
    BodyDuplicateMember body_duplicate_member {
        r#"{"tracker_type":"system","tracker_type":"system"}"# => ["/tracker_type"],
        r#"{"tracker_type":"system","tracker\u005ftype":"system"}"# => ["/tracker_type"],
        obs(r#""bucket_name":"abc","bucket_name":"abd""#) => ["/obs_info/bucket_name"],
        system(r#""x":{"a":1,"b":[{"c":1,"c":2}],"a":2}"#) => ["/x/b/0/c", "/x/a"],
        system(r#""status":[{"a":1,"a":2}]"#) => ["/status/0/a"],
        system(r#""x/y":1,"x/y":2,"~":{"/":1,"/":2}"#) => ["/x~1y", "/~0/~1"],
        system(r#""x":{"a":1},"y":{"a":1}"#) => [],
        system(r#""Status":"enabled","status":"enabled""#) => [],
    }
    UnknownMember unknown_member {
        system(r#""aegncy_name":"cts_admin_trust""#) => ["/aegncy_name"],
        system(r#""Status":"enabled""#) => ["/Status"],
        system(r#""__proto__":{"unknown":1},"constructor":null"#) => ["/__proto__", "/constructor"],
        obs(r#""bucket_name":"abc","bucket":1"#) => ["/obs_info/bucket"],
        system(r#""bucket_name":"abc""#) => ["/bucket_name"],
        tracked(r#""data_bucket_name":"abc","data_event":["READ"],"":0"#) => ["/data_bucket/"],
        system(r#""data_bucket":{"unknown":1}"#) => [],
        system(r#""id":"x""#) => [],
    }
    ReadOnlyMember read_only_member {
        system(r#""id":"x","create_time":1,"detail":"","domain_id":"","project_id":"""#)
            => ["/id", "/create_time", "/detail", "/domain_id", "/project_id"],
        system(r#""lts":{"is_lts_enabled":true},"group_id":"","stream_id":"""#)
            => ["/lts", "/group_id", "/stream_id"],
        obs(r#""bucket_name":"abc","is_authorized_bucket":true"#) => ["/obs_info/is_authorized_bucket"],
        tracked(r#""search_enabled":false"#) => ["/data_bucket/search_enabled"],
        obs(r#""bucket_name":"abc","id":1"#) => [],
        system(r#""is_authorized_bucket":true"#) => [],
        system(r#""data_bucket":{"search_enabled":false}"#) => [],
    }
    NullMember null_member {
        r#"{"tracker_type":null,"tracker_name":null}"# => ["/tracker_type", "/tracker_name"],
        system(r#""status":null,"obs_info":null"#) => ["/status", "/obs_info"],
        obs(r#""bucket_name":null"#) => ["/obs_info/bucket_name"],
        system(r#""unknown":null"#) => [],
        system(r#""kms_id":"""#) => [],
    }
    WrongJsonType wrong_json_type {
        r#"{"tracker_type":1,"tracker_name":["system"]}"# => ["/tracker_type", "/tracker_name"],
        system(r#""is_lts_enabled":"true","is_support_validate":0"#)
            => ["/is_lts_enabled", "/is_support_validate"],
        system(r#""obs_info":[],"data_bucket":"x","management_event_selector":false"#)
            => ["/obs_info", "/data_bucket", "/management_event_selector"],
        obs(r#""bucket_lifecycle":"60","compress_type":{}"#)
            => ["/obs_info/bucket_lifecycle", "/obs_info/compress_type"],
        tracked(r#""data_bucket_name":1,"data_event":"READ""#)
            => ["/data_bucket/data_bucket_name", "/data_bucket/data_event"],
        tracked(r#""data_event":["READ",1,{},"WRITE"]"#)
            => ["/data_bucket/data_event/1", "/data_bucket/data_event/2"],
        data(r#""is_organization_tracker":"no","kms_id":5"#)
            => ["/is_organization_tracker", "/kms_id"],
        system(r#""is_lts_enabled":null"#) => [],
        system(r#""unknown":1,"lts":5"#) => [],
    }
    StatusOnlyBody status_only_body {
        system(r#""status":"enabled""#) => [""],
        system(r#""status":"disabled","agency_name":"cts_admin_trust""#) => [""],
        tracked(r#""data_bucket_name":"abc","data_event":["READ"]"#) => [""],
        system("") => [],
        system(r#""status":"enabled","is_lts_enabled":false"#) => [],
        system(r#""status":"enabled","unknown":1"#) => [],
    }
    IdentityOnlyBody identity_only_body {
        system("") => [""],
        data("") => [""],
        system(r#""status":null"#) => [""],
        system(r#""status":"enabled""#) => [],
        system(r#""agency_name":"cts_admin_trust""#) => [],
        r#"{"tracker_type":"system"}"# => [],
    }
    TakesEffectAtOnce takes_effect_at_once {
        system("") => [""],
        r#"{"unknown":1}"# => [""],
        "{}" => [],
        "[]" => [],
    }
}
