//! A proof for each tool.

mod dotnet;
mod go;
mod java;
mod node;
mod php;
mod python;
mod shell;
mod terraform;
mod text;

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use cts_samples::Tool;
use serde_json::Value;

use crate::chain::succeed;
use crate::proof::{Proof, Tally};

type Part = (&'static str, fn(&Proof, &mut Tally));

/// One after the other, so that the machine is not asked for too much.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the proof is handed over to the thread that blocks"
)]
pub(crate) fn prove_all(proof: Proof) -> Tally {
    let parts: [Part; 9] = [
        ("shell", shell::prove),
        ("text", text::prove),
        ("python", python::prove),
        ("node", node::prove),
        ("java", java::prove),
        ("go", go::prove),
        ("terraform", terraform::prove),
        ("dotnet", dotnet::prove),
        ("php", php::prove),
    ];
    // A person who works on one of them names it.
    let only = std::env::var("PROOF_ONLY").ok();
    let mut tally = Tally::default();
    for (name, prove) in parts {
        if only.as_deref().is_some_and(|only| only != name) {
            continue;
        }
        let start = Instant::now();
        prove(&proof, &mut tally);
        println!(
            "{name}: {tally} so far, {:.1} s",
            start.elapsed().as_secs_f32()
        );
    }
    tally
}

/// Runs a driver over all files and counts one outcome for each: the driver prints a JSON object
/// a line, with `problem`, and where there is a formatter, `formatted` and `wanted`.
fn drive(
    tool: Tool,
    proof: &Proof,
    command: &mut Command,
    tally: &mut Tally,
    look: impl Fn(usize, &Value) -> Result<(), String>,
) {
    let outcome = proof.files(tool).and_then(|files: Vec<PathBuf>| {
        let text = succeed(command.args(&files))?;
        let lines: Vec<Value> = text
            .lines()
            .map(serde_json::from_str)
            .collect::<Result<_, _>>()
            .map_err(|error| format!("{error} in {text}"))?;
        if lines.len() == files.len() {
            Ok(lines)
        } else {
            Err(format!("the driver spoke of {} files", lines.len()))
        }
    });
    match outcome {
        Ok(lines) => {
            for (index, line) in lines.iter().enumerate() {
                let good = no_problem(line)
                    .and_then(|()| look(index, line))
                    .and_then(|()| is_formatted(line));
                tally.count(&proof.what(tool, index), good);
            }
        }
        Err(problem) => tally.count(tool.id(), Err(problem)),
    }
}

fn no_problem(line: &Value) -> Result<(), String> {
    match &line["problem"] {
        Value::Null => Ok(()),
        problem => Err(problem.as_str().unwrap_or("a problem").to_owned()),
    }
}

fn is_formatted(line: &Value) -> Result<(), String> {
    match line["formatted"].as_bool() {
        Some(false) => Err(format!(
            "the formatter wants another text:\n{}",
            line["wanted"].as_str().unwrap_or_default()
        )),
        _ => Ok(()),
    }
}

/// The project of each file, for drivers that run several programs in one process.
fn projects(proof: &Proof, tool: Tool) -> String {
    let files = proof.files(tool).unwrap_or_default();
    let projects: serde_json::Map<_, _> = files
        .iter()
        .enumerate()
        .map(|(index, file)| {
            (
                file.display().to_string(),
                crate::proof::project(index).into(),
            )
        })
        .collect();
    Value::Object(projects).to_string()
}
