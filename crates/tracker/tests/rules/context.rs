//! What stands besides the body.

use cts_tracker::{Authentication, Context, Rule, check};

/// The rules of this file.
pub(crate) const RULES: &[Rule] = &[
    Rule::ProjectIdRequired,
    Rule::ProjectIdFormat,
    Rule::RegionKnown,
    Rule::TokenShape,
    Rule::TokenExpired,
    Rule::ClockSkew,
    Rule::SignatureRetry,
];

/// The codes and pointers of everything said about a context. The body is not looked at.
fn found(context: &Context<'_>) -> Vec<String> {
    check(b"[]", context)
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.code() != "body-not-object")
        .map(|diagnostic| {
            assert_eq!(diagnostic.range(), None);
            format!("{} {}", diagnostic.code(), diagnostic.pointer())
        })
        .collect()
}

#[test]
fn project_id() {
    let required = "project-id-required /path/project_id";
    let format = "project-id-format /path/project_id";
    for (project_id, expected) in [
        ("", Some(required)),
        (" ", Some(required)),
        ("{project_id}", Some(required)),
        ("{project_id", Some(format)),
        ("project_id}", Some(format)),
        ("cn-north-4", Some(format)),
        ("0123456789ABCDEF0123456789ABCDEF", Some(format)),
        ("0123456789abcdef0123456789abcde", Some(format)),
        ("0123456789abcdef0123456789abcdef", None),
    ] {
        let context = Context {
            project_id: Some(project_id),
            ..Context::default()
        };
        assert_eq!(
            found(&context),
            expected.into_iter().collect::<Vec<_>>(),
            "{project_id:?}"
        );
    }
}

#[test]
fn region_known() {
    for (region, known) in [
        ("cn-north-4", true),
        ("ae-ad-1", true),
        ("CN-NORTH-4", false),
        ("mars-1", false),
    ] {
        let context = Context {
            region: Some(region),
            ..Context::default()
        };
        let expected: &[&str] = if known {
            &[]
        } else {
            &["region-known /region"]
        };
        assert_eq!(found(&context), expected, "{region}");
    }
}

#[test]
fn authentication() {
    let long = "x".repeat(100);
    let broken = format!("{long}\n{long}");
    let known = Authentication::default();
    for (authentication, expected) in [
        (known, &[][..]),
        (
            Authentication {
                token: Some(&long),
                ..known
            },
            &[],
        ),
        (
            Authentication {
                token: Some(&long[1..]),
                ..known
            },
            &["token-shape /auth/token"],
        ),
        (
            Authentication {
                token: Some(&broken),
                ..known
            },
            &["token-shape /auth/token"],
        ),
        (
            Authentication {
                token_expires_at: Some(5),
                now: Some(5),
                ..known
            },
            &["token-expired /auth/token"],
        ),
        (
            Authentication {
                token_expires_at: Some(5),
                now: Some(4),
                ..known
            },
            &[],
        ),
        (
            Authentication {
                token_expires_at: Some(5),
                ..known
            },
            &[],
        ),
        (
            Authentication {
                signed_at: Some(0),
                gateway_time: Some(901),
                ..known
            },
            &["clock-skew /auth/time"],
        ),
        (
            Authentication {
                signed_at: Some(900),
                gateway_time: Some(0),
                ..known
            },
            &[],
        ),
        (
            Authentication {
                failed_signatures: 1,
                ..known
            },
            &["signature-retry /auth"],
        ),
    ] {
        let context = Context {
            authentication: Some(authentication),
            ..Context::default()
        };
        assert_eq!(found(&context), expected, "{authentication:?}");
    }
}

#[test]
fn a_token_is_never_shown() {
    let authentication = Authentication {
        token: Some("planted-secret"),
        ..Default::default()
    };
    let context = Context {
        authentication: Some(authentication),
        ..Context::default()
    };
    let report = check(b"{}", &context);
    assert!(!format!("{context:?} {report:?}").contains("planted"));
}
