//! The core package of the official SDK for Node.js, as Prettier formats it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::{Tree, parse};

use super::number::{self, LARGEST};
use crate::comment::{columns, comments};
use crate::lines::Lines;
use crate::note::{Note, texts};
use crate::quote::javascript;
use crate::request::Request;
use crate::target::{ACCESS_KEY, PROJECT_ID, REGION, SECRET_KEY, Target};

/// How wide the formatter lets a line be.
const WIDTH: usize = 80;

/// Names that the HTTP client of the SDK drops after the body was signed.
const DROPPED: [&str; 3] = ["__proto__", "constructor", "prototype"];

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let mut changed = Vec::new();
    let body = parse(request.draft.emit().as_bytes())
        .ok()
        .and_then(|tree| kept(tree, "", &mut changed))
        .unwrap_or_else(|| Tree::Object(Vec::new()));
    notes.push(Note::plain(texts::NODE_PACKAGES, request.locale));
    for pointer in &changed {
        notes.push(Note::left_out(texts::CHANGED, pointer, request.locale));
    }

    let mut code = Lines::new("  ");
    code.lines(&comments(notes, "//"));
    code.line("import { BasicCredentials } from \"@huaweicloud/huaweicloud-sdk-core\";");
    code.line(
        "import { ClientBuilder } from \"@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js\";",
    );
    code.line("");
    code.line("const credentials = new BasicCredentials()");
    code.line(&format!("  .withAk(process.env.{ACCESS_KEY})"));
    code.line(&format!("  .withSk(process.env.{SECRET_KEY})"));
    let project = target.project.as_deref();
    let project = project.map_or_else(|| format!("process.env.{PROJECT_ID}"), javascript);
    code.line(&format!("  .withProjectId({project});"));
    code.line("const client = new ClientBuilder((client) => client)");
    code.line("  .withCredential(credentials)");
    code.line(&format!("  .withEndpoint({})", endpoint(&target)));
    code.line("  .build();");
    code.line("");
    code.open("try {");
    code.open("const response = await client.sendRequest({");
    code.line("method: \"PUT\",");
    code.line("url: \"/v3/{project_id}/tracker\",");
    code.line("contentType: \"application/json\",");
    code.line("headers: {},");
    code.line("pathParams: {},");
    code.line("queryParams: {},");
    value("data: ", &body, ",", &mut code);
    code.close("});");
    code.line("console.log(response.httpStatusCode);");
    code.between("} catch (error) {");
    code.line("const { httpStatusCode, requestId, errorCode, errorMsg } = error;");
    code.line("console.error(httpStatusCode, requestId, errorCode, errorMsg);");
    code.line("process.exitCode = 1;");
    code.close("}");
    code.finish()
}

fn endpoint(target: &Target) -> String {
    target.endpoint().map_or_else(
        || format!("`https://cts.${{process.env.{REGION}}}.myhuaweicloud.com`"),
        javascript,
    )
}

/// The value without what would not arrive as it is.
fn kept(tree: Tree, pointer: &str, changed: &mut Vec<String>) -> Option<Tree> {
    match tree {
        Tree::Number(digits) => {
            let kept = number::kept(&digits);
            if kept.is_none() {
                changed.push(pointer.into());
            }
            kept.map(Tree::Number)
        }
        Tree::Object(members) => {
            let was_empty = members.is_empty();
            let members: Vec<_> = members
                .into_iter()
                .filter_map(|(name, value)| {
                    let place = name.replace('~', "~0").replace('/', "~1");
                    let place = format!("{pointer}/{place}");
                    if DROPPED.contains(&name.as_str()) {
                        changed.push(place);
                        return None;
                    }
                    Some((name, kept(value, &place, changed)?))
                })
                .collect();
            (was_empty || !members.is_empty()).then_some(Tree::Object(members))
        }
        Tree::Array(items) => {
            let before = changed.len();
            let items: Vec<_> = items
                .into_iter()
                .enumerate()
                .filter_map(|(index, item)| kept(item, &format!("{pointer}/{index}"), changed))
                .collect();
            if changed.len() == before {
                return Some(Tree::Array(items));
            }
            // Without one of its items a list would be another list.
            changed.truncate(before);
            changed.push(pointer.into());
            None
        }
        other => Some(other),
    }
}

fn value(before: &str, tree: &Tree, after: &str, code: &mut Lines) {
    let line = match tree {
        Tree::Null => String::from("null"),
        Tree::Boolean(boolean) => format!("{boolean}"),
        Tree::Number(digits) => digits.clone(),
        Tree::Text(text) => javascript(text),
        Tree::Array(items) => return array(before, items, after, code),
        Tree::Object(members) if members.is_empty() => String::from("{}"),
        Tree::Object(members) => {
            code.open(&format!("{before}{{"));
            for (name, inner) in members {
                value(&format!("{}: ", self::name(name)), inner, ",", code);
            }
            return code.close(&format!("}}{after}"));
        }
    };
    let whole = format!("{before}{line}{after}");
    // A text that is too long goes below its name, unless the name is hardly longer than the step.
    let name: usize = before.trim_end_matches(": ").chars().map(columns).sum();
    if matches!(tree, Tree::Text(_)) && name > 2 && !fits(&whole, code) {
        code.line(before.trim_end());
        code.line(&format!("  {line}{after}"));
    } else {
        code.line(&whole);
    }
}

fn fits(line: &str, code: &Lines) -> bool {
    code.indentation() + line.chars().map(columns).sum::<usize>() <= WIDTH
}

/// A list in one line where it fits, as the formatter has it, unless several of its items are
/// objects or lists.
fn array(before: &str, items: &[Tree], after: &str, code: &mut Lines) {
    let plain: Option<Vec<_>> = items
        .iter()
        .map(|item| match item {
            Tree::Null => Some(String::from("null")),
            Tree::Boolean(boolean) => Some(format!("{boolean}")),
            Tree::Number(digits) => Some(digits.clone()),
            Tree::Text(text) => Some(javascript(text)),
            _ => None,
        })
        .collect();
    if let Some(plain) = plain {
        let line = format!("{before}[{}]{after}", plain.join(", "));
        if fits(&line, code) {
            return code.line(&line);
        }
    }
    code.open(&format!("{before}["));
    for item in items {
        value("", item, ",", code);
    }
    code.close(&format!("]{after}"));
}

/// The name of a member.
fn name(name: &str) -> String {
    let plain = !name.is_empty()
        && !name.starts_with(|character: char| character.is_ascii_digit())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'));
    let number = name.parse::<u64>().ok();
    let is_number = number.is_some_and(|number| number <= LARGEST && format!("{number}") == name);
    if plain || is_number {
        name.into()
    } else {
        javascript(name)
    }
}
