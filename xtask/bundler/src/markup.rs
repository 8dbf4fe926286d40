//! `index.html` as Trunk writes it down: elements with `data-trunk` are instructions, all else stays as it is.
//!
//! The meaning of the attributes is Trunk's: <https://trunk-rs.github.io/trunk/assets/>.

use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

use crate::error::{Error, Result};

/// One instruction: `<link data-trunk rel="…" href="…">` or `<script data-trunk src="…">`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// What to do: `rust`, `css`, `icon`, `copy-file`, `copy-dir`; `script` for a script.
    pub(crate) rel: String,
    /// The source, relative to the folder of `index.html`. Empty where Trunk allows that.
    pub(crate) href: String,
    /// `data-target-path`: the folder below the page's folder that a copy goes to.
    pub(crate) target_path: Option<String>,
    /// `data-late`: what it names is loaded when the page is there. Trunk knows no such thing and has it at once.
    pub(crate) late: bool,
    /// Attributes that go with the link into the page (`type`, `sizes`, `media` …), in order.
    pub(crate) kept: Vec<(String, String)>,
}

impl Link {
    fn read(element: &Element<'_, '_>) -> Result<Self> {
        let tag = element.tag_name();
        let address = match tag.as_str() {
            "link" => "href",
            "script" => "src",
            other => {
                return Err(Error::new(format!(
                    "index.html: <{other} data-trunk> is not known to this build; only <link data-trunk> and <script data-trunk> are"
                )));
            }
        };
        let value = |name| element.get_attribute(name);
        let kept = element
            .attributes()
            .iter()
            .map(|attribute| (attribute.name(), attribute.value()))
            .filter(|(name, _)| !name.starts_with("data-") && name != "rel" && name != address)
            .collect();
        Ok(Self {
            rel: if tag == "script" {
                tag
            } else {
                value("rel").unwrap_or_default()
            },
            href: value(address).unwrap_or_default(),
            target_path: value("data-target-path"),
            late: element.has_attribute("data-late"),
            kept,
        })
    }
}

/// Replaces each instruction by the markup that `replace` returns, in document order. With `strip_comments` the
/// comments go as well: they are for people who read the source.
pub(crate) fn rewrite(
    html: &str,
    strip_comments: bool,
    mut replace: impl FnMut(&Link) -> Result<String>,
) -> Result<String> {
    let mut settings = RewriteStrSettings::new().append_element_content_handler(element!(
        "[data-trunk]",
        |element| {
            let markup = replace(&Link::read(element)?)?;
            element.replace(&markup, ContentType::Html);
            Ok(())
        }
    ));
    if strip_comments {
        settings = settings.append_document_content_handler(doc_comments!(|comment| {
            comment.remove();
            Ok(())
        }));
    }
    rewrite_str(html, settings).map_err(|error| Error::new(error.to_string()))
}

/// What a finished page refers to and what a strict content security policy would refuse in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Inventory {
    /// Addresses that the browser loads with the page, as written.
    pub(crate) loads: Vec<String>,
    /// Inline scripts, styles and handlers, described.
    pub(crate) inline: Vec<String>,
}

/// Reads a finished page.
pub(crate) fn inventory(html: &str) -> Result<Inventory> {
    let mut found = Inventory::default();
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!("*", |element| {
            look_at(element, &mut found);
            Ok(())
        }));
    rewrite_str(html, settings).map_err(|error| Error::new(error.to_string()))?;
    Ok(found)
}

fn look_at(element: &Element<'_, '_>, found: &mut Inventory) {
    let tag = element.tag_name();
    match tag.as_str() {
        "script" if !element.has_attribute("src") => {
            found.inline.push("<script> without src".to_owned());
        }
        "style" => found.inline.push("<style>".to_owned()),
        "script" | "img" => found.loads.extend(element.get_attribute("src")),
        "link" => {
            let rel = element.get_attribute("rel").unwrap_or_default();
            let loads = ["stylesheet", "modulepreload", "preload", "icon", "manifest"];
            if rel
                .split_ascii_whitespace()
                .any(|word| loads.contains(&word))
            {
                found.loads.extend(element.get_attribute("href"));
            }
        }
        _ => {}
    }
    for attribute in element.attributes() {
        let name = attribute.name();
        if name == "style" || name.starts_with("on") {
            found.inline.push(format!("<{tag} {name}=…>"));
        }
    }
}

#[cfg(test)]
mod tests;
