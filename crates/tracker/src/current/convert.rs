//! A request made from a tracker as the cloud lists it.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use crate::draft::Draft;
use crate::json::{Tree, write_compact};
use crate::table::{Member, READ_ONLY};

/// The draft that would leave a listed tracker as it is; `None` when it is not an object.
pub(super) fn draft(listed: &Tree) -> Option<Draft> {
    let mut text = String::new();
    write_compact(&request(listed)?, &mut text);
    Draft::parse(text.as_bytes()).ok()
}

fn request(listed: &Tree) -> Option<Tree> {
    let Tree::Object(members) = listed else {
        return None;
    };
    let mut request = Vec::with_capacity(members.len());
    for (name, value) in members {
        if name == "lts" {
            if let Some(on) = value.get(Member::IsLtsEnabled.name()) {
                request.push((Member::IsLtsEnabled.name().to_owned(), on.clone()));
            }
        } else if let Some(value) = member(None, name, value) {
            request.push((name.clone(), value));
        }
    }
    Some(Tree::Object(request))
}

/// The value a member has in a request, or `None` when the request must not have it.
fn member(parent: Option<Member>, name: &str, value: &Tree) -> Option<Tree> {
    let known = Member::named(name, parent);
    let read_only = READ_ONLY.contains(&(parent, name));
    match (known, value) {
        _ if read_only => None,
        (_, Tree::Null) => None,
        (Some(Member::BucketLifecycle), Tree::Number(days)) if days == "0" => None,
        (Some(Member::IsObsCreated), Tree::Boolean(_)) => Some(Tree::Boolean(false)),
        (Some(Member::Status), Tree::Text(status)) => Member::Status
            .values()
            .contains(&status.as_str())
            .then(|| value.clone()),
        (Some(object), Tree::Object(members)) => {
            let inner: Vec<_> = members
                .iter()
                .filter_map(|(name, value)| {
                    Some((name.clone(), self::member(Some(object), name, value)?))
                })
                .collect();
            (!inner.is_empty()).then_some(Tree::Object(inner))
        }
        _ => Some(value.clone()),
    }
}
