//! `tracker_type`, `tracker_name`, `status`.

use cts_tracker::Rule::{
    IdentityOnlyBody, StatusDisabled, StatusEnum, StatusOmitted, StatusOnlyBody, StatusWithChanges,
    TrackerNameFormat, TrackerNameLong, TrackerNameRequired, TrackerNameReserved,
    TrackerNameSystem, TrackerNameTooLong, TrackerNameTypeMismatch, TrackerTypeEnum,
    TrackerTypeRequired,
};

use super::example::{Example, body};
use super::source::Source::{
    Definition, Errors, OpenTelekomCloud, Own, Page, Sdk, Terraform, UserGuide,
};
use super::{Guide, guide};

const TYPE: &[&str] = &["/tracker_type"];
const NAME: &[&str] = &["/tracker_name"];
const STATUS: &[&str] = &["/status"];

const SYSTEM: Example = body(system!()).also(&[StatusOnlyBody]);
const DATA: Example = body(data!()).also(&[StatusOnlyBody]);

/// A data tracker of this name.
macro_rules! named {
    ($name:literal) => {
        body(concat!(
            r#"{"tracker_type":"data","tracker_name":""#,
            $name,
            r#"","status":"enabled","data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}}"#
        ))
    };
}

pub(super) const GUIDES: &[Guide] = &[
    guide(
        TrackerTypeRequired,
        TYPE,
        &[Page, Sdk],
        body(r#"{"tracker_name":"system","status":"enabled"}"#),
        SYSTEM,
    ),
    guide(
        TrackerTypeEnum,
        TYPE,
        &[Page],
        body(r#"{"tracker_type":"System","tracker_name":"system","status":"enabled"}"#).also(&[StatusOnlyBody]),
        SYSTEM,
    ),
    guide(
        TrackerNameRequired,
        NAME,
        &[Page, Sdk],
        body(r#"{"tracker_type":"system","status":"enabled"}"#),
        SYSTEM,
    )
    .note(
        "The text of the page says that the name is system by default; every schema marks it as required.",
        "文档正文说明名称默认为 system，但所有模型都将其标为必填。",
    ),
    guide(
        TrackerNameSystem,
        NAME,
        &[Page, Errors],
        body(r#"{"tracker_type":"system","tracker_name":"audit","status":"enabled"}"#).also(&[StatusOnlyBody]),
        SYSTEM,
    ),
    guide(
        TrackerNameReserved,
        NAME,
        &[Errors, UserGuide, Terraform],
        named!("system-trace").also(&[StatusOnlyBody]),
        DATA,
    ),
    guide(
        TrackerNameFormat,
        NAME,
        &[UserGuide, Errors],
        named!("my orders").also(&[StatusOnlyBody]),
        DATA,
    ),
    guide(
        TrackerNameTooLong,
        NAME,
        &[Definition, Sdk],
        named!("orders-of-all-the-shops-and-all-their-warehouses-since-we-started1").also(&[StatusOnlyBody]),
        DATA,
    ),
    guide(
        TrackerNameLong,
        NAME,
        &[UserGuide, Errors, Definition],
        named!("orders-of-all-the-shops-since-1998").also(&[StatusOnlyBody]),
        DATA,
    ),
    guide(
        TrackerNameTypeMismatch,
        NAME,
        &[Own],
        named!("system").also(&[TrackerNameReserved, StatusOnlyBody]),
        SYSTEM,
    ),
    guide(
        StatusEnum,
        STATUS,
        &[Page],
        body(r#"{"tracker_type":"system","tracker_name":"system","status":"on"}"#).also(&[StatusOnlyBody]),
        SYSTEM,
    )
    .note(
        "error is a status of answers only.",
        "error 只是响应中的状态。",
    ),
    guide(
        StatusDisabled,
        STATUS,
        &[Page, UserGuide],
        body(r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#).also(&[StatusOnlyBody]),
        SYSTEM,
    ),
    guide(
        StatusWithChanges,
        STATUS,
        &[Terraform, OpenTelekomCloud],
        body(r#"{"tracker_type":"system","tracker_name":"system","status":"disabled","is_lts_enabled":false}"#)
            .also(&[StatusDisabled]),
        body(r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#)
            .also(&[StatusDisabled, StatusOnlyBody]),
    ),
    guide(
        StatusOmitted,
        STATUS,
        &[Errors],
        body(r#"{"tracker_type":"system","tracker_name":"system"}"#).also(&[IdentityOnlyBody]),
        SYSTEM,
    ),
];
