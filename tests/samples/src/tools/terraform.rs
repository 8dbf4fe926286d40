//! The resources of the official Terraform provider, read by the parser of Terraform's language.

use cts_samples::Tool;
use cts_tracker::json::{Tree, parse};
use serde_json::Value;

use super::drive;
use crate::chain::part;
use crate::proof::{Proof, REGION, Tally};

/// The member of each argument. Written down apart from what writes the samples.
const MEMBERS: &[(&str, &str)] = &[
    ("name", "/tracker_name"),
    ("data_bucket", "/data_bucket/data_bucket_name"),
    ("data_operation", "/data_bucket/data_event"),
    ("bucket_name", "/obs_info/bucket_name"),
    ("file_prefix", "/obs_info/file_prefix_name"),
    ("obs_retention_period", "/obs_info/bucket_lifecycle"),
    ("compress_type", "/obs_info/compress_type"),
    ("is_sort_by_service", "/obs_info/is_sort_by_service"),
    ("lts_enabled", "/is_lts_enabled"),
    ("organization_enabled", "/is_organization_tracker"),
    ("validate_file", "/is_support_validate"),
    ("kms_id", "/kms_id"),
    (
        "exclude_service",
        "/management_event_selector/exclude_service",
    ),
    ("enabled", "/status"),
];

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(module) = part("PROOF_GO") else {
        return tally.skip("terraform", "Go");
    };
    let published = std::fs::read(proof.drivers.join("terraform.json"))
        .map_err(|error| error.to_string())
        .and_then(|text| serde_json::from_slice(&text).map_err(|error| error.to_string()));
    let published: Value = match published {
        Ok(published) => published,
        Err(problem) => return tally.count("terraform", Err(problem)),
    };
    let mut check = super::go::check(proof, &module, "terraform");
    drive(Tool::Terraform, proof, &mut check, tally, |index, found| {
        look(proof, index, found, &published)
    });
}

fn look(proof: &Proof, index: usize, found: &Value, published: &Value) -> Result<(), String> {
    let body = parse(proof.cases[index].draft.emit().as_bytes());
    let body = body.map_err(|error| error.to_string())?;
    let blocks = found["blocks"].as_array().ok_or("there are no blocks")?;
    let block = |kind: &str| blocks.iter().find(|block| block["type"] == kind);
    let (wanted, id) = match body.get("tracker_type").and_then(Tree::as_text) {
        Some("system") => ("huaweicloud_cts_tracker", "system"),
        Some("data") => {
            let name = body.get("tracker_name").and_then(Tree::as_text);
            ("huaweicloud_cts_data_tracker", name.unwrap_or_default())
        }
        _ if blocks.is_empty() => return Ok(()),
        _ => return Err("there is a resource without a type".into()),
    };
    let resource = block("resource").ok_or("there is no resource")?;
    if resource["labels"] != serde_json::json!([wanted, "tracker"]) {
        return Err(format!("another resource is made: {}", resource["labels"]));
    }
    let import = &block("import").ok_or("nothing is imported")?["attributes"];
    if import["to"] != format!("{wanted}.tracker").as_str() || import["id"] != id {
        return Err(format!("another tracker is imported: {import}"));
    }
    let arguments = resource["attributes"].as_object().ok_or("no arguments")?;
    for (name, value) in arguments {
        argument(name, value, &body, &published[wanted])?;
    }
    for pointer in leaves(&body) {
        said(proof, index, &pointer, &body, arguments)?;
    }
    Ok(())
}

/// An argument has to be published, with this type, and to have the value of its member.
fn argument(name: &str, value: &Value, body: &Tree, published: &Value) -> Result<(), String> {
    let kind = match value {
        Value::String(_) => "string",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::Array(_) => "list",
        _ => "other",
    };
    if published[name] != kind {
        return Err(format!("{name} is not published as a {kind}"));
    }
    if name == "region" {
        return if value == REGION {
            Ok(())
        } else {
            Err(format!("the region is {value}"))
        };
    }
    let pointer = MEMBERS.iter().find(|known| known.0 == name);
    let pointer = pointer.ok_or_else(|| format!("{name} has no member"))?.1;
    let member = at(body, pointer);
    let same = match (name, member, value) {
        ("enabled", Some(Tree::Text(status)), Value::Bool(on)) => {
            (status == "enabled") == *on && (status == "disabled") != *on
        }
        // Stands for the variable, when the request has no bucket.
        ("data_bucket", None, value) => value == "variable",
        ("name", None | Some(_), Value::String(text)) if text.is_empty() => true,
        (_, Some(member), value) => is_value(member, value),
        _ => false,
    };
    if same {
        Ok(())
    } else {
        Err(format!("{name} has another value: {value}"))
    }
}

/// Everything in the request is said by an argument, by a note, or by the resource itself.
fn said(
    proof: &Proof,
    index: usize,
    pointer: &str,
    body: &Tree,
    arguments: &serde_json::Map<String, Value>,
) -> Result<(), String> {
    let by_argument = MEMBERS
        .iter()
        .any(|(name, member)| *member == pointer && arguments.contains_key(*name));
    let sample = proof.sample(Tool::Terraform, index);
    let by_note = sample.notes.iter().any(|note| {
        note.left_out.as_deref().is_some_and(|left_out| {
            pointer == left_out || pointer.starts_with(&format!("{left_out}/"))
        })
    });
    let value = at(body, pointer);
    let text = value.and_then(Tree::as_text);
    let by_resource = match pointer {
        "/tracker_type" => true,
        "/tracker_name" => {
            text == Some("system")
                && at(body, "/tracker_type").and_then(Tree::as_text) == Some("system")
        }
        "/agency_name" => text == Some("cts_admin_trust"),
        "/is_support_trace_files_encryption" => {
            value == Some(&Tree::Boolean(arguments.contains_key("kms_id")))
        }
        "/kms_id" | "/obs_info/file_prefix_name" => text == Some(""),
        _ => false,
    };
    if by_argument || by_note || by_resource {
        Ok(())
    } else {
        Err(format!("{pointer} is silently dropped"))
    }
}

/// The places of all values that are no filled objects.
fn leaves(body: &Tree) -> Vec<String> {
    let Tree::Object(members) = body else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (name, value) in members {
        let name = name.replace('~', "~0").replace('/', "~1");
        let known = ["obs_info", "data_bucket", "management_event_selector"];
        let inner = match value {
            Tree::Object(_) if known.contains(&name.as_str()) => leaves(value),
            _ => vec![String::new()],
        };
        found.extend(inner.into_iter().map(|rest| format!("/{name}{rest}")));
    }
    found
}

fn at<'a>(body: &'a Tree, pointer: &str) -> Option<&'a Tree> {
    pointer.split('/').skip(1).try_fold(body, |tree, name| {
        tree.get(&name.replace("~1", "/").replace("~0", "~"))
    })
}

fn is_value(tree: &Tree, value: &Value) -> bool {
    match (tree, value) {
        (Tree::Text(some), Value::String(other)) => some == other,
        (Tree::Boolean(some), Value::Bool(other)) => some == other,
        (Tree::Number(some), Value::Number(other)) => *some == other.to_string(),
        (Tree::Array(some), Value::Array(others)) => {
            some.len() == others.len() && some.iter().zip(others).all(|(a, b)| is_value(a, b))
        }
        _ => false,
    }
}
