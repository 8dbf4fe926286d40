//! Markdown: `docs/rules.md`, and sections of it. Messages are in both languages, the rest in
//! English.

use core::fmt::Write as _;

use cts_tracker::answer::Row;
use cts_tracker::{Locale, Text};

use super::{Told, words};
use crate::guide::{Body, Example, indented, of_evidence};

const EN: Locale = Locale::English;

/// The longest body that stays on its line, in bytes.
const LINE: usize = 100;

/// What the page begins with.
const HEAD: &str = include_str!("head.md");

/// The whole page: what it is, a table of the rules, and a section for each.
pub(super) fn page(rules: &[Told]) -> String {
    let mut out = HEAD.to_owned();
    out.push_str("\n| code | severity | trackers | evidence |\n| --- | --- | --- | --- |\n");
    for told in rules {
        let entry = told.entry;
        // Writing into a String does not fail.
        let _ = writeln!(
            out,
            "| [`{0}`](#{0}) | {1} | {2} | {3} |",
            entry.code,
            entry.severity.as_str(),
            words::trackers(entry.trackers).get(EN),
            of_evidence(entry.evidence).0
        );
    }
    out.push('\n');
    out + &sections(rules)
}

/// A section for each rule.
pub(super) fn sections(rules: &[Told]) -> String {
    let texts: Vec<_> = rules.iter().map(section).collect();
    texts.join("\n")
}

fn section(told: &Told) -> String {
    let (entry, guide) = (told.entry, told.guide);
    let places: Vec<_> = guide
        .places
        .iter()
        .map(|place| match *place {
            "" => words::BODY.get(EN).to_owned(),
            "*" => words::ANY.get(EN).to_owned(),
            pointer => format!("`{pointer}`"),
        })
        .collect();
    let mut out = format!("## {}\n\n", entry.code);
    // Writing into a String does not fail.
    let _ = writeln!(
        out,
        "**{}**, {}, at {}\n",
        entry.severity.as_str(),
        words::trackers(entry.trackers).get(EN),
        places.join(", ")
    );
    for locale in Locale::ALL {
        let _ = writeln!(out, "> {}", escaped(&told.message(locale)));
        if locale == EN {
            out.push_str(">\n");
        }
    }
    let [wrong, right_label] = words::examples(entry.severity);
    let _ = write!(out, "\n{}", example(wrong, &guide.wrong, None));
    match &guide.right {
        Some(right) => {
            let _ = write!(
                out,
                "\n{}",
                example(right_label, right, guide.wrong.current)
            );
        }
        None => {
            let _ = writeln!(out, "\n{}", words::NO_RIGHT.get(EN));
        }
    }
    let sources = match guide.sources {
        [_] => "Source",
        _ => "Sources",
    };
    let evidence = of_evidence(entry.evidence).0;
    let _ = writeln!(out, "\nEvidence: `{evidence}`. {sources}:\n");
    for source in guide.sources {
        let _ = writeln!(out, "- {}", source.text().get(EN));
    }
    let mut close = |label: &str, text: &str| {
        let _ = writeln!(out, "\n{label}: {text}");
    };
    if let Some(note) = guide.note {
        close(words::NOTE.get(EN), note.get(EN));
    }
    if let Some(fix) = told.fix() {
        let title = fix.title(EN);
        let who = if fix.is_safe() {
            "`cts-tracker fix` does it"
        } else {
            "proposed, never applied by itself"
        };
        close(
            words::FIX.get(EN),
            &format!("{} ({who}).", escaped(title.trim_end_matches('.'))),
        );
    }
    if !entry.server_codes.is_empty() {
        let codes: Vec<_> = entry
            .server_codes
            .iter()
            .map(|code| format!("`{code}`"))
            .collect();
        close(words::ANSWER.get(EN), &codes.join(", "));
    }
    out
}

/// An example. The configuration that the one before it has is not shown again.
fn example(label: Text, example: &Example, before: Option<&str>) -> String {
    let mut out = label.get(EN).to_owned();
    let circumstances = example.circumstances(EN);
    // Writing into a String does not fail.
    if !circumstances.is_empty() {
        let _ = write!(out, " ({})", circumstances.join(", "));
    }
    let Some(text) = shown(example) else {
        return out + ".\n";
    };
    let _ = writeln!(out, ":\n\n```json\n{text}\n```");
    if example.current.is_some() && example.current == before {
        let _ = writeln!(out, "\n{}", words::SAME.get(EN));
    } else if let Some(current) = example.current {
        let _ = writeln!(
            out,
            "\n{}:\n\n```json\n{}\n```",
            words::CONFIGURED.get(EN),
            indented(current)
        );
    }
    if !example.also.is_empty() {
        let codes: Vec<_> = example
            .also
            .iter()
            .map(|rule| format!("[`{0}`](#{0})", rule.code()))
            .collect();
        let _ = writeln!(out, "\n{}: {}", words::ALSO.get(EN), codes.join(", "));
    }
    out
}

/// A short body stays on its line, which makes a long page shorter.
fn shown(example: &Example) -> Option<String> {
    match example.body {
        Body::Text(text) if text.len() <= LINE => Some(text.to_owned()),
        _ => example.shown(),
    }
}

/// Text in which names of members are not taken for emphasis, nor anything for markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '<' | '[' | ']' | '|' | '#') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// What a code of the cloud means.
pub(super) fn answers(code: &str, rows: &[&Row], locale: Locale) -> String {
    let mut out = format!("## {code}\n");
    for row in rows {
        // Writing into a String does not fail.
        let _ = writeln!(
            out,
            "\nHTTP {}. {} {} {}",
            row.status,
            escaped(row.meaning.get(locale)),
            escaped(row.remedy.get(locale)),
            escaped(row.retry.text().get(locale))
        );
    }
    out
}
