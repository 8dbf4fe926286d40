//! The vendor's SDK for Java, from Maven's repository.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use super::system;
use crate::cache::{self, Mark};
use crate::failure::{About, Result};
use crate::run;

/// Resolves what a project file names and returns the class path; `None` where there is no JDK or
/// no Maven.
pub(crate) fn class_path(project: &Path) -> Result<Option<OsString>> {
    let is_there = || run::on_path(&["javac"]).is_some() && run::on_path(&["mvn"]).is_some();
    if !is_there() && system::is_debian() && system::is_root() {
        run::step(
            "installing Debian's JDK and Maven: samples and tests in Java are run",
            || system::install(&["default-jdk-headless", "maven"]),
        )?;
    }
    if !is_there() {
        return Ok(None);
    }
    let wanted = std::fs::read(project).about(project.display())?;
    let folder = cache::folder(&["java", &cache::key(&wanted)])?;
    let mark = Mark::new(&folder, &wanted);
    let list = folder.join("class-path.txt");
    let read = || std::fs::read_to_string(&list).about(list.display());
    // Maven keeps its packages where a person may delete them.
    let is_complete = |text: &str| std::env::split_paths(text).all(|file| file.is_file());
    if mark.is_set() {
        let text = read()?;
        if is_complete(&text) {
            return Ok(Some(text.into()));
        }
    }
    run::step("fetching the vendor's SDK for Java with Maven", || {
        let mut output = OsString::from("-Dmdep.outputFile=");
        output.push(&list);
        run::visible(
            Command::new("mvn")
                .args(["--quiet", "--batch-mode", "--file"])
                .arg(project)
                .arg("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath")
                .arg(output),
        )
    })?;
    mark.set()?;
    Ok(Some(read()?.into()))
}
