//! The body as a tool sees that knows the documented members and their types, and nothing else.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Draft, Kind, Member};

/// The body of a request, member by member.
#[derive(Default)]
pub(crate) struct Body {
    /// What is set, in canonical order.
    pub(crate) settings: Vec<Setting>,
    /// The places of what such a tool has no words for: members that the table does not know, and
    /// values of another type than the table says. As JSON Pointers.
    pub(crate) beyond: Vec<String>,
}

/// A member that is set.
pub(crate) struct Setting {
    pub(crate) member: Member,
    pub(crate) content: Content,
}

/// What a member is set to, with the type of the table.
pub(crate) enum Content {
    Boolean(bool),
    Text(String),
    Integer(i32),
    List(Vec<String>),
    Object(Vec<Setting>),
}

impl Body {
    /// Looks at the text that the draft would send, so that a sample cannot differ from it.
    pub(crate) fn of(draft: &Draft) -> Self {
        let mut body = Self::default();
        if let Ok(Tree::Object(members)) = parse(draft.emit().as_bytes()) {
            body.settings = settings(members, None, "", &mut body.beyond);
        }
        body
    }

    /// What a member is set to, wherever it stands.
    pub(crate) fn get(&self, member: Member) -> Option<&Content> {
        fn find(settings: &[Setting], member: Member) -> Option<&Content> {
            settings.iter().find_map(|setting| {
                if setting.member == member {
                    return Some(&setting.content);
                }
                match &setting.content {
                    Content::Object(inner) => find(inner, member),
                    _ => None,
                }
            })
        }
        find(&self.settings, member)
    }

    /// The text that a member is set to.
    pub(crate) fn text(&self, member: Member) -> Option<&str> {
        match self.get(member) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Leaves out what `keep` refuses, and remembers where it stood. An object that has nothing
    /// left goes as a whole: sent empty it would mean something else.
    pub(crate) fn retain(&mut self, keep: &dyn Fn(Member, &Content) -> bool) {
        fn narrow(
            settings: Vec<Setting>,
            keep: &dyn Fn(Member, &Content) -> bool,
            beyond: &mut Vec<String>,
        ) -> Vec<Setting> {
            let mut kept = Vec::with_capacity(settings.len());
            for Setting { member, content } in settings {
                let content = match content {
                    Content::Object(inner) if !inner.is_empty() => {
                        let inner = narrow(inner, keep, beyond);
                        if inner.is_empty() {
                            continue;
                        }
                        Content::Object(inner)
                    }
                    content if keep(member, &content) => content,
                    _ => {
                        beyond.push(member.pointer().to_owned());
                        continue;
                    }
                };
                kept.push(Setting { member, content });
            }
            kept
        }
        let settings = core::mem::take(&mut self.settings);
        self.settings = narrow(settings, keep, &mut self.beyond);
    }
}

fn settings(
    members: Vec<(String, Tree)>,
    parent: Option<Member>,
    pointer: &str,
    beyond: &mut Vec<String>,
) -> Vec<Setting> {
    let mut settings = Vec::new();
    for (name, value) in members {
        let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        let member = Member::within(parent).find(|member| member.name() == name);
        let content = member.and_then(|member| content(member, value, &pointer, beyond));
        match (member, content) {
            (Some(member), Some(content)) => settings.push(Setting { member, content }),
            // What stood in the object has been named already.
            (Some(member), None) if member.kind() == Kind::Object && mentions(beyond, &pointer) => {
            }
            _ => beyond.push(pointer),
        }
    }
    settings
}

fn mentions(beyond: &[String], pointer: &str) -> bool {
    beyond.iter().any(|inner| {
        inner
            .strip_prefix(pointer)
            .is_some_and(|rest| rest.starts_with('/'))
    })
}

fn content(
    member: Member,
    value: Tree,
    pointer: &str,
    beyond: &mut Vec<String>,
) -> Option<Content> {
    match (member.kind(), value) {
        (Kind::Boolean, Tree::Boolean(boolean)) => Some(Content::Boolean(boolean)),
        (Kind::Text, Tree::Text(text)) => Some(Content::Text(text)),
        // A negative zero is a number of its own in JSON.
        (Kind::Integer, Tree::Number(digits)) if digits != "-0" => {
            digits.parse().ok().map(Content::Integer)
        }
        (Kind::TextList, Tree::Array(items)) => items
            .into_iter()
            .map(|item| match item {
                Tree::Text(text) => Some(text),
                _ => None,
            })
            .collect::<Option<_>>()
            .map(Content::List),
        (Kind::Object, Tree::Object(members)) => {
            let was_empty = members.is_empty();
            let inner = settings(members, Some(member), pointer, beyond);
            (was_empty || !inner.is_empty()).then_some(Content::Object(inner))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Draft, Member};

    use super::{Body, Content};

    fn body(text: &str) -> Body {
        Body::of(&Draft::parse(text.as_bytes()).expect("a request"))
    }

    #[test]
    fn what_has_no_place_in_the_table_is_named() {
        let body = body(
            r#"{"tracker_type":"data","tracker_name":7,"a/b~c":1,"obs_info":{"bucket_lifecycle":6e1,"x":null},
            "data_bucket":{"data_event":["READ",3],"data_bucket_name":"orders"}}"#,
        );
        assert_eq!(
            body.beyond,
            [
                "/tracker_name",
                "/obs_info/bucket_lifecycle",
                "/obs_info/x",
                "/data_bucket/data_event",
                "/a~1b~0c",
            ]
        );
        assert!(body.get(Member::ObsInfo).is_none(), "nothing in it is left");
        assert_eq!(body.text(Member::DataBucketName), Some("orders"));
    }

    #[test]
    fn an_empty_object_stays_one() {
        let body = body(r#"{"tracker_type":"system","obs_info":{}}"#);
        assert!(
            matches!(body.get(Member::ObsInfo), Some(Content::Object(inner)) if inner.is_empty())
        );
        assert!(body.beyond.is_empty());
    }

    #[test]
    fn an_object_that_loses_all_it_has_goes() {
        let mut body = body(
            r#"{"tracker_type":"system","is_lts_enabled":false,"obs_info":{"compress_type":"json"}}"#,
        );
        body.retain(&|member, _| member != Member::CompressType);
        assert_eq!(body.beyond, ["/obs_info/compress_type"]);
        assert!(body.get(Member::ObsInfo).is_none());
        assert!(matches!(
            body.get(Member::IsLtsEnabled),
            Some(Content::Boolean(false))
        ));
    }
}
