//! Compares bodies as values.

use cts_tracker::json::{Tree, parse};

/// The value that has to arrive: the request without what the notes of a sample leave out.
pub(crate) fn expected(request: &str, left_out: &[&str]) -> Result<Tree, String> {
    let mut tree = parse(request.as_bytes()).map_err(|error| error.to_string())?;
    for pointer in left_out {
        if !remove(&mut tree, pointer) {
            return Err(format!("the notes leave {pointer} out, which is not there"));
        }
    }
    prune(
        &mut tree,
        &parse(request.as_bytes()).map_err(|error| error.to_string())?,
    );
    Ok(tree)
}

/// Removes what a JSON Pointer leads to, and says whether it was there.
fn remove(tree: &mut Tree, pointer: &str) -> bool {
    let Some(rest) = pointer.strip_prefix('/') else {
        return false;
    };
    let (name, behind) = match rest.find('/') {
        Some(at) => (&rest[..at], &rest[at..]),
        None => (rest, ""),
    };
    let name = name.replace("~1", "/").replace("~0", "~");
    let Tree::Object(members) = tree else {
        return false;
    };
    let Some(index) = members.iter().position(|member| member.0 == name) else {
        return false;
    };
    if behind.is_empty() {
        members.remove(index);
        true
    } else {
        remove(&mut members[index].1, behind)
    }
}

/// An object of which nothing is left goes as a whole: sent empty it would mean something else.
fn prune(tree: &mut Tree, before: &Tree) {
    let (Tree::Object(members), Tree::Object(_)) = (&mut *tree, before) else {
        return;
    };
    members.retain_mut(|(name, value)| {
        let Some(old) = before.get(name) else {
            return true;
        };
        prune(value, old);
        let emptied = matches!(value, Tree::Object(inner) if inner.is_empty());
        let was_empty = matches!(old, Tree::Object(inner) if inner.is_empty());
        !emptied || was_empty
    });
}

/// Whether two texts are the same JSON value, whatever the order of members.
pub(crate) fn is_same(one: &Tree, other: &Tree) -> bool {
    match (one, other) {
        (Tree::Object(some), Tree::Object(others)) => {
            some.len() == others.len()
                && some
                    .iter()
                    .all(|(name, value)| other.get(name).is_some_and(|other| is_same(value, other)))
        }
        (Tree::Array(some), Tree::Array(others)) => {
            some.len() == others.len() && some.iter().zip(others).all(|(a, b)| is_same(a, b))
        }
        (Tree::Number(some), Tree::Number(others)) => {
            some == others || some.parse::<f64>().ok() == others.parse::<f64>().ok()
        }
        _ => one == other,
    }
}
