//! The official SDK for .NET.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::Member;

use super::typed;
use crate::body::{Content, Setting};
use crate::comment::comments;
use crate::lines::Lines;
use crate::name::{class, is_enumeration, pascal};
use crate::note::Note;
use crate::quote::csharp;
use crate::request::Request;
use crate::target::{ACCESS_KEY, PROJECT_ID, REGION, SECRET_KEY, Target};

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let body = typed::body(request, notes);
    typed::note_young(&body, request, notes);

    let mut code = Lines::new("    ");
    code.lines(&comments(notes, "//"));
    for name in [
        "System",
        "System.Collections.Generic",
        "HuaweiCloud.SDK.Core",
        "HuaweiCloud.SDK.Core.Auth",
        "HuaweiCloud.SDK.Cts.V3",
        "HuaweiCloud.SDK.Cts.V3.Model",
    ] {
        code.line(&format!("using {name};"));
    }
    code.line("");
    code.line("public static class UpdateTracker");
    code.open("{");
    code.line("public static int Main()");
    code.open("{");
    code.line("var credentials = new BasicCredentials(");
    code.line(&format!("    {},", variable(ACCESS_KEY)));
    code.line(&format!("    {},", variable(SECRET_KEY)));
    let project = target.project.as_deref();
    let project = project.map_or_else(|| variable(PROJECT_ID), csharp);
    code.line(&format!("    {project});"));
    code.line("var client = CtsClient.NewBuilder()");
    code.line("    .WithCredential(credentials)");
    code.line(&format!("    .WithEndPoint({})", endpoint(&target)));
    code.line("    .Build();");
    code.line("");
    object("var body = ", None, &body.settings, ";", &mut code);
    code.line("");
    code.line("try");
    code.open("{");
    code.line("var response = client.UpdateTracker(new UpdateTrackerRequest { Body = body });");
    code.line("Console.WriteLine(response.HttpStatusCode);");
    code.line("return 0;");
    code.close("}");
    code.line("catch (ServiceResponseException error)");
    code.open("{");
    for value in ["HttpStatusCode", "RequestId", "ErrorCode", "ErrorMsg"] {
        code.line(&format!("Console.Error.WriteLine(error.{value});"));
    }
    code.line("return 1;");
    code.close("}");
    code.close("}");
    code.close("}");
    code.finish()
}

fn variable(name: &str) -> String {
    format!("Environment.GetEnvironmentVariable(\"{name}\")")
}

fn endpoint(target: &Target) -> String {
    target.endpoint().map_or_else(
        || {
            format!(
                "$\"https://cts.{{{}}}.myhuaweicloud.com\"",
                variable(REGION)
            )
        },
        csharp,
    )
}

fn object(
    before: &str,
    object: Option<Member>,
    settings: &[Setting],
    after: &str,
    code: &mut Lines,
) {
    let class = class(object);
    if settings.is_empty() {
        return code.line(&format!("{before}new {class}(){after}"));
    }
    code.line(&format!("{before}new {class}"));
    code.open("{");
    for Setting { member, content } in settings {
        let name = pascal(member.name());
        match content {
            Content::Boolean(boolean) => code.line(&format!("{name} = {boolean},")),
            Content::Integer(number) => code.line(&format!("{name} = {number},")),
            Content::Text(text) => {
                code.line(&format!("{name} = {},", constant(class, *member, text)));
            }
            Content::List(items) => {
                let kind = if is_enumeration(*member) {
                    format!("{class}.{name}Enum")
                } else {
                    String::from("string")
                };
                let items: Vec<_> = items
                    .iter()
                    .map(|item| constant(class, *member, item))
                    .collect();
                let items = items.join(", ");
                let items = if items.is_empty() {
                    String::from("()")
                } else {
                    format!(" {{ {items} }}")
                };
                code.line(&format!("{name} = new List<{kind}>{items},"));
            }
            Content::Object(inner) => {
                self::object(&format!("{name} = "), Some(*member), inner, ",", code);
            }
        }
    }
    code.close(&format!("}}{after}"));
}

/// A value of an enumeration. Its function `FromValue` would silently drop an unlisted one.
fn constant(class: &str, member: Member, text: &str) -> String {
    if is_enumeration(member) {
        format!(
            "new {class}.{}Enum({})",
            pascal(member.name()),
            csharp(text)
        )
    } else {
        csharp(text)
    }
}
