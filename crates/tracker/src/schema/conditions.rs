//! What depends on the type of the tracker or on other members.

use alloc::string::ToString as _;
use alloc::vec;
use alloc::vec::Vec;

use super::{Tree, number, object, or_empty, text};
use crate::table::Member;
use crate::tracker_type::TrackerType;

/// Text that neither begins nor ends with white space, empty text included. What counts is the
/// `White_Space` of Unicode, as in the rule; the `\s` of a pattern is another set.
const UNPADDED: &str = concat!(
    r"^(?:[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]",
    r"(?:[\s\S]*[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])?)?$",
);

/// The conditions of the body.
pub(super) fn all() -> Vec<Tree> {
    vec![
        when(is(TrackerType::System), system()),
        when(both(is(TrackerType::System), vec![encrypts()]), needs_key()),
        when(is(TrackerType::Data), data()),
        when(
            both(is(TrackerType::Data), vec![has(Member::Status)]),
            switched_data(),
        ),
    ]
}

/// A bucket to create needs a name.
pub(super) fn created_bucket_has_a_name() -> Tree {
    let created = with(Member::IsObsCreated, constant(Tree::Boolean(true)));
    when(created, with(Member::BucketName, filled()))
}

/// The management tracker.
fn system() -> Tree {
    let key = object(vec![
        ("maxLength", bound(Member::KmsId)),
        ("pattern", text(UNPADDED)),
    ]);
    let items = object(vec![
        ("maxItems", most(Member::ExcludeService)),
        (
            "items",
            object(vec![("enum", values(Member::ExcludeService))]),
        ),
    ]);
    properties(vec![
        (Member::TrackerName, constant(text("system"))),
        (Member::DataBucket, null()),
        (Member::KmsId, key),
        (
            Member::ManagementEventSelector,
            properties(vec![(Member::ExcludeService, items)]),
        ),
    ])
}

fn encrypts() -> Tree {
    with(
        Member::IsSupportTraceFilesEncryption,
        constant(Tree::Boolean(true)),
    )
}

fn needs_key() -> Tree {
    with(Member::KmsId, filled())
}

/// A data tracker.
fn data() -> Tree {
    let not_true = object(vec![("not", constant(Tree::Boolean(true)))]);
    let name = object(vec![
        (
            "pattern",
            text(Member::TrackerName.entry().pattern.unwrap_or_default()),
        ),
        ("maxLength", bound(Member::TrackerName)),
        (
            "not",
            object(vec![(
                "enum",
                Tree::Array(vec![text("system"), text("system-trace")]),
            )]),
        ),
    ]);
    let (shortest, longest) = Member::BucketLifecycle.entry().bounds.unwrap_or_default();
    let days = object(vec![
        ("minimum", number(shortest)),
        ("maximum", number(longest)),
        ("multipleOf", number(1)),
    ]);
    let events = object(vec![
        ("minItems", number(1)),
        ("maxItems", most(Member::DataEvent)),
        ("items", object(vec![("enum", values(Member::DataEvent))])),
    ]);
    let bucket = properties(vec![
        (
            Member::DataBucketName,
            object(vec![(
                "pattern",
                text(&or_empty(Member::DataBucketName.entry().pattern)),
            )]),
        ),
        (Member::DataEvent, events),
    ]);
    properties(vec![
        (Member::TrackerName, name),
        (Member::IsOrganizationTracker, not_true.clone()),
        (Member::IsSupportTraceFilesEncryption, not_true),
        (Member::KmsId, object(vec![("maxLength", number(0))])),
        (
            Member::ObsInfo,
            properties(vec![(Member::BucketLifecycle, days)]),
        ),
        (Member::DataBucket, bucket),
    ])
}

/// A data tracker that is switched on or off.
fn switched_data() -> Tree {
    let bucket = both(
        with(Member::DataBucketName, filled()),
        vec![with(
            Member::DataEvent,
            object(vec![("type", text("array"))]),
        )],
    );
    let bucket = both(object(vec![("type", text("object"))]), vec![bucket]);
    with(Member::DataBucket, bucket)
}

fn is(tracker_type: TrackerType) -> Tree {
    with(Member::TrackerType, constant(text(tracker_type.as_str())))
}

/// The member is there and not `null`.
fn has(member: Member) -> Tree {
    with(member, object(vec![("not", null())]))
}

/// The member is there and fits a schema.
fn with(member: Member, schema: Tree) -> Tree {
    object(vec![
        ("type", text("object")),
        ("required", Tree::Array(vec![text(member.name())])),
        ("properties", object(vec![(member.name(), schema)])),
    ])
}

/// Members that fit their schemas where they are there.
fn properties(members: Vec<(Member, Tree)>) -> Tree {
    let members = members
        .into_iter()
        .map(|(member, schema)| (member.name(), schema))
        .collect();
    object(vec![("properties", object(members))])
}

fn when(condition: Tree, then: Tree) -> Tree {
    object(vec![("if", condition), ("then", then)])
}

fn both(first: Tree, mut others: Vec<Tree>) -> Tree {
    others.insert(0, first);
    object(vec![("allOf", Tree::Array(others))])
}

/// A text with at least one character.
fn filled() -> Tree {
    object(vec![("type", text("string")), ("minLength", number(1))])
}

fn null() -> Tree {
    object(vec![("type", text("null"))])
}

fn constant(value: Tree) -> Tree {
    object(vec![("const", value)])
}

fn values(member: Member) -> Tree {
    Tree::Array(
        member
            .entry()
            .values
            .iter()
            .map(|value| text(value))
            .collect(),
    )
}

/// The longest length that the table has for a member.
fn bound(member: Member) -> Tree {
    number(member.entry().bounds.map_or(0, |(_, longest)| longest))
}

/// The most items that the table has for a member.
fn most(member: Member) -> Tree {
    let most = member.entry().items.map_or(0, |(_, most)| most);
    Tree::Number(most.to_string())
}
