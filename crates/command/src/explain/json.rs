//! For programs: an array with an object for each rule, or for each meaning of a code of the cloud.

use cts_tracker::answer::Row;
use cts_tracker::{Locale, Member, Trackers};
use serde_json::{Map, Value, json};

use super::Told;
use crate::guide::{Example, Source, of_evidence};

/// Writes the rules.
pub(super) fn rules(rules: &[Told], locale: Locale) -> String {
    lines(rules.iter().map(|told| rule(told, locale)))
}

fn rule(told: &Told, locale: Locale) -> Value {
    let (entry, guide) = (told.entry, told.guide);
    let (evidence, sentence) = of_evidence(entry.evidence);
    let source =
        |source: &Source| json!({"name": source.name(), "text": source.text().get(locale)});
    let fix = told
        .fix()
        .map(|fix| json!({"title": fix.title(locale), "safe": fix.is_safe()}));
    json!({
        "code": entry.code,
        "severity": entry.severity.as_str(),
        "trackers": match entry.trackers {
            Trackers::Both | Trackers::Disputed => "both",
            Trackers::System => "system",
            Trackers::Data => "data",
        },
        "places": guide.places,
        "message": told.message(locale),
        "template": entry.message.get(locale),
        "evidence": {"name": evidence, "text": sentence.get(locale)},
        "sources": guide.sources.iter().map(source).collect::<Vec<_>>(),
        "note": guide.note.map(|note| note.get(locale)),
        "server_codes": entry.server_codes,
        "fix": fix,
        "wrong": example(&guide.wrong, locale),
        "right": guide.right.as_ref().map(|right| example(right, locale)),
    })
}

/// Only what an example has is there.
fn example(example: &Example, locale: Locale) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    if let Some(text) = example.shown() {
        put("body", text.into());
    }
    if let Some(id) = example.project_id {
        put("project_id", id.into());
    }
    if let Some(id) = example.region {
        put("region", id.into());
    }
    if let Some(text) = example.current {
        put("current", text.into());
    }
    let circumstances = example.circumstances(locale);
    if !circumstances.is_empty() {
        put("circumstances", circumstances.into());
    }
    let also: Vec<_> = example.also.iter().map(|rule| rule.code()).collect();
    put("also", also.into());
    out.into()
}

/// Writes what a code of the cloud means.
pub(super) fn answers(code: &str, rows: &[&Row], locale: Locale) -> String {
    lines(rows.iter().map(|row| {
        json!({
            "code": code,
            "status": row.status,
            "meaning": row.meaning.get(locale),
            "remedy": row.remedy.get(locale),
            "retry": row.retry.text().get(locale),
            "members": row.members.iter().map(|member: &Member| member.pointer()).collect::<Vec<_>>(),
        })
    }))
}

/// An array with a line for each value.
fn lines(values: impl Iterator<Item = Value>) -> String {
    let values: Vec<_> = values.map(|value| value.to_string()).collect();
    format!("[\n{}\n]\n", values.join(",\n"))
}
