//! What a browser loads before the page can be used, and how many bytes that is.

use std::fs;
use std::path::Path;

use crate::error::{AtPath, Result};
use crate::{compress, markup};

/// One file of the first load.
pub(crate) struct Loaded {
    /// Path below the page's folder.
    pub(crate) name: String,
    /// Bytes as they are, as gzip and as brotli.
    pub(crate) plain: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
}

/// What whoever runs the page says about it.
pub(crate) const CONFIG: &str = "config.json";

/// `index.html`, all it refers to, and `config.json`, which the program reads before it shows anything.
pub(crate) fn first_load(dist: &Path) -> Result<Vec<Loaded>> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).at(&index)?;
    let mut names = vec!["index.html".to_owned()];
    for address in markup::inventory(&html)?.loads {
        let name = address
            .trim_start_matches("./")
            .trim_start_matches('/')
            .to_owned();
        if !name.contains(':') && !names.contains(&name) && name != CONFIG {
            names.push(name);
        }
    }
    // The server gives it, if there is one.
    if dist.join(CONFIG).is_file() {
        names.push(CONFIG.to_owned());
    }
    names.into_iter().map(|name| measure(dist, name)).collect()
}

/// The parts of the program that are loaded when the page is there, the modules that are loaded when they are needed, and
/// their scripts.
fn later(dist: &Path) -> Result<Vec<Loaded>> {
    let first: Vec<String> = first_load(dist)?
        .into_iter()
        .map(|file| file.name)
        .collect();
    let mut names: Vec<String> = fs::read_dir(dist)
        .at(dist)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            let extension = Path::new(name).extension();
            extension.is_some_and(|extension| extension == "wasm" || extension == "js")
        })
        .filter(|name| !first.contains(name))
        .collect();
    names.sort();
    names.into_iter().map(|name| measure(dist, name)).collect()
}

fn measure(dist: &Path, name: String) -> Result<Loaded> {
    let path = dist.join(&name);
    let content = fs::read(&path).at(&path)?;
    let plain = content.len() as u64;
    // A server sends the smaller form, so a file that does not shrink counts as it is.
    let gzip = plain.min(compress::gzip(&content)?.len() as u64);
    let brotli = plain.min(compress::brotli(&content)?.len() as u64);
    Ok(Loaded {
        name,
        plain,
        gzip,
        brotli,
    })
}

/// Prints the table and returns the sum of the brotli column.
pub(crate) fn print(dist: &Path) -> Result<u64> {
    let files = first_load(dist)?;
    println!(
        "{:<44} {:>9} {:>9} {:>9}",
        "first load", "bytes", "gzip", "brotli"
    );
    for file in &files {
        println!(
            "{:<44} {:>9} {:>9} {:>9}",
            file.name, file.plain, file.gzip, file.brotli
        );
    }
    for part in later(dist)? {
        println!(
            "{:<44} {:>9} {:>9} {:>9}",
            format!("later: {}", part.name),
            part.plain,
            part.gzip,
            part.brotli
        );
    }
    let sum = |column: fn(&Loaded) -> u64| files.iter().map(column).sum::<u64>();
    let total = sum(|file| file.brotli);
    println!(
        "{:<44} {:>9} {:>9} {:>9}",
        "together",
        sum(|file| file.plain),
        sum(|file| file.gzip),
        total
    );
    Ok(total)
}
