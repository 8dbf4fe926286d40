//! Notices edits. The sources are some hundred files, so looking at their times a few times a second costs less than
//! a dependency that differs on every system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What has to be built again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) page: bool,
    pub(crate) proxy: bool,
}

/// What the page is made from.
const PAGE: &[&str] = &[
    "src",
    "static",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "crates/tracker",
    "crates/samples",
];

/// What the proxy is made from.
const PROXY: &[&str] = &[
    "crates/proxy",
    "crates/emulator",
    "crates/signer",
    "crates/tracker",
];

/// The state of the sources when we last looked.
pub(crate) struct Sources {
    page: Times,
    proxy: Times,
}

/// Time and length of each file.
type Times = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Sources {
    /// Takes the present state as known.
    pub(crate) fn look(root: &Path) -> Self {
        Self {
            page: times(root, PAGE),
            proxy: times(root, PROXY),
        }
    }

    /// What changed since the last look, if anything did.
    pub(crate) fn changed(&mut self, root: &Path) -> Option<Change> {
        let now = Self::look(root);
        let change = Change {
            page: now.page != self.page,
            proxy: now.proxy != self.proxy,
        };
        *self = now;
        (change.page || change.proxy).then_some(change)
    }
}

fn times(root: &Path, names: &[&str]) -> Times {
    let mut found = Times::new();
    for name in names {
        collect(&root.join(name), &mut found);
    }
    found
}

fn collect(path: &Path, found: &mut Times) {
    // A file that goes away while we look will differ at the next look.
    let Ok(metadata) = path.metadata() else {
        return;
    };
    if metadata.is_dir() {
        for entry in path.read_dir().into_iter().flatten().flatten() {
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden {
                collect(&entry.path(), found);
            }
        }
    } else {
        found.insert(
            path.to_path_buf(),
            (metadata.modified().ok(), metadata.len()),
        );
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Change, Sources};

    #[test]
    fn edits_are_told_apart() {
        let root = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        for folder in ["src", "crates/proxy", "crates/tracker"] {
            fs::create_dir_all(root.join(folder)).expect("a folder");
        }
        fs::write(root.join("src/main.rs"), "1").expect("a file");
        let mut sources = Sources::look(&root);
        let mut seen = vec![sources.changed(&root)];
        let edits = [
            "src/main.rs",
            "crates/proxy/a.rs",
            "crates/tracker/a.rs",
            "src/.swap",
            "other.txt",
        ];
        for file in edits {
            fs::write(root.join(file), "22").expect("a file");
            seen.push(sources.changed(&root));
        }
        fs::remove_file(root.join("src/main.rs")).expect("removed");
        seen.push(sources.changed(&root));
        fs::remove_dir_all(&root).expect("removed");
        let change = |page, proxy| Some(Change { page, proxy });
        assert_eq!(
            seen,
            [
                None,
                change(true, false),
                change(false, true),
                change(true, true),
                None,
                None,
                change(true, false)
            ]
        );
    }
}
