//! The folder of the page while it is being written.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::compress;
use crate::error::{AtPath, Result};

/// Writes files and afterwards removes what an earlier build left. A page that is being served stays whole: new
/// hashed files come first, `index.html` that names them comes last, and only then the old ones go.
pub(crate) struct Output {
    dir: PathBuf,
    twins: bool,
    written: BTreeSet<PathBuf>,
}

impl Output {
    /// Opens the folder, making it where needed. With `twins`, files that shrink get `.br` and `.gz` beside them.
    pub(crate) fn open(dir: &Path, twins: bool) -> Result<Self> {
        fs::create_dir_all(dir).at(dir)?;
        Ok(Self {
            dir: dir.to_path_buf(),
            twins,
            written: BTreeSet::new(),
        })
    }

    /// Writes a file with its twins.
    pub(crate) fn write(&mut self, name: impl AsRef<Path>, content: &[u8]) -> Result<()> {
        let name = name.as_ref();
        self.put(name, content)?;
        if self.twins && compress::is_worthwhile(name) {
            for (extension, twin) in compress::twins(content)? {
                if twin.len() < content.len() {
                    let mut file = name.as_os_str().to_owned();
                    file.push(extension);
                    self.put(Path::new(&file), &twin)?;
                }
            }
        }
        Ok(())
    }

    /// Writes a file without twins: one that people edit where it is served.
    pub(crate) fn write_plain(&mut self, name: impl AsRef<Path>, content: &[u8]) -> Result<()> {
        self.put(name.as_ref(), content)
    }

    /// The files written so far, twins included, by their paths below the folder.
    pub(crate) fn names(&self) -> Vec<String> {
        self.written
            .iter()
            .filter_map(|path| path.strip_prefix(&self.dir).ok()?.to_str())
            .map(|path| path.replace('\\', "/"))
            .collect()
    }

    fn put(&mut self, name: &Path, content: &[u8]) -> Result<()> {
        let path = self.dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).at(parent)?;
        }
        // A file that did not change keeps its time, so that caches of servers stay warm.
        if fs::read(&path).is_ok_and(|old| old == content) {
            self.written.insert(path);
            return Ok(());
        }
        // Written beside and renamed, so that a server never reads half a file.
        let mut fresh = path.as_os_str().to_owned();
        fresh.push(".new");
        let fresh = PathBuf::from(fresh);
        fs::write(&fresh, content).at(&fresh)?;
        fs::rename(&fresh, &path).at(&path)?;
        self.written.insert(path);
        Ok(())
    }

    /// Removes every file that this build did not write.
    pub(crate) fn finish(self) -> Result<()> {
        remove_others(&self.dir, &self.written)
    }
}

fn remove_others(dir: &Path, keep: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(dir).at(dir)? {
        let path = entry.at(dir)?.path();
        if path.is_dir() {
            remove_others(&path, keep)?;
            // Fails when something is left in it, which is what should happen then.
            let _ = fs::remove_dir(&path);
        } else if !keep.contains(&path) {
            fs::remove_file(&path).at(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Output;

    #[test]
    fn what_an_earlier_build_left_is_removed() {
        let dir = std::env::temp_dir().join(format!("page-bundler-output-{}", std::process::id()));
        fs::create_dir_all(dir.join("old")).expect("a folder");
        fs::write(dir.join("old/a.txt"), "a").expect("a file");
        fs::write(dir.join("b.css.br"), "b").expect("a file");
        let mut output = Output::open(&dir, true).expect("opened");
        let text = "body { color: red } ".repeat(20);
        output.write("b.css", text.as_bytes()).expect("written");
        output
            .write_plain("config.json", text.as_bytes())
            .expect("written");
        output.finish().expect("finished");
        let mut names: Vec<_> = fs::read_dir(&dir)
            .expect("readable")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .into_string()
                    .expect("a plain name")
            })
            .collect();
        names.sort();
        fs::remove_dir_all(&dir).expect("removed");
        assert_eq!(names, ["b.css", "b.css.br", "b.css.gz", "config.json"]);
    }
}
