//! The file with the tokens of callers, which `[callers.tokens]` names.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use argon2::Params;
use argon2::password_hash::phc::PasswordHash;
use serde::Deserialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use toml::value::Datetime;

use super::error::SettingsError;
use crate::caller::{Caller, is_token_id};

/// A token that a caller may use.
#[derive(Clone, Debug)]
pub struct Token {
    /// The part of the token that names it.
    pub(crate) id: String,
    /// Whose it is.
    pub(crate) caller: Caller,
    /// The Argon2id hash of its secret part.
    pub(crate) hash: PasswordHash,
    /// When it ends.
    pub(crate) expires: Option<SystemTime>,
}

/// The most that a hash may cost: a slip of the pen must not make each request take seconds.
const MOST_MEMORY: u32 = 64 * 1024;
const MOST_PASSES: u32 = 8;
const MOST_LANES: u32 = 4;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TokensTable {
    file: PathBuf,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    token: Vec<TokenTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TokenTable {
    id: String,
    name: String,
    #[serde(default)]
    groups: Vec<String>,
    expires: Option<Datetime>,
    hash: String,
}

impl TokensTable {
    pub(super) fn check(self) -> Result<Vec<Token>, SettingsError> {
        let text = fs::read_to_string(&self.file).map_err(|error| {
            let problem = format!("{} cannot be read: {error}", self.file.display());
            SettingsError::new(
                "callers.tokens.file",
                problem,
                "Make it with `cts-proxy token NAME`.",
            )
        })?;
        read(&text, &self.file)
    }
}

/// Reads the text of a file with tokens.
pub(crate) fn read(text: &str, path: &Path) -> Result<Vec<Token>, SettingsError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error
            .span()
            .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        let problem = format!("{} line {line}: {}", path.display(), error.message());
        SettingsError::new(
            "callers.tokens.file",
            problem,
            "`cts-proxy token NAME` prints a table as it should be.",
        )
    })?;
    let mut tokens: Vec<Token> = Vec::with_capacity(file.token.len());
    for table in file.token {
        let token = table.check()?;
        if tokens.iter().any(|other| other.id == token.id) {
            let problem = format!("{:?} is there twice", token.id);
            return Err(SettingsError::new(
                "token.id",
                problem,
                "Remove one of the tables.",
            ));
        }
        tokens.push(token);
    }
    Ok(tokens)
}

impl TokenTable {
    fn check(self) -> Result<Token, SettingsError> {
        let Self {
            id,
            name,
            groups,
            expires,
            hash,
        } = self;
        let wrong = |key: &str, problem: String| {
            SettingsError::new(
                format!("token.{key}"),
                problem,
                "Make a new token with `cts-proxy token NAME`.",
            )
        };
        if !is_token_id(&id) {
            return Err(wrong("id", format!("{id:?} does not name a token")));
        }
        let caller = Caller::new(&name, groups)
            .ok_or_else(|| wrong("name", format!("{name:?} or one of its groups is no name")))?;
        let expires = expires
            .map(|time| {
                OffsetDateTime::parse(&time.to_string(), &Rfc3339)
                    .map(SystemTime::from)
                    .map_err(|_| wrong("expires", format!("{time} is no time with a time zone")))
            })
            .transpose()?;
        let hash = argon2id(&hash).ok_or_else(|| {
            wrong("hash", format!("that of {name:?} is no Argon2id hash of at least 19 MiB and two passes, and at most \
                  64 MiB and eight"))
        })?;
        Ok(Token {
            id,
            caller,
            hash,
            expires,
        })
    }
}

/// The hash, when it is neither cheaper than what `cts-proxy token` makes nor too dear.
fn argon2id(text: &str) -> Option<PasswordHash> {
    let hash = PasswordHash::new(text).ok()?;
    let params = Params::try_from(&hash).ok()?;
    let good = hash.algorithm.as_str() == "argon2id"
        && hash.version == Some(0x13)
        && (Params::DEFAULT_M_COST..=MOST_MEMORY).contains(&params.m_cost())
        && (Params::DEFAULT_T_COST..=MOST_PASSES).contains(&params.t_cost())
        && (1..=MOST_LANES).contains(&params.p_cost())
        && hash.salt.is_some()
        && hash.hash.as_ref().is_some_and(|output| output.len() >= 32);
    good.then_some(hash)
}
