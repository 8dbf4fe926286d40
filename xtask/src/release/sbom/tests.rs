use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::tree::{Crate, Tree};
use super::{Known, checksums, document};

const LOCK: &str = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"x\"\nchecksum = \"00ff\"\n\n\
                    [[package]]\nname = \"top\"\nversion = \"0.1.0\"\n";

fn one(name: &str, version: &str) -> Crate {
    Crate {
        name: name.to_owned(),
        version: version.to_owned(),
    }
}

fn listed() -> Value {
    let small = Tree::read("0 top v0.1.0 (/here)\n1 a v1.0.0\n").expect("a tree");
    let large = Tree::read("0 top v0.1.0 (/here)\n1 a v1.0.0\n1 b v2.0.0 (*)\n2 a v1.0.0\n")
        .expect("a tree");
    let licenses = ["a 1.0.0", "b 2.0.0", "top 0.1.0"].map(|text| {
        let (name, version) = text.split_once(' ').expect("two words");
        (one(name, version), "MIT/Apache-2.0".to_owned())
    });
    let known = Known {
        licenses: licenses.into(),
        descriptions: BTreeMap::from([(one("a", "1.0.0"), "Two\n lines".to_owned())]),
        checksums: checksums(LOCK),
    };
    let library = json!({"bom-ref": "std"});
    document(
        &[("small", small), ("large", large)],
        &known,
        "0.1.0",
        &library,
    )
    .expect("a list")
}

#[test]
fn each_crate_is_listed_once_with_its_modules() {
    let list = listed();
    let components = list["components"].as_array().expect("a list");
    let names: Vec<_> = components
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    assert_eq!(names, ["a", "b", "top"]);
    let a = &components[1];
    assert_eq!(a["purl"], "pkg:cargo/a@1.0.0");
    assert_eq!(a["licenses"][0]["expression"], "MIT OR Apache-2.0");
    assert_eq!(a["hashes"][0]["content"], "00ff");
    assert_eq!(a["description"], "Two lines");
    assert_eq!(a["properties"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        components[2]["properties"],
        json!([{"name": "cts-tracker:module", "value": "large.wasm"}])
    );
    assert!(components[3].get("hashes").is_none());
}

#[test]
fn what_needs_what_is_listed() {
    let list = listed();
    let needs = |name: &str| {
        let all = list["dependencies"].as_array().expect("a list");
        let found = all.iter().find(|one| one["ref"] == name);
        found.map(|one| one["dependsOn"].clone())
    };
    assert_eq!(
        needs("pkg:npm/cts-tracker-validator@0.1.0"),
        Some(json!(["pkg:cargo/top@0.1.0"]))
    );
    assert_eq!(
        needs("pkg:cargo/top@0.1.0"),
        Some(json!(["pkg:cargo/a@1.0.0", "pkg:cargo/b@2.0.0", "std"]))
    );
    assert_eq!(
        needs("pkg:cargo/b@2.0.0"),
        Some(json!(["pkg:cargo/a@1.0.0", "std"]))
    );
}

#[test]
fn a_tree_that_cannot_be_read_is_refused() {
    for text in ["", "top v0.1.0", "1 top v0.1.0", "0 top", "0 top 0.1.0"] {
        assert!(Tree::read(text).is_err(), "{text}");
    }
}
