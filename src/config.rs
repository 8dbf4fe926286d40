//! The settings that whoever runs the page gives in `config.json`.

use cts_tracker::{Locale, Text};
use serde::Deserialize;

use crate::texts::notices;

/// The file as it is written. Every member is optional, unknown ones are ignored.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Written {
    proxy: Option<Proxy>,
    regions: Vec<String>,
    projects: Vec<Project>,
    language: Option<String>,
    stand_in: bool,
}

#[derive(Debug, Deserialize)]
struct Proxy {
    base: String,
}

/// A project with a name that people know.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Project {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name: String,
    /// The region it belongs to.
    #[serde(default)]
    pub(crate) region: String,
}

/// What the page knows about how it is set up.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Config {
    /// Where the proxy listens: the beginning of its addresses. Without it nothing can be sent.
    pub(crate) base: Option<String>,
    pub(crate) regions: Vec<String>,
    pub(crate) projects: Vec<Project>,
    pub(crate) language: Option<Locale>,
    /// No cloud is touched.
    pub(crate) stand_in: bool,
    /// Why the file cannot be used.
    pub(crate) fault: Option<Fault>,
    /// Whether the file was asked for and the question is settled.
    pub(crate) settled: bool,
}

/// Why `config.json` cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The server answered with this status.
    Status(u16),
    /// It is not JSON.
    Json,
    /// It is JSON of another shape.
    Shape,
    /// `proxy.base` is no address that the page could call.
    Base,
    /// It could not be loaded.
    Network,
}

impl Fault {
    pub(crate) const fn text(self) -> Text {
        match self {
            Self::Status(_) => notices::BROKEN_STATUS,
            Self::Json => notices::BROKEN_JSON,
            Self::Shape => notices::BROKEN_SHAPE,
            Self::Base => notices::BROKEN_BASE,
            Self::Network => notices::BROKEN_NETWORK,
        }
    }
}

impl Config {
    /// There is no file: the page is a preview.
    pub(crate) fn absent() -> Self {
        Self {
            settled: true,
            ..Self::default()
        }
    }

    /// There is a file that cannot be used: the page is a preview and says why.
    pub(crate) fn broken(fault: Fault) -> Self {
        Self {
            fault: Some(fault),
            ..Self::absent()
        }
    }
}

impl From<Written> for Config {
    fn from(written: Written) -> Self {
        let base = match written.proxy {
            Some(Proxy { base }) if is_address(&base) => Some(base),
            Some(_) => return Self::broken(Fault::Base),
            None => None,
        };
        Self {
            stand_in: written.stand_in && base.is_some(),
            base,
            regions: written.regions,
            projects: written.projects,
            language: written.language.as_deref().and_then(Locale::from_tag),
            fault: None,
            settled: true,
        }
    }
}

/// Whether a text is a path of this host or an address with a host. `//host` is neither: it looks
/// like a path and leads elsewhere.
fn is_address(base: &str) -> bool {
    let path = base.starts_with('/') && !base.starts_with("//") && !base.starts_with("/\\");
    path || base.starts_with("https://") || base.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::{Config, Fault, Proxy, Written};

    fn with_base(base: &str) -> Config {
        let proxy = Some(Proxy {
            base: base.to_owned(),
        });
        Written {
            proxy,
            stand_in: true,
            ..Written::default()
        }
        .into()
    }

    #[test]
    fn a_base_is_a_path_or_an_address() {
        for base in [
            "/api",
            "/",
            "https://proxy.example/api",
            "http://127.0.0.1:8080",
        ] {
            assert_eq!(with_base(base).base.as_deref(), Some(base), "{base}");
        }
        for base in [
            "",
            "api",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "ftp://x",
        ] {
            assert_eq!(with_base(base), Config::broken(Fault::Base), "{base}");
        }
    }

    #[test]
    fn without_a_proxy_there_is_nothing_to_stand_in() {
        let config: Config = Written {
            stand_in: true,
            ..Written::default()
        }
        .into();
        assert!(!config.stand_in && config.settled && config.base.is_none());
        assert!(with_base("/api").stand_in);
    }

    #[test]
    fn an_unknown_language_is_no_language() {
        let config: Config = Written {
            language: Some("fr".to_owned()),
            ..Written::default()
        }
        .into();
        assert_eq!(config.language, None);
    }
}
