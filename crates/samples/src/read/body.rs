//! A body while it is read.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use cts_tracker::Member;
use cts_tracker::json::{Tree, format, write_compact};

/// Sets a member, in the object that has it. `false` when it is set already.
pub(super) fn put(body: &mut Tree, member: Member, value: Tree) -> bool {
    let Some(parent) = member.parent() else {
        return add(body, member.name(), value);
    };
    if body.get(parent.name()).is_none() {
        add(body, parent.name(), Tree::Object(Vec::new()));
    }
    let Tree::Object(members) = body else {
        return false;
    };
    let inner = members.iter_mut().find(|inner| inner.0 == parent.name());
    inner.is_some_and(|inner| add(&mut inner.1, member.name(), value))
}

fn add(object: &mut Tree, name: &str, value: Tree) -> bool {
    match object {
        Tree::Object(members) if members.iter().all(|member| member.0 != name) => {
            members.push((name.to_owned(), value));
            true
        }
        _ => false,
    }
}

/// A value as indented JSON text.
pub(super) fn written(tree: &Tree) -> String {
    let mut text = String::new();
    write_compact(tree, &mut text);
    // It cannot fail but for values that are nested too deep, which stay as they are.
    format(text.as_bytes()).unwrap_or(text)
}

/// Whether a text is a number as JSON writes it, as such a value.
pub(super) fn number(text: &str) -> Option<Tree> {
    let is_number = matches!(
        cts_tracker::json::parse(text.as_bytes()),
        Ok(Tree::Number(digits)) if digits == text
    );
    is_number.then(|| Tree::Number(text.to_string()))
}
