//! Where the credential comes from.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use sdk_hmac_sha256::{Credentials, SecretString};

use super::{User, file};
use crate::settings::{CredentialSettings, SettingsError};

/// Where the credential comes from: keys that are known, a file or a command that gives keys, or a user of the
/// identity service. `Debug` shows the kind only.
#[derive(Clone)]
pub struct Source {
    pub(crate) kind: SourceKind,
}

#[derive(Clone)]
pub(crate) enum SourceKind {
    Keys(Credentials),
    File(PathBuf),
    Command {
        command: Vec<String>,
        limit: Duration,
    },
    User(User),
}

/// The variable with the password of a user of the identity service.
const PASSWORD: &str = "CLOUD_SDK_PASSWORD";

impl Source {
    /// What the table `credential` of the settings names. A file is read at once, so that a mistake is found
    /// before anything starts; a command runs and a token is fetched when the first request needs it.
    ///
    /// # Errors
    /// When a file cannot be used, or the password is missing.
    pub fn open(
        settings: &CredentialSettings,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, SettingsError> {
        let wrong = |key: &str, problem: String| {
            let remedy = "See \"The credential\" in docs/proxy.md.";
            SettingsError::new(format!("credential.{key}"), problem, remedy)
        };
        let kind = match settings {
            CredentialSettings::File(path) => {
                file::keys(path).map_err(|problem| wrong("file", problem.text))?;
                SourceKind::File(path.clone())
            }
            CredentialSettings::Command { command, limit } => SourceKind::Command {
                command: command.clone(),
                limit: *limit,
            },
            CredentialSettings::User {
                domain,
                name,
                password_file,
                ..
            } => {
                let password = match password_file {
                    Some(path) => {
                        let text = file::secret(path)
                            .map_err(|problem| wrong("password_file", problem.text))?;
                        String::from_utf8(text).map_err(|_| {
                            let problem = format!("{} is not UTF-8", path.display());
                            wrong("password_file", problem)
                        })?
                    }
                    None => variable(PASSWORD).unwrap_or_default(),
                };
                // Editors end a file with a line break, which is no part of the password.
                let password = password.trim_end_matches(['\r', '\n']);
                if password.is_empty() {
                    let problem = "there is no password for the user".to_owned();
                    let key = if password_file.is_some() {
                        "password_file"
                    } else {
                        "user"
                    };
                    return Err(wrong(key, problem));
                }
                SourceKind::User(User {
                    domain: domain.clone(),
                    name: name.clone(),
                    password: SecretString::from(password),
                })
            }
        };
        Ok(Self { kind })
    }
}

impl From<Credentials> for Source {
    fn from(keys: Credentials) -> Self {
        Self {
            kind: SourceKind::Keys(keys),
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match &self.kind {
            SourceKind::Keys(_) => "keys",
            SourceKind::File(_) => "file",
            SourceKind::Command { .. } => "command",
            SourceKind::User(_) => "user",
        };
        f.debug_tuple("Source").field(&kind).finish()
    }
}
