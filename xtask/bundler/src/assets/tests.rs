use std::fs;
use std::path::PathBuf;

use super::place;
use crate::markup::Link;
use crate::output::Output;

struct Folders(PathBuf);

impl Folders {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("page-bundler-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("static/sub")).expect("a folder");
        fs::write(root.join("static/style.css"), "a{}").expect("a file");
        fs::write(root.join("static/config.json"), "{}".repeat(100)).expect("a file");
        fs::write(root.join("static/sub/a.txt"), "aaaa".repeat(100)).expect("a file");
        Self(root)
    }

    fn place(
        &self,
        rel: &str,
        href: &str,
        target_path: Option<&str>,
    ) -> crate::error::Result<String> {
        let link = Link {
            rel: rel.to_owned(),
            href: href.to_owned(),
            target_path: target_path.map(str::to_owned),
            late: false,
            kept: vec![("media".to_owned(), "print".to_owned())],
        };
        let mut output = Output::open(&self.0.join("dist"), true)?;
        place(&link, &self.0, None, &mut output)
    }

    fn has(&self, path: &str) -> bool {
        self.0.join("dist").join(path).is_file()
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_style_sheet_is_hashed_and_keeps_its_attributes() {
    let folders = Folders::new("css");
    let markup = folders
        .place("css", "static/style.css", None)
        .expect("placed");
    let hash = hash_in(&markup);
    assert_eq!(
        markup,
        format!("<link rel=\"stylesheet\" href=\"./style-{hash}.css\" media=\"print\">")
    );
    assert!(folders.has(&format!("style-{hash}.css")));
}

fn hash_in(markup: &str) -> &str {
    let from = markup.find("style-").expect("a name") + "style-".len();
    &markup[from..from + 16]
}

#[test]
fn copies_go_where_trunk_puts_them() {
    let folders = Folders::new("copy");
    assert_eq!(
        folders
            .place("copy-file", "static/config.json", None)
            .expect("placed"),
        ""
    );
    folders
        .place("copy-file", "static/style.css", Some("x/y"))
        .expect("placed");
    folders.place("copy-dir", "static", None).expect("placed");
    folders
        .place("copy-dir", "static", Some("other"))
        .expect("placed");
    for path in [
        "config.json",
        "x/y/style.css",
        "static/sub/a.txt",
        "other/sub/a.txt",
    ] {
        assert!(folders.has(path), "{path}");
    }
}

#[test]
fn the_file_people_edit_in_place_gets_no_twin() {
    let folders = Folders::new("twin");
    folders
        .place("copy-file", "static/config.json", None)
        .expect("placed");
    folders
        .place("copy-file", "static/sub/a.txt", None)
        .expect("placed");
    assert!(!folders.has("config.json.br"));
    assert!(folders.has("a.txt.br") && folders.has("a.txt.gz"));
}

#[test]
fn what_cannot_be_done_is_named() {
    let folders = Folders::new("unknown");
    let error = folders
        .place("sass", "static/style.css", None)
        .expect_err("refused");
    assert!(error.to_string().contains("rel=\"sass\""), "{error}");
    let error = folders
        .place("css", "static/none.css", None)
        .expect_err("refused");
    assert!(error.to_string().contains("none.css"), "{error}");
}
