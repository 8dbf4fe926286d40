//! The official SDK for Java, as google-java-format formats it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::Member;

use super::typed;
use crate::body::{Body, Content, Setting};
use crate::comment::{columns, comments};
use crate::lines::Lines;
use crate::name::{camel, class, is_enumeration, pascal};
use crate::note::Note;
use crate::quote::java;
use crate::request::Request;
use crate::target::{ACCESS_KEY, NAMELESS, PROJECT_ID, Place, REGION, SECRET_KEY, Target};

/// How wide the formatter lets a line be.
const WIDTH: usize = 100;

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let body = typed::body(request, notes);
    typed::note_young(&body, request, notes);

    let mut code = Lines::new("  ");
    code.lines(&comments(notes, "//"));
    imports(&target, &body, &mut code);
    code.line("");
    code.open("public class UpdateTracker {");
    code.open("public static void main(String[] args) {");
    code.line("BasicCredentials credentials = new BasicCredentials();");
    for (setter, value) in [
        ("setAk", variable(ACCESS_KEY)),
        ("setSk", variable(SECRET_KEY)),
        (
            "setProjectId",
            target
                .project
                .as_deref()
                .map_or_else(|| variable(PROJECT_ID), java),
        ),
    ] {
        call("credentials", setter, &value, &mut code);
    }
    code.line("CtsClient client =");
    code.line("    CtsClient.newBuilder()");
    code.line("        .withCredential(credentials)");
    code.line(&format!("        .withRegion({})", region(&target)));
    code.line("        .build();");
    code.line("");
    object(None, &body.settings, &mut code);
    code.line("");
    code.open("try {");
    code.line("UpdateTrackerResponse response =");
    code.line("    client.updateTracker(new UpdateTrackerRequest().withBody(body));");
    code.line("System.out.println(response.getHttpStatusCode());");
    code.between("} catch (ServiceResponseException error) {");
    for getter in ["HttpStatusCode", "RequestId", "ErrorCode", "ErrorMsg"] {
        code.line(&format!("System.err.println(error.get{getter}());"));
    }
    code.line("throw error;");
    code.close("}");
    code.close("}");
    code.close("}");
    code.finish()
}

fn imports(target: &Target, body: &Body, code: &mut Lines) {
    let base = "com.huaweicloud.sdk.core";
    let cts = "com.huaweicloud.sdk.cts.v3";
    let mut names = Vec::from([
        format!("{base}.auth.BasicCredentials"),
        format!("{base}.exception.ServiceResponseException"),
        format!("{cts}.CtsClient"),
    ]);
    let more = ["UpdateTrackerRequest", "UpdateTrackerResponse"];
    for name in typed::classes(body, &more) {
        names.push(format!("{cts}.model.{name}"));
    }
    names.push(match target.place {
        Place::Other { .. } => format!("{base}.region.Region"),
        _ => format!("{cts}.region.CtsRegion"),
    });
    typed::each(&body.settings, &mut |setting| {
        let list = String::from("java.util.Arrays");
        if matches!(setting.content, Content::List(_)) && !names.contains(&list) {
            names.push(list);
        }
    });
    names.sort_unstable();
    for name in names {
        code.line(&format!("import {name};"));
    }
}

fn variable(name: &str) -> String {
    format!("System.getenv(\"{name}\")")
}

fn region(target: &Target) -> String {
    match &target.place {
        Place::Listed(region) => format!("CtsRegion.valueOf({})", java(region.id)),
        Place::Other { id, endpoint } => {
            let id = id.as_deref().unwrap_or(NAMELESS);
            format!("new Region({}, {})", java(id), java(endpoint))
        }
        Place::Unknown => format!("CtsRegion.valueOf({})", variable(REGION)),
    }
}

/// Writes the objects inside first, as each needs a variable of its own.
fn object(object: Option<Member>, settings: &[Setting], code: &mut Lines) {
    for Setting { member, content } in settings {
        if let Content::Object(inner) = content {
            self::object(Some(*member), inner, code);
        }
    }
    let variable = variable_of(object);
    let class = class(object);
    code.line(&format!("{class} {variable} = new {class}();"));
    for Setting { member, content } in settings {
        let value = match content {
            Content::Boolean(boolean) => format!("{boolean}"),
            Content::Integer(number) => format!("{number}"),
            Content::Text(text) => constant(class, *member, &java(text)),
            Content::List(items) => {
                let items: Vec<_> = items
                    .iter()
                    .map(|item| constant(class, *member, &java(item)))
                    .collect();
                list(&variable, *member, &items, code);
                continue;
            }
            Content::Object(_) => variable_of(Some(*member)),
        };
        let setter = format!("set{}", pascal(member.name()));
        call(&variable, &setter, &value, code);
    }
}

fn variable_of(object: Option<Member>) -> String {
    object.map_or_else(|| String::from("body"), |member| camel(member.name()))
}

/// The constant of an enumeration, which accepts unlisted values as well; else the text itself.
fn constant(class: &str, member: Member, literal: &str) -> String {
    if is_enumeration(member) {
        format!("{class}.{}Enum.fromValue({literal})", pascal(member.name()))
    } else {
        literal.into()
    }
}

/// Calls a setter, broken as the formatter does when the line would be too long.
fn call(variable: &str, setter: &str, value: &str, code: &mut Lines) {
    let line = format!("{variable}.{setter}({value});");
    if fits(&line, code) {
        code.line(&line);
    } else {
        code.line(&format!("{variable}.{setter}("));
        code.line(&format!("    {value});"));
    }
}

fn list(variable: &str, member: Member, items: &[String], code: &mut Lines) {
    let setter = format!("set{}", pascal(member.name()));
    let one = format!("{variable}.{setter}(Arrays.asList({}));", items.join(", "));
    let two = format!("    Arrays.asList({}));", items.join(", "));
    if fits(&one, code) {
        code.line(&one);
        return;
    }
    code.line(&format!("{variable}.{setter}("));
    if fits(&two, code) {
        code.line(&two);
        return;
    }
    code.line("    Arrays.asList(");
    let joined = items.join(", ");
    let three = format!("        {joined}));");
    if fits(&three, code) {
        code.line(&three);
        return;
    }
    for (index, item) in items.iter().enumerate() {
        let end = if index + 1 == items.len() { "));" } else { "," };
        code.line(&format!("        {item}{end}"));
    }
}

fn fits(line: &str, code: &Lines) -> bool {
    code.indentation() + line.chars().map(columns).sum::<usize>() <= WIDTH
}
