//! What JavaScript needs to know once, so that words can be numbers.

use core::fmt::Write as _;

use cts_tracker::{Locale, Member, Rule, Severity};

/// The tables that the numbers in [`crate::words`] refer to, as lines of fields with tabs between
/// them. The first four lines are the language tags, the severities, the names of params and the
/// pointers of the members. Then a line for each rule: its code, the number of its severity, and
/// the codes the cloud is expected to answer with, the likeliest first.
#[must_use]
pub fn tables() -> String {
    let mut out = String::new();
    line(&Locale::ALL.map(Locale::tag), &mut out);
    line(&Severity::ALL.map(Severity::as_str), &mut out);
    line(&params(), &mut out);
    line(&Member::ALL.map(Member::pointer), &mut out);
    for rule in Rule::ALL {
        let entry = rule.entry();
        let _ = write!(out, "{}\t{}", entry.code, entry.severity as u8);
        for code in entry.server_codes {
            let _ = write!(out, "\t{code}");
        }
        out.push('\n');
    }
    out
}

fn line(fields: &[&str], out: &mut String) {
    out.push_str(&fields.join("\t"));
    out.push('\n');
}

/// The names of params that messages have, each once.
pub(crate) fn params() -> Vec<&'static str> {
    let mut names = Vec::new();
    for rule in Rule::ALL {
        for part in rule.entry().message.en.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}')
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
    }
    names
}

/// The message of a rule as it is written in the catalogue, by their numbers in the tables. Empty
/// for numbers that are not in the tables.
#[must_use]
pub fn message(rule: usize, locale: usize) -> &'static str {
    match (Rule::ALL.get(rule), Locale::ALL.get(locale)) {
        (Some(rule), Some(locale)) => rule.entry().message.get(*locale),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Locale, Rule};

    use super::{message, params, tables};

    #[test]
    fn each_rule_has_a_line() {
        let tables = tables();
        let lines: Vec<Vec<&str>> = tables
            .lines()
            .map(|line| line.split('\t').collect())
            .collect();
        assert_eq!(lines.len(), 4 + Rule::ALL.len());
        for (line, rule) in lines[4..].iter().zip(Rule::ALL) {
            assert_eq!(line[0], rule.code());
            assert_eq!(line[2..], *rule.entry().server_codes);
        }
        assert_eq!(lines[0], ["en", "zh-CN"]);
        assert_eq!(lines[2], params());
    }

    #[test]
    fn messages_are_found_by_number() {
        for (number, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(message(number, 1), rule.entry().message.get(Locale::ALL[1]));
        }
        assert_eq!(message(Rule::ALL.len(), 0), "");
    }
}
