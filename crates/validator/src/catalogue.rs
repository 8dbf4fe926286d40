//! What JavaScript needs to know, so that words can be numbers. Written into the package when it is
//! made, because a browser reads it from a script with less code than from the module.

use core::fmt::Write as _;

use cts_tracker::{Locale, Member, Report, Rule, Severity};

use crate::words::terms;

/// The script with the tables that the numbers in [`crate::words`] refer to, as an ES module: lines
/// of fields with tabs between them. The first five lines are the language tags, the severities, the
/// names of params, the names of [terms] and the pointers of the members. Then a line for each rule: its code, the number
/// of its severity, and the codes the cloud is expected to answer with, the likeliest first.
#[must_use]
pub fn tables_script() -> String {
    format!("export default {:?};\n", tables())
}

fn tables() -> String {
    let mut out = String::new();
    let names: Vec<&str> = terms(Locale::English).map(|(name, _)| name).collect();
    line(&Locale::ALL.map(Locale::tag), &mut out);
    line(&Severity::ALL.map(Severity::as_str), &mut out);
    line(Report::PARAM_NAMES, &mut out);
    line(&names, &mut out);
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

#[cfg(test)]
mod tests {
    use cts_tracker::{Report, Rule};

    use super::{tables, tables_script};

    #[test]
    fn each_rule_has_a_line() {
        let tables = tables();
        let lines: Vec<Vec<&str>> = tables
            .lines()
            .map(|line| line.split('\t').collect())
            .collect();
        assert_eq!(lines.len(), 5 + Rule::ALL.len());
        for (line, rule) in lines[5..].iter().zip(Rule::ALL) {
            assert_eq!(line[0], rule.code());
            assert_eq!(line[2..], *rule.entry().server_codes);
        }
        assert_eq!(lines[0], ["en", "zh-CN"]);
        assert_eq!(lines[2], Report::PARAM_NAMES);
    }

    #[test]
    fn the_script_is_one_text() {
        let script = tables_script();
        assert!(script.starts_with("export default \"en\\tzh-CN\\n"));
        let json = script
            .trim_start_matches("export default ")
            .trim_end_matches(";\n");
        assert_eq!(
            serde_json::from_str::<String>(json).expect("a text"),
            tables()
        );
    }
}
