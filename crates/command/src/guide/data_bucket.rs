//! `data_bucket`.

use cts_tracker::Rule::{
    DataBucketNameFormat, DataBucketNameRequired, DataBucketOnSystem, DataBucketRequired,
    DataEventDuplicate, DataEventEnum, DataEventRequired, DataEventTooMany, StatusOnlyBody,
};

use super::example::{Example, body};
use super::source::Source::{Definition, Errors, Own, Page, SdkBounds};
use super::{Guide, guide};

const BUCKET: &[&str] = &["/data_bucket"];
const NAME: &[&str] = &["/data_bucket/data_bucket_name"];
const EVENTS: &[&str] = &["/data_bucket/data_event"];

const SWITCH: &[cts_tracker::Rule] = &[StatusOnlyBody];

const RIGHT: Example = body(data!()).also(SWITCH);

pub(super) const GUIDES: &[Guide] = &[
    guide(
        DataBucketOnSystem,
        BUCKET,
        &[Page, Errors],
        body(system!(r#""data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}"#)).also(SWITCH),
body(system!()).also(SWITCH),
    ),
    guide(
        DataBucketRequired,
        BUCKET,
        &[Page],
        body(r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled"}"#).also(SWITCH),
        RIGHT,
    )
    .note(
        "A warning by itself, an error when status is given.",
        "通常为警告；填写了 status 时为错误。",
    ),
    guide(
        DataBucketNameRequired,
        NAME,
        &[Page],
        body(tracked!(r#""data_event":["READ"]"#)).also(SWITCH),
        RIGHT,
    )
    .note(
        "An error when status is given, a warning otherwise: the second example of the vendor's page leaves it out.",
        "填写了 status 时为错误，否则为警告：官方文档的第二个示例就没有填写。",
    ),
    guide(
        DataBucketNameFormat,
        NAME,
        &[Errors, SdkBounds],
        body(tracked!(r#""data_bucket_name":"Orders","data_event":["READ"]"#)).also(SWITCH),
        RIGHT,
    ),
    guide(
        DataEventRequired,
        EVENTS,
        &[Page, Errors],
        body(tracked!(r#""data_bucket_name":"orders","data_event":[]"#)).also(SWITCH),
        RIGHT,
    ),
    guide(
        DataEventEnum,
        EVENTS,
        &[Page, Errors],
        body(tracked!(r#""data_bucket_name":"orders","data_event":["read"]"#)).also(SWITCH),
        RIGHT,
    ),
    guide(
        DataEventDuplicate,
        EVENTS,
        &[Own],
        body(tracked!(r#""data_bucket_name":"orders","data_event":["READ","READ"]"#)).also(SWITCH),
        RIGHT,
    ),
    guide(
        DataEventTooMany,
        EVENTS,
        &[Definition],
        body(tracked!(r#""data_bucket_name":"orders","data_event":["READ","WRITE","READ"]"#))
            .also(&[StatusOnlyBody, DataEventDuplicate]),
        RIGHT,
    ),
];
