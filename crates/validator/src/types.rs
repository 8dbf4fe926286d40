//! TypeScript declarations, written from the types in [`view`] and from the tables of
//! the core. Nothing of it is kept in a file of the repository, so nothing can be out of date.

use core::fmt::Write as _;

use cts_tracker::{Rule, Severity};
use ts_rs::{Config, TS};

use crate::view;

mod request;

/// The declarations of the entry `./codes`.
#[must_use]
pub fn codes() -> String {
    let mut out = String::new();
    literals(
        "The stable code of a rule. Codes are never reused.",
        "Code",
        &codes_of_rules(),
        &mut out,
    );
    literals(
        "How grave a diagnostic is.",
        "Severity",
        &Severity::ALL.map(Severity::as_str),
        &mut out,
    );
    let _ = write!(
        out,
        "/** How grave a breach of each rule is, by its code. Also the list of all codes. */\n\
         export declare const severities: Readonly<Record<Code, Severity>>;\n"
    );
    out
}

/// The script of the entry `./codes`, as an ES module.
#[must_use]
pub fn codes_script() -> String {
    let mut out = String::from("export const severities = Object.freeze({\n");
    for rule in Rule::ALL {
        let _ = writeln!(
            out,
            "  {:?}: {:?},",
            rule.code(),
            rule.entry().severity.as_str()
        );
    }
    out.push_str("});\n");
    out
}

/// The declarations of everything that crosses the boundary, and of the request itself.
#[must_use]
pub fn values() -> String {
    let config = Config::new();
    let mut out = String::new();
    for (docs, declaration) in [
        declared::<view::Options>(&config),
        declared::<view::Report>(&config),
        declared::<view::Counts>(&config),
        declared::<view::Diagnostic>(&config),
        declared::<view::Fix>(&config),
        declared::<view::Operation>(&config),
        declared::<view::Segment>(&config),
        declared::<view::Range>(&config),
        declared::<view::Position>(&config),
        declared::<view::LinesReport>(&config),
        declared::<view::Line>(&config),
        declared::<view::Answer>(&config),
        declared::<view::Explanation>(&config),
        declared::<view::Change>(&config),
        declared::<view::MeaningAndRemedy>(&config),
        declared::<view::Sample>(&config),
        declared::<view::SampleNote>(&config),
        declared::<view::Rule>(&config),
    ] {
        out.push_str(&docs);
        let _ = writeln!(out, "export {declaration}\n");
    }
    literals(
        "A tool that a request can be written for.",
        "Tool",
        &cts_samples::Tool::ALL.map(cts_samples::Tool::id),
        &mut out,
    );
    request::write(&mut out);
    out
}

fn declared<T: TS>(config: &Config) -> (String, String) {
    (T::docs().unwrap_or_default(), T::decl(config))
}

fn codes_of_rules() -> Vec<&'static str> {
    Rule::ALL.iter().map(|rule| rule.code()).collect()
}

/// A type that is one of some texts.
fn literals(doc: &str, name: &str, values: &[&str], out: &mut String) {
    let _ = write!(out, "/** {doc} */\nexport type {name} =");
    for value in values {
        let _ = write!(out, "\n  | {value:?}");
    }
    out.push_str(";\n\n");
}

#[cfg(test)]
mod tests {
    use super::{codes, codes_script, values};

    #[test]
    fn every_rule_is_a_code() {
        for rule in cts_tracker::Rule::ALL {
            assert!(
                codes().contains(&format!("| {:?}", rule.code())),
                "{}",
                rule.code()
            );
            assert!(
                codes_script().contains(&format!("{:?}:", rule.code())),
                "{}",
                rule.code()
            );
        }
    }

    #[test]
    fn every_member_is_in_the_request() {
        let values = values();
        for member in cts_tracker::Member::ALL.into_iter().skip(1) {
            let name = member.name();
            let required = format!("  {name}: ");
            assert!(
                values.contains(&required) || values.contains(&format!("  {name}?: ")),
                "{name}"
            );
        }
    }

    #[test]
    fn declarations_carry_their_documentation() {
        let text = values();
        assert!(text.contains("export type Diagnostic = {"), "{text}");
        assert!(text.contains("* The verdict on one body."), "{text}");
        assert!(text.contains("range: Range | null"), "{text}");
        assert!(text.contains("projectId?: string,"), "{text}");
    }
}
