//! What the typed SDKs have in common.

use alloc::vec::Vec;

use crate::body::{Body, Content, Setting};
use crate::name::{class, is_young};
use crate::note::{Note, texts};
use crate::request::Request;

/// The body as the models of the SDKs can hold it. What they cannot hold is noted.
pub(super) fn body(request: &Request<'_>, notes: &mut Vec<Note>) -> Body {
    let body = Body::of(request.draft);
    note_beyond(&body, request, notes);
    body
}

/// Notes what has no place in the body of a tool that knows the documented members only.
pub(super) fn note_beyond(body: &Body, request: &Request<'_>, notes: &mut Vec<Note>) {
    for pointer in &body.beyond {
        notes.push(Note::left_out(texts::BEYOND, pointer, request.locale));
    }
}

/// Notes which members old versions of an SDK lack.
pub(super) fn note_young(body: &Body, request: &Request<'_>, notes: &mut Vec<Note>) {
    each(&body.settings, &mut |setting| {
        if is_young(setting.member) {
            let pointer = setting.member.pointer();
            notes.push(Note::about(texts::YOUNG, pointer, request.locale));
        }
    });
}

/// Visits every setting, an object before what stands in it.
pub(super) fn each<'a>(settings: &'a [Setting], visit: &mut impl FnMut(&'a Setting)) {
    for setting in settings {
        visit(setting);
        if let Content::Object(inner) = &setting.content {
            each(inner, visit);
        }
    }
}

/// The names of the classes that a body is made of, in the order of the alphabet, with `more`.
pub(super) fn classes(body: &Body, more: &[&'static str]) -> Vec<&'static str> {
    let mut names = Vec::from(more);
    names.push(class(None));
    for setting in &body.settings {
        if let Content::Object(_) = setting.content {
            names.push(class(Some(setting.member)));
        }
    }
    names.sort_unstable();
    names
}
