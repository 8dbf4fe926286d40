//! The body as JSON: syntax, repeated and unknown members, types; and the request as a whole.

use cts_tracker::Rule::{
    AgencyNameMissing, BodyDuplicateMember, BodyEmpty, BodyNotObject, BodySyntax, BodyTooLarge,
    IdentityOnlyBody, LifecycleWholeBucket, LtsOn, NullMember, NumberNotInteger,
    ObsBucketOtherAccount, ObsBucketRegion, ReadOnlyMember, StatusOmitted, StatusOnlyBody,
    TakesEffectAtOnce, UnknownMember, WrongJsonType,
};

use super::example::{Example, body, sized};
use super::source::Source::{Errors, Gateway, Own, Page, Sdk, Terraform, UserGuide};
use super::{Guide, guide};

const BODY: &[&str] = &[""];
const ANY: &[&str] = &["*"];

const SWITCH: Example = body(system!()).also(&[StatusOnlyBody]);

pub(super) const GUIDES: &[Guide] = &[
    guide(
        BodySyntax,
        BODY,
        &[Errors],
        body(r#"{"tracker_type":"system","tracker_name":"system",}"#),
        SWITCH,
    ),
    guide(
        BodyNotObject,
        BODY,
        &[Errors],
        body(r#"[{"tracker_type":"system","tracker_name":"system","status":"enabled"}]"#),
        SWITCH,
    ),
    guide(BodyEmpty, BODY, &[Errors, Page], body("{}"), SWITCH),
    guide(
        BodyDuplicateMember,
        ANY,
        &[Own],
        body(r#"{"tracker_type":"system","tracker_name":"system","status":"disabled","status":"enabled"}"#),
        SWITCH,
    ),
    guide(
        BodyTooLarge,
        BODY,
        &[Gateway],
        sized(12 * 1024 * 1024 + 1),
        SWITCH,
    ),
    guide(
        UnknownMember,
        ANY,
        &[Terraform, Sdk],
        body(system!(r#""aegncy_name":"cts_admin_trust""#)),
        body(system!(r#""agency_name":"cts_admin_trust""#)).also(&[StatusOnlyBody]),
    )
    .note(
        "A release of the Terraform provider sends the misspelt member of the example, and its tests pass.",
        "Terraform Provider 曾发送示例中拼写错误的成员，而其测试仍然通过。",
    ),
    guide(
        NullMember,
        ANY,
        &[Sdk, Own],
        body(system!(r#""is_lts_enabled":null"#)).also(&[StatusOnlyBody]),
        body(system!(r#""is_lts_enabled":false"#)),
    )
    .note(
        "The models of the SDKs drop such a member, so what the service makes of it is unknown.",
        "SDK 的模型会丢弃这样的成员，因此服务如何处理尚不清楚。",
    ),
    guide(
        WrongJsonType,
        ANY,
        &[Page],
        body(system!(r#""is_lts_enabled":"true""#)),
        body(system!(r#""is_lts_enabled":true"#)).also(&[AgencyNameMissing, LtsOn]),
    ),
    guide(
        NumberNotInteger,
        &["/obs_info/bucket_lifecycle"],
        &[Sdk],
        body(days!("180.0")).also(&[ObsBucketRegion, ObsBucketOtherAccount]),
        body(days!("180")).also(&[ObsBucketRegion, ObsBucketOtherAccount, LifecycleWholeBucket]),
    ),
    guide(
        ReadOnlyMember,
        &[
            "/id",
            "/create_time",
            "/detail",
            "/domain_id",
            "/project_id",
            "/group_id",
            "/stream_id",
            "/lts",
            "/obs_info/is_authorized_bucket",
            "/data_bucket/search_enabled",
        ],
        &[Sdk],
        body(system!(r#""lts":{"is_lts_enabled":false}"#)),
        body(system!(r#""is_lts_enabled":false"#)),
    ),
    guide(StatusOnlyBody, BODY, &[Terraform], body(system!()), body(system!(r#""is_lts_enabled":false"#))),
    guide(
        IdentityOnlyBody,
        BODY,
        &[Own],
        body(r#"{"tracker_type":"system","tracker_name":"system"}"#).also(&[StatusOmitted]),
        SWITCH,
    ),
    Guide {
        right: None,
        ..guide(TakesEffectAtOnce, BODY, &[Page, UserGuide], SWITCH, SWITCH)
    },
];
