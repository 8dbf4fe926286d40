//! The style sheets of `index.html` as one: one request, and repetitions across them compress away. Those that are loaded
//! late are a second one.

use std::fs;
use std::path::Path;

use crate::error::{AtPath, Result};
use crate::hashed;
use crate::markup::{self, Link};
use crate::output::Output;
use crate::page::link_markup;
use crate::tools::{Language, Tools};

/// The sheets of the page, joined in the order of their links.
pub(crate) struct Sheets {
    /// `None` once the link is written.
    joined: Option<Vec<u8>>,
    late: Vec<u8>,
}

impl Sheets {
    /// Reads the sheets. A link with attributes of its own, for instance `media`, stays apart. Without a minifier the page
    /// has to be there fast, and nothing is late.
    pub(crate) fn gather(html: &str, source: &Path, minifier: Option<&Tools>) -> Result<Self> {
        let [mut joined, mut late] = [Vec::new(), Vec::new()];
        markup::rewrite(html, false, |link| {
            if Self::holds(link) {
                let path = source.join(&link.href);
                let text = fs::read(&path).at(&path)?;
                let sheet = if link.late && minifier.is_some() {
                    &mut late
                } else {
                    &mut joined
                };
                sheet.extend_from_slice(&match minifier {
                    Some(tools) => tools.minify(&text, Language::Css)?,
                    None => text,
                });
            }
            Ok(String::new())
        })?;
        Ok(Self {
            joined: Some(joined),
            late,
        })
    }

    /// Writes the sheet that is loaded late and returns its name, if there is one.
    pub(crate) fn write_late(&self, output: &mut Output) -> Result<Option<String>> {
        if self.late.is_empty() {
            return Ok(None);
        }
        let name = hashed::name("late.css", &self.late);
        output.write(&name, &self.late)?;
        Ok(Some(name))
    }

    /// Whether a link asks for one of these sheets.
    pub(crate) fn holds(link: &Link) -> bool {
        link.rel == "css" && link.kept.is_empty()
    }

    /// Writes the sheet and returns its link for the first of the links, nothing for the others.
    pub(crate) fn place(&mut self, link: &Link, output: &mut Output) -> Result<String> {
        let Some(sheet) = self.joined.take() else {
            return Ok(String::new());
        };
        let name = hashed::name("style.css", &sheet);
        output.write(&name, &sheet)?;
        Ok(link_markup("stylesheet", &name, link))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Sheets;
    use crate::markup;
    use crate::output::Output;

    #[test]
    fn plain_sheets_are_one_in_their_order_and_others_stay_apart() {
        let dir = std::env::temp_dir().join(format!("page-bundler-sheets-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder");
        for name in ["b", "a", "print"] {
            fs::write(dir.join(format!("{name}.css")), format!(".{name}{{}}\n")).expect("a file");
        }
        let html = r#"<link data-trunk rel="css" href="b.css"><p></p><link data-trunk rel="css" href="print.css" media="print"><link data-trunk rel="css" href="a.css">"#;
        let mut sheets = Sheets::gather(html, &dir, None).expect("gathered");
        let mut output = Output::open(&dir.join("dist"), false).expect("opened");
        let page = markup::rewrite(html, false, |link| {
            if Sheets::holds(link) {
                sheets.place(link, &mut output)
            } else {
                Ok("<apart>".to_owned())
            }
        });
        let name = fs::read_dir(dir.join("dist"))
            .expect("readable")
            .map(|entry| entry.expect("an entry").file_name())
            .next();
        let name = name.expect("a sheet").into_string().expect("a plain name");
        let sheet = fs::read_to_string(dir.join("dist").join(&name)).expect("the sheet");
        fs::remove_dir_all(&dir).expect("removed");
        assert_eq!(sheet, ".b{}\n.a{}\n");
        assert_eq!(
            page.expect("rewritten"),
            format!("<link rel=\"stylesheet\" href=\"./{name}\"><p></p><apart>")
        );
    }

    #[test]
    fn a_sheet_that_is_not_there_is_named() {
        let html = r#"<link data-trunk rel="css" href="none.css">"#;
        let error = Sheets::gather(html, &std::env::temp_dir(), None).err();
        let error = error.expect("an error").to_string();
        assert!(error.contains("none.css"), "{error}");
    }
}
