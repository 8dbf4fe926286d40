//! What a request says that a draft of its tracker type does not take over.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Kind, Member};

use crate::note::{Note, texts};
use crate::request::Request;

/// Notes each member of the given text that no sample sends.
pub(crate) fn note(request: &Request<'_>, notes: &mut Vec<Note>) {
    let Some(Ok(given)) = request.given.map(parse) else {
        return;
    };
    let kept = parse(request.draft.emit().as_bytes()).ok();
    let mut lost = Vec::new();
    compare(&given, kept.as_ref(), None, "", &mut lost);
    for pointer in lost {
        notes.push(Note::left_out(texts::FOREIGN, &pointer, request.locale));
    }
}

/// Collects the JSON Pointers of what is given and not kept, an object of the table member by
/// member.
fn compare(
    given: &Tree,
    kept: Option<&Tree>,
    parent: Option<Member>,
    pointer: &str,
    lost: &mut Vec<String>,
) {
    let Tree::Object(members) = given else {
        return;
    };
    for (index, (name, value)) in members.iter().enumerate() {
        // Of a member that is given twice the last one counts.
        if members[index + 1..].iter().any(|(later, _)| later == name) {
            continue;
        }
        let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
        let member = Member::within(parent).find(|member| member.name() == name);
        let is_object = member.is_some_and(|member| member.kind() == Kind::Object)
            && matches!(value, Tree::Object(inner) if !inner.is_empty());
        let kept = kept.and_then(|kept| kept.get(name));
        if is_object {
            compare(value, kept, member, &pointer, lost);
        } else if kept.is_none() {
            lost.push(pointer);
        }
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::Draft;

    use super::note;
    use crate::request::Request;

    fn lost(text: &str) -> Vec<String> {
        let draft = Draft::parse(text.as_bytes()).expect("a request");
        let request = Request {
            given: Some(text.as_bytes()),
            ..Request::new(&draft, "", "")
        };
        let mut notes = Vec::new();
        note(&request, &mut notes);
        notes.into_iter().filter_map(|note| note.left_out).collect()
    }

    #[test]
    fn members_of_the_other_type_are_named() {
        assert_eq!(
            lost(
                r#"{"tracker_type":"data","tracker_name":"d","kms_id":"k","more":{"kms_id":1},
                "obs_info":{"bucket_name":"b","x/y":1},"management_event_selector":{"exclude_service":[]}}"#,
            ),
            ["/kms_id", "/management_event_selector/exclude_service"]
        );
        assert_eq!(
            lost(
                r#"{"data_bucket":{"data_event":["READ"],"x/y":1},"tracker_name":"system",
                "tracker_type":"system","obs_info":{"bucket_lifecycle":30}}"#,
            ),
            [
                "/data_bucket/data_event",
                "/data_bucket/x~1y",
                "/obs_info/bucket_lifecycle"
            ]
        );
    }

    #[test]
    fn nothing_else_is_lost() {
        for text in [
            r#"{"tracker_type":"data","tracker_name":"a","tracker_name":"d","project_id":"p","x":{}}"#,
            r#"{"tracker_type":"system","obs_info":{},"kms_id":null,"is_lts_enabled":"yes"}"#,
            r#"{"tracker_type":"other","kms_id":"k","data_bucket":{"data_event":[1]}}"#,
        ] {
            assert_eq!(lost(text), [""; 0], "{text}");
        }
    }
}
