//! `KooCLI` with one option a member.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::typed;
use crate::body::{Body, Content, Setting};
use crate::comment::comments;
use crate::note::{Note, texts};
use crate::quote::shell;
use crate::request::Request;
use crate::target::{PROJECT_ID, REGION, Target};

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = target(request, notes);
    let mut body = Body::of(request.draft);
    typed::note_beyond(&body, request, notes);
    let known = body.beyond.len();
    body.retain(&|_, content| match content {
        Content::Text(text) => !text.contains('\0'),
        Content::List(items) => !items.iter().any(|item| item.contains('\0')),
        _ => true,
    });
    for pointer in &body.beyond[known..] {
        notes.push(Note::left_out(texts::CONTROL, pointer, request.locale));
    }

    let mut options = Vec::from(place(&target));
    add(&body.settings, "", &mut options);
    format!(
        "#!/bin/sh\n{}hcloud CTS UpdateTracker \\\n  {}\n",
        comments(notes, "#"),
        options.join(" \\\n  ")
    )
}

/// Where the request goes. The command knows the addresses of its regions and takes no other.
pub(super) fn target(request: &Request<'_>, notes: &mut Vec<Note>) -> Target {
    let target = Target::of(request, notes);
    let locale = request.locale;
    target.note_own_address(texts::REGIONS_ONLY, locale, notes);
    if target.has_own_address && target.region().is_none() {
        notes.push(Note::plain(texts::NO_REGION, locale));
    }
    target
}

/// The options that say where the request goes.
pub(super) fn place(target: &Target) -> [String; 2] {
    let or = |value: Option<&str>, variable: &str| {
        value.map_or_else(|| format!("\"${{{variable}:?}}\""), shell)
    };
    [
        format!("--cli-region={}", or(target.region(), REGION)),
        format!("--project_id={}", or(target.project.as_deref(), PROJECT_ID)),
    ]
}

/// Full stops lead into objects, and lists count from 1.
fn add(settings: &[Setting], prefix: &str, options: &mut Vec<String>) {
    for Setting { member, content } in settings {
        let name = format!("{prefix}{}", member.name());
        let mut option =
            |name: &str, value: &str| options.push(format!("--{name}={}", shell(value)));
        match content {
            Content::Boolean(boolean) => option(&name, if *boolean { "true" } else { "false" }),
            Content::Integer(number) => option(&name, &format!("{number}")),
            Content::Text(text) => option(&name, text),
            Content::List(items) if items.is_empty() => option(&name, "[]"),
            Content::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    option(&format!("{name}.{}", index + 1), item);
                }
            }
            Content::Object(inner) if inner.is_empty() => option(&name, "{}"),
            Content::Object(inner) => add(inner, &format!("{name}."), options),
        }
    }
}
