//! What the documentation says of settings and codes is what the code has, no more and no less.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use axum::http::StatusCode;
use cts_proxy::Settings;
use cts_tracker::answer::FAMILIES;

const DOCUMENTS: [&str; 3] = ["proxy.md", "audit.md", "telemetry.md"];

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(name);
    fs::read_to_string(path).expect(name)
}

/// The keys that a table takes, as the reader lists them when it meets one that it does not know; `None` when it is no table.
fn taken(header: &str) -> Option<Vec<String>> {
    let error = Settings::read(&format!("{header}\nno-such-key = 1\n"), true)
        .expect_err(header)
        .to_string();
    let list = error
        .split_once("unknown field `no-such-key`, expected ")?
        .1;
    Some(
        list.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect(),
    )
}

/// Every key that is taken, with those of the tables in it after a full stop.
fn keys(prefix: &str, header: &str, found: &mut BTreeSet<String>) {
    for key in taken(header).expect("a table") {
        let path = if prefix.is_empty() {
            key
        } else {
            format!("{prefix}.{key}")
        };
        let inner = [format!("[{path}]"), format!("[[{path}]]")];
        match inner.iter().find(|header| taken(header).is_some()) {
            Some(header) => {
                found.insert(header.clone());
                keys(&path, header, found);
            }
            None => drop(found.insert(path)),
        }
    }
}

/// The texts set as code in a cell.
fn codes(cell: &str) -> impl Iterator<Item = String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// The first cells of all tables whose first column is a key.
fn documented() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for name in DOCUMENTS {
        let mut is_about_keys = false;
        for line in document(name).lines() {
            is_about_keys = line.starts_with("| key |") || (is_about_keys && line.starts_with('|'));
            if let Some(first) = line.split('|').nth(1).filter(|_| is_about_keys) {
                found.extend(codes(first));
            }
        }
    }
    found
}

#[test]
fn each_key_of_the_settings_is_documented_and_no_other() {
    let mut real = BTreeSet::new();
    keys("", "", &mut real);
    assert!(real.len() > 50, "{real:?}");
    let told = documented();
    // Tables that only hold other tables or keys need no row of their own.
    let silent: Vec<_> = real
        .iter()
        .filter(|key| !key.starts_with('[') && !told.contains(*key))
        .collect();
    assert_eq!(silent, Vec::<&String>::new(), "not documented");
    // These stand in the file of tokens, which is a file of its own.
    let invented: Vec<_> = told
        .iter()
        .filter(|key| !real.contains(*key) && !key.starts_with("token."))
        .collect();
    assert_eq!(invented, Vec::<&String>::new(), "not taken");
}

/// The codes in the table of docs/proxy.md.
fn documented_codes() -> BTreeSet<u16> {
    let text = document("proxy.md");
    let rows = text
        .lines()
        .filter_map(|line| line.strip_prefix("| PROXY."));
    rows.map(|row| row[..4].parse().expect("four digits"))
        .collect()
}

#[test]
fn each_code_is_documented_and_explained() {
    let explained: BTreeSet<u16> = FAMILIES
        .iter()
        .filter(|family| family.prefixes == ["PROXY"])
        .flat_map(|family| family.rows.iter().map(|row| row.numbers().0))
        .collect();
    assert_eq!(documented_codes(), explained);
}

/// Each status with which the proxy answers by itself is in the table.
#[test]
fn each_status_in_the_code_has_a_documented_code() {
    let sources = [
        include_str!("../../src/answer.rs"),
        include_str!("../../src/listen/flaw.rs"),
    ];
    let name = |status: &StatusCode| {
        let reason = status.canonical_reason()?;
        Some(reason.to_uppercase().replace([' ', '-'], "_"))
    };
    let all = (400..600).filter_map(|number| StatusCode::from_u16(number).ok());
    let used: BTreeSet<u16> = all
        .filter(|status| {
            name(status).is_some_and(|name| {
                let constant = format!("StatusCode::{name}");
                sources.iter().any(|source| {
                    source.match_indices(&constant).any(|(at, _)| {
                        !source[at + constant.len()..]
                            .starts_with(|next: char| next == '_' || next.is_alphanumeric())
                    })
                })
            })
        })
        .map(|status| status.as_u16())
        .collect();
    assert!(used.len() > 12, "{used:?}");
    assert_eq!(used, documented_codes());
}
