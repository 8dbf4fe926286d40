//! `data_bucket`.

use cts_tracker::{Context, Severity, check};

use crate::support::{data, system, tracked};
use crate::tables;

const OBJECT: &str = "/data_bucket";
const NAME: &str = "/data_bucket/data_bucket_name";
const EVENTS: &str = "/data_bucket/data_event";

fn named(name: &str) -> String {
    tracked(&format!(
        r#""data_bucket_name":"{name}","data_event":["READ"]"#
    ))
}

fn events(items: &str) -> String {
    tracked(&format!(
        r#""data_bucket_name":"orders","data_event":[{items}]"#
    ))
}

tables! {
    DataBucketOnSystem data_bucket_on_system {
        system(r#""data_bucket":{}"#) => [OBJECT],
        system(r#""data_bucket":{"data_bucket_name":"-","data_event":["x"]}"#) => [OBJECT],
        system(r#""data_bucket":null"#) => [],
        system(r#""data_bucket":7"#) => [],
        tracked("") => [],
        r#"{"data_bucket":{}}"# => [],
    }
    DataBucketRequired data_bucket_required {
        data("") => [OBJECT],
        data(r#""data_bucket":null"#) => [OBJECT],
        data(r#""status":"enabled""#) => [OBJECT],
        tracked("") => [],
        data(r#""data_bucket":5"#) => [],
        system("") => [],
    }
    DataBucketNameRequired data_bucket_name_required {
        tracked("") => [NAME],
        named("") => [NAME],
        data(r#""data_bucket":{"data_event":["READ"]}"#) => [NAME],
        named("abc") => [],
        tracked(r#""data_bucket_name":5"#) => [],
        data("") => [],
    }
    DataBucketNameFormat data_bucket_name_format {
        named("a") => [NAME],
        named("-abc") => [NAME],
        named("Orders") => [NAME],
        named(&"x".repeat(64)) => [NAME],
        named("订单订单") => [NAME],
        named("abc") => [],
        named(&"x".repeat(63)) => [],
        named("") => [],
        system(r#""data_bucket":{"data_bucket_name":"A"}"#) => [],
    }
    DataEventRequired data_event_required {
        tracked(r#""data_bucket_name":"abc""#) => [EVENTS],
        tracked(r#""data_bucket_name":"abc","data_event":null"#) => [EVENTS],
        events("") => [EVENTS],
        data(r#""data_bucket":{"data_event":[]}"#) => [EVENTS],
        data(r#""data_bucket":{"data_bucket_name":"abc"}"#) => [],
        tracked(r#""data_event":"READ""#) => [],
        events(r#""READ""#) => [],
        data(r#""status":"enabled""#) => [],
    }
    DataEventEnum data_event_enum {
        events(r#""read""#) => ["/data_bucket/data_event/0"],
        events(r#""READ","DELETE""#) => ["/data_bucket/data_event/1"],
        events(r#""""#) => ["/data_bucket/data_event/0"],
        events(r#""READ","WRITE""#) => [],
        events(r#""R\u0045AD",1"#) => [],
    }
    DataEventDuplicate data_event_duplicate {
        events(r#""READ","READ""#) => ["/data_bucket/data_event/1"],
        events(r#""READ","WRITE""#) => [],
    }
    DataEventTooMany data_event_too_many {
        events(r#""READ","WRITE","READ""#) => [EVENTS],
        events(r#""READ","WRITE""#) => [],
    }
}

#[test]
fn what_a_switch_needs_is_an_error_only_with_status() {
    for (code, with, without) in [
        (
            "data-bucket-required",
            data(r#""status":"enabled""#),
            data(r#""is_lts_enabled":true"#),
        ),
        (
            "data-bucket-name-required",
            tracked(""),
            data(r#""data_bucket":{}"#),
        ),
    ] {
        for (text, severity) in [(with, Severity::Error), (without, Severity::Warning)] {
            let report = check(text.as_bytes(), &Context::default());
            let found = report
                .diagnostics()
                .iter()
                .find(|found| found.code() == code);
            assert_eq!(
                found.map(cts_tracker::Diagnostic::severity),
                Some(severity),
                "{text}"
            );
        }
    }
}
