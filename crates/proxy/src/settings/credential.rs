//! The table `credential`: where the credential comes from. The table holds none.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::Deserialize;

use super::error::SettingsError;
use super::file::check_endpoint;

/// Where the credential comes from, when it is not in the environment.
#[derive(Clone)]
#[non_exhaustive]
pub enum CredentialSettings {
    /// A file with access keys as JSON.
    File(PathBuf),
    /// A program and its arguments, which prints access keys as JSON.
    Command {
        /// The program, then its arguments.
        command: Vec<String>,
        /// How long it may take.
        limit: Duration,
    },
    /// A user of the identity service.
    User {
        /// The name of the account.
        domain: String,
        /// The name of the user.
        name: String,
        /// A file with the password; without one it is in the environment.
        password_file: Option<PathBuf>,
        /// The address of the identity service, when it is not the published one of the region.
        endpoint: Option<String>,
    },
}

/// Arguments of a command may hold a secret, so they are left out.
impl fmt::Debug for CredentialSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Command { command, limit } => f
                .debug_struct("Command")
                .field("program", &command.first())
                .field("limit", limit)
                .finish_non_exhaustive(),
            Self::User {
                domain,
                name,
                password_file,
                endpoint,
            } => f
                .debug_struct("User")
                .field("domain", domain)
                .field("name", name)
                .field("password_file", password_file)
                .field("endpoint", endpoint)
                .finish(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    file: Option<PathBuf>,
    command: Option<Vec<String>>,
    command_timeout_seconds: Option<u64>,
    user: Option<String>,
    domain: Option<String>,
    password_file: Option<PathBuf>,
    iam_endpoint: Option<String>,
}

pub(super) fn read(table: Table) -> Result<CredentialSettings, SettingsError> {
    let wrong = |key: &str, problem: &str, remedy: &str| {
        Err(SettingsError::new(
            format!("credential{key}"),
            problem,
            remedy,
        ))
    };
    let alone = "Name one of file, command and user.";
    let given = [
        table.file.is_some(),
        table.command.is_some(),
        table.user.is_some(),
    ];
    match given.iter().filter(|given| **given).count() {
        1 => {}
        0 => return wrong("", "it does not say where the credential comes from", alone),
        _ => return wrong("", "it names several places", alone),
    }
    let user_only = [
        (".domain", table.domain.is_some()),
        (".password_file", table.password_file.is_some()),
        (".iam_endpoint", table.iam_endpoint.is_some()),
    ];
    if table.user.is_none()
        && let Some((key, _)) = user_only.into_iter().find(|(_, given)| *given)
    {
        return wrong(key, "it belongs to a user", "Remove it, or name the user.");
    }
    if table.command.is_none() && table.command_timeout_seconds.is_some() {
        let key = ".command_timeout_seconds";
        return wrong(key, "there is no command", "Remove it.");
    }
    if let Some(path) = table.file {
        return Ok(CredentialSettings::File(path));
    }
    if let Some(command) = table.command {
        if command.first().is_none_or(String::is_empty) {
            let remedy = "Write the program and its arguments, each as a text of its own.";
            return wrong(".command", "it names no program", remedy);
        }
        let seconds = table.command_timeout_seconds.unwrap_or(10);
        if !(1..=60).contains(&seconds) {
            let problem = format!("{seconds} is not between 1 and 60");
            let key = ".command_timeout_seconds";
            return wrong(key, &problem, "Leave it out to get 10.");
        }
        let limit = Duration::from_secs(seconds);
        return Ok(CredentialSettings::Command { command, limit });
    }
    let name = table.user.unwrap_or_default();
    let domain = table.domain.unwrap_or_default();
    for (key, value) in [(".user", &name), (".domain", &domain)] {
        if value.trim().is_empty() {
            let remedy = "Write the name of the user, and as domain the name of its account.";
            return wrong(key, "it is missing or empty", remedy);
        }
    }
    Ok(CredentialSettings::User {
        domain,
        name,
        password_file: table.password_file,
        endpoint: table
            .iam_endpoint
            .map(|text| check_endpoint("credential.iam_endpoint", &text))
            .transpose()?,
    })
}
