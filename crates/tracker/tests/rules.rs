//! A table for each rule: texts that break it, with the places, and texts that do not.

use cts_tracker::{Context, Rule, check};

#[path = "support/bodies.rs"]
mod support;

#[path = "rules/body.rs"]
mod body;
#[path = "rules/context.rs"]
mod context;
#[path = "rules/current.rs"]
mod current;
#[path = "rules/data_bucket.rs"]
mod data_bucket;
#[path = "rules/delivery.rs"]
mod delivery;
#[path = "rules/encryption.rs"]
mod encryption;
#[path = "rules/identity.rs"]
mod identity;
#[path = "rules/transfer.rs"]
mod transfer;

/// The places at which a text breaks a rule.
fn places(rule: Rule, text: &str) -> Vec<String> {
    check(text.as_bytes(), &Context::default())
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.rule() == rule)
        .map(cts_tracker::Diagnostic::pointer)
        .collect()
}

/// Tests named after rules, each with a table: `text => places`. No place means that it holds.
#[macro_export]
macro_rules! tables {
    ($($rule:ident $test:ident { $($text:expr => [$($place:expr),*],)* })*) => {
        $(#[test]
        fn $test() {
            let rule = cts_tracker::Rule::$rule;
            assert_eq!(rule.code(), stringify!($test).replace('_', "-"));
            let mut broken = 0;
            let mut kept = 0;
            $({
                let text: String = $text.into();
                let expected: &[&str] = &[$($place),*];
                assert_eq!($crate::places(rule, &text), expected, "{text}");
                if expected.is_empty() { kept += 1 } else { broken += 1 }
            })*
            assert!(broken > 0 && kept > 0, "a table shows both sides");
        })*

        /// The rules of this file.
        pub(crate) const RULES: &[cts_tracker::Rule] = &[$(cts_tracker::Rule::$rule),*];
    };
}

#[test]
fn every_rule_has_a_table() {
    let tables = [
        body::RULES,
        context::RULES,
        current::RULES,
        data_bucket::RULES,
        delivery::RULES,
        encryption::RULES,
        identity::RULES,
        transfer::RULES,
    ]
    .concat();
    for rule in Rule::ALL {
        let count = tables.iter().filter(|tested| *tested == rule).count();
        assert_eq!(count, 1, "{}", rule.code());
    }
    assert_eq!(tables.len(), Rule::ALL.len());
}
