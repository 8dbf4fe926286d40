//! The command `cts-tracker` on this machine.
#![forbid(unsafe_code)]

use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use cts_tracker_command::{Host, Kind, run};

/// The file system and the streams of this process.
struct Machine;

impl Host for Machine {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        std::fs::read(path).map_err(|error| described(&error))
    }

    fn read_input(&self) -> Result<Vec<u8>, String> {
        let mut text = Vec::new();
        std::io::stdin()
            .read_to_end(&mut text)
            .map_err(|error| described(&error))?;
        Ok(text)
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<(), String> {
        std::fs::write(path, content).map_err(|error| described(&error))
    }

    fn kind(&self, path: &str) -> Kind {
        let path = Path::new(path);
        if path.is_dir() {
            Kind::Folder
        } else if path.exists() {
            Kind::File
        } else {
            Kind::Missing
        }
    }

    fn list(&self, path: &str) -> Result<Vec<String>, String> {
        let entries = std::fs::read_dir(path).map_err(|error| described(&error))?;
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| described(&error))?;
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            if is_link && entry.path().is_dir() {
                continue;
            }
            let name = entry.file_name().into_string();
            names.push(name.map_err(|name| format!("{} is not Unicode", name.display()))?);
        }
        Ok(names)
    }

    fn wants_colors(&self) -> bool {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        std::io::stdout().is_terminal() && !refused
    }
}

/// The fault in words that do not depend on the system.
fn described(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        kind => kind.to_string(),
    }
}

fn main() -> ExitCode {
    let outcome = run(std::env::args_os().skip(1), &Machine);
    // Whoever reads may stop early; that is no failure of the check.
    let _ = std::io::stdout().write_all(&outcome.output);
    let _ = std::io::stderr().write_all(outcome.complaint.as_bytes());
    ExitCode::from(outcome.status)
}
