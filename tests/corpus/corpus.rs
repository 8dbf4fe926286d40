//! The bodies that every way to a verdict has to judge alike, and what is expected of them.
//!
//! `cases.json` holds them; `docs/testing.md` tells its form. The expected files have one line for
//! each case, in the same order: its name and its diagnostics as the core writes them.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::path::{Path, PathBuf};

use serde_json::Value;

/// The tags of the languages, as files and options name them.
pub(crate) const LOCALES: [&str; 2] = ["en", "zh-CN"];

/// A body, and what is known besides it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) text: Vec<u8>,
    pub(crate) project_id: Option<String>,
    pub(crate) region: Option<String>,
    /// The trackers as they are configured now, as JSON text.
    pub(crate) current: Option<String>,
}

impl Case {
    /// Whether nothing is known besides the body.
    pub(crate) fn is_body_only(&self) -> bool {
        self.project_id.is_none() && self.region.is_none() && self.current.is_none()
    }
}

/// Every case, in order.
pub(crate) fn cases() -> Vec<Case> {
    let all: Value = serde_json::from_slice(&read("cases.json")).expect("cases.json is JSON");
    all.as_array().expect("a list").iter().map(case).collect()
}

fn case(value: &Value) -> Case {
    let word = |name: &str| value[name].as_str().map(str::to_owned);
    let known = &value["context"];
    let known_word = |name: &str| known[name].as_str().map(str::to_owned);
    let times = |name: &str| usize::try_from(value[name].as_u64().unwrap_or_default()).expect(name);
    let mut text = match word("hex") {
        Some(digits) => bytes(&digits),
        None => word("text").expect("text or hex").into_bytes(),
    };
    if times("times") > 0 {
        text = text.repeat(times("times"));
    }
    text.resize(text.len() + times("spaces"), b' ');
    Case {
        name: word("name").expect("a name"),
        text,
        project_id: known_word("project_id"),
        region: known_word("region"),
        current: known.get("current").map(Value::to_string),
    }
}

fn bytes(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    pairs
        .map(|pair| {
            let pair = std::str::from_utf8(pair).expect("digits");
            u8::from_str_radix(pair, 16).expect("two hexadecimal digits")
        })
        .collect()
}

/// The expected diagnostics of each case, as the JSON text that has to come out.
pub(crate) fn expected(locale: &str) -> Vec<(String, String)> {
    let text = String::from_utf8(read(&file(locale))).expect("UTF-8");
    text.lines()
        .map(|line| {
            let (name, diagnostics) = line
                .strip_prefix("{\"name\":")
                .and_then(|rest| rest.strip_suffix('}'))
                .and_then(|rest| rest.split_once(",\"diagnostics\":"))
                .expect("a line of an expected file");
            let name = serde_json::from_str(name).expect("a name");
            (name, diagnostics.to_owned())
        })
        .collect()
}

/// The file with what is expected in a language.
pub(crate) fn file(locale: &str) -> String {
    format!("expected.{locale}.ndjson")
}

/// A line of such a file.
pub(crate) fn line(name: &str, diagnostics: &str) -> String {
    format!(
        "{{\"name\":{},\"diagnostics\":{diagnostics}}}\n",
        Value::from(name)
    )
}

/// Something to feed a fuzz target with.
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// Parts what stands beside a text from it, for the fuzz targets.
const SEPARATOR: &[u8] = b"\x1e";

/// What a fuzz target starts from: the bodies of the corpus, and each input that once broke it.
pub(crate) fn inputs(target: &str) -> Vec<Input> {
    let mut inputs = Vec::new();
    for case in cases().into_iter().filter(|case| case.text.len() < 1 << 20) {
        let bytes = match (target, &case.current) {
            ("rules", Some(current)) => [&case.text, SEPARATOR, current.as_bytes()].concat(),
            ("conversions", Some(current)) => current.clone().into_bytes(),
            ("boundary", _) => [OPTIONS.as_bytes(), SEPARATOR, &case.text].concat(),
            _ => case.text,
        };
        let name = format!("corpus: {}", case.name);
        inputs.push(Input { name, bytes });
    }
    assert!(inputs.len() > 100, "the corpus is there");
    inputs.extend(regressions(target));
    inputs
}

/// Options of every kind.
const OPTIONS: &str = r#"{"projectId":"x","region":"y","locale":"zh-CN","level":"warning",
    "severities":{"status-omitted":"error","takes-effect-at-once":"off"}}"#;

fn regressions(target: &str) -> Vec<Input> {
    let folder = folder().join("../../fuzz/regressions").join(target);
    let files =
        std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut inputs: Vec<_> = files
        .map(|file| {
            let path = file.expect("a file").path();
            let bytes = std::fs::read(&path).expect("it can be read");
            let name = path.display().to_string();
            Input { name, bytes }
        })
        .collect();
    inputs.sort_by(|one, other| one.name.cmp(&other.name));
    inputs
}

/// The folder of the corpus.
pub(crate) fn folder() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = crate_folder
        .ancestors()
        .map(|folder| folder.join("tests/corpus"));
    folders
        .find(|folder| folder.is_dir())
        .expect("the crate lies in the project")
}

fn read(name: &str) -> Vec<u8> {
    let path = folder().join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
