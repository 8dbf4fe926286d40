//! curl and `KooCLI`: scripts for a POSIX shell.

use std::path::Path;

use cts_samples::Tool;
use cts_tracker::json::{Tree, parse};

use super::drive;
use crate::chain::{on_path, part, program, run, succeed};
use crate::proof::{HOST, Proof, REGION, Tally, project, save};

const SCRIPTS: [Tool; 4] = [Tool::Curl, Tool::CurlSigned, Tool::KooCli, Tool::KooCliFile];

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    for name in ["curl", "openssl"] {
        if on_path(name).is_none() {
            return tally.skip("curl", name);
        }
    }
    // curl reads this file by itself, so that the scripts run as they are.
    let settings = format!(
        "connect-to = \"{HOST}:443:127.0.0.1:{}\"\n",
        proof.cloud.tls
    );
    if let Err(problem) = save(&proof.work.join(".curlrc"), &settings) {
        return tally.count("curl", Err(problem));
    }
    for tool in [Tool::Curl, Tool::CurlSigned] {
        for index in 0..proof.cases.len() {
            tally.count(&proof.what(tool, index), curl(proof, tool, index));
        }
    }
    for tool in [Tool::KooCli, Tool::KooCliFile] {
        for index in 0..proof.cases.len() {
            tally.count(&proof.what(tool, index), koocli(proof, tool, index));
        }
    }
    well_written(proof, tally);
}

/// Runs the script. The stand-in verifies token or signature.
fn curl(proof: &Proof, tool: Tool, index: usize) -> Result<(), String> {
    let script = script(proof, tool, index)?;
    let mut shell = program(proof, "sh", index);
    shell
        .arg(&script)
        .env("CURL_HOME", &proof.work)
        .env("CURL_CA_BUNDLE", &proof.certificate);
    let output = run(&mut shell)?;
    let arrived = proof
        .arrived(tool, index)
        .map_err(|problem| format!("{problem}: {}", String::from_utf8_lossy(&output.stderr)))?;
    // curl has to send the very bytes of the JSON that the HTTP message has.
    if arrived.body != proof.json(index)?.into_bytes() {
        return Err("other bytes arrived".into());
    }
    if arrived.headers.get("content-type").map(String::as_str) != Some("application/json") {
        return Err("another type arrived".into());
    }
    // The script tells by its status whether the change was made.
    if output.status.success() != (arrived.status < 300) {
        return Err(format!("{} after {}", output.status, arrived.status));
    }
    Ok(())
}

fn script(proof: &Proof, tool: Tool, index: usize) -> Result<std::path::PathBuf, String> {
    let folder = proof.work.join(tool.id()).join(format!("draft{index:02}"));
    let path = folder.join(tool.file_name());
    save(&path, &proof.sample(tool, index).text)?;
    Ok(path)
}

/// Runs the script with a stand-in for `hcloud` that prints its arguments, and reads those as the
/// documentation of the command says.
fn koocli(proof: &Proof, tool: Tool, index: usize) -> Result<(), String> {
    let path = script(proof, tool, index)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let stand_in = "hcloud() { printf '%s\\0' \"$@\"; }\n. \"$0.sample\"\n";
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let mut sample = path.clone().into_os_string();
    sample.push(".run.sample");
    save(Path::new(&sample), &text)?;
    let mut runner = path.clone().into_os_string();
    runner.push(".run");
    save(Path::new(&runner), stand_in)?;
    let output = succeed(program(proof, "sh", index).current_dir(folder).arg(&runner))?;
    let mut words = output.split_terminator('\0');
    if [words.next(), words.next()] != [Some("CTS"), Some("UpdateTracker")] {
        return Err("another operation is called".into());
    }
    let mut options = Vec::new();
    for word in words {
        let option = word
            .strip_prefix("--")
            .and_then(|word| word.split_once('='));
        options.push(option.ok_or_else(|| format!("{word} is no option"))?);
    }
    let mut take = |name: &str| {
        let at = options.iter().position(|option| option.0 == name);
        at.map(|at| options.remove(at).1)
    };
    if take("cli-region") != Some(REGION) || take("project_id") != Some(&project(index)) {
        return Err("another place is named".into());
    }
    if let Some(file) = take("cli-jsonInput") {
        let input = std::fs::read(folder.join(file)).map_err(|error| error.to_string())?;
        let input = parse(&input).map_err(|error| error.to_string())?;
        let body = input.get("body").ok_or("the file has no body")?;
        return proof.compare(tool, index, json(body).as_bytes());
    }
    let mut body = Tree::Object(Vec::new());
    for (name, value) in options {
        put(&mut body, name, value)?;
    }
    proof.compare(tool, index, json(&body).as_bytes())
}

/// The names of the options that are no texts.
const BOOLEANS: [&str; 7] = [
    "is_organization_tracker",
    "is_lts_enabled",
    "is_obs_created",
    "is_sort_by_service",
    "is_support_trace_files_encryption",
    "is_support_validate",
    "search_enabled",
];

/// Puts a value where an option leads: full stops into objects, numbers from 1 into lists.
fn put(tree: &mut Tree, name: &str, value: &str) -> Result<(), String> {
    let (first, rest) = name
        .split_once('.')
        .map_or((name, None), |(a, b)| (a, Some(b)));
    match tree {
        Tree::Object(members) => {
            if members.iter().all(|member| member.0 != first) {
                let is_list = rest.is_some_and(|rest| rest.parse::<usize>().is_ok());
                let empty = match (rest, is_list) {
                    (None, _) => leaf(first, value),
                    (Some(_), true) => Tree::Array(Vec::new()),
                    (Some(_), false) => Tree::Object(Vec::new()),
                };
                members.push((first.to_owned(), empty));
            }
            let inner = members.iter_mut().find(|member| member.0 == first);
            match (inner, rest) {
                (Some(inner), Some(rest)) => put(&mut inner.1, rest, value),
                _ => Ok(()),
            }
        }
        Tree::Array(items) if first.parse() == Ok(items.len() + 1) => {
            items.push(Tree::Text(value.to_owned()));
            Ok(())
        }
        _ => Err(format!("{name} leads nowhere")),
    }
}

fn leaf(name: &str, value: &str) -> Tree {
    match value {
        "[]" if matches!(name, "exclude_service" | "data_event") => Tree::Array(Vec::new()),
        "{}" if matches!(
            name,
            "obs_info" | "data_bucket" | "management_event_selector"
        ) =>
        {
            Tree::Object(Vec::new())
        }
        "true" if BOOLEANS.contains(&name) => Tree::Boolean(true),
        "false" if BOOLEANS.contains(&name) => Tree::Boolean(false),
        _ if name == "bucket_lifecycle" => Tree::Number(value.to_owned()),
        _ => Tree::Text(value.to_owned()),
    }
}

/// The text of a value; a draft reads and writes bodies only.
fn json(tree: &Tree) -> String {
    match tree {
        Tree::Null => "null".into(),
        Tree::Boolean(boolean) => boolean.to_string(),
        Tree::Number(digits) => digits.clone(),
        Tree::Text(text) => quoted(text),
        Tree::Array(items) => {
            let items: Vec<_> = items.iter().map(json).collect();
            format!("[{}]", items.join(","))
        }
        Tree::Object(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| format!("{}:{}", quoted(name), json(value)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    cts_tracker::json::write_string(text, &mut out);
    out
}

/// Every script is POSIX shell as shfmt formats it, and shellcheck has nothing to say.
fn well_written(proof: &Proof, tally: &mut Tally) {
    match part("PROOF_GO") {
        Some(module) => {
            for tool in SCRIPTS {
                let mut check = super::go::check(proof, &module, "shell");
                drive(tool, proof, &mut check, tally, |_, _| Ok(()));
            }
        }
        None => tally.skip("shfmt", "Go"),
    }
    let Some(shellcheck) = on_path("shellcheck") else {
        return tally.skip("shellcheck", "shellcheck");
    };
    for tool in SCRIPTS {
        let outcome = proof.files(tool).and_then(|files| {
            succeed(
                program(proof, &shellcheck, 0)
                    .args(["--shell=sh", "--norc", "--severity=warning"])
                    .args(files),
            )
        });
        tally.count(&format!("{}: shellcheck", tool.id()), outcome.map(drop));
    }
}
