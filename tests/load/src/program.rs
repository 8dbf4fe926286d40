//! Programs that are measured: started, and ended by their handle.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::Result;

/// A running program; killed when dropped.
pub(crate) struct Program {
    child: Child,
}

impl Program {
    /// Starts a program and reads the address that it prints, `listening on http://ADDRESS`. Its log goes to a file.
    pub(crate) fn listening(command: &mut Command, log: &Path) -> Result<(Self, String)> {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(fs::File::create(log)?);
        let mut program = Self {
            child: command.spawn()?,
        };
        let mut line = String::new();
        if let Some(stdout) = program.child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let address = line.trim_end().strip_prefix("listening on http://");
        let address = address
            .ok_or_else(|| format!("{command:?} did not start: {}", tail(log)))?
            .to_owned();
        Ok((program, address))
    }

    /// Starts a program that says nothing.
    pub(crate) fn silent(command: &mut Command, log: &Path) -> Result<Self> {
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(log)?);
        Ok(Self {
            child: command.spawn()?,
        })
    }

    /// The memory of the program and of its children that lies in RAM, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        resident(self.child.id())
    }
}

impl Program {
    /// The time that processors spent for the program and its children so far, in seconds.
    pub(crate) fn processor(&self) -> f64 {
        busy(self.child.id())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // nginx ends its workers when it is asked to, and not when it is killed.
        let id = self.child.id().to_string();
        let asked = Command::new("kill").arg(&id).status();
        if !asked.is_ok_and(|status| status.success()) {
            // It has ended already; there is nothing to kill.
            drop(self.child.kill());
        }
        drop(self.child.wait());
    }
}

fn resident(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let own = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.trim().split(' ').next()?.parse().ok())
        .unwrap_or(0);
    own + children(id).into_iter().map(resident).sum::<u64>()
}

fn busy(id: u32) -> f64 {
    // Nanoseconds of each thread; those that have ended are missing, and none ends while it is measured.
    let threads = fs::read_dir(format!("/proc/{id}/task"))
        .into_iter()
        .flatten();
    let own: f64 = threads
        .filter_map(|entry| fs::read_to_string(entry.ok()?.path().join("schedstat")).ok())
        .filter_map(|text| text.split(' ').next()?.parse::<f64>().ok())
        .sum();
    own / 1e9 + children(id).into_iter().map(busy).sum::<f64>()
}

fn children(id: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    list.split_whitespace()
        .filter_map(|id| id.parse().ok())
        .collect()
}

/// The end of a log, for a message.
fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<_> = text.lines().rev().take(5).collect();
    lines.into_iter().rev().collect::<Vec<_>>().join(" / ")
}
