//! The settings of the proxy: read, checked, and complete before anything starts.

mod audit;
mod callers;
mod credential;
mod environment;
mod error;
mod file;
mod limits;
mod openid;
mod policy;
mod stop;
mod telemetry;
mod tokens;
mod upstream;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use axum::http::Uri;
use cts_tracker::{Locale, REGIONS};

pub use self::audit::{AuditPlace, AuditSettings};
pub use self::callers::{Callers, HeaderCallers};
pub use self::credential::CredentialSettings;
pub use self::environment::credentials;
pub use self::error::SettingsError;
pub use self::limits::Limits;
pub use self::openid::OpenIdConnect;
pub(crate) use self::openid::is_secure;
pub use self::stop::StopSettings;
pub use self::telemetry::{TelemetrySettings, TraceSettings};
pub use self::tokens::Token;
pub(crate) use self::tokens::read as read_tokens;
pub use self::upstream::{ForwardProxy, UpstreamSettings};
use crate::policy::Policies;
use crate::upstream::address::{Addresses, literal};

/// What the proxy does and for whom. Made by [`Settings::read`], which checks everything.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// Where it listens: a loopback address unless callers are known.
    pub listen: SocketAddr,
    /// The folder with the built page.
    pub page: Option<PathBuf>,
    /// The language the page starts in, when it is not the browser's.
    pub language: Option<Locale>,
    /// Names besides those of loopback under which the proxy may be called, in lower case.
    pub hosts: Vec<String>,
    /// The regions, each with its endpoint.
    pub regions: Vec<Region>,
    /// The projects, each in one of the regions.
    pub projects: Vec<Project>,
    /// How callers are known.
    pub callers: Callers,
    /// How much is taken of callers.
    pub limits: Limits,
    /// Where the audit log is kept.
    pub audit: Option<AuditSettings>,
    /// Who may do what.
    pub policies: Policies,
    /// What it tells about itself.
    pub telemetry: TelemetrySettings,
    /// Whether the tracker is read before an update; unset, when something needs it.
    pub read_before_update: Option<bool>,
    /// How the cloud is reached.
    pub upstream: UpstreamSettings,
    /// How it ends.
    pub stop: StopSettings,
    /// Where the credential comes from, when it is not in the environment.
    pub credential: Option<CredentialSettings>,
    /// Whether the cloud is the embedded stand-in.
    pub stand_in: bool,
}

/// A region of the cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// The id, for instance `cn-north-4`.
    pub id: String,
    /// Scheme and authority of the CTS endpoint, without a slash at the end.
    pub endpoint: String,
}

impl Region {
    /// Host and port of the endpoint, as in the `Host` header.
    pub(crate) fn authority(&self) -> &str {
        self.endpoint
            .split_once("://")
            .map_or("", |(_, authority)| authority)
    }
}

/// A project of the cloud.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// The id, 32 characters `0-9 a-f`.
    pub id: String,
    /// What the page calls it.
    pub name: String,
    /// The id of its region.
    pub region: String,
}

impl Settings {
    /// Reads the text of a settings file; an empty text gives the defaults. `no_keys` says that there are no keys
    /// in the environment: unless the file tells where the credential comes from, the cloud is then the embedded
    /// stand-in, and regions and projects have defaults too.
    ///
    /// # Errors
    /// The first setting that is wrong, by its key, with what to do.
    pub fn read(text: &str, no_keys: bool) -> Result<Self, SettingsError> {
        let mut settings = file::read(text)?;
        if settings.credential.is_some() && !no_keys {
            return Err(SettingsError::new(
                "credential",
                "there are keys in the environment too",
                "Unset CLOUD_SDK_AK and CLOUD_SDK_SK, or remove the table.",
            ));
        }
        settings.stand_in = no_keys && settings.credential.is_none();
        if settings.stand_in && settings.regions.is_empty() && settings.projects.is_empty() {
            settings.regions = REGIONS.iter().map(Region::from).collect();
            settings.projects = stand_in_projects();
        }
        settings.complete()?;
        Ok(settings)
    }

    /// Takes another address to listen on, from the command line.
    ///
    /// # Errors
    /// When it is not a loopback address and callers are not known.
    pub fn listen_on(&mut self, address: SocketAddr) -> Result<(), SettingsError> {
        callers::reach(address, &self.callers)?;
        self.listen = address;
        Ok(())
    }

    /// Takes another folder for the page, from the command line.
    ///
    /// # Errors
    /// When it holds no page.
    pub fn serve_page(&mut self, folder: PathBuf) -> Result<(), SettingsError> {
        file::page(&folder)?;
        self.page = Some(folder);
        Ok(())
    }

    fn complete(&self) -> Result<(), SettingsError> {
        callers::reach(self.listen, &self.callers)?;
        policy::fit(self)?;
        if self.regions.is_empty() {
            return Err(SettingsError::new(
                "region",
                "no region is set",
                "Add a table [[region]] with an id, for instance id = \"cn-north-4\".",
            ));
        }
        if self.projects.is_empty() {
            return Err(SettingsError::new(
                "project",
                "no project is set",
                "Add a table [[project]] with id, name and region.",
            ));
        }
        for region in &self.regions {
            self.reachable("region.endpoint", &region.endpoint)?;
        }
        for project in &self.projects {
            if !self
                .regions
                .iter()
                .any(|region| region.id == project.region)
            {
                return Err(SettingsError::new(
                    "project.region",
                    format!("{:?} is not one of the regions", project.region),
                    "Add a table [[region]] with this id.",
                ));
            }
        }
        if let Some(CredentialSettings::User { endpoint, .. }) = &self.credential {
            for project in &self.projects {
                if self.identity_endpoint(&project.region).is_none() {
                    return Err(SettingsError::new(
                        "credential.iam_endpoint",
                        format!("the identity service of {:?} is not known", project.region),
                        "Add iam_endpoint = \"https://…\" to the table.",
                    ));
                }
            }
            if let Some(endpoint) = endpoint {
                self.reachable("credential.iam_endpoint", endpoint)?;
            }
        }
        Ok(())
    }

    /// An endpoint that is an address has to be one that may be dialled. What a name resolves to is looked at when
    /// it is dialled.
    fn reachable(&self, key: &str, endpoint: &str) -> Result<(), SettingsError> {
        let uri: Option<Uri> = endpoint.parse().ok();
        let host = uri.as_ref().and_then(Uri::host).unwrap_or_default();
        let Some(address) = literal(host) else {
            return Ok(());
        };
        Addresses::new(self.upstream.allow_addresses.clone())
            .check(host, address)
            .map_err(|error| {
                let remedy = "Add the address to upstream.allow_addresses, if it is meant.";
                SettingsError::new(key, error.to_string(), remedy)
            })
    }

    /// The address of the identity service for the projects of a region: the one of the settings, else the
    /// published one. `None` when neither is known.
    pub(crate) fn identity_endpoint(&self, region: &str) -> Option<String> {
        if let Some(CredentialSettings::User {
            endpoint: Some(endpoint),
            ..
        }) = &self.credential
        {
            return Some(endpoint.clone());
        }
        // The published addresses differ in the name of the service only.
        let known = cts_tracker::Region::find(region)?;
        let region = self.regions.iter().find(|other| other.id == region)?;
        let host = known.cts_endpoint.strip_prefix("https://cts.")?;
        (region.endpoint == known.cts_endpoint).then(|| format!("https://iam.{host}"))
    }

    /// Every address that requests may go to.
    pub(crate) fn endpoints(&self) -> impl Iterator<Item = String> {
        let regions = self.regions.iter().map(|region| region.endpoint.clone());
        let is_user = matches!(self.credential, Some(CredentialSettings::User { .. }));
        let identity = self
            .projects
            .iter()
            .filter(move |_| is_user)
            .filter_map(|project| self.identity_endpoint(&project.region));
        regions.chain(identity)
    }

    fn empty() -> Self {
        let upstream = UpstreamSettings::default();
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            page: None,
            language: None,
            hosts: Vec::new(),
            regions: Vec::new(),
            projects: Vec::new(),
            callers: Callers::Nobody,
            limits: Limits::default(),
            audit: None,
            policies: Policies::default(),
            telemetry: TelemetrySettings::default(),
            read_before_update: None,
            stop: StopSettings::after(upstream.total),
            upstream,
            credential: None,
            stand_in: false,
        }
    }

    /// Whether the tracker has to be read before an update.
    pub(crate) fn reads_before_update(&self) -> bool {
        self.read_before_update.unwrap_or(self.audit.is_some())
    }
}

impl From<&cts_tracker::Region> for Region {
    fn from(region: &cts_tracker::Region) -> Self {
        Self {
            id: region.id.to_owned(),
            endpoint: region.cts_endpoint.to_owned(),
        }
    }
}

/// Projects to try things out with.
fn stand_in_projects() -> Vec<Project> {
    [
        (
            "0123456789abcdef0123456789abcdef",
            "Stand-in Beijing",
            "cn-north-4",
        ),
        (
            "fedcba9876543210fedcba9876543210",
            "Stand-in Singapore",
            "ap-southeast-3",
        ),
    ]
    .map(|(id, name, region)| Project {
        id: id.into(),
        name: name.into(),
        region: region.into(),
    })
    .into()
}
