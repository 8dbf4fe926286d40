//! How the page is served.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::site::{Site, request};

/// A small built page.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in [
        ("index.html", "<!doctype html>"),
        ("app-0123456789abcdef.js", "plain"),
        ("app-0123456789abcdef.js.br", "brotli"),
        ("app-0123456789abcdef.js.gz", "gzip"),
        ("app-0123456789abcdef_bg.wasm", "wasm"),
        ("site.webmanifest", "{}"),
        ("style.css", "css"),
        ("icon.svg", "svg"),
        ("config.json", "{\"from\": \"file\"}"),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

async fn site(folder: &Path) -> Site {
    Site::with(&format!(
        "page = {:?}\nlanguage = \"zh-CN\"",
        folder.display().to_string()
    ))
    .await
}

#[tokio::test]
async fn types_and_caching() {
    let folder = folder();
    let site = site(folder.path()).await;
    let forever = "public, max-age=31536000, immutable";
    for (target, kind, caching) in [
        ("/", "text/html", "no-cache"),
        ("/index.html", "text/html", "no-cache"),
        ("/app-0123456789abcdef.js", "text/javascript", forever),
        ("/app-0123456789abcdef_bg.wasm", "application/wasm", forever),
        ("/site.webmanifest", "application/manifest+json", "no-cache"),
        ("/style.css", "text/css", "no-cache"),
        ("/icon.svg", "image/svg+xml", "no-cache"),
    ] {
        let answer = site.get(target).await;
        assert_eq!(answer.status, 200, "{target}");
        assert!(
            answer.header("content-type").starts_with(kind),
            "{target} {}",
            answer.header("content-type")
        );
        assert_eq!(answer.header("cache-control"), caching, "{target}");
        let head = site.call(request("HEAD", target, &[], "")).await;
        assert_eq!((head.status, head.body.len()), (200, 0), "{target}");
    }
}

#[tokio::test]
async fn compressed_twins_go_to_those_who_take_them() {
    let folder = folder();
    let site = site(folder.path()).await;
    for (accepts, coding, body) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("", "", "plain"),
        ("br;q=0, gzip", "gzip", "gzip"),
    ] {
        let asked = request(
            "GET",
            "/app-0123456789abcdef.js",
            &[("accept-encoding", accepts)],
            "",
        );
        let answer = site.call(asked).await;
        assert_eq!(
            (answer.header("content-encoding"), answer.text()),
            (coding, body),
            "{accepts}"
        );
        assert!(answer.header("content-type").starts_with("text/javascript"));
        assert!(
            answer.header("vary").contains("accept-encoding"),
            "caches must tell them apart"
        );
    }
    let plain = request("GET", "/style.css", &[("accept-encoding", "br")], "");
    let answer = site.call(plain).await;
    assert_eq!(
        (answer.header("content-encoding"), answer.text()),
        ("", "css"),
        "no twin"
    );
}

#[tokio::test]
async fn an_unchanged_file_is_not_sent_again() {
    let folder = folder();
    let site = site(folder.path()).await;
    let first = site.get("/index.html").await;
    let tag = first.header("etag");
    assert!(!tag.is_empty());
    let again = site
        .call(request("GET", "/index.html", &[("if-none-match", tag)], ""))
        .await;
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn nothing_outside_the_folder_is_served() {
    let outer = TempDir::new().expect("a folder");
    fs::write(outer.path().join("secret.txt"), "secret").expect("a file");
    let inner = outer.path().join("page");
    fs::create_dir(&inner).expect("a folder");
    fs::write(inner.join("index.html"), "page").expect("a file");
    let site = site(&inner).await;
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/secret.txt",
        "/x%00",
    ] {
        let answer = site.get(target).await;
        assert_eq!(
            (answer.status, answer.code()),
            (404, "PROXY.0404".into()),
            "{target}"
        );
    }
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let folder = folder();
    let site = site(folder.path()).await;
    for target in [
        "/",
        "/config.json",
        "/healthz",
        "/none",
        "/api/none",
        "/style.css",
    ] {
        let answer = site.get(target).await;
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none';",
            "script-src 'self' 'wasm-unsafe-eval';",
            "frame-ancestors 'none';",
            "require-trusted-types-for 'script';",
        ] {
            assert!(policy.contains(part), "{target}: {policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "{policy}"
        );
        assert_eq!(
            answer.header("x-content-type-options"),
            "nosniff",
            "{target}"
        );
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{target}");
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{target}"
        );
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{target}"
        );
        assert!(
            answer.header("permissions-policy").contains("camera=()"),
            "{target}"
        );
        assert_eq!(answer.header("server"), "", "{target}");
    }
}

#[tokio::test]
async fn the_configuration_comes_from_the_settings() {
    let folder = folder();
    let site = site(folder.path()).await;
    let answer = site.get("/config.json").await;
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert!(
        answer
            .header("content-type")
            .starts_with("application/json")
    );
    let config = answer.json();
    assert_eq!(
        config["from"],
        serde_json::Value::Null,
        "not the file of the page"
    );
    assert_eq!(config["proxy"]["base"], "/api");
    assert_eq!(config["language"], "zh-CN");
    assert_eq!(config["standIn"], true);
    assert_eq!(config["regions"].as_array().map(Vec::len), Some(34));
    let projects = config["projects"].as_array().expect("a list");
    assert_eq!(projects.len(), 2);
    for project in projects {
        for member in ["id", "name", "region"] {
            assert!(
                project[member]
                    .as_str()
                    .is_some_and(|text| !text.is_empty()),
                "{project}"
            );
        }
    }
}

#[tokio::test]
async fn without_a_page_the_calls_still_work() {
    let site = Site::new().await;
    let answer = site.get("/").await;
    assert_eq!((answer.status, answer.code()), (404, "PROXY.0404".into()));
    assert_eq!(site.get("/config.json").await.status, 200);
}
