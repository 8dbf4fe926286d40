//! The type of the request, written from the table of members.

use core::fmt::Write as _;

use cts_tracker::{Entry, Kind, Locale, Member, Required};

/// Writes `UpdateTrackerRequest` and the types of the objects in it.
pub(super) fn write(out: &mut String) {
    object(
        "UpdateTrackerRequest",
        "The body of `PUT /v3/{project_id}/tracker`. A member may be left out unless it is required.",
        None,
        out,
    );
    for member in Member::ALL {
        let entry = member.entry();
        if entry.kind == Kind::Object {
            object(
                &pascal(entry.name),
                entry.help.get(Locale::English),
                Some(member),
                out,
            );
        }
    }
}

fn object(name: &str, doc: &str, within: Option<Member>, out: &mut String) {
    let _ = writeln!(out, "/** {doc} */\nexport type {name} = {{");
    for member in Member::within(within).filter(|member| *member != Member::ProjectId) {
        let entry = member.entry();
        let mark = if entry.required == Required::Always {
            ""
        } else {
            "?"
        };
        let help = entry.help.get(Locale::English);
        let _ = writeln!(
            out,
            "  /** {help} */\n  {}{mark}: {};",
            entry.name,
            kind(entry)
        );
    }
    out.push_str("};\n\n");
}

fn kind(entry: &Entry) -> String {
    let listed = || {
        let quoted: Vec<_> = entry
            .values
            .iter()
            .map(|value| format!("{value:?}"))
            .collect();
        quoted.join(" | ")
    };
    match entry.kind {
        Kind::Boolean => "boolean".into(),
        Kind::Text if entry.values.is_empty() => "string".into(),
        Kind::Text => listed(),
        Kind::Integer if entry.numbers.is_empty() => "number".into(),
        Kind::Integer => entry
            .numbers
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" | "),
        Kind::TextList if entry.values.is_empty() => "string[]".into(),
        Kind::TextList => format!("({})[]", listed()),
        Kind::Object => pascal(entry.name),
    }
}

/// `obs_info` gives `ObsInfo`.
fn pascal(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
