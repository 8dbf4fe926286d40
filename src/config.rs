//! The settings that whoever runs the page gives in `config.json`.

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Locale, Text};

use crate::texts::notices;

/// A project with a name that people know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Project {
    pub(crate) id: String,
    pub(crate) name: String,
    /// The region it belongs to.
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
    /// It is JSON, but not an object.
    NotObject,
    /// This member has another type than it should.
    Shape(&'static str),
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
            Self::NotObject => notices::BROKEN_OBJECT,
            Self::Shape(_) => notices::BROKEN_SHAPE,
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

impl Config {
    /// Reads the text of the file. Every member is optional, unknown ones are ignored.
    ///
    /// # Errors
    ///
    /// Why the file cannot be used, with the member that is to blame.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, Fault> {
        let tree = parse(text).map_err(|_| Fault::Json)?;
        if !matches!(tree, Tree::Object(_)) {
            return Err(Fault::NotObject);
        }
        let base = match member(&tree, "proxy") {
            None => None,
            Some(proxy @ Tree::Object(_)) => {
                Some(text_in(proxy, "base", "proxy.base")?.ok_or(Fault::Shape("proxy.base"))?)
            }
            Some(_) => return Err(Fault::Shape("proxy")),
        };
        if base.as_deref().is_some_and(|base| !is_address(base)) {
            return Err(Fault::Base);
        }
        let stand_in = match member(&tree, "standIn") {
            None => false,
            Some(Tree::Boolean(stand_in)) => *stand_in,
            Some(_) => return Err(Fault::Shape("standIn")),
        };
        let language = text_in(&tree, "language", "language")?;
        Ok(Self {
            stand_in: stand_in && base.is_some(),
            base,
            regions: list(&tree, "regions")?
                .iter()
                .map(|region| {
                    region
                        .as_text()
                        .map(str::to_owned)
                        .ok_or(Fault::Shape("regions"))
                })
                .collect::<Result<_, _>>()?,
            projects: list(&tree, "projects")?
                .iter()
                .map(project)
                .collect::<Result<_, _>>()?,
            language: language.as_deref().and_then(Locale::from_tag),
            fault: None,
            settled: true,
        })
    }
}

fn project(tree: &Tree) -> Result<Project, Fault> {
    Ok(Project {
        id: text_in(tree, "id", "projects.id")?.ok_or(Fault::Shape("projects.id"))?,
        name: text_in(tree, "name", "projects.name")?.unwrap_or_default(),
        region: text_in(tree, "region", "projects.region")?.unwrap_or_default(),
    })
}

/// A member that is there and not `null`.
fn member<'t>(tree: &'t Tree, name: &str) -> Option<&'t Tree> {
    tree.get(name).filter(|value| **value != Tree::Null)
}

fn text_in(tree: &Tree, name: &str, path: &'static str) -> Result<Option<String>, Fault> {
    match member(tree, name) {
        None => Ok(None),
        Some(Tree::Text(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Fault::Shape(path)),
    }
}

fn list<'t>(tree: &'t Tree, name: &'static str) -> Result<&'t [Tree], Fault> {
    match member(tree, name) {
        None => Ok(&[]),
        Some(Tree::Array(items)) => Ok(items),
        Some(_) => Err(Fault::Shape(name)),
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
    use super::{Config, Fault, Project};

    fn with_base(base: &str) -> Result<Config, Fault> {
        let base = base.replace('\\', "\\\\");
        Config::parse(format!(r#"{{"proxy":{{"base":"{base}"}},"standIn":true}}"#).as_bytes())
    }

    #[test]
    fn a_base_is_a_path_or_an_address() {
        for base in [
            "/api",
            "/",
            "https://proxy.example/api",
            "http://127.0.0.1:8080",
        ] {
            assert_eq!(
                with_base(base).map(|config| config.base),
                Ok(Some(base.to_owned()))
            );
        }
        for base in [
            "",
            "api",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "ftp://x",
        ] {
            assert_eq!(with_base(base), Err(Fault::Base), "{base}");
        }
    }

    #[test]
    fn every_member_is_read_and_none_is_needed() {
        let text = r#"{"proxy":{"base":"/api","more":1},"regions":["cn-north-4"],"other":null,
            "projects":[{"id":"p","name":"Audit","region":"cn-north-4"},{"id":"q","name":null}],
            "language":"zh-CN","standIn":true}"#;
        let config = Config::parse(text.as_bytes()).expect("settings");
        assert!(config.stand_in && config.settled);
        assert_eq!(config.regions, ["cn-north-4"]);
        assert_eq!(
            config.language,
            Some(cts_tracker::Locale::SimplifiedChinese)
        );
        let bare = Project {
            id: "q".to_owned(),
            name: String::new(),
            region: String::new(),
        };
        assert_eq!(config.projects[1], bare);
        assert_eq!(Config::parse(b"{}"), Ok(Config::absent()));
        assert_eq!(
            Config::parse(br#"{"proxy":null,"language":"fr"}"#),
            Ok(Config::absent())
        );
    }

    #[test]
    fn without_a_proxy_there_is_nothing_to_stand_in() {
        assert_eq!(Config::parse(br#"{"standIn":true}"#), Ok(Config::absent()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, fault) in [
            ("{", Fault::Json),
            ("[1,2]", Fault::NotObject),
            ("null", Fault::NotObject),
            (r#"{"proxy":"/api"}"#, Fault::Shape("proxy")),
            (r#"{"proxy":{}}"#, Fault::Shape("proxy.base")),
            (r#"{"proxy":{"base":1}}"#, Fault::Shape("proxy.base")),
            (r#"{"regions":"cn-north-4"}"#, Fault::Shape("regions")),
            (r#"{"regions":[1]}"#, Fault::Shape("regions")),
            (r#"{"projects":{}}"#, Fault::Shape("projects")),
            (
                r#"{"projects":[{"name":"x"}]}"#,
                Fault::Shape("projects.id"),
            ),
            (
                r#"{"projects":[{"id":"x","name":1}]}"#,
                Fault::Shape("projects.name"),
            ),
            (r#"{"language":1}"#, Fault::Shape("language")),
            (r#"{"standIn":"yes"}"#, Fault::Shape("standIn")),
        ] {
            assert_eq!(Config::parse(text.as_bytes()), Err(fault), "{text}");
        }
    }
}
