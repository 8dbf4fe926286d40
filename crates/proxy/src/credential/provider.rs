//! Gives each call its credential.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use super::slot::{Fetched, Problem, Slot};
use super::{Issued, Source, SourceKind, User, command, file, identity};
use crate::settings::{Project, Settings};
use crate::upstream::Client;

/// Holds what was fetched, for all requests together.
pub(crate) enum Provider {
    /// Keys that do not change while the program runs.
    Fixed(Arc<Issued>),
    /// Keys that are fetched.
    Keys {
        source: SourceKind,
        slot: Slot<Issued>,
    },
    /// Tokens, one for each project.
    Tokens {
        user: Arc<User>,
        places: HashMap<String, Place>,
        limit: Duration,
    },
}

/// Where the token of a project comes from, and the token.
pub(crate) struct Place {
    endpoint: String,
    slot: Slot<Issued>,
}

impl Provider {
    pub(crate) fn new(settings: &Settings, source: Source) -> Self {
        match source.kind {
            SourceKind::Keys(keys) => Self::Fixed(Arc::new(Issued::keys(keys, None))),
            SourceKind::User(user) => Self::Tokens {
                user: Arc::new(user),
                places: places(settings),
                limit: settings.upstream.total,
            },
            source => {
                let name = match &source {
                    SourceKind::File(_) => "file",
                    _ => "command",
                };
                Self::Keys {
                    source,
                    slot: Slot::new(name),
                }
            }
        }
    }

    /// The credential for a call about this project.
    pub(crate) async fn get(&self, client: &Client, project: &str) -> Result<Arc<Issued>, Problem> {
        match self {
            Self::Fixed(issued) => Ok(issued.clone()),
            Self::Keys { source, slot } => {
                let source = source.clone();
                slot.get(move || fetch(source)).await
            }
            Self::Tokens {
                user,
                places,
                limit,
            } => {
                let place = places
                    .get(project)
                    .ok_or_else(|| Problem::refused("the project is not one of the settings"))?;
                let (client, user, limit) = (client.clone(), user.clone(), *limit);
                let (endpoint, project) = (place.endpoint.clone(), project.to_owned());
                let fetch = move || identity::token(client, endpoint, user, project, limit);
                place.slot.get(fetch).await
            }
        }
    }

    /// The cloud refused this credential: the next request gets another one, if there can be one.
    pub(crate) fn give_up(&self, project: &str, issued: &Arc<Issued>) {
        match self {
            Self::Fixed(_) => {}
            Self::Keys { slot, .. } => slot.give_up(issued),
            Self::Tokens { places, .. } => {
                if let Some(place) = places.get(project) {
                    place.slot.give_up(issued);
                }
            }
        }
    }

    /// What there is at the moment, without fetching anything: each credential by its name, and the latest
    /// problem.
    pub(crate) fn state(&self) -> Vec<State> {
        let look = |name: &str, slot: &Slot<Issued>| {
            let (issued, problem) = slot.peek();
            State {
                name: name.to_owned(),
                issued,
                problem,
            }
        };
        match self {
            Self::Fixed(issued) => vec![State {
                name: "keys".to_owned(),
                issued: Some(issued.clone()),
                problem: None,
            }],
            Self::Keys { slot, .. } => vec![look("keys", slot)],
            Self::Tokens { places, .. } => places
                .iter()
                .map(|(project, place)| look(project, &place.slot))
                .collect(),
        }
    }
}

/// A credential at a moment.
pub(crate) struct State {
    /// `keys`, or the project of a token.
    pub(crate) name: String,
    /// The credential, if there is one that has not ended.
    pub(crate) issued: Option<Arc<Issued>>,
    /// Why the latest attempt to fetch one failed.
    pub(crate) problem: Option<Problem>,
}

async fn fetch(source: SourceKind) -> Result<Fetched<Issued>, Problem> {
    match source {
        SourceKind::File(path) => tokio::task::spawn_blocking(move || file::keys(&path))
            .await
            .unwrap_or_else(|_| Err(Problem::passing("reading the file failed"))),
        SourceKind::Command { command, limit } => command::keys(command, limit).await,
        SourceKind::Keys(_) | SourceKind::User(_) => {
            Err(Problem::passing("this credential is not fetched"))
        }
    }
}

fn places(settings: &Settings) -> HashMap<String, Place> {
    let place = |project: &Project| {
        let endpoint = settings.identity_endpoint(&project.region)?;
        let slot = Slot::new(format!("token of project {}", project.id));
        Some((project.id.clone(), Place { endpoint, slot }))
    };
    settings.projects.iter().filter_map(place).collect()
}
