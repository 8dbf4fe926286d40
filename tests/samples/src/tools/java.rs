//! The official SDK for Java.

use std::ffi::OsStr;
use std::path::Path;

use cts_samples::Tool;

use crate::chain::{part, program, run, succeed};
use crate::proof::{Proof, Tally};

/// What the formatter needs of the compiler's inside.
const EXPORTS: [&str; 6] = ["api", "code", "file", "parser", "tree", "util"];

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    let Some(classes) = part("PROOF_JAVA") else {
        return tally.skip("java", "a JDK with the SDK");
    };
    let outcome = proof.files(Tool::Java).and_then(|files| {
        let mut java = program(proof, "java", 0);
        for package in EXPORTS {
            let package = format!("jdk.compiler/com.sun.tools.javac.{package}=ALL-UNNAMED");
            java.args(["--add-exports", &package]);
        }
        java.arg("-cp")
            .arg(&classes)
            .arg(proof.drivers.join("Samples.java"));
        for (case, file) in proof.cases.iter().zip(&files) {
            // A process cannot change its environment, so that these are run one by one below.
            java.arg(if case.is_open { "compile" } else { "run" })
                .arg(file);
        }
        Ok((succeed(&mut java)?, files))
    });
    let (lines, files) = match outcome {
        Ok(found) => found,
        Err(problem) => return tally.count("java", Err(problem)),
    };
    let lines: Vec<_> = lines
        .lines()
        .filter_map(|line| line.strip_prefix("sample: "))
        .collect();
    if lines.len() != files.len() {
        let problem = format!("the driver spoke of {} files", lines.len());
        return tally.count("java", Err(problem));
    }
    for (index, (line, file)) in lines.iter().zip(&files).enumerate() {
        let good = match *line {
            "" if proof.cases[index].is_open => alone(proof, index, file, &classes),
            "" => proof.arrived(Tool::Java, index).map(drop),
            problem => Err(problem.to_owned()),
        };
        tally.count(&proof.what(Tool::Java, index), good);
    }
}

/// Runs a sample in a process of its own.
fn alone(proof: &Proof, index: usize, file: &Path, classes: &OsStr) -> Result<(), String> {
    let mut class_path = file.parent().unwrap_or(file).as_os_str().to_owned();
    class_path.push(if cfg!(windows) { ";" } else { ":" });
    class_path.push(classes);
    let mut java = program(proof, "java", index);
    java.arg("-cp").arg(class_path).arg("UpdateTracker");
    let output = run(&mut java)?;
    proof
        .arrived(Tool::Java, index)
        .map(drop)
        .map_err(|problem| format!("{problem}: {}", String::from_utf8_lossy(&output.stderr)))
}
