//! The official SDK for Python, as Black formats it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::typed;
use crate::body::{Content, Setting};
use crate::comment::comments;
use crate::lines::Lines;
use crate::name::class;
use crate::note::Note;
use crate::quote::python;
use crate::request::Request;
use crate::target::{ACCESS_KEY, NAMELESS, PROJECT_ID, Place, REGION, SECRET_KEY, Target};

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let body = typed::body(request, notes);
    typed::note_young(&body, request, notes);

    let mut code = Lines::new("    ");
    // Said in the first line, so that no note can say another encoding in the second.
    code.line("# -*- coding: utf-8 -*-");
    code.lines(&comments(notes, "#"));
    code.line("");
    code.line("import os");
    code.line("import sys");
    code.line("");
    code.line("from huaweicloudsdkcore.auth.credentials import BasicCredentials");
    code.line("from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException");
    if let Place::Other { .. } = target.place {
        code.line("from huaweicloudsdkcore.region.region import Region");
    }
    code.open("from huaweicloudsdkcts.v3 import (");
    for name in typed::classes(&body, &["CtsClient", "UpdateTrackerRequest"]) {
        code.line(&format!("{name},"));
    }
    code.close(")");
    if !matches!(target.place, Place::Other { .. }) {
        code.line("from huaweicloudsdkcts.v3.region.cts_region import CtsRegion");
    }
    code.line("");
    code.open("credentials = BasicCredentials(");
    code.line(&format!("{},", variable(ACCESS_KEY)));
    code.line(&format!("{},", variable(SECRET_KEY)));
    let project = target.project.as_deref();
    code.line(&format!(
        "{},",
        project.map_or_else(|| variable(PROJECT_ID), python)
    ));
    code.close(")");
    code.open("client = (");
    code.line("CtsClient.new_builder()");
    code.line(".with_credentials(credentials)");
    code.line(&format!(".with_region({})", region(&target)));
    code.line(".build()");
    code.close(")");
    object("body = ", None, &body.settings, "", &mut code);
    code.open("try:");
    code.line("response = client.update_tracker(UpdateTrackerRequest(body=body))");
    code.line("print(response.status_code)");
    code.between("except ServiceResponseException as error:");
    for value in ["status_code", "request_id", "error_code", "error_msg"] {
        code.line(&format!("print(error.{value}, file=sys.stderr)"));
    }
    code.line("sys.exit(1)");
    code.finish()
}

fn variable(name: &str) -> String {
    format!("os.environ[\"{name}\"]")
}

fn region(target: &Target) -> String {
    match &target.place {
        Place::Listed(region) => format!("CtsRegion.value_of({})", python(region.id)),
        Place::Other { id, endpoint } => {
            let id = id.as_deref().unwrap_or(NAMELESS);
            format!("Region({}, {})", python(id), python(endpoint))
        }
        Place::Unknown => format!("CtsRegion.value_of({})", variable(REGION)),
    }
}

/// A model with its members as named arguments.
fn object(
    before: &str,
    object: Option<cts_tracker::Member>,
    settings: &[Setting],
    after: &str,
    code: &mut Lines,
) {
    if settings.is_empty() {
        code.line(&format!("{before}{}(){after}", class(object)));
        return;
    }
    code.open(&format!("{before}{}(", class(object)));
    for Setting { member, content } in settings {
        let name = member.name();
        match content {
            Content::Boolean(true) => code.line(&format!("{name}=True,")),
            Content::Boolean(false) => code.line(&format!("{name}=False,")),
            Content::Integer(number) => code.line(&format!("{name}={number},")),
            Content::Text(text) => code.line(&format!("{name}={},", python(text))),
            Content::List(items) if items.is_empty() => code.line(&format!("{name}=[],")),
            Content::List(items) => {
                code.open(&format!("{name}=["));
                for item in items {
                    code.line(&format!("{},", python(item)));
                }
                code.close("],");
            }
            Content::Object(inner) => {
                self::object(&format!("{name}="), Some(*member), inner, ",", code);
            }
        }
    }
    code.close(&format!("){after}"));
}
