//! The table `[audit]`.

use std::path::PathBuf;

use serde::Deserialize;

use super::error::SettingsError;

/// The bytes of a megabyte.
const MEGABYTE: u64 = 1_000_000;

/// Where the audit log is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AuditSettings {
    /// The place.
    pub place: AuditPlace,
    /// From how many bytes on another file is begun.
    pub limit: u64,
    /// How many full files are kept; 0 keeps all.
    pub keep: usize,
}

/// The place of the audit log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuditPlace {
    /// A file, and beside it those that were full.
    File(PathBuf),
    /// Standard output.
    Output,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditTable {
    file: Option<PathBuf>,
    #[serde(default)]
    standard_output: bool,
    max_megabytes: Option<u64>,
    keep_files: Option<usize>,
}

impl AuditTable {
    pub(super) fn read(self) -> Result<AuditSettings, SettingsError> {
        let place = match (self.file, self.standard_output) {
            (Some(file), false) => AuditPlace::File(file),
            (None, true) => AuditPlace::Output,
            (given, _) => {
                let problem = match given {
                    Some(_) => "both places are given",
                    None => "no place is given",
                };
                let remedy = "Set either file or standard_output = true.";
                return Err(SettingsError::new("audit.file", problem, remedy));
            }
        };
        let megabytes = self.max_megabytes.unwrap_or(64);
        if !(1..=1000).contains(&megabytes) {
            return Err(SettingsError::new(
                "audit.max_megabytes",
                format!("{megabytes} is not between 1 and 1000"),
                "Leave it out to get 64.",
            ));
        }
        Ok(AuditSettings {
            place,
            limit: megabytes * MEGABYTE,
            keep: self.keep_files.unwrap_or(0),
        })
    }
}
