//! From options, settings file and environment to a proxy; at the start and at each reload.

use std::env;
use std::error::Error;
use std::fs;

use cts_proxy::{Live, Proxy, Settings, SettingsError, Source, StandIn, credentials};
use tracing::{info, warn};

use crate::options::Options;

/// What the proxy works with.
pub(crate) struct Setup {
    options: Options,
    /// Kept until the end: the stand-in stops when it is dropped.
    stand_in: Option<StandIn>,
}

impl Setup {
    pub(crate) fn new(options: Options) -> Self {
        Self {
            options,
            stand_in: None,
        }
    }

    /// Whether the settings are only to be checked.
    pub(crate) fn only_checks(&self) -> bool {
        self.options.check_config
    }

    /// Reads everything and says what is wrong. There is no source when the stand-in is the cloud.
    pub(crate) fn read(&self) -> Result<(Settings, Option<Source>), Box<dyn Error>> {
        let variable = |name: &str| env::var(name).ok();
        let keys = credentials(variable)?;
        let settings = settings(&self.options, keys.is_none())?;
        let source = match &settings.credential {
            Some(table) => Some(Source::open(table, variable)?),
            None => keys.map(Source::from),
        };
        Ok((settings, source))
    }

    /// Makes the proxy. Without a credential the stand-in is started and takes the place of the cloud.
    pub(crate) async fn start(
        &mut self,
        mut settings: Settings,
        source: Option<Source>,
    ) -> Result<Live, Box<dyn Error>> {
        let source = if let Some(source) = source {
            for region in &settings.regions {
                info!(
                    region = region.id,
                    endpoint = region.endpoint,
                    "forwards to"
                );
            }
            source
        } else {
            let stand_in = StandIn::start().await?;
            stand_in.redirect(&mut settings);
            warn!(
                "no credential is set: requests go to the embedded stand-in, no cloud is touched"
            );
            let source = stand_in.credentials().clone().into();
            self.stand_in = Some(stand_in);
            source
        };
        if settings.page.is_none() {
            warn!("no page is set: only config.json and the calls are served; see --page");
        }
        Ok(Live::new(Proxy::new(settings, source)?))
    }

    /// Reads everything anew. What is wrong is logged, and then nothing changes.
    pub(crate) fn reload(&self, live: &Live) {
        match self.replace(live) {
            Ok(()) => info!("new settings"),
            // A settings error names the key.
            Err(error) => warn!(%error, "the new settings are wrong, the old ones stay"),
        }
    }

    fn replace(&self, live: &Live) -> Result<(), Box<dyn Error>> {
        let (mut settings, source) = self.read()?;
        let source = match (source, &self.stand_in) {
            (Some(source), None) => source,
            (None, Some(stand_in)) => {
                stand_in.redirect(&mut settings);
                stand_in.credentials().clone().into()
            }
            (Some(_), Some(_)) | (None, None) => {
                let problem = "credential: whether the stand-in is the cloud cannot change while the proxy runs. \
                               Start it anew.";
                return Err(problem.into());
            }
        };
        Ok(live.reload(settings, source)?)
    }
}

/// The settings file with the options applied.
fn settings(options: &Options, no_keys: bool) -> Result<Settings, Box<dyn Error>> {
    let text = match &options.config {
        Some(path) => fs::read_to_string(path)
            .map_err(|error| format!("--config: {} cannot be read: {error}", path.display()))?,
        None => String::new(),
    };
    let mut settings =
        Settings::read(&text, no_keys).map_err(|error: SettingsError| match &options.config {
            Some(path) => format!("{}: {error}", path.display()),
            None if no_keys => error.to_string(),
            None => format!("{error} Name a settings file with --config."),
        })?;
    if let Some(address) = options.listen {
        settings.listen_on(address)?;
    }
    if let Some(folder) = &options.page {
        settings.serve_page(folder.clone())?;
    }
    Ok(settings)
}
