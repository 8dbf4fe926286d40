//! The folder with the tools of this user. Each tool has a folder named after its version, so clones of different age
//! do not disturb each other.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::failure::{About, Failure, Result};

/// A folder of the cache, made where needed. `parts` are names below the cache's root.
pub(crate) fn folder(parts: &[&str]) -> Result<PathBuf> {
    let path = parts.iter().fold(root()?, |path, part| path.join(part));
    std::fs::create_dir_all(&path).about(path.display())?;
    Ok(path)
}

/// The cache's root: `$CTS_XTASK_CACHE`, else `$XDG_CACHE_HOME/cts-tracker-form`, else `~/.cache/cts-tracker-form`.
pub(crate) fn root() -> Result<PathBuf> {
    let set = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("CTS_XTASK_CACHE")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join("cts-tracker-form")))
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache").join("cts-tracker-form")))
        .ok_or_else(|| {
            Failure::new("there is no home folder to keep tools in")
                .remedy("Set CTS_XTASK_CACHE to a folder.")
        })
}

/// A short name for a content. The standard library does not promise that it stays the same between releases of Rust;
/// a change costs one more installation and nothing else.
pub(crate) fn key(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Remembers in `folder` for which content something was installed there.
pub(crate) struct Mark {
    file: PathBuf,
    key: String,
}

impl Mark {
    /// `content` is what the installation depends on, usually a lock file.
    pub(crate) fn new(folder: &Path, content: &[u8]) -> Self {
        Self {
            file: folder.join(".installed-for"),
            key: key(content),
        }
    }

    /// Whether it was installed for this content.
    pub(crate) fn is_set(&self) -> bool {
        std::fs::read_to_string(&self.file).is_ok_and(|text| text == self.key)
    }

    /// To be called when the installation is complete, so that a broken one is repeated.
    pub(crate) fn set(&self) -> Result<()> {
        std::fs::write(&self.file, &self.key).about(self.file.display())
    }
}

#[cfg(test)]
mod tests {
    use super::Mark;

    #[test]
    fn a_mark_holds_for_one_content() {
        let folder = std::env::temp_dir().join(format!("xtask-mark-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let first = Mark::new(&folder, b"lock 1");
        let before = first.is_set();
        first.set().expect("set");
        let outcome = (
            before,
            first.is_set(),
            Mark::new(&folder, b"lock 2").is_set(),
        );
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(outcome, (false, true, false));
    }
}
