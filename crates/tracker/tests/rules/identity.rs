//! `tracker_type`, `tracker_name`, `status`.

use crate::support::{data, system, tracked};
use crate::tables;

fn named(tracker_type: &str, name: &str) -> String {
    format!(r#"{{"tracker_type":"{tracker_type}","tracker_name":"{name}"}}"#)
}

tables! {
    TrackerTypeRequired tracker_type_required {
        r#"{"tracker_name":"system"}"# => ["/tracker_type"],
        r#"{"tracker_type":null,"tracker_name":"system"}"# => ["/tracker_type"],
        r#"{"tracker_type":1}"# => [],
        r#"{"tracker_type":""}"# => [],
        system("") => [],
    }
    TrackerTypeEnum tracker_type_enum {
        named("System", "system") => ["/tracker_type"],
        named("", "system") => ["/tracker_type"],
        named("system ", "system") => ["/tracker_type"],
        named("d\\u0061ta", "orders") => [],
        system("") => [],
        data("") => [],
    }
    TrackerNameRequired tracker_name_required {
        r#"{"tracker_type":"system"}"# => ["/tracker_name"],
        r#"{"tracker_type":"data","tracker_name":null}"# => ["/tracker_name"],
        named("data", "") => ["/tracker_name"],
        named("other", "") => ["/tracker_name"],
        r#"{"tracker_name":7}"# => [],
        system("") => [],
    }
    TrackerNameSystem tracker_name_system {
        named("system", "System") => ["/tracker_name"],
        named("system", "orders") => ["/tracker_name"],
        named("system", "system") => [],
        named("system", "") => [],
        named("data", "orders") => [],
        named("other", "orders") => [],
    }
    TrackerNameReserved tracker_name_reserved {
        named("data", "system") => ["/tracker_name"],
        named("data", "system-trace") => ["/tracker_name"],
        named("data", "System") => [],
        named("system", "system") => [],
    }
    TrackerNameFormat tracker_name_format {
        named("data", "-orders") => ["/tracker_name"],
        named("data", "_orders") => ["/tracker_name"],
        named("data", "my orders") => ["/tracker_name"],
        named("data", "订单") => ["/tracker_name"],
        named("data", "orders\\n") => ["/tracker_name"],
        named("data", "Orders_1-x") => [],
        named("data", "7") => [],
        named("system", "-") => [],
        named("data", "") => [],
    }
    TrackerNameTooLong tracker_name_too_long {
        named("data", &"x".repeat(65)) => ["/tracker_name"],
        named("data", &"单".repeat(65)) => ["/tracker_name"],
        named("data", &"x".repeat(64)) => [],
        named("system", &"x".repeat(65)) => [],
    }
    TrackerNameLong tracker_name_long {
        named("data", &"x".repeat(33)) => ["/tracker_name"],
        named("data", &"x".repeat(64)) => ["/tracker_name"],
        named("data", &"x".repeat(32)) => [],
        named("data", &"x".repeat(65)) => [],
    }
    TrackerNameTypeMismatch tracker_name_type_mismatch {
        named("data", "system") => ["/tracker_name"],
        named("data", "system-trace") => [],
        named("system", "system") => [],
    }
    StatusEnum status_enum {
        system(r#""status":"paused""#) => ["/status"],
        system(r#""status":"Enabled""#) => ["/status"],
        system(r#""status":"""#) => ["/status"],
        r#"{"status":"error"}"# => ["/status"],
        system(r#""status":"enabled""#) => [],
        system(r#""status":"disabled""#) => [],
        system(r#""status":true"#) => [],
    }
    StatusDisabled status_disabled {
        system(r#""status":"disabled""#) => ["/status"],
        r#"{"status":"disabled"}"# => ["/status"],
        system(r#""status":"enabled""#) => [],
        system(r#""status":"Disabled""#) => [],
    }
    StatusWithChanges status_with_changes {
        system(r#""status":"disabled","is_lts_enabled":false"#) => ["/status"],
        system(r#""status":"disabled","agency_name":"cts_admin_trust""#) => [],
        system(r#""status":"enabled","is_lts_enabled":false"#) => [],
        tracked(r#""data_bucket_name":"abc""#).replace("enabled", "disabled") => [],
    }
    StatusOmitted status_omitted {
        system("") => ["/status"],
        system(r#""status":null"#) => ["/status"],
        system(r#""status":"enabled""#) => [],
        system(r#""status":"paused""#) => [],
    }
}
