//! The files of `docs/deploy/` fit the program, and are what their tools take.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cts_proxy::Settings;
use tempfile::TempDir;

use crate::program::command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/deploy")
}

fn text(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect(name)
}

/// The settings with a page that is here.
fn settings(page: &Path) -> String {
    fs::write(page.join("index.html"), "the page").expect("a file");
    let text = text("proxy.toml");
    assert!(text.contains("page = \"/page\""));
    text.replace("\"/page\"", &format!("{:?}", page.display().to_string()))
}

/// What follows a word on the first line that begins with it.
fn after<'a>(text: &'a str, word: &str) -> &'a str {
    let found = text
        .lines()
        .find_map(|line| line.trim_start().strip_prefix(word));
    found.unwrap_or_else(|| panic!("no {word}")).trim()
}

#[test]
fn the_settings_are_valid_and_the_manifests_fit_them() {
    let page = TempDir::new().expect("a folder");
    let settings = Settings::read(&settings(page.path()), false).expect("good settings");
    let manifests = text("kubernetes.yaml");
    let metrics = settings.telemetry.metrics.expect("metrics");
    for port in [settings.listen.port(), metrics.port()] {
        assert!(
            manifests.contains(&format!("containerPort: {port}\n")),
            "{port}"
        );
        assert!(
            after(&text("Containerfile"), "EXPOSE").contains(&port.to_string()),
            "{port}"
        );
    }
    let seconds = settings.stop.delay + settings.stop.grace;
    let grace: u64 = after(&manifests, "terminationGracePeriodSeconds:")
        .parse()
        .expect("a number");
    assert!(grace > seconds.as_secs(), "{grace} for {seconds:?}");
    let grace: u64 = after(&text("cts-proxy.service"), "TimeoutStopSec=")
        .parse()
        .expect("a number");
    assert!(grace > seconds.as_secs(), "{grace} for {seconds:?}");
    for path in ["/healthz", "/readyz"] {
        assert!(manifests.contains(&format!("path: {path}\n")), "{path}");
    }
}

/// What the unit and the container file start is a command line that the program takes.
#[test]
fn the_command_lines_are_taken() {
    let page = TempDir::new().expect("a folder");
    let config = page.path().join("proxy.toml");
    fs::write(&config, settings(page.path())).expect("a file");
    let (config, page) = (
        config.display().to_string(),
        page.path().display().to_string(),
    );
    let unit = text("cts-proxy.service");
    let start = after(&unit, "ExecStart=").to_owned();
    let container = text("Containerfile");
    let container = after(&container, "CMD").replace(['[', ']', '"', ','], "");
    for line in [
        start
            .strip_prefix("/usr/local/bin/cts-proxy")
            .expect("the program"),
        &container,
    ] {
        let line = line
            .replace("/etc/cts-proxy/proxy.toml", &config)
            .replace("/usr/local/share/cts-tracker-form", &page);
        let arguments: Vec<&str> = line.split_whitespace().chain(["--check-config"]).collect();
        let output = command(&arguments)
            .env("CLOUD_SDK_AK", "a")
            .env("CLOUD_SDK_SK", "b")
            .output()
            .expect("the program starts");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }
}

/// systemd knows every line of the unit, and finds little that is left open to the service.
#[test]
fn systemd_takes_the_unit() {
    let analyze = |arguments: &[&str]| Command::new("systemd-analyze").args(arguments).output();
    if analyze(&["--version"]).is_err() {
        assert!(
            std::env::var_os("CI").is_none(),
            "there is no systemd-analyze"
        );
        eprintln!("NOT CHECKED: the unit; there is no systemd-analyze here");
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let unit = folder.path().join("cts-proxy.service");
    let program = env!("CARGO_BIN_EXE_cts-proxy");
    fs::write(
        &unit,
        text("cts-proxy.service").replace("/usr/local/bin/cts-proxy", program),
    )
    .expect("a file");
    let unit = unit.display().to_string();
    let output = analyze(&["verify", "--man=no", &unit]).expect("it starts");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let about: Vec<_> = told
        .lines()
        .filter(|line| line.contains("cts-proxy"))
        .collect();
    assert!(output.status.success() && about.is_empty(), "{told}");
    // Tenths of a point, of a hundred.
    let output =
        analyze(&["security", "--offline=true", "--threshold=15", &unit]).expect("it starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
}

/// Every file of the folder is told of.
#[test]
fn the_page_names_every_file() {
    let page = fs::read_to_string(folder().join("../deploy.md")).expect("a page");
    for entry in fs::read_dir(folder()).expect("a folder") {
        let name = entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned();
        assert!(page.contains(&format!("(deploy/{name})")), "{name}");
    }
}
