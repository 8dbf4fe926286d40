//! The operation as an OpenAPI document.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::{Tree, body, number, object, text};
use crate::region::REGIONS;
use crate::table::Member;
use crate::text::Locale;

/// The statuses whose body the vendor's page documents.
const ERRORS: [(&str, &str, &str); 6] = [
    (
        "400",
        "The request could not be processed.",
        "服务器未能处理请求。",
    ),
    ("401", "Authentication failed.", "认证失败。"),
    ("403", "Not permitted.", "没有权限。"),
    ("404", "Not found.", "资源不存在。"),
    ("500", "Fault of the service.", "服务内部错误。"),
    ("503", "The service is not available.", "服务不可用。"),
];

pub(super) fn document(locale: Locale) -> Tree {
    let english = locale == Locale::English;
    let title = if english {
        "Cloud Trace Service: update a tracker"
    } else {
        "云审计服务：修改追踪器"
    };
    let servers = REGIONS
        .iter()
        .map(|region| {
            object(vec![
                ("url", text(region.cts_endpoint)),
                ("description", text(region.label(locale))),
            ])
        })
        .collect();
    object(vec![
        ("openapi", text("3.1.0")),
        (
            "info",
            object(vec![
                ("title", text(title)),
                ("version", text(env!("CARGO_PKG_VERSION"))),
            ]),
        ),
        ("servers", Tree::Array(servers)),
        (
            "paths",
            object(vec![(
                "/v3/{project_id}/tracker",
                object(vec![("put", operation(locale))]),
            )]),
        ),
        (
            "components",
            object(vec![
                (
                    "schemas",
                    object(vec![
                        ("UpdateTracker", object(body(locale))),
                        ("Error", error()),
                    ]),
                ),
                ("securitySchemes", object(vec![("token", token())])),
            ]),
        ),
        (
            "security",
            Tree::Array(vec![object(vec![("token", Tree::Array(Vec::new()))])]),
        ),
    ])
}

fn operation(locale: Locale) -> Tree {
    let project_id = Member::ProjectId.entry();
    let (shortest, longest) = project_id.bounds.unwrap_or_default();
    let parameter = object(vec![
        ("name", text(project_id.name)),
        ("in", text("path")),
        ("required", Tree::Boolean(true)),
        ("description", text(project_id.help.get(locale))),
        (
            "schema",
            object(vec![
                ("type", text("string")),
                ("minLength", number(shortest)),
                ("maxLength", number(longest)),
            ]),
        ),
    ]);
    let english = locale == Locale::English;
    let done = if english {
        "Done. The answer has no body."
    } else {
        "修改成功，响应没有消息体。"
    };
    let mut responses = vec![("200", object(vec![("description", text(done))]))];
    for (status, en, zh) in ERRORS {
        let content = reference("Error");
        responses.push((
            status,
            object(vec![
                ("description", text(if english { en } else { zh })),
                ("content", content),
            ]),
        ));
    }
    object(vec![
        ("operationId", text("UpdateTracker")),
        ("parameters", Tree::Array(vec![parameter])),
        (
            "requestBody",
            object(vec![
                ("required", Tree::Boolean(true)),
                ("content", reference("UpdateTracker")),
            ]),
        ),
        ("responses", object(responses)),
    ])
}

fn reference(name: &str) -> Tree {
    let schema = object(vec![(
        "$ref",
        Tree::Text(format!("#/components/schemas/{name}")),
    )]);
    object(vec![("application/json", object(vec![("schema", schema)]))])
}

fn error() -> Tree {
    let string = || object(vec![("type", text("string"))]);
    object(vec![
        ("type", text("object")),
        (
            "properties",
            object(vec![("error_code", string()), ("error_msg", string())]),
        ),
    ])
}

fn token() -> Tree {
    object(vec![
        ("type", text("apiKey")),
        ("in", text("header")),
        ("name", text("X-Auth-Token")),
    ])
}
