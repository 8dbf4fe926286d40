//! Looks at a finished page: does it keep what the build promises?

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{AtPath, Error, Result};
use crate::{compress, hashed, markup, sizes};

/// Runs every check, prints a line for each and a last line `N passed, N failed`. An error when one failed.
pub(crate) fn run(dist: &Path, budget: u64) -> Result<()> {
    let checks: [(&str, Result<()>); 5] = [
        ("first load within its budget", within_budget(dist, budget)),
        (
            "nothing inline, every reference there",
            markup_is_strict(dist),
        ),
        ("twins equal their files", twins_are_equal(dist)),
        ("hashed names fit their content", names_fit(dist)),
        ("no path of the machine in a module", no_path_is_told(dist)),
    ];
    let failed = checks
        .iter()
        .filter(|(_, outcome)| outcome.is_err())
        .count();
    for (name, outcome) in &checks {
        match outcome {
            Ok(()) => println!("page: {name} ... ok"),
            Err(error) => println!("page: {name} ... FAILED: {error}"),
        }
    }
    println!("{} passed, {failed} failed", checks.len() - failed);
    if failed == 0 {
        Ok(())
    } else {
        Err(Error::new(
            "the page does not keep its promises; see the lines above",
        ))
    }
}

fn within_budget(dist: &Path, budget: u64) -> Result<()> {
    let total = sizes::print(dist)?;
    if total <= budget {
        Ok(())
    } else {
        Err(Error::new(format!("{total} bytes are more than {budget}")))
    }
}

fn markup_is_strict(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let found = markup::inventory(&fs::read_to_string(&index).at(&index)?)?;
    if let Some(first) = found.inline.first() {
        return Err(Error::new(format!(
            "index.html has {first}, which the content security policy refuses"
        )));
    }
    for address in &found.loads {
        if address.contains("//") {
            return Err(Error::new(format!(
                "index.html loads {address} from another host"
            )));
        }
        let name = address.trim_start_matches("./").trim_start_matches('/');
        // A server may give it; a page without it is a preview.
        if name != sizes::CONFIG && !dist.join(name).is_file() {
            return Err(Error::new(format!(
                "index.html names {address}, which is not there"
            )));
        }
    }
    Ok(())
}

fn twins_are_equal(dist: &Path) -> Result<()> {
    let mut seen = 0;
    for path in files(dist)? {
        let Some(extension) = path.extension().and_then(|extension| extension.to_str()) else {
            continue;
        };
        let Some(expanded) = compress::expand(extension, &fs::read(&path).at(&path)?) else {
            continue;
        };
        let original = path.with_extension("");
        if expanded.at(&path)? != fs::read(&original).at(&original)? {
            return Err(Error::new(format!(
                "{} differs from its file",
                path.display()
            )));
        }
        seen += 1;
    }
    if seen == 0 {
        return Err(Error::new("there is no compressed file at all"));
    }
    Ok(())
}

fn names_fit(dist: &Path) -> Result<()> {
    let mut seen = 0;
    for path in files(dist)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let Some((plain, _)) = hashed::split(&name) else {
            continue;
        };
        if hashed::name(&plain, &fs::read(&path).at(&path)?) != name {
            return Err(Error::new(format!(
                "{name} has other content than its name says"
            )));
        }
        seen += 1;
    }
    if seen == 0 {
        return Err(Error::new("there is no hashed file at all"));
    }
    Ok(())
}

/// What the paths of the machine have in common on which a module was compiled.
const FOLDERS: [&[u8]; 2] = [b"/.cargo/", b"/.rustup/"];

fn no_path_is_told(dist: &Path) -> Result<()> {
    for path in files(dist)? {
        if path.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let module = fs::read(&path).at(&path)?;
        for folder in FOLDERS {
            if module.windows(folder.len()).any(|window| window == folder) {
                return Err(Error::new(format!(
                    "{} holds a path with {}",
                    path.display(),
                    String::from_utf8_lossy(folder)
                )));
            }
        }
    }
    Ok(())
}

fn files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).at(dir)? {
        let path = entry.at(dir)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests;
