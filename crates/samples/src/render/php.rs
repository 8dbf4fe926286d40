//! The official SDK for PHP.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::Member;

use super::typed;
use crate::body::{Content, Setting};
use crate::comment::comments;
use crate::lines::Lines;
use crate::name::{camel, class, pascal};
use crate::note::{Note, texts};
use crate::quote::php;
use crate::request::Request;
use crate::target::{ACCESS_KEY, PROJECT_ID, REGION, SECRET_KEY, Target};

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let body = typed::body(request, notes);
    notes.push(Note::plain(texts::PHP_VERSION, request.locale));
    typed::note_young(&body, request, notes);

    let mut code = Lines::new("    ");
    code.line("<?php");
    code.line("");
    code.lines(&comments(notes, "//"));
    code.line("require __DIR__ . '/vendor/autoload.php';");
    code.line("");
    let base = "HuaweiCloud\\SDK\\Core";
    let cts = "HuaweiCloud\\SDK\\Cts\\V3";
    code.line(&format!("use {base}\\Auth\\BasicCredentials;"));
    code.line(&format!(
        "use {base}\\Exceptions\\ServiceResponseException;"
    ));
    code.line(&format!("use {cts}\\CtsClient;"));
    for name in typed::classes(&body, &["UpdateTrackerRequest"]) {
        code.line(&format!("use {cts}\\Model\\{name};"));
    }
    code.line("");
    code.open("$credentials = new BasicCredentials(");
    code.line(&format!("{},", variable(ACCESS_KEY)));
    code.line(&format!("{},", variable(SECRET_KEY)));
    let project = target.project.as_deref();
    code.line(&project.map_or_else(|| variable(PROJECT_ID), php));
    code.close(");");
    code.line("$client = CtsClient::newBuilder()");
    code.line("    ->withCredentials($credentials)");
    code.line(&format!("    ->withEndpoint({})", endpoint(&target)));
    code.line("    ->build();");
    code.line("");
    object(None, &body.settings, &mut code);
    code.line("");
    code.line("$request = new UpdateTrackerRequest();");
    code.line("$request->setBody($body);");
    code.open("try {");
    code.line("$response = $client->updateTracker($request);");
    code.line("echo $response->getStatusCode(), PHP_EOL;");
    code.between("} catch (ServiceResponseException $error) {");
    for getter in ["HttpStatusCode", "RequestId", "ErrorCode", "ErrorMsg"] {
        code.line(&format!("fwrite(STDERR, $error->get{getter}() . PHP_EOL);"));
    }
    code.line("exit(1);");
    code.close("}");
    code.finish()
}

fn variable(name: &str) -> String {
    format!("getenv('{name}')")
}

fn endpoint(target: &Target) -> String {
    target.endpoint().map_or_else(
        || {
            format!(
                "'https://cts.' . {} . '.myhuaweicloud.com'",
                variable(REGION)
            )
        },
        php,
    )
}

/// Writes the objects inside first, as each needs a variable of its own.
fn object(object: Option<Member>, settings: &[Setting], code: &mut Lines) {
    for Setting { member, content } in settings {
        if let Content::Object(inner) = content {
            self::object(Some(*member), inner, code);
        }
    }
    let variable = variable_of(object);
    code.line(&format!("{variable} = new {}();", class(object)));
    for Setting { member, content } in settings {
        let value = match content {
            Content::Boolean(boolean) => format!("{boolean}"),
            Content::Integer(number) => format!("{number}"),
            Content::Text(text) => php(text),
            Content::List(items) => {
                let items: Vec<_> = items.iter().map(|item| php(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Content::Object(_) => variable_of(Some(*member)),
        };
        let setter = pascal(member.name());
        code.line(&format!("{variable}->set{setter}({value});"));
    }
}

fn variable_of(object: Option<Member>) -> String {
    object.map_or_else(
        || String::from("$body"),
        |member| format!("${}", camel(member.name())),
    )
}
