use std::fs;
use std::path::PathBuf;

use super::{markup_is_strict, names_fit, no_path_is_told, run, twins_are_equal, within_budget};
use crate::{compress, hashed};

/// A small page that keeps every promise.
struct Page(PathBuf);

impl Page {
    fn new(name: &str) -> Self {
        let dir =
            std::env::temp_dir().join(format!("page-bundler-check-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder");
        let page = Self(dir);
        let css = "body { color: red } ".repeat(20);
        let name = hashed::name("style.css", css.as_bytes());
        page.write(&name, css.as_bytes());
        page.write(
            &format!("{name}.br"),
            &compress::brotli(css.as_bytes()).expect("compressed"),
        );
        page.write(
            "index.html",
            format!("<link rel=\"stylesheet\" href=\"./{name}\">").as_bytes(),
        );
        page
    }

    fn write(&self, name: &str, content: &[u8]) {
        fs::write(self.0.join(name), content).expect("a file");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_good_page_passes() {
    let page = Page::new("good");
    run(&page.0, 1_000).expect("a good page");
}

#[test]
fn a_page_over_its_budget_fails() {
    let page = Page::new("budget");
    within_budget(&page.0, 10).expect_err("too large");
}

#[test]
fn inline_scripts_missing_files_and_other_hosts_fail() {
    let page = Page::new("markup");
    for html in [
        "<script>1</script>",
        "<link rel=\"icon\" href=\"./none.svg\">",
        "<script src=\"https://example.com/a.js\"></script>",
    ] {
        page.write("index.html", html.as_bytes());
        markup_is_strict(&page.0).expect_err(html);
    }
}

#[test]
fn the_settings_may_come_from_the_server() {
    let page = Page::new("settings");
    page.write(
        "index.html",
        b"<link rel=\"preload\" href=\"./config.json\" as=\"fetch\">",
    );
    markup_is_strict(&page.0).expect("the page is a preview without them");
}

#[test]
fn a_twin_of_other_content_fails() {
    let page = Page::new("twin");
    page.write("a.txt", b"one");
    page.write("a.txt.gz", &compress::gzip(b"two").expect("compressed"));
    twins_are_equal(&page.0).expect_err("other content");
}

#[test]
fn a_name_of_other_content_fails() {
    let page = Page::new("name");
    page.write("a-0123456789abcdef.txt", b"one");
    names_fit(&page.0).expect_err("other content");
}

#[test]
fn a_module_with_a_path_of_the_machine_fails() {
    let page = Page::new("path");
    page.write("a.wasm", b"\0asm cargo/registry/src/a.rs");
    no_path_is_told(&page.0).expect("no path of a machine");
    page.write("a.wasm", b"\0asm /home/somebody/.cargo/registry/src/a.rs");
    no_path_is_told(&page.0).expect_err("the path of somebody");
}
