//! The settings file (TOML).

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use axum::http::Uri;
use cts_tracker::Locale;
use serde::Deserialize;

use super::audit::AuditTable;
use super::callers::CallersTable;
use super::error::SettingsError;
use super::limits::LimitsTable;
use super::policy::{self, PolicyTable};
use super::telemetry::TelemetryTable;
use super::{Project, Region, Settings, StopSettings, credential, stop, upstream};
use crate::upstream::address::is_local;

/// The file as it is written. A key that is not here is refused, so that a slip of the pen does not go unseen.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<String>,
    page: Option<PathBuf>,
    language: Option<String>,
    #[serde(default)]
    hosts: Vec<String>,
    read_before_update: Option<bool>,
    audit: Option<AuditTable>,
    telemetry: Option<TelemetryTable>,
    callers: Option<CallersTable>,
    #[serde(default)]
    limits: LimitsTable,
    #[serde(default)]
    read_only: bool,
    #[serde(default)]
    policy: Vec<PolicyTable>,
    upstream: Option<upstream::Table>,
    credential: Option<credential::Table>,
    stop: Option<stop::Table>,
    #[serde(default)]
    region: Vec<RegionTable>,
    #[serde(default)]
    project: Vec<ProjectTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionTable {
    id: String,
    endpoint: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProjectTable {
    id: String,
    name: String,
    region: String,
}

pub(super) fn read(text: &str) -> Result<Settings, SettingsError> {
    let file: File = toml::from_str(text).map_err(|error| {
        let line = error
            .span()
            .map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        let problem = format!("line {line}: {}", without_value(error.message()));
        SettingsError::new("settings file", problem, "docs/proxy.md lists the keys.")
    })?;
    let mut settings = Settings::empty();
    if let Some(listen) = file.listen {
        settings.listen = address(&listen)?;
    }
    if let Some(folder) = file.page {
        page(&folder)?;
        settings.page = Some(folder);
    }
    if let Some(language) = file.language {
        settings.language = Some(locale(&language)?);
    }
    for host in file.hosts {
        settings.hosts.push(host_name(&host)?);
    }
    settings.read_before_update = file.read_before_update;
    if let Some(table) = file.telemetry {
        settings.telemetry = table.read()?;
    }
    settings.audit = file.audit.map(AuditTable::read).transpose()?;
    if let Some(table) = file.callers {
        settings.callers = table.check()?;
    }
    settings.limits = file.limits.check(&settings.callers)?;
    settings.policies = policy::check(file.read_only, file.policy)?;
    if let Some(table) = file.upstream {
        settings.upstream = upstream::read(table)?;
    }
    settings.stop = StopSettings::after(settings.upstream.total);
    if let Some(table) = file.stop {
        settings.stop = stop::read(&table, settings.stop)?;
    }
    settings.credential = file.credential.map(credential::read).transpose()?;
    for table in file.region {
        let region = region(table)?;
        if settings.regions.iter().any(|other| other.id == region.id) {
            let problem = format!("{:?} is there twice", region.id);
            return Err(SettingsError::new(
                "region.id",
                problem,
                "Remove one of the tables.",
            ));
        }
        settings.regions.push(region);
    }
    for table in file.project {
        let project = project(table)?;
        if settings.projects.iter().any(|other| other.id == project.id) {
            let problem = format!("{:?} is there twice", project.id);
            return Err(SettingsError::new(
                "project.id",
                problem,
                "Remove one of the tables.",
            ));
        }
        settings.projects.push(project);
    }
    Ok(settings)
}

/// The message without the text that has the wrong type: it may be a command with a secret in its arguments.
fn without_value(message: &str) -> String {
    let parts = message
        .split_once("invalid type: string \"")
        .and_then(|(_, rest)| rest.rsplit_once("\", expected "));
    match parts {
        Some((_, expected)) => format!("invalid type: a text, expected {expected}"),
        None => message.to_owned(),
    }
}

fn address(text: &str) -> Result<SocketAddr, SettingsError> {
    text.parse().map_err(|_| {
        let problem = format!("{text:?} is not an address with a port");
        SettingsError::new(
            "listen",
            problem,
            "Write it like \"127.0.0.1:8080\" or \"[::1]:8080\".",
        )
    })
}

/// A folder that has a page to serve.
pub(super) fn page(folder: &Path) -> Result<(), SettingsError> {
    if folder.join("index.html").is_file() {
        return Ok(());
    }
    let problem = format!("{} holds no index.html", folder.display());
    let remedy = "Build the page with `cargo xtask build`, and name the folder it prints.";
    Err(SettingsError::new("page", problem, remedy))
}

fn locale(tag: &str) -> Result<Locale, SettingsError> {
    Locale::from_tag(tag).ok_or_else(|| {
        let problem = format!("there is no text in {tag:?}");
        SettingsError::new(
            "language",
            problem,
            "Use \"en\" or \"zh-CN\", or leave it out.",
        )
    })
}

fn host_name(name: &str) -> Result<String, SettingsError> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    if !name.is_empty() && name.bytes().all(allowed) {
        return Ok(name.to_ascii_lowercase());
    }
    let problem = format!("{name:?} is not a host name");
    Err(SettingsError::new(
        "hosts",
        problem,
        "Write the name alone: no scheme, no port, no wildcard.",
    ))
}

fn region(table: RegionTable) -> Result<Region, SettingsError> {
    let RegionTable { id, endpoint } = table;
    let well_formed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if id.is_empty() || id.len() > 64 || !id.bytes().all(well_formed) {
        let problem = format!("{id:?} is not a region id");
        return Err(SettingsError::new(
            "region.id",
            problem,
            "Write it like \"cn-north-4\".",
        ));
    }
    match (endpoint, cts_tracker::Region::find(&id)) {
        (Some(endpoint), _) => Ok(Region {
            id,
            endpoint: check_endpoint("region.endpoint", &endpoint)?,
        }),
        (None, Some(known)) => Ok(Region::from(known)),
        (None, None) => Err(SettingsError::new(
            "region.endpoint",
            format!("the address of {id:?} is not known"),
            "Add endpoint = \"https://…\" to this table.",
        )),
    }
}

/// An endpoint is scheme, host and port. Without TLS it has to be on this machine, for tests.
pub(super) fn check_endpoint(key: &str, text: &str) -> Result<String, SettingsError> {
    let wrong = |problem: &str| {
        let problem = format!("{text:?} {problem}");
        SettingsError::new(key, problem, "Write it like \"https://cts.example.com\".")
    };
    let uri: Uri = text.parse().map_err(|_| wrong("is not an address"))?;
    let authority = uri.authority().ok_or_else(|| wrong("has no host"))?;
    if authority.as_str().contains('@') {
        return Err(wrong(
            "holds a user name, which does not belong into a settings file",
        ));
    }
    if uri.path_and_query().is_some_and(|path| path != "/") {
        return Err(wrong("has a path or a query; the proxy adds the path"));
    }
    let local = is_local(authority.host());
    match uri.scheme_str() {
        Some("https") => {}
        Some("http") if local => {}
        _ => return Err(wrong("does not begin with https://")),
    }
    let scheme = uri.scheme_str().unwrap_or_default();
    // The default port is not part of the Host header that clients send.
    let standard = authority.port_u16() == Some(if scheme == "https" { 443 } else { 80 });
    let authority = if standard {
        authority.host()
    } else {
        authority.as_str()
    };
    Ok(format!("{scheme}://{}", authority.to_ascii_lowercase()))
}

fn project(table: ProjectTable) -> Result<Project, SettingsError> {
    let ProjectTable { id, name, region } = table;
    if id.len() != 32
        || !id
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    {
        let problem = format!("{id:?} is not a project id");
        let remedy = "It has 32 characters 0-9 a-f; the console shows it under My Credentials.";
        return Err(SettingsError::new("project.id", problem, remedy));
    }
    if name.trim().is_empty() {
        let problem = format!("the project {id} has no name");
        return Err(SettingsError::new(
            "project.name",
            problem,
            "Write what the page should show.",
        ));
    }
    Ok(Project { id, name, region })
}
