//! Members of a request that a policy would not see.

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Draft, Kind, Member};

/// The first member of the body that the draft made from it does not have, as a JSON Pointer: one that no source lists,
/// or one of the other tracker type. Such members are a warning, so they go out; whoever may change only some members must not send
/// them, because nobody knows what the cloud makes of them.
pub(crate) fn stray(body: &[u8], draft: &Draft) -> Option<String> {
    let Ok(Tree::Object(members)) = parse(body) else {
        return None;
    };
    members.iter().find_map(|(name, value)| {
        let pointer = format!("/{name}");
        let Some(member) = named(name, None) else {
            return Some(pointer);
        };
        match value {
            Tree::Object(inner) if member.kind() == Kind::Object && !inner.is_empty() => inner
                .iter()
                .find(|(name, _)| {
                    named(name, Some(member)).is_none_or(|inner| draft.get(inner).is_none())
                })
                .map(|(name, _)| format!("{pointer}/{name}")),
            _ => draft.get(member).is_none().then_some(pointer),
        }
    })
}

fn named(name: &str, parent: Option<Member>) -> Option<Member> {
    Member::ALL.into_iter().find(|member| {
        *member != Member::ProjectId && member.parent() == parent && member.name() == name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_draft_does_not_hold_is_found() {
        for (members, expected) in [
            ("\"status\":\"enabled\"", None),
            ("\"status\":null", None),
            ("\"obs_info\":{}", None),
            ("\"obs_info\":{\"bucket_name\":\"b\"}", None),
            ("\"Status\":1", Some("/Status")),
            ("\"project_id\":\"x\"", Some("/project_id")),
            (
                "\"obs_info\":{\"bucket_name\":\"b\",\"x\":{}}",
                Some("/obs_info/x"),
            ),
            (
                "\"obs_info\":{\"status\":\"enabled\"}",
                Some("/obs_info/status"),
            ),
            // Of the other tracker type.
            ("\"data_bucket\":null", Some("/data_bucket")),
            ("\"data_bucket\":{}", Some("/data_bucket")),
            (
                "\"data_bucket\":{\"data_event\":[\"READ\"]}",
                Some("/data_bucket/data_event"),
            ),
        ] {
            let body =
                format!("{{\"tracker_type\":\"system\",\"tracker_name\":\"system\",{members}}}");
            let draft = Draft::parse(body.as_bytes()).expect("a body");
            assert_eq!(
                stray(body.as_bytes(), &draft).as_deref(),
                expected,
                "{members}"
            );
        }
        let body = br#"{"tracker_type":"data","tracker_name":"d","management_event_selector":{"exclude_service":["KMS"]}}"#;
        let draft = Draft::parse(body).expect("a body");
        assert_eq!(
            stray(body, &draft).as_deref(),
            Some("/management_event_selector/exclude_service")
        );
    }
}
