//! What the links of `index.html` ask for besides the program: style sheets, scripts, icons, copied files.

use std::fs;
use std::path::Path;

use crate::error::{AtPath, Error, Result};
use crate::hashed;
use crate::markup::Link;
use crate::output::Output;
use crate::page::{attributes, link_markup};
use crate::tools::{Language, Tools};

/// The file that an administrator edits where the page is served. A twin would keep the old content.
const EDITED_IN_PLACE: &str = "config.json";

/// Does what a link asks for and returns the markup that takes its place.
pub(crate) fn place(
    link: &Link,
    source: &Path,
    minifier: Option<&Tools>,
    output: &mut Output,
) -> Result<String> {
    let path = source.join(&link.href);
    match link.rel.as_str() {
        "css" => {
            let mut text = fs::read(&path).at(&path)?;
            if let Some(tools) = minifier {
                text = tools.minify(&text, Language::Css)?;
            }
            hash_and_link("stylesheet", &path, &text, link, output)
        }
        "script" => {
            let mut text = fs::read(&path).at(&path)?;
            if let Some(tools) = minifier {
                text = tools.minify(&text, Language::JavaScript)?;
            }
            let name = hashed::name(file_name(&path)?, &text);
            output.write(&name, &text)?;
            Ok(format!(
                "<script src=\"./{name}\"{}></script>",
                attributes(link)
            ))
        }
        "icon" => {
            let picture = fs::read(&path).at(&path)?;
            hash_and_link("icon", &path, &picture, link, output)
        }
        "copy-file" => {
            let target =
                Path::new(link.target_path.as_deref().unwrap_or("")).join(file_name(&path)?);
            copy(&path, &target, output)?;
            Ok(String::new())
        }
        "copy-dir" => {
            let target = match &link.target_path {
                Some(target) => Path::new(target).to_path_buf(),
                None => Path::new(file_name(&path)?).to_path_buf(),
            };
            copy_folder(&path, &target, output)?;
            Ok(String::new())
        }
        other => Err(Error::new(format!(
            "index.html: rel=\"{other}\" is not known to this build; known are rust, css, icon, copy-file and copy-dir, and scripts"
        ))),
    }
}

fn hash_and_link(
    rel: &str,
    path: &Path,
    content: &[u8],
    link: &Link,
    output: &mut Output,
) -> Result<String> {
    let name = hashed::name(file_name(path)?, content);
    output.write(&name, content)?;
    Ok(link_markup(rel, &name, link))
}

fn copy(from: &Path, to: &Path, output: &mut Output) -> Result<()> {
    let content = fs::read(from).at(from)?;
    if to.ends_with(EDITED_IN_PLACE) {
        output.write_plain(to, &content)
    } else {
        output.write(to, &content)
    }
}

fn copy_folder(from: &Path, to: &Path, output: &mut Output) -> Result<()> {
    for entry in fs::read_dir(from).at(from)? {
        let path = entry.at(from)?.path();
        let target = to.join(file_name(&path)?);
        if path.is_dir() {
            copy_folder(&path, &target, output)?;
        } else {
            copy(&path, &target, output)?;
        }
    }
    Ok(())
}

fn file_name(path: &Path) -> Result<&str> {
    path.file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(|| Error::new(format!("index.html: {} names no file", path.display())))
}

#[cfg(test)]
mod tests;
