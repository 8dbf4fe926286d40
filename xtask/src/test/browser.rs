//! The journeys in a browser, against the proxy and its stand-in of the cloud.

use std::process::Command;

use super::{Tally, count};
use crate::failure::{About, Failure, Result};
use crate::run;
use crate::setup::{chromium, firefox, nginx, node};
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace) -> Result<Tally> {
    node::tests(workspace)?;
    let browser = chromium::ensure(workspace)?;
    let second = firefox::ensure()?;
    let server = nginx::ensure()?;
    run::step("compiling cts-proxy for the browser tests", || {
        run::visible(
            Command::new(run::cargo())
                .current_dir(&workspace.root)
                .args(["build", "--package", "cts-proxy", "--bin", "cts-proxy"]),
        )
    })?;
    let report = workspace.tests().join("report").join("report.json");
    // The report of an earlier run must not be counted when this one ends before it writes one.
    if report.exists() {
        std::fs::remove_file(&report).about(report.display())?;
    }
    let mut playwright = Command::new("node");
    playwright
        .current_dir(workspace.tests())
        .args(["node_modules/@playwright/test/cli.js", "test"])
        .env("CTS_PROXY", workspace.program("debug", "cts-proxy"))
        .env("CTS_PAGE", workspace.dist());
    if let Some(browser) = browser {
        playwright.env("CTS_CHROMIUM", browser);
    }
    if let Some(second) = second {
        playwright.env("CTS_FIREFOX", second);
    }
    if let Some(server) = server {
        playwright.env("CTS_NGINX", server);
    }
    let status = run::status(&mut playwright)?;
    let text = std::fs::read_to_string(&report).about(report.display())?;
    let report = serde_json::from_str(&text).about(report.display())?;
    let tally = count::from_playwright(&report)
        .ok_or_else(|| Failure::new("Playwright's report holds no counts"))?;
    Ok(tally.checked(status))
}
