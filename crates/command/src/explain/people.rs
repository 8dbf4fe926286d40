//! For people at a terminal.

use core::fmt::Write as _;

use cts_tracker::answer::Row;
use cts_tracker::{Locale, RuleEntry, Text};

use super::{Told, words};
use crate::guide::{Example, Guide, indented, of_evidence};

/// Every rule, with a line between two.
pub(super) fn rules(rules: &[Told], locale: Locale) -> String {
    let texts: Vec<_> = rules.iter().map(|told| rule(told, locale)).collect();
    texts.join("\n")
}

fn rule(told: &Told, locale: Locale) -> String {
    let (entry, guide) = (told.entry, told.guide);
    let mut out = format!("{} ({})\n\n", entry.code, entry.severity.as_str());
    // Writing into a String does not fail.
    let _ = writeln!(out, "{}\n", told.message(locale));
    out.push_str(&facts(entry, guide, locale));
    if let Some(fix) = told.fix() {
        let label = if fix.is_safe() {
            words::FIX
        } else {
            words::FIX_BY_HAND
        };
        out.push_str(&line(label, &fix.title(locale), locale));
    }
    let [wrong, right_label] = words::examples(entry.severity);
    let _ = write!(out, "\n{}", example(wrong, &guide.wrong, None, locale));
    match &guide.right {
        Some(right) => {
            let _ = write!(
                out,
                "\n{}",
                example(right_label, right, guide.wrong.current, locale)
            );
        }
        None => {
            let _ = writeln!(out, "\n{}", words::NO_RIGHT.get(locale));
        }
    }
    out
}

/// Where the rule speaks, how well it is founded, and what the cloud would say.
pub(super) fn facts(entry: &RuleEntry, guide: &Guide, locale: Locale) -> String {
    let mut out = String::new();
    let mut say = |label: Text, text: &str| out.push_str(&line(label, text, locale));
    let places: Vec<_> = guide
        .places
        .iter()
        .map(|place| match *place {
            "" => words::BODY.get(locale),
            "*" => words::ANY.get(locale),
            pointer => pointer,
        })
        .collect();
    say(words::PLACE, &places.join(words::comma(locale)));
    say(words::TRACKERS, words::trackers(entry.trackers).get(locale));
    say(words::EVIDENCE, of_evidence(entry.evidence).1.get(locale));
    for source in guide.sources {
        say(words::SOURCE, source.text().get(locale));
    }
    if let Some(note) = guide.note {
        say(words::NOTE, note.get(locale));
    }
    if !entry.server_codes.is_empty() {
        say(
            words::ANSWER,
            &entry.server_codes.join(words::comma(locale)),
        );
    }
    out
}

/// A label and its text.
fn line(label: Text, text: &str, locale: Locale) -> String {
    format!("{}{}{text}\n", label.get(locale), words::colon(locale))
}

/// An example. The configuration that the one before it has is not shown again.
fn example(label: Text, example: &Example, before: Option<&str>, locale: Locale) -> String {
    let mut out = label.get(locale).to_owned();
    let circumstances = example.circumstances(locale);
    if !circumstances.is_empty() {
        let (open, close) = match locale {
            Locale::English => (" (", ")"),
            Locale::SimplifiedChinese => ("（", "）"),
        };
        // Writing into a String does not fail.
        let _ = write!(
            out,
            "{open}{}{close}",
            circumstances.join(words::comma(locale))
        );
    }
    let Some(text) = example.shown() else {
        return out + "\n";
    };
    out.push_str(words::colon(locale).trim_end());
    out.push('\n');
    out.push_str(&block(&text));
    if example.current.is_some() && example.current == before {
        let _ = writeln!(out, "{}", words::SAME.get(locale));
    } else if let Some(current) = example.current {
        let _ = writeln!(
            out,
            "{}{}",
            words::CONFIGURED.get(locale),
            words::colon(locale).trim_end()
        );
        out.push_str(&block(&indented(current)));
    }
    if !example.also.is_empty() {
        let codes: Vec<_> = example.also.iter().map(|rule| rule.code()).collect();
        let _ = writeln!(
            out,
            "{}{}{}",
            words::ALSO.get(locale),
            words::colon(locale),
            codes.join(words::comma(locale))
        );
    }
    out
}

/// Lines moved to the right.
fn block(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.lines() {
        out.extend(["  ", line, "\n"]);
    }
    out
}

/// What a code of the cloud means; several texts when its message tells more.
pub(super) fn answers(code: &str, rows: &[&Row], locale: Locale) -> String {
    let texts: Vec<_> = rows.iter().map(|row| answer(code, row, locale)).collect();
    texts.join("\n")
}

fn answer(code: &str, row: &Row, locale: Locale) -> String {
    let mut out = format!("{code} (HTTP {})\n\n", row.status);
    // Writing into a String does not fail.
    let _ = writeln!(out, "{}", row.meaning.get(locale));
    let _ = writeln!(out, "{}", row.remedy.get(locale));
    let _ = writeln!(out, "{}", row.retry.text().get(locale));
    for member in row.members {
        let _ = writeln!(out, "{}", member.pointer());
    }
    out
}
