//! The official SDK for Go.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use cts_samples::Tool;

use crate::chain::{part, program, run, succeed};
use crate::proof::{Proof, Tally, save};

/// The checks that are written in Go, with what they are to look at.
pub(super) fn check(proof: &Proof, module: &OsStr, what: &str) -> Command {
    let mut command = program(proof, "go", 0);
    command.current_dir(module).args(["run", "./check", what]);
    command
}

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(module) = part("PROOF_GO") else {
        return tally.skip("go", "Go");
    };
    if let Err(problem) = build(proof, Path::new(&module)) {
        return tally.count("go", Err(problem));
    }
    let runner = proof.work.join("go-run").join("run");
    for index in 0..proof.cases.len() {
        let mut command = program(proof, &runner, index);
        let good = run(command.arg(index.to_string())).and_then(|output| {
            proof.arrived(Tool::Go, index).map(drop).map_err(|problem| {
                format!("{problem}: {}", String::from_utf8_lossy(&output.stderr))
            })
        });
        tally.count(&proof.what(Tool::Go, index), good);
    }
}

/// Holds every sample against gofmt and go vet, which compiles it. Linking takes longest, so one
/// program runs them all: in it they are packages, with a capital letter for the entry.
fn build(proof: &Proof, module: &Path) -> Result<(), String> {
    let files = proof.files(Tool::Go)?;
    let (samples, runner) = (proof.work.join(Tool::Go.id()), proof.work.join("go-run"));
    for name in ["go.mod", "go.sum"] {
        let text = std::fs::read_to_string(module.join(name)).map_err(|error| error.to_string())?;
        save(&samples.join(name), &text)?;
        save(&runner.join(name), &text)?;
    }
    let unformatted = succeed(program(proof, "gofmt", 0).arg("-d").args(files))?;
    if !unformatted.is_empty() {
        return Err(unformatted);
    }
    let go = |folder: &Path, args: &[&str]| {
        let mut command = program(proof, "go", 0);
        command.current_dir(folder).args(args);
        succeed(&mut command)
    };
    go(&samples, &["vet", "-mod=readonly", "./..."])?;
    let (mut imports, mut calls) = (Vec::new(), Vec::new());
    for index in 0..proof.cases.len() {
        let name = format!("draft{index:02}");
        let text = proof.sample(Tool::Go, index).text;
        let package = text
            .replacen("package main\n", &format!("package {name}\n"), 1)
            .replacen("func main() {", "func Main() {", 1);
        save(&runner.join(&name).join("sample.go"), &package)?;
        imports.push(format!("\t\"samples/{name}\"\n"));
        calls.push(format!("\t\"{index}\": {name}.Main,\n"));
    }
    let (imports, calls) = (imports.concat(), calls.concat());
    let main = format!(
        "package main\n\nimport (\n\t\"os\"\n{imports})\n\nfunc main() {{\n\tmap[string]func(){{\n{calls}\t}}[os.Args[1]]()\n}}\n"
    );
    save(&runner.join("main.go"), &main)?;
    // Without tables for debuggers, which take most of the time that linking takes.
    go(
        &runner,
        &["build", "-mod=readonly", "-ldflags=-s -w", "-o", "run", "."],
    )
    .map(drop)
}
