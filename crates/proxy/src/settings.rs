//! The settings of the proxy: read, checked, and complete before anything starts.

mod callers;
mod environment;
mod error;
mod file;
mod limits;
mod tokens;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use cts_tracker::{Locale, REGIONS};

pub use self::callers::{Callers, HeaderCallers};
pub use self::environment::credentials;
pub use self::error::SettingsError;
pub use self::limits::Limits;
pub use self::tokens::Token;

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
    /// How long to wait for the cloud.
    pub timeouts: Timeouts,
    /// Whether the tracker is read before an update; unset, when something needs it.
    pub read_before_update: Option<bool>,
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

/// How long to wait for the cloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// For a connection.
    pub connect: Duration,
    /// For the whole call.
    pub total: Duration,
}

impl Settings {
    /// Reads the text of a settings file; an empty text gives the defaults. `stand_in` says that there is no
    /// credential: then regions and projects have defaults too.
    ///
    /// # Errors
    /// The first setting that is wrong, by its key, with what to do.
    pub fn read(text: &str, stand_in: bool) -> Result<Self, SettingsError> {
        let mut settings = file::read(text)?;
        settings.stand_in = stand_in;
        if stand_in && settings.regions.is_empty() && settings.projects.is_empty() {
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
        Ok(())
    }

    fn empty() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            page: None,
            language: None,
            hosts: Vec::new(),
            regions: Vec::new(),
            projects: Vec::new(),
            callers: Callers::Nobody,
            limits: Limits::default(),
            timeouts: Timeouts {
                connect: Duration::from_secs(5),
                total: Duration::from_secs(30),
            },
            read_before_update: None,
            stand_in: false,
        }
    }

    /// Whether the tracker has to be read before an update.
    pub(crate) fn reads_before_update(&self) -> bool {
        self.read_before_update.unwrap_or(false)
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
