//! The official SDK for Go, as gofmt formats it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::Member;

use super::typed;
use crate::body::{Content, Setting};
use crate::comment::comments;
use crate::lines::Lines;
use crate::name::{camel, class, is_enumeration, pascal};
use crate::note::{Note, texts};
use crate::quote::go;
use crate::request::Request;
use crate::target::{ACCESS_KEY, NAMELESS, PROJECT_ID, Place, REGION, SECRET_KEY, Target};

const MODULE: &str = "github.com/huaweicloud/huaweicloud-sdk-go-v3";

/// What the SDK always sends: these are no pointers in its model.
const ALWAYS: [Member; 2] = [Member::TrackerType, Member::TrackerName];

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let mut body = typed::body(request, notes);
    let known = body.beyond.len();
    body.retain(&|member, content| match content {
        Content::Text(text) => !is_enumeration(member) || is_listed(member, text),
        Content::List(items) => {
            !is_enumeration(member) || items.iter().all(|item| is_listed(member, item))
        }
        _ => true,
    });
    for pointer in &body.beyond[known..] {
        notes.push(Note::left_out(texts::UNLISTED, pointer, request.locale));
    }
    for member in ALWAYS {
        if body.get(member).is_none() {
            let pointer = member.pointer();
            notes.push(Note::about(texts::ALWAYS_SENT, pointer, request.locale));
        }
    }
    typed::note_young(&body, request, notes);

    let mut code = Lines::new("\t");
    code.lines(&comments(notes, "//"));
    if !notes.is_empty() {
        code.line("");
    }
    code.line("package main");
    code.line("");
    code.open("import (");
    for name in ["errors", "fmt", "os"] {
        code.line(&go(name));
    }
    code.line("");
    code.line(&format!("\"{MODULE}/core/auth/basic\""));
    if let Place::Other { .. } = target.place {
        code.line(&format!("\"{MODULE}/core/region\""));
    }
    code.line(&format!("\"{MODULE}/core/sdkerr\""));
    code.line(&format!("cts \"{MODULE}/services/cts/v3\""));
    code.line(&format!("\"{MODULE}/services/cts/v3/model\""));
    if !matches!(target.place, Place::Other { .. }) {
        code.line(&format!("\"{MODULE}/services/cts/v3/region\""));
    }
    code.close(")");
    code.line("");
    code.open("func main() {");
    client(&target, &mut code);
    code.line("");
    object(None, &body.settings, &mut code);
    code.line("");
    code.line("response, err := client.UpdateTracker(&model.UpdateTrackerRequest{Body: body})");
    code.open("if err != nil {");
    code.line("fail(err)");
    code.close("}");
    code.line("fmt.Println(response.HttpStatusCode)");
    code.close("}");
    code.line("");
    code.open("func fail(err error) {");
    code.line("var refused *sdkerr.ServiceResponseError");
    code.open("if errors.As(err, &refused) {");
    code.line("fmt.Fprintln(os.Stderr, refused.StatusCode, refused.RequestId, refused.ErrorCode, refused.ErrorMessage)");
    code.between("} else {");
    code.line("fmt.Fprintln(os.Stderr, err)");
    code.close("}");
    code.line("os.Exit(1)");
    code.close("}");
    if uses_pointers(&body.settings) {
        code.line("");
        code.open("func pointer[T any](value T) *T {");
        code.line("return &value");
        code.close("}");
    }
    code.finish()
}

/// Builds credentials and client without the functions that panic.
fn client(target: &Target, code: &mut Lines) {
    code.line("credentials, err := basic.NewCredentialsBuilder().");
    code.line(&format!("\tWithAk({}).", variable(ACCESS_KEY)));
    code.line(&format!("\tWithSk({}).", variable(SECRET_KEY)));
    let project = target.project.as_deref();
    let project = project.map_or_else(|| variable(PROJECT_ID), go);
    code.line(&format!("\tWithProjectId({project})."));
    code.line("\tSafeBuild()");
    check(code);
    let place = match &target.place {
        Place::Listed(listed) => {
            code.line(&format!(
                "place, err := region.SafeValueOf({})",
                go(listed.id)
            ));
            check(code);
            String::from("place")
        }
        Place::Other { id, endpoint } => {
            let id = id.as_deref().unwrap_or(NAMELESS);
            format!("region.NewRegion({}, {})", go(id), go(endpoint))
        }
        Place::Unknown => {
            code.line(&format!(
                "place, err := region.SafeValueOf({})",
                variable(REGION)
            ));
            check(code);
            String::from("place")
        }
    };
    code.line("connection, err := cts.CtsClientBuilder().");
    code.line("\tWithCredential(credentials).");
    code.line(&format!("\tWithRegion({place})."));
    code.line("\tSafeBuild()");
    check(code);
    code.line("client := cts.NewCtsClient(connection)");
}

fn check(code: &mut Lines) {
    code.open("if err != nil {");
    code.line("fail(err)");
    code.close("}");
}

fn variable(name: &str) -> String {
    format!("os.Getenv(\"{name}\")")
}

fn is_listed(member: Member, value: &str) -> bool {
    member.values().contains(&value)
}

/// Writes the objects inside first, as each needs a variable of its own.
fn object(object: Option<Member>, settings: &[Setting], code: &mut Lines) {
    for Setting { member, content } in settings {
        if let Content::Object(inner) = content {
            self::object(Some(*member), inner, code);
        }
    }
    let variable = variable_of(object);
    code.line(&format!("{variable} := &model.{}{{}}", class(object)));
    for Setting { member, content } in settings {
        let name = pascal(member.name());
        let value = match content {
            Content::Object(_) => variable_of(Some(*member)),
            Content::List(items) => list(object, *member, items),
            Content::Boolean(boolean) => pointer(&format!("{boolean}")),
            Content::Integer(number) => pointer(&format!("int32({number})")),
            Content::Text(text) => {
                let value = constant(object, *member, text);
                if ALWAYS.contains(member) {
                    value
                } else {
                    pointer(&value)
                }
            }
        };
        code.line(&format!("{variable}.{name} = {value}"));
    }
}

fn variable_of(object: Option<Member>) -> String {
    object.map_or_else(|| String::from("body"), |member| camel(member.name()))
}

fn pointer(value: &str) -> String {
    format!("pointer({value})")
}

/// A list in one line: gofmt leaves it there.
fn list(object: Option<Member>, member: Member, items: &[String]) -> String {
    let kind = if is_enumeration(member) {
        format!("model.{}{}", class(object), pascal(member.name()))
    } else {
        String::from("string")
    };
    let items: Vec<_> = items
        .iter()
        .map(|item| constant(object, member, item))
        .collect();
    format!("&[]{kind}{{{}}}", items.join(", "))
}

/// The constant of an enumeration, else the text itself.
fn constant(object: Option<Member>, member: Member, text: &str) -> String {
    if is_enumeration(member) {
        let name = pascal(member.name());
        format!(
            "model.Get{}{name}Enum().{}",
            class(object),
            text.to_ascii_uppercase()
        )
    } else {
        go(text)
    }
}

fn uses_pointers(settings: &[Setting]) -> bool {
    settings.iter().any(|setting| match &setting.content {
        Content::Object(inner) => uses_pointers(inner),
        Content::List(_) => false,
        Content::Text(_) => !ALWAYS.contains(&setting.member),
        Content::Boolean(_) | Content::Integer(_) => true,
    })
}
